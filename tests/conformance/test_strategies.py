"""Strategies: every example of every public type is valid, the rare ones are among them, national classes too."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from smir.conformance.products import KINDS, issued, products, received, releases
from smir.conformance.records import records
from smir.conformance.values import written
from smir.entities import Person
from smir.findings import Finding, errors_among
from smir.handling import Personal, Withheld
from smir.products import Product, Status
from smir.release import Received, Released
from smir.serializers import schemas
from smir.structure import check, record
from smir.structure.document import dumps, loads
from smir.structure.shape import is_record, shape
from smir.values import CountryCode, Written

RECORDS = [cls for cls in schemas().values() if is_record(cls)]
WRITTEN = [cls for cls in schemas().values() if issubclass(cls, Written)]


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
def test_every_record_is_valid_and_survives_a_round_trip(cls: type) -> None:
    @settings(max_examples=25)
    @given(records(cls))
    def claim(made: Any) -> None:
        assert not errors_among(check(made))
        assert loads(dumps(made), cls).require() == made

    claim()


@pytest.mark.parametrize("cls", WRITTEN, ids=lambda cls: cls.__name__)
def test_every_value_is_read_as_it_is_written(cls: type[Written]) -> None:
    @settings(max_examples=25)
    @given(written(cls))
    def claim(made: Written) -> None:
        assert type(made) is cls
        assert cls.parse(str(made)) == made

    claim()


def test_every_member_is_present_in_some_example() -> None:
    seen: set[str] = set()

    @settings(max_examples=400, phases=[Phase.generate], database=None)
    @given(records(Person))
    def look(person: Person) -> None:
        seen.update(member.name for member in shape(Person).members if getattr(person, member.name) not in (None, ()))

    look()
    assert seen | {"provenance"} == {member.name for member in shape(Person).members}
    assert find(records(Person), lambda person: bool(person.provenance), settings=settings(max_examples=5_000))


@given(products(withheld=False))
def test_nothing_is_withheld_unless_asked_for(product: Product) -> None:
    assert not any(isinstance(part, Withheld) for part in parts(product))


def parts(value: Any) -> list[Any]:
    if isinstance(value, tuple):
        return [part for item in value for part in parts(item)]
    if is_record(type(value)):
        inside = [getattr(value, member.name) for member in shape(type(value)).members]
        return [value, *(part for item in inside for part in parts(item))]
    return [value]


@settings(max_examples=25)
@given(issued(), releases(), received())
def test_what_is_issued_released_and_received_has_its_type(
    product: Product, released: Released[Product], held: Received[Product]
) -> None:
    assert product.status is Status.ISSUED
    assert type(released) is Released
    assert type(held) is Received
    assert type(product) in KINDS


@record(tag="example.berth")
class Berth:
    """A berth, as one country records it."""

    number: str
    country: CountryCode | None = None
    keeper: Personal[str] | None = None
    length_m: int = 100

    def rules(self) -> Any:
        """It is no shorter than a ship and not both foreign and kept."""
        from smir.findings import Code

        code = Code("BERTH-RULE", en="This is an invented rule.", fr="Ceci est une règle inventée.")
        found: list[Finding] = []
        if self.length_m < 10:
            found.append(code.at("/length_m"))
        if self.country is not None and self.keeper is not None:
            found.append(code.at("/keeper"))
        yield from found


@given(records(Berth), records(Berth, {(Berth, "number"): st.just("4")}))
def test_a_national_record_is_covered_by_its_types_and_keeps_its_rules(berth: Berth, fourth: Berth) -> None:
    assert not errors_among(check(berth))
    assert fourth.number == "4"
