"""The shape of a record: its members with their types resolved, the one description every walker reads.

Reading, writing, checking, redaction, schemas and generated documentation all follow these shapes, so that a record
is covered by each of them the day it is written.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Annotated, Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen

from smir.structure.marks import Mark
from smir.values.text import Text
from smir.values.written import Written

F = TypeVar("F", bound=Callable[..., Any])


@frozen
class Plain:
    """A text, a whole number or a truth value."""

    type: type[str | int | bool]


@frozen
class Choice:
    """One code of a closed list: an enumeration, or literal texts."""

    codes: tuple[str, ...]
    type: type[Enum] | None


@frozen
class Scalar:
    """A value with one written form."""

    type: type[Written]


@frozen
class Languages:
    """The same text in several languages."""


@frozen
class Sequence:
    """Any number of the same."""

    item: Shape


@frozen
class Marked:
    """A shape with something said about it."""

    inner: Shape
    marks: tuple[Mark, ...]


@frozen
class Alternatives:
    """One of several tagged records, or (at most one) text-like shape."""

    records: tuple[Nested, ...]
    scalar: Shape | None

    def by_tag(self) -> dict[str, type]:
        """The record class of each tag."""
        return {str(nested.tag): nested.type for nested in self.records}


@frozen
class Nested:
    """Another record."""

    type: type
    tag: str | None


Shape = Plain | Choice | Scalar | Languages | Sequence | Marked | Alternatives | Nested


@frozen
class Member:
    """One member of a record.

    Args:
        name: Its name in Python and in JSON.
        shape: What it holds.
        nullable: Whether ``None`` may stand for *absent*.
        required: Whether a document must have it.
    """

    name: str
    shape: Shape
    nullable: bool
    required: bool


@frozen
class RecordShape:
    """A record class with its members in the order they are declared."""

    type: type
    tag: str | None
    members: tuple[Member, ...]

    def member(self, name: str) -> Member:
        """The member of that name; raises ``KeyError``."""
        for member in self.members:
            if member.name == name:
                return member
        raise KeyError(name)


def once(function: F) -> F:
    """Work something out once for each class, and remember it."""
    return cast("F", cache(function))


def is_record(cls: object) -> bool:
    """Whether a class was made by :func:`smir.structure.record`."""
    return isinstance(cls, type) and "__smir_tag__" in vars(cls)


@once
def shape(cls: type) -> RecordShape:
    """The resolved shape of a record class; raises ``TypeError`` where a member's type is not one a document can
    hold.
    """
    if not is_record(cls):
        raise TypeError(f"{cls.__name__} is not a record")
    hints = get_type_hints(cls, include_extras=True)
    members = []
    for attribute in attrs.fields(cls):
        if attribute.name == "extras":
            continue
        described, nullable = shape_of(hints[attribute.name], f"{cls.__name__}.{attribute.name}")
        optional = attribute.default is None or attribute.default == ()
        if nullable and attribute.default is not None:
            raise TypeError(f"{cls.__name__}.{attribute.name} may be None, so its default must be None")
        members.append(Member(attribute.name, described, nullable, not optional))
    return RecordShape(cls, tag_of(cls), tuple(members))


def tag_of(cls: type) -> str | None:
    """What a record of this class writes in its member ``type``."""
    tag: str | None = vars(cls)["__smir_tag__"]
    return tag


def bare(described: Shape) -> Shape:
    """The shape under any marks."""
    while isinstance(described, Marked):
        described = described.inner
    return described


def is_list(described: Shape) -> bool:
    """Whether it holds any number of the same."""
    return isinstance(bare(described), Sequence)


def records_in(described: Shape) -> tuple[type, ...]:
    """The record classes that may stand there."""
    match described:
        case Marked(inner, _) | Sequence(inner):
            return records_in(inner)
        case Alternatives(nested, _):
            return tuple(record.type for record in nested)
        case Nested(kind, _):
            return (kind,)
    return ()


def taker(names: Iterable[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Fetch attributes of those names in one go."""
    wanted = tuple(names)
    if len(wanted) > 1:
        return attrgetter(*wanted)
    return lambda made: tuple(getattr(made, name) for name in wanted)


def marks(described: Shape) -> Iterator[Mark]:
    """The marks on a shape itself, outermost first."""
    while isinstance(described, Marked):
        yield from described.marks
        described = described.inner


def shape_of(annotation: Any, place: str = "annotation") -> tuple[Shape, bool]:
    """The shape of one annotation, and whether ``None`` may stand in its place."""
    annotation, nullable = _without_none(annotation)
    return _shape(annotation, place), nullable


def marks_on(described: Shape, value: object) -> Iterator[Mark]:
    """The marks that hold for a value: those on its shape, and those on the alternative it is."""
    yield from marks(described)
    inner = bare(described)
    if isinstance(inner, Alternatives) and inner.scalar is not None and not is_record(type(value)):
        yield from marks_on(inner.scalar, value)


def _without_none(annotation: Any) -> tuple[Any, bool]:
    if get_origin(annotation) in (Union, types.UnionType):
        kept = tuple(option for option in get_args(annotation) if option is not type(None))
        if len(kept) < len(get_args(annotation)):
            return Union[kept], True  # noqa: UP007 - built from a tuple at run time
    return annotation, False


def _shape(annotation: Any, place: str) -> Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        found = tuple(extra for extra in arguments[1:] if isinstance(extra, Mark))
        inner = _shape(arguments[0], place)
        return Marked(inner, found) if found else inner
    if origin in (Union, types.UnionType):
        return _alternatives(arguments, place)
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return Sequence(_shape(arguments[0], place))
    if origin is Literal and all(isinstance(code, str) for code in arguments):
        return Choice(arguments, None)
    if isinstance(annotation, type):
        if annotation in (str, int, bool):
            return Plain(annotation)
        if issubclass(annotation, Enum):
            return Choice(tuple(member.value for member in annotation), annotation)
        if issubclass(annotation, Written):
            return Scalar(annotation)
        if issubclass(annotation, Text):
            return Languages()
        if is_record(annotation):
            return Nested(annotation, tag_of(annotation))
    raise TypeError(f"{place}: a document cannot hold this type")


def _alternatives(arguments: tuple[Any, ...], place: str) -> Shape:
    options = [_shape(option, place) for option in arguments]
    records: list[Nested] = []
    others: list[Shape] = []
    for option in options:
        if isinstance(option, Alternatives):
            records += option.records
            others += [option.scalar] if option.scalar is not None else []
        elif isinstance(option, Nested):
            records.append(option)
        else:
            others.append(option)
    if any(nested.tag is None for nested in records) or len(others) > 1:
        raise TypeError(f"{place}: alternatives are tagged records and at most one other type")
    if any(isinstance(bare(other), Sequence) for other in others):
        raise TypeError(f"{place}: a list is no alternative to a record")
    return Alternatives(tuple(dict.fromkeys(records)), others[0] if others else None)
