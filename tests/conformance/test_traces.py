"""A withheld value is found wherever it hides, and nothing is found where it is not."""

from __future__ import annotations

import base64
import bz2
import gzip
import io
import json
import lzma
import string
import zipfile
import zlib
from collections.abc import Callable
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smir.conformance.kit.traces import Form, fold, trace

words = st.text(string.ascii_letters + "éßœﬁÑ", min_size=12, max_size=20).filter(lambda word: len(fold(word)) >= 12)
around = st.binary(max_size=30)


def zipped(word: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("part.txt", word)
    return file.getvalue()


def named_in_zip(word: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(f"{word}.txt", "")
    return file.getvalue()


#: What does not shrink is packed as it is.
PACKED = {Form.PLAIN, Form.PACKED}
HIDINGS: dict[str, tuple[Callable[[str], bytes], set[Form]]] = {
    "plain": (str.encode, {Form.PLAIN}),
    "upper case": (lambda word: word.upper().encode(), {Form.PLAIN, Form.FOLDED}),
    "full width": (
        lambda word: "".join(chr(ord(one) + 0xFEE0) if one.isascii() else one for one in word).encode(),
        {Form.PLAIN, Form.FOLDED},
    ),
    "hexadecimal": (lambda word: word.encode().hex().encode(), {Form.HEX}),
    "hexadecimal in capitals": (lambda word: word.encode().hex().upper().encode(), {Form.HEX}),
    "percent signs": (lambda word: "".join(f"%{byte:02X}" for byte in word.encode()).encode(), {Form.ESCAPED}),
    "percent signs where needed": (lambda word: quote(word).encode(), {Form.PLAIN, Form.ESCAPED}),
    "escapes of JSON": (lambda word: "".join(f"\\u{ord(one):04x}" for one in word).encode(), {Form.ESCAPED}),
    "JSON in ASCII": (lambda word: json.dumps(word).encode(), {Form.PLAIN, Form.ESCAPED}),
    "references of XML": (lambda word: "".join(f"&#{ord(one)};" for one in word).encode(), {Form.ESCAPED}),
    "UTF-16": (lambda word: word.encode("utf-16-le"), {Form.WIDE}),
    "UTF-16 the other way": (lambda word: word.encode("utf-16-be"), {Form.WIDE}),
    "UTF-32": (lambda word: word.encode("utf-32-be"), {Form.WIDE}),
    "backwards": (lambda word: fold(word)[::-1].encode(), {Form.PLAIN, Form.FOLDED, Form.BACKWARDS}),
    "spaced out": (lambda word: " ".join(fold(word)).encode(), {Form.SPACED}),
    "broken by invisible signs": (lambda word: "\u200b".join(fold(word)).encode(), {Form.SPACED}),
    "gzip": (lambda word: gzip.compress(word.encode()), PACKED),
    "zlib": (lambda word: zlib.compress(word.encode()), PACKED),
    "bzip2": (lambda word: bz2.compress(word.encode()), PACKED),
    "xz": (lambda word: lzma.compress(word.encode()), PACKED),
    "zip": (zipped, PACKED),
    "the name of a part of a zip": (named_in_zip, PACKED),
}


@pytest.mark.parametrize("hiding", HIDINGS)
def test_a_value_is_found_in_every_hiding(hiding: str) -> None:
    hide, forms = HIDINGS[hiding]

    @settings(max_examples=30)
    @given(words)
    def claim(word: str) -> None:
        assert trace(hide(word), ["anotherwordentirely", word]) in forms

    claim()


@given(words, around, around, st.sampled_from([base64.b64encode, base64.urlsafe_b64encode]))
def test_a_value_is_found_in_base64_wherever_it_begins(
    word: str, before: bytes, after: bytes, encode: Callable[[bytes], bytes]
) -> None:
    data = b'{"seal":"' + encode(before + b" " + word.encode() + b" " + after) + b'"}'
    assert trace(data, [word]) is not None


@given(words)
def test_a_value_is_found_in_base64_over_several_lines(word: str) -> None:
    assert trace(base64.encodebytes(b"x" * 52 + word.encode() * 3), [word]) is Form.BASE64


@given(st.binary(max_size=400) | st.text(max_size=200).map(str.encode))
def test_nothing_is_found_where_nothing_is(data: bytes) -> None:
    assert trace(data, ["qzxjvkwmxptlbrgh"]) is None


@pytest.mark.parametrize("magic", [b"PK\x03\x04", b"\x1f\x8b", b"BZh9", b"\xfd7zXZ\x00", b"x\x9c"])
def test_a_broken_archive_is_looked_at_as_it_is(magic: bytes) -> None:
    assert trace(magic + b"qzxjvkwmxptlbrgh", ["qzxjvkwmxptlbrgh"]) is Form.PLAIN
    assert trace(magic + b"nothing", ["qzxjvkwmxptlbrgh"]) is None


@pytest.mark.parametrize("form", Form)
def test_a_form_has_words_in_both_languages(form: Form) -> None:
    assert form.words.en
    assert form.words.fr != form.words.en
