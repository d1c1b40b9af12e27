"""Differences between two versions: every one is found, at its place, and none says what is personal."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.criteria import criterion
from smir.entities import Person
from smir.findings import Invalid
from smir.grading import Grade
from smir.handling import DataCategory, Withheld, WithheldReason
from smir.products import Change, Happened, Level, Precedence, Product, diff
from smir.structure import evolve
from smir.structure.document import dumps, loads
from smir.structure.plain import canonical, parse
from smir.values import HSCode, Instant, Text
from tests.products.exemplars import (
    CONTAINER,
    ITEMS,
    PERSON,
    PLACE,
    VESSEL,
    alert,
    operational,
    profile,
    strategic,
)
from tests.products.strategies import PRODUCTS, products, records

CANARY = "Zqxcanary"


@st.composite
def pairs(draw: Any) -> Any:
    cls = draw(st.sampled_from(PRODUCTS))
    return draw(records(cls)), draw(records(cls))


@given(products())
def test_a_product_does_not_differ_from_itself(product: Product) -> None:
    assert diff(product, product) == ()


@given(pairs())
def test_two_products_that_are_not_equal_differ_somewhere(pair: tuple[Product, Product]) -> None:
    assert bool(diff(*pair)) is (pair[0] != pair[1])


@given(pairs())
def test_what_one_way_adds_the_other_way_removes(pair: tuple[Product, Product]) -> None:
    turned = {Happened.ADDED: Happened.REMOVED, Happened.REMOVED: Happened.ADDED, Happened.CHANGED: Happened.CHANGED}
    there = sorted((turned[change.happened].value, change.before or "", change.after or "") for change in diff(*pair))
    back = sorted((change.happened.value, change.after or "", change.before or "") for change in diff(*reversed(pair)))
    assert there == back


def simple(before: Product, after: Product) -> list[tuple[str, str]]:
    return [(change.path, change.happened.value) for change in diff(before, after)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"precedence": Precedence.FLASH}, [("/precedence", "changed")]),
        ({"review_by": Instant.parse("2026-12-01T00:00:00Z")}, [("/review_by", "added")]),
        ({"valid": None}, [("/valid", "removed")]),
        ({"title": Text(en="Other")}, [("/title", "changed")]),
        ({"grade": Grade.parse("B31")}, [("/grade/information", "changed")]),
        ({"items": ITEMS[:1]}, [("/items/1", "removed")]),
        ({"items": ITEMS[::-1]}, [("/items", "changed")]),
        (
            {"items": (ITEMS[1], evolve(ITEMS[0], grade=Grade.parse("C31")))},
            [("/items", "changed"), ("/items/1/grade", "added")],
        ),
        ({"entities": (PLACE, VESSEL, CONTAINER)}, [("/entities/1", "added")]),
        ({"threat_commodities": (HSCode("081190"), HSCode("0811"))}, [("/threat_commodities/1", "added")]),
    ],
)
def test_each_difference_stands_at_its_place(changes: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    assert sorted(simple(alert(), alert(**changes))) == expected


def test_a_value_that_may_be_seen_is_there_on_request_and_not_in_the_text() -> None:
    (change,) = diff(alert(), alert(precedence=Precedence.FLASH))
    assert (change.before, change.after) == ("ROUTINE", "FLASH")
    assert repr(change) == "<Change /precedence changed>" == str(change)


def test_a_withheld_part_is_a_change() -> None:
    gone = Withheld(category=DataCategory.ITEM, reason=WithheldReason.HANDLING)
    assert simple(alert(), alert(items=(gone, ITEMS[1]))) == [("/items/0", "removed"), ("/items/0", "added")]
    assert simple(alert(), alert(criteria=gone)) == [("/criteria", "changed")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            operational(),
            operational(
                entities=(evolve(PERSON, name=CANARY, aliases=(CANARY,), role=Text(en=CANARY)), VESSEL, CONTAINER)
            ),
        ),
        (operational(), operational(notes=Text(en=CANARY))),
        (operational(), operational(scope=Text(en=CANARY), investigation=CANARY)),
        (
            operational(entities=(VESSEL, CONTAINER)),
            operational(entities=(evolve(PERSON, name=CANARY), VESSEL, CONTAINER)),
        ),
        (profile(), profile(criteria=criterion(f"importer_name = '{CANARY}'"), legal_basis=Text(en="Law"))),
        (operational(grade=Grade.parse("B22")), operational(grade=Grade.parse("B22", authoriser=CANARY))),
    ],
)
def test_no_difference_says_what_is_personal_or_free_text(before: Product, after: Product) -> None:
    for changes in (diff(before, after), diff(after, before)):
        assert changes
        assert not any(CANARY in f"{change!r}{change!s}{change.before}{change.after}" for change in changes)


@given(records(Person), records(Person))
def test_nothing_of_a_person_is_said(one: Person, other: Person) -> None:
    changes = diff(
        operational(entities=(evolve(one, id=PERSON.id),)), operational(entities=(evolve(other, id=PERSON.id),))
    )
    assert all(change.before is None and change.after is None for change in changes)


def test_unknown_members_count_without_being_said() -> None:
    plain = parse(dumps(strategic()))
    other = loads(canonical(plain | {"novel": CANARY}), type(strategic())).require()
    assert diff(strategic(), other) == (Change("", Happened.CHANGED),)


def test_products_of_two_kinds_are_not_compared() -> None:
    with pytest.raises(Invalid) as refused:
        diff(alert(), strategic(level=Level.TACTICAL))
    assert [finding.code for finding in refused.value.findings] == ["CHANGE-CLASSES"]
