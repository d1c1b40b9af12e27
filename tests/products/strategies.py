"""Strategies for products and their parts: every member of every class, present or absent, valid by construction."""

from __future__ import annotations

import string
from functools import cache
from types import MappingProxyType
from typing import Any

import attrs
from hypothesis import reject
from hypothesis import strategies as st

from smir.criteria import Criterion, criterion
from smir.entities import Provenance
from smir.findings import Invalid
from smir.grading import Grade
from smir.handling import Caveat, CaveatCode, Handling, HandlingScheme, Marking, MarkingScheme, Withheld
from smir.products import (
    Alert,
    Attachment,
    BackTest,
    Item,
    Likelihood,
    Message,
    Originator,
    Product,
    Profile,
    Reason,
    Report,
    Status,
    Trend,
    Urn,
    Weight,
    Yardstick,
)
from smir.structure import evolve
from smir.structure.shape import Alternatives, Marked, Nested, Plain, Scalar, Sequence, Shape, shape
from smir.values import CountryCode, Period, Quantity
from tests.entities import strategies as of_entities
from tests.entities.strategies import coded, instants, numbers, withheld, words

#: The five products.
PRODUCTS: tuple[type[Product], ...] = (Alert, Trend, Profile, Report, Message)

urns = st.builds(
    Urn.of,
    country=st.sampled_from(["FR", "EC", "BE"]).map(CountryCode),
    authority=coded(string.ascii_uppercase + string.digits, 2, 12),
    year=st.integers(1990, 2060),
    serial=st.integers(1, 10**12 - 1),
)
between = st.builds(lambda start, days: Period.between(start, start.plus(days=days)), instants, st.integers(1, 400))
periods = between | instants.map(Period.since) | instants.map(Period.until) | st.integers(1, 400).map(Period.days)
criteria = st.sampled_from(
    [
        "gross_mass > 10000",
        "origin_country = 'EC' AND commodity_code LIKE '0811%'",
        "importer_name = 'Ignatius Invented'",
    ]
).map(criterion)
likelihoods = st.sampled_from(Yardstick).flatmap(
    lambda scheme: st.builds(Likelihood, scheme=st.just(scheme), term=st.sampled_from(scheme.terms))
)
indicators = coded(string.ascii_uppercase + string.digits, 1, 8)
weights = st.builds(Weight, indicator=indicators, points=st.integers(-100, 100))
markings = st.sampled_from(MarkingScheme).flatmap(
    lambda scheme: st.builds(
        Marking,
        scheme=st.just(scheme),
        level=st.sampled_from(scheme.levels),
        caveats=st.sampled_from([(), (Caveat(code=CaveatCode.ORIGINATOR_CONTROL),)]),
    )
)
handlings = st.builds(
    Handling,
    scheme=st.sampled_from([HandlingScheme.NIM_2000, HandlingScheme.MOPI]),
    code=st.sampled_from("12345"),
    authoriser=st.none() | st.just("Duty officer 7") | withheld,
)
grades = st.builds(
    lambda handling, source, information: Grade(
        scheme=handling.scheme, source=source, information=information, handling=handling
    ),
    handlings,
    st.sampled_from("ABCDE"),
    st.sampled_from("12345"),
)
attachments = st.builds(
    Attachment.of,
    st.binary(max_size=20),
    name=st.sampled_from(["hatch.jpg", "poids à l’entrée.csv", "a b.pdf"]),
    media_type=st.sampled_from(["image/jpeg", "text/csv", "application/pdf"]),
)
back_tests = st.builds(
    lambda period, counts: BackTest(
        period=period, declarations=counts[3], selected=counts[2], controlled=counts[1], offences=counts[0]
    ),
    between,
    st.lists(st.integers(0, 10**6), min_size=4, max_size=4).map(sorted),
)

#: Classes with rules of their own that a walk of the types does not know.
RECORDS: MappingProxyType[type, st.SearchStrategy[Any]] = MappingProxyType(
    {
        Attachment: attachments,
        BackTest: back_tests,
        Grade: grades,
        Handling: handlings,
        Likelihood: likelihoods,
        Marking: markings,
        Weight: weights,
        Withheld: withheld,
    }
)

