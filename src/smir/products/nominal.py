"""Where a product holds data on identified persons."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from smir.criteria import Criterion
from smir.entities import Person
from smir.handling import DataCategory, Handling, PersonalData, Withheld
from smir.structure.shape import Alternatives, Marked, Nested, Scalar, Sequence, Shape, bare, is_record, marks, shape


def is_nominal(made: Any) -> bool:
    """Whether a product, or any record, holds data on identified or identifiable persons.

    A person counts even where all is withheld but the part in the case; so does whatever stands under a mark of
    personal data, and a criterion that compares a personal element with a literal. Who authorised a handling code and
    which reference a source has do not count: they are about the office's own work.

    >>> from smir.handling import DataSubject
    >>> is_nominal(Person(subject=DataSubject.SUSPECT))
    True
    """
    if any(isinstance(entity, Person) for entity in getattr(made, "entities", ())):
        return True
    return any(True for _ in nominal_places(made))


def nominal_places(made: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Each place (a JSON pointer) that makes a record nominal, with what stands there. Never show what stands there.

    >>> from smir.handling import DataSubject
    >>> [place for place, _ in nominal_places(Person(subject=DataSubject.SUSPECT, name="Ignatius Invented"))]
    ['', '/name']
    """
    if isinstance(made, Handling | Withheld):
        return
    if isinstance(made, Person):
        yield path, made
    cls: type = type(made)
    for name, described in _telling(cls):
        value = getattr(made, name)
        if value is not None and value != ():
            yield from _in_value(described, value, f"{path}/{name}", personal=False)


@cache
def _telling(cls: type) -> tuple[tuple[str, Shape], ...]:
    """The members that can make a record nominal: marked ones, criteria, and whatever leads to some."""
    return tuple((member.name, member.shape) for member in shape(cls).members if _tells(member.shape))


def _tells(described: Shape) -> bool:
    match described:
        case Marked(inner, _):
            return _says_personal(described) or _tells(inner)
        case Sequence(inner):
            return _tells(inner)
        case Scalar(kind):
            return kind is Criterion
        case Nested(kind, _):
            return kind not in (Handling, Withheld) and (kind is Person or bool(_telling(kind)))
        case Alternatives(records, scalar):
            return any(map(_tells, records)) or (scalar is not None and _tells(scalar))
    return False


def _in_value(described: Shape, value: Any, path: str, *, personal: bool) -> Iterator[tuple[str, Any]]:
    personal = personal or _says_personal(described)
    if value is None or isinstance(value, Withheld):
        return
    if isinstance(value, tuple):
        item = _item(described)
        for index, one in enumerate(value):
            yield from _in_value(item, one, f"{path}/{index}", personal=personal)
    elif is_record(type(value)):
        if personal:
            yield path, value
        yield from nominal_places(value, path)
    elif personal or (isinstance(value, Criterion) and value.is_personal) or _is_marked_alternative(described):
        yield path, value


def _item(described: Shape) -> Shape:
    described = bare(described)
    return described.item if isinstance(described, Sequence) else described


def _is_marked_alternative(described: Shape) -> bool:
    """Whether the one alternative that is no record bears the mark itself."""
    described = bare(described)
    return isinstance(described, Alternatives) and described.scalar is not None and _says_personal(described.scalar)


def _says_personal(described: Shape) -> bool:
    return any(isinstance(mark, PersonalData) and mark.category is not DataCategory.SOURCE for mark in marks(described))
