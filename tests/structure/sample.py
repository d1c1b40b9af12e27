"""Invented records that use every kind of member a record can have, and strategies for them."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import Annotated, Any, Literal

from attrs import field
from hypothesis import strategies as st

from smir.findings import Code, Severity
from smir.structure import Mark, record
from smir.values import CountryCode, Instant, Quantity, Text


class Hidden(Mark):
    """Marks what may not show."""


class Colour(Enum):
    """An enumeration."""

    RED = "red"
    GREEN = "green"


HEAVY = Code("SAMPLE-HEAVY", en="Too heavy.", fr="Trop lourd.")
ODD = Code("SAMPLE-ODD", en="Odd.", fr="Étrange.", severity=Severity.WARNING)


@record(tag="left-out")
class LeftOut:
    """Stands in the place of a value."""

    reason: str


@record
class Stamp:
    """A record without a tag."""

    by: str
    at: Instant


@record(tag="box")
class Box:
    """A tagged record with rules."""

    weight: int
    colour: Colour = Colour.RED
    contents: tuple[Annotated[str | LeftOut, Hidden()], ...] = ()
    origin: CountryCode | LeftOut | None = None

    def rules(self) -> Any:
        """No box over 1,000; an odd weight is worth a warning."""
        if self.weight > 1000:
            yield HEAVY.at("/weight")
        if self.weight % 2:
            yield ODD.at("/weight")


@record(tag="letter")
class Letter:
    """Another tagged record."""

    text: Text | LeftOut
    kind: Literal["open", "sealed"]
    registered: bool = False


@record(tag="parcel")
class Parcel:
    """A record that holds all the others."""

    title: Text
    stamps: tuple[Stamp, ...]
    parts: tuple[Box | Letter | LeftOut, ...] = ()
    sender: Annotated[str | LeftOut, Hidden()] | None = None
    mass: Quantity | None = None
    count: int = field(default=1)


def plain_texts() -> st.SearchStrategy[str]:
    """Texts a document can hold, with everything that JSON escapes or sorts in its own way."""
    return st.text(
        st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")) | st.sampled_from('\n\t"\\/\u2028\ufb33😀')
    )


def languages() -> st.SearchStrategy[Text]:
    """Texts by language."""
    said = plain_texts().filter(lambda text: bool(text.strip()) and "\ufffe" not in text and "\uffff" not in text)
    return st.dictionaries(st.sampled_from(["en", "fr", "pt-BR"]), said, min_size=1).map(Text)


def instants() -> st.SearchStrategy[Instant]:
    """Instants with any whole-minute offset."""
    zones = st.integers(-720, 840).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
    moments = st.datetimes(dt.datetime(2, 1, 1), dt.datetime(9998, 12, 30))
    return st.builds(lambda moment, zone: Instant.of(moment.replace(tzinfo=zone)), moments, zones)


def left_out() -> st.SearchStrategy[LeftOut]:
    """The mark of a missing value."""
    return st.builds(LeftOut, reason=plain_texts())


def boxes() -> st.SearchStrategy[Box]:
    """Boxes light enough."""
    return st.builds(
        Box,
        weight=st.integers(-1000, 1000),
        colour=st.sampled_from(Colour),
        contents=st.lists(plain_texts() | left_out(), max_size=2).map(tuple),
        origin=st.none() | left_out() | st.sampled_from(["FR", "BE"]).map(CountryCode),
    )


def letters() -> st.SearchStrategy[Letter]:
    """Letters with and without their text."""
    return st.builds(
        Letter, text=languages() | left_out(), kind=st.sampled_from(["open", "sealed"]), registered=st.booleans()
    )


def parcels() -> st.SearchStrategy[Parcel]:
    """Parcels with anything in them."""
    return st.builds(
        Parcel,
        title=languages(),
        stamps=st.lists(st.builds(Stamp, by=plain_texts(), at=instants()), max_size=2).map(tuple),
        parts=st.lists(boxes() | letters() | left_out(), max_size=3).map(tuple),
        sender=st.none() | plain_texts() | left_out(),
        mass=st.none() | st.sampled_from(["12.50 KGM", "1 NAR"]).map(Quantity.parse),
        count=st.integers(0, 2**53 - 1),
    )


def json_values() -> st.SearchStrategy[Any]:
    """Plain JSON of any shape, with numbers that JSON carries exactly."""
    leaves = (
        st.none()
        | st.booleans()
        | st.integers(-(2**53) + 1, 2**53 - 1)
        | plain_texts()
        | st.floats(-(2**53) + 1, 2**53 - 1)
    )
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(plain_texts(), inner, max_size=3),
        max_leaves=8,
    )
