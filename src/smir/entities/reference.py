"""A reference: the identifier of another entity, recognisable in the type so that a release can prune it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from smir.structure import Mark
from smir.structure.shape import Alternatives, Marked, Sequence, Shape, is_record, marks, shape
from smir.values import Id


class ReferenceMark(Mark):
    """Says that an identifier points to something else; nothing about it is secret in itself.

    >>> REFERENCE.hides
    False
    """

    __slots__ = ()
    hides = False


REFERENCE = ReferenceMark()

#: The identifier of another entity. Where a single one may fall to a release, the member is ``Reference | Withheld``.
Reference = Annotated[Id, REFERENCE]


def references(made: Any) -> tuple[Id, ...]:
    """The identifiers a record points to, each once, in the order of its members; its own identifier is none of them.

    The types are walked, so a national class of record is covered without a line of its own.

    Args:
        made: An entity, a link or any other record.

    >>> from smir.entities import Link, LinkKind
    >>> ship, owner = Id.random(), Id.random()
    >>> references(Link(source=owner, kind=LinkKind.OWNER, target=ship)) == (owner, ship)
    True
    """
    return tuple(dict.fromkeys(_in_record(made)))


def _in_record(made: Any) -> Iterator[Id]:
    for member in shape(type(made)).members:
        yield from _in_value(member.shape, getattr(made, member.name))


def _in_value(described: Shape, value: Any) -> Iterator[Id]:
    if is_record(type(value)):
        yield from _in_record(value)
        return
    match described:
        case Marked() if any(isinstance(mark, ReferenceMark) for mark in marks(described)):
            yield from () if value is None else (value,)
        case Marked(inner, _):
            yield from _in_value(inner, value)
        case Sequence(item):
            for one in value:
                yield from _in_value(item, one)
        case Alternatives(_, scalar) if scalar is not None:
            yield from _in_value(scalar, value)
