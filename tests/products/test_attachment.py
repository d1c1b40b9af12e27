"""Attachments: known by bare name, media type, size and hash, and bound to their bytes."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.findings import Invalid
from smir.handling import DataCategory, Withheld, WithheldReason
from smir.products import Attachment
from smir.structure import evolve

SAMPLE = Attachment.of(b"kg,day", name="weights.csv", media_type="text/csv")


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_an_attachment_describes_its_own_bytes_and_no_others(content: bytes, other: bytes) -> None:
    made = Attachment.of(content, name="sample.bin", media_type="application/octet-stream")
    assert (made.size, made.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert made.describes(content)
    assert made.describes(other) is (content == other)


@pytest.mark.parametrize(
    "name", ["", ".", "..", "a/b", "..\\b", "/etc/passwd", "a\x7f", "a\nb", "x" * 256, "C:\\weights.csv"]
)
def test_a_name_with_a_path_in_it_is_refused(name: str) -> None:
    with pytest.raises(Invalid) as refused:
        evolve(SAMPLE, name=name)
    assert [(found.code, found.path) for found in refused.value.findings] == [("ATTACHMENT-NAME", "/name")]


@given(st.text(max_size=20))
def test_a_name_that_passes_stays_in_its_folder(name: str) -> None:
    try:
        kept = evolve(SAMPLE, name=name).name
    except Invalid:
        return
    assert not {"/", "\\", "\x00"} & set(kept)
    assert kept not in {"", ".", ".."}


@pytest.mark.parametrize(
    "media", ["", "image", "image/", "Image/jpeg", "text/csv; charset=utf-8", "a/b/c", "text/csv\n"]
)
def test_a_media_type_is_type_and_subtype(media: str) -> None:
    with pytest.raises(Invalid) as refused:
        evolve(SAMPLE, media_type=media)
    assert [(found.code, found.path) for found in refused.value.findings] == [("ATTACHMENT-MEDIA", "/media_type")]


def test_all_that_is_wrong_is_found_at_once() -> None:
    with pytest.raises(Invalid) as refused:
        Attachment(name="a/b", media_type="x", size=-1, sha256="A" * 64)
    assert [finding.code for finding in refused.value.findings] == [
        "ATTACHMENT-NAME",
        "ATTACHMENT-MEDIA",
        "ATTACHMENT-SIZE",
        "ATTACHMENT-HASH",
    ]


def test_a_text_is_not_taken_for_bytes() -> None:
    with pytest.raises(Invalid) as refused:
        Attachment.of("kg,day", name="weights.csv", media_type="text/csv")
    assert [finding.code for finding in refused.value.findings] == ["ATTACHMENT-BYTES"]


def test_a_name_may_be_withheld() -> None:
    gone = Withheld(category=DataCategory.PERSONAL, reason=WithheldReason.PURPOSE)
    assert evolve(SAMPLE, name=gone).name == gone
