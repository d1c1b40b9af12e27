"""Personal data in the type: marked, hidden, withheld in its place, and nothing shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import smir.handling
from smir import vocabulary
from smir.findings import Invalid
from smir.handling import (
    PERSONAL,
    DataCategory,
    DataSubject,
    HealthData,
    Personal,
    PersonalData,
    Purpose,
    Withheld,
    WithheldReason,
    reveal,
)
from smir.structure import record
from smir.structure.document import dumps, loads
from smir.structure.shape import marks, shape
from smir.values import PartialDate, Text

WITHHELD = st.builds(Withheld, category=st.sampled_from(DataCategory), reason=st.sampled_from(WithheldReason))
MARKS = tuple(value for value in vars(smir.handling).values() if isinstance(value, PersonalData))


@record(tag="example-traveller")
class Traveller:
    name: Personal[str]
    born: Personal[PartialDate] | None = None
    remarks: Personal[Text] | None = None
    condition: HealthData[str] | None = None
    aliases: tuple[Personal[str], ...] = ()


@given(WITHHELD)
def test_a_withheld_value_survives_a_document(withheld: Withheld) -> None:
    assert loads(dumps(withheld), Withheld).require() == withheld


@given(WITHHELD, st.sampled_from(["name", "born", "remarks", "condition"]))
def test_a_withheld_value_stands_in_the_place_of_any_other(withheld: Withheld, member: str) -> None:
    traveller = Traveller(**{"name": "Example Person"} | {member: withheld}, aliases=(withheld, "Example"))
    assert loads(dumps(traveller), Traveller).require() == traveller


@given(st.text(st.characters(categories=("L", "N", "P")), max_size=5).map(lambda text: f"canary-91ce{text}"))
def test_no_marked_value_shows_in_a_repr(name: str) -> None:
    shown = repr(Traveller(name=name, condition=name, remarks=Text(en=name), aliases=(name,)))
    assert "canary" not in shown


def test_withheld_shows_category_and_reason_alone() -> None:
    withheld = Withheld(category=DataCategory.HEALTH, reason=WithheldReason.HANDLING)
    assert dumps(withheld) == b'{"category":"HEALTH","reason":"HANDLING","type":"withheld"}'


def test_a_walker_of_the_types_sees_every_category() -> None:
    members = shape(Traveller)
    assert list(marks(members.member("born").shape)) == [PERSONAL]
    (mark,) = marks(members.member("condition").shape)
    assert isinstance(mark, PersonalData)
    assert mark.category.is_special


def test_each_special_category_and_personal_data_has_one_mark() -> None:
    marked = [mark.category for mark in MARKS]
    wanted = {category for category in DataCategory if category.is_special} | {DataCategory.PERSONAL}
    assert len(marked) == len(set(marked))
    assert set(marked) == wanted


@given(st.integers() | st.text())
def test_revealing_gives_the_value_that_is_there(value: object) -> None:
    assert reveal(value) is value


@given(WITHHELD)
def test_revealing_what_was_withheld_is_invalid(withheld: Withheld) -> None:
    with pytest.raises(Invalid) as caught:
        reveal(withheld)
    assert [finding.code for finding in caught.value.findings] == ["WITHHELD-VALUE"]


def test_the_special_categories_are_those_of_the_vocabulary() -> None:
    listed = vocabulary.get("special-categories")
    assert {category.value for category in DataCategory if category.is_special} == set(listed.codes)
    for code in listed.codes:
        for language in ("en", "fr"):
            assert DataCategory(code).label(language) == listed.label(code, language)


@pytest.mark.parametrize(
    ("kind", "name"),
    [(DataSubject, "data-subject-categories"), (Purpose, "purposes"), (smir.handling.CaveatCode, "caveats")],
)
def test_an_enumeration_names_what_its_code_list_names(kind: type, name: str) -> None:
    assert tuple(member.value for member in kind) == vocabulary.get(name).codes  # type: ignore[attr-defined]


def test_the_purposes_of_law_enforcement_are_the_five_of_the_directive() -> None:
    found = [purpose.value for purpose in Purpose if purpose.is_law_enforcement]
    assert found == ["PREVENT", "INVESTIGATE", "DETECT", "PROSECUTE", "EXECUTE_PENALTIES"]
