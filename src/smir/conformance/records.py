"""Strategies that make valid records of any class, by walking its types; a national class is covered like our own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st

from smir.conformance.members import house, wholes
from smir.conformance.values import by_language, texts, written
from smir.findings import Invalid, errors_among
from smir.handling import Withheld
from smir.structure.check import MAX_INTEGER
from smir.structure.shape import (
    Alternatives,
    Choice,
    Languages,
    Marked,
    Nested,
    Plain,
    Scalar,
    Sequence,
    Shape,
    shape,
)

R = TypeVar("R")

#: The strategy for a member that its type alone does not describe, by class and name.
Overrides = Mapping[tuple[type, str], st.SearchStrategy[Any]]

#: How many members that may be absent one example of a record has at most; all of them appear over many examples.
MOST_OPTIONAL = 6


def records(cls: type[R], overrides: Overrides | None = None, *, withheld: bool = True) -> st.SearchStrategy[R]:
    """Valid records of a class: optional members present or absent, lists short.

    What the types of the house do not say stands in a table of its own; give what a national class needs besides as
    ``overrides``. Where the rules of a class speak against a combination, members that may be absent are left out.

    Args:
        cls: A record class.
        overrides: What to put in certain members, by class and name; they go before the table of the house.
        withheld: Whether :class:`~smir.handling.Withheld` may stand where the types admit it, as in received products.

    >>> from smir.grading import Grade
    >>> from hypothesis import find
    >>> str(find(records(Grade), lambda grade: grade.source == "B" and grade.handling.code == "1"))
    'B11'
    """
    return _Maker(overrides or {}, withheld=withheld).record(cls)


class _Maker:
    """Makes the strategy of each class once, however often it is nested."""

    def __init__(self, overrides: Overrides, *, withheld: bool) -> None:
        self._overrides, self._withheld = overrides, withheld
        self._made: dict[type, st.SearchStrategy[Any]] = {}

    def record(self, cls: type[R]) -> st.SearchStrategy[R]:
        if cls not in self._made:
            self._made[cls] = st.deferred(lambda: self._record(cls))
        return self._made[cls]

    def _record(self, cls: type[R]) -> st.SearchStrategy[R]:
        if cls in wholes() and not any(kind is cls for kind, _ in self._overrides):
            return wholes()[cls](self.record)
        described = shape(cls)
        members = {member.name: self._member(cls, member.name, member.shape) for member in described.members}
        absent = sorted(member.name for member in described.members if not member.required)
        always = [name for name in members if name not in absent]
        droppable = frozenset(one.name for one in attrs.fields(cls) if one.default is not attrs.NOTHING)  # type: ignore[arg-type]

        @st.composite
        def of_class(draw: st.DrawFn) -> R | None:
            present = draw(st.lists(st.sampled_from(absent), unique=True, max_size=MOST_OPTIONAL)) if absent else []
            return _fitting(cls, {name: draw(members[name]) for name in [*always, *present]}, droppable)

        return of_class().filter(lambda found: found is not None)  # type: ignore[return-value]

    def _member(self, cls: type, name: str, described: Shape) -> st.SearchStrategy[Any]:
        for table in (self._overrides, house()):
            for kind in cls.__mro__:
                if (kind, name) in table:
                    return table[kind, name]
        return self._of_shape(described)

    def _of_shape(self, described: Shape) -> st.SearchStrategy[Any]:
        match described:
            case Marked(inner, _):
                return self._of_shape(inner)
            case Plain(kind) if kind is str:
                return texts()
            case Plain(kind) if kind is bool:
                return st.booleans()
            case Plain():
                return st.integers(0, 1_000_000) | st.integers(-MAX_INTEGER, MAX_INTEGER)
            case Choice(codes, None):
                return st.sampled_from(codes)
            case Choice(_, type() as kind):
                return st.sampled_from(kind)
            case Scalar(kind):
                return written(kind)
            case Languages():
                return by_language()
            case Sequence(item):
                return st.lists(self._of_shape(item), max_size=2).map(tuple)
            case Nested(kind, _):
                return self.record(kind)
            case Alternatives(nested, scalar):
                kinds = [option.type for option in nested if self._withheld or option.type is not Withheld]
                options: list[st.SearchStrategy[Any]] = [self.record(kind) for kind in kinds]
                return st.one_of([*([] if scalar is None else [self._of_shape(scalar)]), *options])
        raise TypeError(described)


def _fitting(cls: type[R], members: dict[str, Any], droppable: frozenset[str]) -> R | None:
    """The record, without the members that may be absent and that its rules speak against; nothing if that fails."""
    for _ in range(4):
        try:
            return cls(**members)
        except Invalid as invalid:
            refused = {finding.path.split("/")[1] for finding in errors_among(invalid.findings) if finding.path}
        if not refused & droppable & members.keys():
            return None
        members = {name: value for name, value in members.items() if name not in refused & droppable}
    return None
