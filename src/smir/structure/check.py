"""Checking a record made in code: the types of its members, and the rules of all that it holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from typing import Any

from smir.findings import Finding
from smir.structure.codes import (
    EXTRAS_FORM,
    MEMBER_BOOLEAN,
    MEMBER_CHARACTERS,
    MEMBER_CHOICE,
    MEMBER_FORM,
    MEMBER_INTEGER,
    MEMBER_LANGUAGES,
    MEMBER_LIST,
    MEMBER_RECORD,
    MEMBER_TEXT,
)
from smir.structure.extras import NO_EXTRAS, Extras
from smir.structure.shape import (
    Alternatives,
    Choice,
    Languages,
    Marked,
    Member,
    Nested,
    Plain,
    Scalar,
    Sequence,
    Shape,
    is_list,
    is_record,
    once,
    records_in,
    shape,
    taker,
)
from smir.values.text import Text

#: The largest whole number that JSON carries exactly between all systems (RFC 8785).
MAX_INTEGER = 2**53 - 1

#: Characters that no text may hold: controls but line feed and tab, and halves of surrogate pairs.
broken = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff]").search

#: Stands for absent where a member never is.
_NEVER = object()

Checker = Callable[[Any, str], Iterator[Finding]]


def shallow(made: Any, changed: Container[str] | None = None) -> tuple[Finding, ...]:
    """What is wrong with the types of a record's members; the records inside were checked when they were made.

    Args:
        made: The record.
        changed: The members to look at; all unless given.
    """
    take, tests, members = _checks(type(made))
    if made.extras is not NO_EXTRAS and not _are_unknown(made.extras, type(made)):
        return (EXTRAS_FORM.at("/extras"),)
    if changed is not None:
        pairs = [(test, member) for test, member in zip(tests, members, strict=True) if member.name in changed]
        tests, members = tuple(test for test, _ in pairs), tuple(member for _, member in pairs)
        take = taker(member.name for member in members)
    values = take(made)
    for value, (absent, fits) in zip(values, tests, strict=True):
        if value is not absent and not fits(value):
            break
    else:
        return ()
    found: list[Finding] = []
    for value, (absent, fits), member in zip(values, tests, members, strict=True):
        if value is not absent and not fits(value):
            found += _describe(member.shape)(value, f"/{member.name}")
    return tuple(found)


def _are_unknown(extras: object, cls: type) -> bool:
    """Whether they are unknown members, none of which has the name of a known one."""
    if type(extras) is not Extras or not extras:
        return type(extras) is Extras
    described = shape(cls)
    known = {member.name for member in described.members} | ({"type"} if described.tag else set())
    return known.isdisjoint(name for name, _ in extras.members)


def check(made: Any) -> tuple[Finding, ...]:
    """Everything that the rules of a record and of all records in it have to say, warnings and notes too.

    >>> from smir.structure import record
    >>> @record
    ... class Seal:
    ...     number: str
    >>> check(Seal(number="SL-0001"))
    ()
    """
    return tuple(_deep(made, ""))


def own_rules(made: Any) -> tuple[Finding, ...]:
    """What the rules of the record's own class find."""
    rules = getattr(made, "rules", None)
    return () if rules is None else tuple(rules())


def _deep(made: Any, path: str) -> Iterator[Finding]:
    for finding in own_rules(made):
        yield finding.under(path)
    for name in _nests(type(made)):
        value = getattr(made, name)
        if type(value) is tuple:
            for index, item in enumerate(value):
                if is_record(type(item)):
                    yield from _deep(item, f"{path}/{name}/{index}")
        elif value is not None and is_record(type(value)):
            yield from _deep(value, f"{path}/{name}")


@once
def _nests(cls: type) -> tuple[str, ...]:
    """The members that can hold records."""
    return tuple(member.name for member in shape(cls).members if records_in(member.shape))


@once
def _checks(
    cls: type,
) -> tuple[Callable[[Any], tuple[Any, ...]], tuple[tuple[Any, Callable[[Any], bool]], ...], tuple[Member, ...]]:
    """How to fetch the members of a class in one go, and for each the value that stands for absent and a quick test."""
    members = shape(cls).members
    absent = (None if member.nullable else () if is_list(member.shape) else _NEVER for member in members)
    tests = tuple((value, quick(member.shape)) for value, member in zip(absent, members, strict=True))
    return taker(member.name for member in members), tests, members


def quick(described: Shape) -> Callable[[Any], bool]:
    """A quick test that says yes or no."""
    match described:
        case Marked(inner, _):
            return quick(inner)
        case Plain(kind) if kind is str:
            return lambda value: type(value) is str and broken(value) is None
        case Plain(kind) if kind is int:
            return lambda value: type(value) is int and -MAX_INTEGER <= value <= MAX_INTEGER
        case Plain() | Scalar() | Nested() | Choice(_, type()):
            exact = described.type
            return lambda value: type(value) is exact
        case Choice(codes, None):
            return lambda value: type(value) is str and value in codes
        case Languages():
            return lambda value: type(value) is Text
        case Sequence(item):
            each = quick(item)
            return lambda value: type(value) is tuple and all(map(each, value))
        case Alternatives(records, scalar):
            # By identity: a class with a metaclass of its own may answer hash() and == in any way, or fail.
            kinds = {id(nested.type): nested.type for nested in records}
            if scalar is None:
                return lambda value: id(type(value)) in kinds
            other = quick(scalar)
            return lambda value: id(type(value)) in kinds or other(value)
    raise TypeError(described)  # pragma: no cover - the shapes above are all there are


def _describe(described: Shape) -> Checker:
    """The findings for a value that failed the quick test."""
    if isinstance(described, Marked):
        return _describe(described.inner)
    if isinstance(described, Sequence):
        fits, each = quick(described.item), _describe(described.item)

        def items(value: Any, path: str) -> Iterator[Finding]:
            if type(value) is not tuple:
                yield MEMBER_LIST.at(path)
                return
            for index, item in enumerate(value):
                if not fits(item):
                    yield from each(item, f"{path}/{index}")

        return items
    return lambda value, path: iter((mismatch(described, value, path),))


def mismatch(described: Shape, value: Any, path: str) -> Finding:
    """The finding for one value that does not have its shape."""
    match described:
        case Marked(inner, _):
            return mismatch(inner, value, path)
        case Plain(kind) if kind is str:
            return (MEMBER_CHARACTERS if type(value) is str else MEMBER_TEXT).at(path)
        case Plain(kind):
            return (MEMBER_INTEGER if kind is int else MEMBER_BOOLEAN).at(path)
        case Choice(codes, _):
            return MEMBER_CHOICE.at(path, codes=", ".join(codes))
        case Scalar(kind):
            return MEMBER_FORM.at(path, type=kind.__name__)
        case Languages():
            return MEMBER_LANGUAGES.at(path)
        case Nested(kind, _):
            return MEMBER_RECORD.at(path, types=kind.__name__)
        case Alternatives(_, scalar) if scalar is not None:
            return mismatch(scalar, value, path)
        case Alternatives(records, _):
            return MEMBER_RECORD.at(path, types=", ".join(nested.type.__name__ for nested in records))
    return MEMBER_LIST.at(path)
