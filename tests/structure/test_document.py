"""Reading and writing documents: lossless, canonical, strict, and the same on the fast road and on the slow one."""

from __future__ import annotations

import json
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from smir.findings import Invalid
from smir.structure import Limits, compiled, extras
from smir.structure.document import dumps, fingerprint, loads
from smir.structure.plain import canonical, parse
from smir.structure.strict import from_plain, to_plain
from tests.structure.sample import Box, Parcel, boxes, json_values, parcels


def codes(outcome: Any) -> list[tuple[str, str]]:
    return [(finding.code, finding.path) for finding in outcome.findings]


@given(parcels())
def test_what_is_written_is_read_back_equal(parcel: Parcel) -> None:
    outcome = loads(dumps(parcel), Parcel)
    assert outcome.value == parcel
    assert outcome.findings == ()


@given(parcels())
def test_the_bytes_are_canonical(parcel: Parcel) -> None:
    data = dumps(parcel)
    assert data == rfc8785.dumps(json.loads(data))


@given(parcels())
def test_both_roads_write_the_same_bytes(parcel: Parcel) -> None:
    assert compiled.write(parcel) == canonical(to_plain(parcel))


@given(parcels())
def test_both_roads_read_the_same_record(parcel: Parcel) -> None:
    data = dumps(parcel)
    try:
        read = compiled.read(data, Parcel)
    except compiled.NotCanonical:
        assert b"\\\\" in data  # a backslash in a text may look like an escaped control character
    else:
        assert read == from_plain(json.loads(data), Parcel).require()


@given(parcels(), st.sampled_from([None, 1]), st.booleans())
def test_layout_and_order_of_a_document_do_not_matter(parcel: Parcel, indent: int | None, ascii_only: bool) -> None:
    def turned(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: turned(value[name]) for name in reversed(value)}
        return [turned(item) for item in value] if isinstance(value, list) else value

    data = json.dumps(turned(json.loads(dumps(parcel))), indent=indent, ensure_ascii=ascii_only).encode()
    assert loads(data, Parcel).require() == parcel


@given(
    boxes(), st.dictionaries(st.text(min_size=1).map(lambda name: f"x-{name}"), json_values(), min_size=1, max_size=2)
)
def test_unknown_members_are_kept_and_reported(box: Box, unknown: dict[str, Any]) -> None:
    try:
        expected = canonical(to_plain(box) | unknown)
    except Invalid:
        return  # no JSON can carry these
    outcome = loads(expected, Box)
    assert codes(outcome) == [("MEMBER-UNKNOWN", "")]
    assert len(extras(outcome.require()).members) == len(unknown)
    assert dumps(outcome.require()) == expected


@given(st.binary(max_size=200) | json_values().map(lambda value: json.dumps(value).encode()))
def test_whatever_comes_in_only_findings_come_out(data: bytes) -> None:
    outcome = loads(data, Parcel)
    assert outcome.value is None
    assert outcome.findings


@given(parcels(), st.data())
def test_a_document_with_one_fault_is_refused_or_means_the_same(parcel: Parcel, data: st.DataObject) -> None:
    written = dumps(parcel)
    place = data.draw(st.integers(0, len(written) - 1))
    sign = data.draw(st.integers(0, 255))
    broken = written[:place] + bytes([sign]) + written[place + 1 :]
    outcome = loads(broken, Parcel)
    if outcome.ok:
        assert json.loads(dumps(outcome.require())) == json.loads(broken)


def test_every_wrong_member_is_named_at_once() -> None:
    plain = {
        "type": "parcel",
        "title": {"en": "x"},
        "stamps": [{"by": 1, "at": "2026-01-01T00:00:00"}, 5],
        "parts": [{"type": "box", "weight": "3", "colour": "blue"}, {"type": "crate"}, {}],
        "count": None,
        "mass": None,
    }
    assert codes(from_plain(plain, Parcel)) == [
        ("MEMBER-TEXT", "/stamps/0/by"),
        ("INSTANT-OFFSET", "/stamps/0/at"),
        ("MEMBER-RECORD", "/stamps/1"),
        ("MEMBER-INTEGER", "/parts/0/weight"),
        ("MEMBER-CHOICE", "/parts/0/colour"),
        ("MEMBER-TYPE", "/parts/1/type"),
        ("MEMBER-TYPE", "/parts/2/type"),
        ("MEMBER-NULL", "/mass"),
        ("MEMBER-INTEGER", "/count"),
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'{"weight":1,"weight":2}', "DOCUMENT-DUPLICATE"),
        (b'{"weight":1,"weight":1.0e5,"a":"\\u0022"}', "DOCUMENT-DUPLICATE"),
        (b'{"weight":NaN}', "DOCUMENT-NUMBER"),
        (b'{"weight":1e999}', "DOCUMENT-NUMBER"),
        (b'{"weight":1', "DOCUMENT-SYNTAX"),
        (b"", "DOCUMENT-SYNTAX"),
        (b"\xef\xbb\xbf{}", "DOCUMENT-ENCODING"),
        (b'{"weight":"\xff"}', "DOCUMENT-ENCODING"),
        (b"[" * 100_000, "DOCUMENT-DEPTH"),
        (b'{"a":' * 100 + b"1" + b"}" * 100, "DOCUMENT-DEPTH"),
        (b'{"type":"box","colour":"red","weight":2,"x":12345678901234567890}', "DOCUMENT-NUMBER"),
    ],
)
def test_a_document_that_cannot_be_trusted_is_refused(data: bytes, code: str) -> None:
    assert [finding.code for finding in loads(data, Box).findings] == [code]


def test_a_document_over_the_limit_is_refused_unread() -> None:
    assert codes(loads(b" " * 101, Box, Limits(size=100))) == [("DOCUMENT-SIZE", "")]


def test_a_missing_member_with_a_default_is_named_unless_the_default_is_absence() -> None:
    assert codes(loads(b'{"type":"box","weight":2}', Box)) == [("MEMBER-MISSING", "")]


def test_brackets_inside_texts_do_not_count_as_depth() -> None:
    assert parse(b'["' + b"[" * 200 + b'"]') == ["[" * 200]


@given(boxes(), boxes())
def test_fingerprints_are_equal_exactly_where_the_bytes_are(first: Box, second: Box) -> None:
    assert (fingerprint(first) == fingerprint(second)) == (dumps(first) == dumps(second))


def test_no_finding_repeats_what_was_read() -> None:
    data = b'{"Canary-Name":1,"weight":"Canary-Value","colour":"Canary","type":"Canary"}'
    outcome = loads(data, Box)
    assert outcome.findings
    assert "Canary" not in "".join(f"{finding!r}{finding}{finding.message('fr')}" for finding in outcome.findings)
