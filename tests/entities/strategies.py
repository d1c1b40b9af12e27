"""Strategies for entities and links: every member of every class, present or absent, valid by construction.

A walk of the types gives most members; what a type does not say (a latitude, a size code, the name of a member) stands
in the table of members below.
"""

from __future__ import annotations

import datetime as dt
import string
from collections.abc import Callable
from functools import cache
from types import MappingProxyType
from typing import Any, get_args

from hypothesis import strategies as st

from smir.entities import (
    Address,
    Aircraft,
    AsSeen,
    Communication,
    Consignment,
    Container,
    Entity,
    Goods,
    Link,
    Person,
    Place,
    Provenance,
    RouteLeg,
    Vessel,
)
from smir.findings import Invalid
from smir.grading import Grade
from smir.handling import DataCategory, Withheld, WithheldReason
from smir.structure.shape import (
    Alternatives,
    Choice,
    Languages,
    Marked,
    Plain,
    Scalar,
    Sequence,
    Shape,
    shape,
)
from smir.values import (
    EORI,
    IBAN,
    MMSI,
    VIN,
    AirWaybill,
    ContainerNumber,
    CountryCode,
    HSCode,
    Id,
    IMONumber,
    Instant,
    Money,
    PartialDate,
    Period,
    Position,
    Quantity,
    Text,
    UNLocode,
    Written,
)

#: Every class of entity.
ENTITIES: tuple[type, ...] = get_args(Entity)

digits, capitals = string.digits, string.ascii_uppercase

words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=12
).filter(lambda text: bool(text.strip()))
texts = st.dictionaries(st.sampled_from(["en", "fr", "es", "pt-BR"]), words, min_size=1, max_size=2).map(Text)
withheld = st.builds(Withheld, category=st.sampled_from(DataCategory), reason=st.sampled_from(WithheldReason))
instants = st.datetimes(
    dt.datetime(1990, 1, 1),
    dt.datetime(2060, 1, 1),
    timezones=st.sampled_from([dt.UTC, dt.timezone(dt.timedelta(hours=2))]),
).map(Instant.of)
numbers = st.decimals(0, 10**9, places=2)
masses = st.builds(Quantity, numbers, st.sampled_from(["KGM", "TNE", "LBR"]))
quantities = masses | st.builds(Quantity, numbers, st.sampled_from(["C62", "LTR", "MTR"]))
periods = st.builds(
    lambda start, days: Period.between(start, start.plus(days=days)), instants, st.integers(1, 900)
) | instants.map(Period.since)


def coded(alphabet: str, smallest: int, largest: int | None = None) -> st.SearchStrategy[str]:
    return st.text(alphabet, min_size=smallest, max_size=smallest if largest is None else largest)


