"""How the parts of a product hang together: their identifiers, and the references between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from smir.entities.reference import ReferenceMark
from smir.handling import Withheld
from smir.structure.shape import Alternatives, Marked, Sequence, Shape, is_record, records_in, shape, taker
from smir.values import Id


def parts(product: Any) -> Iterator[tuple[str, Any]]:
    """Each part of a product that has an identifier of its own, with its place (a JSON pointer)."""
    cls: type = type(product)
    for name in _lists_of_parts(cls):
        for index, part in enumerate(getattr(product, name)):
            if hasattr(part, "id"):
                yield f"/{name}/{index}", part


def is_whole(product: Any) -> bool:
    """Whether no identifier stands twice and every reference is to a part of the product; where not, look for which."""
    cls: type = type(product)
    known: list[str] = []
    for parts_ in _take_parts(cls)(product):
        known += [part.id.text for part in parts_ if type(part) is not Withheld]
    ids = set(known)
    if len(ids) < len(known):
        return False
    referred: list[str] = []
    _refer(product, referred)
    return ids.issuperset(referred)


def _refer(made: Any, found: list[str]) -> None:
    cls: type = type(made)
    for value in _take_roads(cls)(made):
        if type(value) is tuple:
            for one in value:
                if type(one) is Id:
                    found.append(one.text)
                elif _leads(one):
                    _refer(one, found)
        elif type(value) is Id:
            found.append(value.text)
        elif value is not None and _leads(value):
            _refer(value, found)


@cache
def _take_parts(cls: type) -> Callable[[Any], tuple[Any, ...]]:
    return taker(_lists_of_parts(cls))


@cache
def _take_roads(cls: type) -> Callable[[Any], tuple[Any, ...]]:
    return taker(_roads(cls))


def _leads(made: Any) -> bool:
    cls: type = type(made)
    return bool(_roads_of(cls))


@cache
def _roads_of(cls: type) -> tuple[str, ...]:
    return _roads(cls) if is_record(cls) else ()


def pointers(made: Any, path: str = "") -> Iterator[tuple[str, Id]]:
    """Each reference that a record and the records in it hold, with its place.

    Only members whose types can hold a reference are looked at, so that most of a product costs nothing.
    """
    cls: type = type(made)
    for name in _roads(cls):
        yield from _at(getattr(made, name), f"{path}/{name}")


def _at(value: Any, path: str) -> Iterator[tuple[str, Id]]:
    if type(value) is Id:
        yield path, value
    elif type(value) is tuple:
        for index, one in enumerate(value):
            yield from _at(one, f"{path}/{index}")
    elif value is not None and is_record(type(value)):
        yield from pointers(value, path)


@cache
def _lists_of_parts(cls: type) -> tuple[str, ...]:
    return tuple(
        member.name
        for member in shape(cls).members
        if isinstance(member.shape, Sequence) and any(_has_id(record) for record in records_in(member.shape))
    )


def _has_id(cls: type) -> bool:
    return any(member.name == "id" for member in shape(cls).members)


@cache
def _roads(cls: type) -> tuple[str, ...]:
    """The members of a record class that are references or can lead to some."""
    return tuple(
        member.name
        for member in shape(cls).members
        if _points(member.shape) or any(_roads(record) for record in records_in(member.shape))
    )


def _points(described: Shape) -> bool:
    match described:
        case Marked(inner, marks):
            return any(isinstance(mark, ReferenceMark) for mark in marks) or _points(inner)
        case Sequence(inner):
            return _points(inner)
        case Alternatives(_, scalar) if scalar is not None:
            return _points(scalar)
    return False
