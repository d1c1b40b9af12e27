"""Checking a record made in code: the types of its members, and the rules of all that it holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from smir.findings import Finding
from smir.structure.codes import (
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
    is_record,
    once,
    shape,
)
from smir.values.text import Text

#: The largest whole number that JSON carries exactly between all systems (RFC 8785).
MAX_INTEGER = 2**53 - 1

#: Characters that no text may hold: controls but line feed and tab, and halves of surrogate pairs.
broken = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff]").search

Checker = Callable[[Any, str], Iterator[Finding]]


def shallow(made: Any) -> tuple[Finding, ...]:
    """What is wrong with the types of a record's members; the records inside were checked when they were made."""
    found: list[Finding] = []
    for name, nullable, fits, describe in _checks(type(made)):
        value = getattr(made, name)
        if not ((value is None and nullable) or fits(value)):
            found += describe(value, f"/{name}")
    return tuple(found)


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


def own_rules(made: Any) -> Iterator[Finding]:
    """What the rules of the record's own class find."""
    rules = getattr(made, "rules", None)
    if rules is not None:
        yield from rules()


def _deep(value: Any, path: str) -> Iterator[Finding]:
    if is_record(type(value)):
        for finding in own_rules(value):
            yield finding.under(path)
        for member in shape(type(value)).members:
            yield from _deep(getattr(value, member.name), f"{path}/{member.name}")
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _deep(item, f"{path}/{index}")


@once
def _checks(cls: type) -> tuple[tuple[str, bool, Callable[[Any], bool], Checker], ...]:
    return tuple(
        (member.name, member.nullable, quick(member.shape), _describe(member.shape)) for member in shape(cls).members
    )


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
            kinds = frozenset(nested.type for nested in records)
            if scalar is None:
                return lambda value: type(value) in kinds
            other = quick(scalar)
            return lambda value: type(value) in kinds or other(value)
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
