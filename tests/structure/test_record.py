"""What a record promises a developer who makes one in code."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.findings import Invalid
from smir.structure import check, evolve, extras, record
from smir.structure.shape import shape
from smir.values import Instant, Text
from tests.structure.sample import Box, Colour, Hidden, LeftOut, Letter, Parcel, Stamp, boxes, parcels


@given(parcels())
def test_a_record_survives_pickling_and_copying(parcel: Parcel) -> None:
    assert pickle.loads(pickle.dumps(parcel)) == parcel
    assert copy.deepcopy(parcel) == parcel


def test_all_wrong_members_are_named_at_once() -> None:
    wrong: dict[str, Any] = {"weight": "5", "colour": "red", "contents": ["a"], "origin": "FR"}
    with pytest.raises(Invalid) as caught:
        Box(**wrong)
    assert [(finding.code, finding.path) for finding in caught.value.findings] == [
        ("MEMBER-INTEGER", "/weight"),
        ("MEMBER-CHOICE", "/colour"),
        ("MEMBER-LIST", "/contents"),
        ("MEMBER-FORM", "/origin"),
    ]


@pytest.mark.parametrize("weight", [True, 1.0, None, 2**53, "1", b"1"])
def test_a_whole_number_is_never_coerced(weight: Any) -> None:
    with pytest.raises(Invalid) as caught:
        Box(weight=weight)
    assert caught.value.findings[0].code == "MEMBER-INTEGER"


@given(st.integers(1001, 2**53 - 1))
def test_a_rule_of_the_class_refuses(weight: int) -> None:
    with pytest.raises(Invalid) as caught:
        Box(weight=weight)
    assert "SAMPLE-HEAVY" in [finding.code for finding in caught.value.findings]


def test_a_warning_does_not_refuse_but_is_found_in_the_tree() -> None:
    parcel = Parcel(title=Text(en="x"), stamps=(), parts=(Box(weight=3),))
    assert [(finding.code, finding.path) for finding in check(parcel)] == [("SAMPLE-ODD", "/parts/0/weight")]


def test_checks_hold_with_attrs_validators_switched_off() -> None:
    attrs.validators.set_disabled(True)
    try:
        with pytest.raises(Invalid):
            Box(weight="heavy")  # type: ignore[arg-type]
    finally:
        attrs.validators.set_disabled(False)


def test_a_record_cannot_change() -> None:
    box = Box(weight=2)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        box.weight = 3  # type: ignore[misc]


def test_evolve_makes_a_checked_new_record() -> None:
    box = Box(weight=2)
    assert (evolve(box, weight=4).weight, box.weight) == (4, 2)
    with pytest.raises(Invalid):
        evolve(box, weight=5000)


@given(boxes())
def test_nothing_marked_and_no_free_text_shows_in_a_repr(box: Box) -> None:
    shown = repr(Box(weight=2, contents=("Canary-Value",)))
    assert "Canary" not in shown
    assert "Canary" not in repr(
        Parcel(
            title=Text(en="Canary"),
            stamps=(Stamp(by="Canary", at=Instant.parse("2026-01-01T00:00:00Z")),),
            sender="Canary",
        )
    )
    assert repr(box).startswith("Box(weight=")


def test_a_subclass_has_its_own_members_and_the_inherited_ones() -> None:
    @record(tag="crate")
    class Crate(Box):
        lid: bool

    assert [member.name for member in shape(Crate).members] == ["weight", "colour", "contents", "origin", "lid"]
    with pytest.raises(Invalid) as caught:
        Crate(weight=2000, lid=True)
    assert caught.value.findings[0].code == "SAMPLE-HEAVY"
    assert not extras(Crate(weight=2, lid=True))


def test_a_type_no_document_can_hold_is_refused_when_the_shape_is_asked() -> None:
    @record
    class Wrong:
        numbers: dict[str, int]

    with pytest.raises(TypeError, match=r"Wrong\.numbers"):
        shape(Wrong)


def test_untagged_alternatives_are_refused() -> None:
    @record
    class Wrong:
        either: Stamp | Box

    with pytest.raises(TypeError, match="tagged"):
        shape(Wrong)


def test_text_with_control_or_broken_characters_is_refused() -> None:
    for wrong in ("\x00", "a\x1b", "\ud800"):
        with pytest.raises(Invalid) as caught:
            LeftOut(reason=wrong)
        assert caught.value.findings[0].code == "MEMBER-CHARACTERS"


def test_marks_are_found_on_the_shape() -> None:
    from smir.structure.shape import marks

    assert [type(mark) for mark in marks(shape(Parcel).member("sender").shape)] == [Hidden]
    assert Letter(text=LeftOut(reason="x"), kind="open").registered is False
    assert Colour("red") is Colour.RED