def checked(kind: type[Written], body: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    """Complete each body with the one digit that agrees with it; bodies that none agrees with are dropped."""

    def complete(text: str) -> Any:
        return next((kind.parse(text + digit) for digit in digits if kind.try_parse(text + digit).ok), None)

    return body.map(complete).filter(lambda value: value is not None)


WRITTEN: MappingProxyType[type, st.SearchStrategy[Any]] = MappingProxyType(
    {
        AirWaybill: checked(AirWaybill, st.builds("{}-{}".format, coded(digits, 3), coded(digits, 7))),
        ContainerNumber: checked(ContainerNumber, st.builds("{}U{}".format, coded(capitals, 3), coded(digits, 6))),
        CountryCode: st.sampled_from(["FR", "EC", "BE", "PA", "SN"]).map(CountryCode),
        EORI: coded(digits, 9).map(lambda text: EORI(f"FR{text}")),
        HSCode: coded(digits, 6).map(HSCode),
        IBAN: st.sampled_from(["GR1601101050000010547023795", "DE89370400440532013000"]).map(IBAN),
        Id: st.uuids(version=4).map(lambda text: Id(str(text))),
        IMONumber: checked(IMONumber, st.builds("{}{}".format, st.sampled_from("789"), coded(digits, 5))),
        Instant: instants,
        MMSI: coded(digits, 6).map(lambda text: MMSI(f"226{text}")),
        Money: st.builds(Money, numbers, st.sampled_from(["EUR", "USD"])),
        PartialDate: st.dates(dt.date(1900, 1, 1))
        .flatmap(lambda day: st.sampled_from([str(day), str(day)[:7], str(day)[:4]]))
        .map(PartialDate),
        Period: periods,
        Position: st.builds("{} {}".format, st.integers(-90, 90), st.integers(-180, 180)).map(Position),
        Quantity: quantities,
        UNLocode: st.sampled_from(["FRLEH", "BEANR", "ECGYE"]).map(UNLocode),
        VIN: coded("ABCDEFGHJKLMNPRSTUVWXYZ0123456789", 17).map(VIN),
    }
)

MEMBERS: MappingProxyType[tuple[type, str], st.SearchStrategy[Any]] = MappingProxyType(
    {
        (Aircraft, "aircraft_address"): coded("0123456789ABCDEF", 6),
        (Aircraft, "type_designator"): st.builds(
            "{}{}".format, st.sampled_from(capitals), coded(capitals + digits, 1, 3)
        ),
        (AsSeen, "text"): words | withheld,
        (Consignment, "gross_mass"): masses,
        (Consignment, "package_count"): st.integers(0, 10**6),
        (Container, "size_type"): coded(capitals + digits, 4),
        (Container, "tare"): masses,
        (Container, "verified_gross_mass"): masses,
        (Goods, "gross_mass"): masses,
        (Goods, "net_mass"): masses,
        (Goods, "package_count"): st.integers(0, 10**6),
        (Goods, "purity"): st.builds(Quantity, st.decimals(0, 100, places=1), st.just("P1")),
        (Goods, "un_number"): coded(digits, 4),
        (Person, "height_cm"): st.integers(30, 275) | withheld,
        (Place, "radius"): st.builds(Quantity, numbers, st.sampled_from(["MTR", "NMI"])),
        (Provenance, "source"): coded(string.ascii_letters + digits + "-./:_", 1, 20) | withheld,
        (Vessel, "gross_tonnage"): st.integers(1, 300_000),
    }
)

#: Members that only go together, or in one order: without them the rest is valid.
TOGETHER = MappingProxyType(
    {
        Address: ("street", "city", "postcode", "country"),
        Communication: ("first_seen", "last_seen"),
        Consignment: ("departs", "arrives"),
        Place: ("position", "radius"),
        RouteLeg: ("departs", "arrives"),
    }
)

grades = st.builds("{}{}{}".format, st.sampled_from("ABCDE"), st.sampled_from("12345"), st.sampled_from("1234")).map(
    Grade.parse
)


@cache
def records(cls: type) -> st.SearchStrategy[Any]:
    """Valid instances of a record class of this room."""
    if cls is Grade:
        return grades
    if cls is Withheld:
        return withheld
    required: dict[str, st.SearchStrategy[Any]] = {}
    optional: dict[str, st.SearchStrategy[Any]] = {}
    for member in shape(cls).members:
        if (strategy := MEMBERS.get((cls, member.name))) is None:
            strategy = provenances(cls) if member.name == "provenance" else of_shape(member.shape)
        (required if member.required else optional)[member.name] = strategy
    return st.fixed_dictionaries(required, optional=optional).map(maker(cls)).filter(lambda made: made is not None)


def maker(cls: type) -> Callable[[dict[str, Any]], Any]:
    """The class, made to leave out members that do not agree rather than to refuse the whole."""

    def make(members: dict[str, Any]) -> Any:
        try:
            return cls(**members)
        except Invalid:
            rest = {name: value for name, value in members.items() if name not in TOGETHER.get(cls, ())}
        try:
            return cls(**rest)
        except Invalid:
            return None

    return make


def provenances(cls: type) -> st.SearchStrategy[Any]:
    """Provenance that speaks of members which the class has."""
    names = [member.name for member in shape(cls).members if member.name not in {"id", "provenance"}]
    one = st.fixed_dictionaries(
        {"member": st.sampled_from(["", *names]), "source": MEMBERS[Provenance, "source"]},
        optional={"as_of": instants, "reported": instants, "grade": grades, "seen_as": words | withheld},
    ).map(lambda members: Provenance(**members))
    return st.lists(one, max_size=2).map(tuple)


def of_shape(described: Shape) -> st.SearchStrategy[Any]:
    """Values of one shape."""
    match described:
        case Marked(inner, _):
            return of_shape(inner)
        case Plain(kind):
            return words if kind is str else st.booleans() if kind is bool else st.integers(-(10**6), 10**6)
        case Choice(codes, None):
            return st.sampled_from(codes)
        case Choice(_, type() as kind):
            return st.sampled_from(kind)
        case Scalar(kind):
            return WRITTEN[kind]
        case Languages():
            return texts
        case Sequence(item):
            return st.lists(of_shape(item), max_size=2).map(tuple)
        case Alternatives(nested, scalar):
            options = [records(option.type) for option in nested]
            return st.one_of(*([] if scalar is None else [of_shape(scalar)]), *options)
    return records(described.type)


def entities() -> st.SearchStrategy[Any]:
    """Any entity."""
    return st.one_of([records(cls) for cls in ENTITIES])


def links() -> st.SearchStrategy[Link]:
    """Links between two entities that are not given."""
    return records(Link)
