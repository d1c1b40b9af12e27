"""Strategies for declared data: rows, elements and declarations, right and wrong, with many values missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import Any

from hypothesis import strategies as st

from smir.conformance.values import texts
from smir.declarations import Declaration, Direction, Element, Function, Item, Kind, Row, catalogue

#: Values that many real declarations have, so that criteria hit now and then.
_FAMILIAR = ("081190", "EC", "FR", "BE", "CSQU3054383", "Invented Trading", "1")

_texts = st.sampled_from(_FAMILIAR) | texts(20)
_numbers = st.decimals(0, 10**9, places=3, allow_nan=False, allow_infinity=False)
_days = st.dates(dt.date(1990, 1, 1), dt.date(2060, 12, 31))


def rows(names: Iterable[str] | None = None) -> st.SearchStrategy[Row]:
    """Rows as criteria see them; an element that is missing is an absent key.

    Args:
        names: Elements of the catalogue that a row may have; any by default.

    >>> from hypothesis import find
    >>> dict(find(rows(["origin_country"]), lambda row: row.get("origin_country") == "EC"))
    {'origin_country': 'EC'}
    """
    values = {name: _values()[name] for name in (catalogue().names if names is None else names)}
    sizes = min(12, len(values))
    chosen = st.lists(st.sampled_from(sorted(values)), unique=True, max_size=sizes)
    return chosen.flatmap(lambda some: st.fixed_dictionaries({name: values[name] for name in some})).map(Row)


def declarations() -> st.SearchStrategy[Declaration]:
    """Declarations with a header and up to three items, valid texts and texts without a value among them.

    >>> from hypothesis import find
    >>> len(find(declarations(), lambda made: len(made.items) == 2).rows)
    2
    """
    return st.builds(
        Declaration,
        source=st.just("made up"),
        header=_elements("declaration", "shipment"),
        items=st.lists(st.integers(1, 99), max_size=3, unique=True).flatmap(
            lambda numbers: st.tuples(
                *(st.builds(Item, sequence=st.just(number), elements=_elements("item")) for number in numbers)
            )
        ),
        function=st.sampled_from(Function) | st.none(),
        direction=st.sampled_from(Direction) | st.none(),
        reference=texts(20) | st.none(),
        is_reply=st.booleans(),
    )


def _elements(*levels: str) -> st.SearchStrategy[tuple[Element, ...]]:
    return st.lists(_element(levels), max_size=6).map(tuple)


@cache
def _element(levels: tuple[str, ...]) -> st.SearchStrategy[Element]:
    from smir.declarations.element import ELEMENT_IDENTIFIER

    wrong = (ELEMENT_IDENTIFIER.at(standard="ISO 6346"),)

    def element(pair: tuple[str, Any], level: Any, findings: Any) -> Element:
        name, value = pair
        one = value[0] if isinstance(value, tuple) else value
        return Element(name, str(one), None if findings and level == "item" else one, findings, level=level)

    pairs = st.sampled_from(catalogue().names).flatmap(lambda name: st.tuples(st.just(name), _values()[name]))
    filled = pairs.filter(lambda pair: pair[1] != ())
    return st.builds(
        element,
        filled,
        st.sampled_from(levels),
        st.just(()) | st.just(wrong),
    )


@cache
def _values() -> dict[str, st.SearchStrategy[Any]]:
    """The strategy of each element of the catalogue, by its kind."""
    made: dict[str, st.SearchStrategy[Any]] = {}
    for known in catalogue():
        one: st.SearchStrategy[Any] = _texts
        if known.kind is Kind.NUMBER:
            one = _numbers.map(lambda number: Decimal(number).normalize() + 0)
        elif known.kind is Kind.DATE:
            one = _days
        made[known.name] = st.lists(_texts, min_size=1, max_size=3).map(tuple) if known.many else one
    return made