MEMBERS: MappingProxyType[tuple[type, str], st.SearchStrategy[Any]] = MappingProxyType(
    {
        (Alert, "indicators"): st.lists(indicators, max_size=2, unique=True).map(tuple),
        (Alert, "valid"): st.integers(1, 90).map(Period.days) | instants.map(Period.until),
        (Item, "provenance"): st.builds(
            Provenance, member=st.just(""), source=st.just("ISR-2026-0042") | withheld, seen_as=st.none() | words
        ),
        (Message, "language"): st.sampled_from(["fr", "en", "pt-BR"]),
        (Profile, "expected_hit_rate_percent"): st.integers(0, 100),
        (Profile, "indicators"): st.lists(indicators, max_size=2, unique=True).map(tuple),
        (Profile, "weights"): st.lists(weights, max_size=2, unique_by=lambda weight: weight.indicator).map(tuple),
        (Reason, "requirement"): st.sampled_from(["LEVEL-TACTICAL-TWO-ITEMS", "LEVEL-STRATEGIC-FIGURES"]),
        (Trend, "baseline_period"): between,
        (Trend, "comparison_period"): between,
        (Trend, "baseline_value"): st.builds(Quantity, numbers, st.just("C62")),
        (Trend, "comparison_value"): st.builds(Quantity, numbers, st.just("C62")),
        (Trend, "series"): withheld.map(lambda one: (one,)),
    }
)


def records(cls: type) -> st.SearchStrategy[Any]:
    """Valid instances of a record class of this room or of the rooms below; some members are there, most are not."""
    return RECORDS[cls] if cls in RECORDS else sparse(cls)


@st.composite
def sparse(draw: Any, cls: type) -> Any:
    """An instance with its required members and a few of the others."""
    required, optional = members_of(cls)
    chosen = draw(st.lists(st.sampled_from(optional), max_size=6, unique=True)) if optional else []
    members = {name: draw(strategy_of(cls, name)) for name in (*required, *chosen)}
    try:
        return cls(**members)
    except Invalid as invalid:
        wrong = {finding.path.split("/")[1] for finding in invalid.findings if finding.path}
    try:
        return cls(**{name: value for name, value in members.items() if name in required or name not in wrong})
    except Invalid:
        reject()


@cache
def members_of(cls: type) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The members that a record cannot be made without, and those drawn at will."""
    defaults = {attribute.name: attribute.default for attribute in attrs.fields(cls)}
    names = [member.name for member in shape(cls).members]
    required = tuple(name for name in names if defaults[name] is attrs.NOTHING or name == "id")
    left_out = {"status"} if issubclass(cls, Product) else set()
    if not cls.__module__.startswith("smir.products"):
        left_out |= {"provenance"}
    return required, tuple(name for name in names if name not in {*required, *left_out})


@cache
def strategy_of(cls: type, name: str) -> st.SearchStrategy[Any]:
    """What a member of a class may hold."""
    for table in (MEMBERS, of_entities.MEMBERS):
        if (cls, name) in table:
            return table[cls, name]
    return of_shape(shape(cls).member(name).shape)


def of_shape(described: Shape) -> st.SearchStrategy[Any]:
    """Values of one shape."""
    match described:
        case Marked(inner, _):
            return of_shape(inner)
        case Scalar(kind) if kind in SCALARS:
            return SCALARS[kind]
        case Sequence(item):
            return st.lists(of_shape(item), max_size=2).map(tuple)
        case Alternatives(nested, scalar):
            return one_of(tuple(option.type for option in nested), None if scalar is None else of_shape(scalar))
        case Nested(kind, _):
            return records(kind)
        case Plain(kind) if kind is int:
            return st.integers(1, 10**6)
    return of_entities.of_shape(described)


@st.composite
def one_of(draw: Any, classes: tuple[type, ...], other: Any) -> Any:
    """One of several records, or the other thing; put so that nothing is built before it is drawn."""
    chosen = draw(st.sampled_from(classes if other is None else (None, *classes)))
    return draw(other if chosen is None else records(chosen))


SCALARS: MappingProxyType[type, st.SearchStrategy[Any]] = MappingProxyType(
    {Criterion: criteria, Urn: urns, Period: periods}
)


@st.composite
def products(draw: Any) -> Any:
    """Any of the five products, not issued."""
    return draw(records(draw(st.sampled_from(PRODUCTS))))


@st.composite
def issued(draw: Any) -> Any:
    """Any product, issued, with its period begun or not."""
    return evolve(
        draw(products()),
        urn=draw(urns),
        created_at=draw(instants),
        originator=Originator(country=CountryCode("FR"), authority=draw(words)),
        status=Status.ISSUED,
        supersedes=None,
    )
