"""What differs between two versions of a product, place by place, without saying what stands there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import Enum, unique
from typing import Any

from attrs import field, frozen

from smir.criteria import Criterion
from smir.entities import Person
from smir.findings import Code, Invalid
from smir.products.product import Product
from smir.structure.shape import Choice, Languages, Plain, Sequence, Shape, bare, is_record, marks, shape
from smir.values import Id, Written

CHANGE_CLASSES = Code(
    "CHANGE-CLASSES",
    en="Two versions of one product are compared, so both have the same class.",
    fr="On compare deux versions d’un même produit\u202f; toutes deux ont donc la même classe.",
)


@unique
class Happened(Enum):
    """What happened at a place."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@frozen
class Change:
    """One difference.

    Args:
        path: JSON pointer; into the later version, or into the earlier one for what was removed.
        happened: Added, removed or changed.
        before: The earlier value as written, where it is a code, number, identifier or instant; never a free text and
            never personal data.
        after: The later value, likewise.

    >>> Change("/review_by", Happened.ADDED, after="2026-12-01T00:00:00Z")
    <Change /review_by added>
    """

    path: str
    happened: Happened
    before: str | None = field(default=None)
    after: str | None = field(default=None)

    def __repr__(self) -> str:
        return f"<Change {self.path or '/'} {self.happened.value}>"


def diff(before: Product, after: Product) -> tuple[Change, ...]:
    """What differs between two versions of a product. Parts with an identifier are compared with themselves, wherever
    they stand in their list; other entries of lists are there or not.

    Raises:
        smir.Invalid: ``CHANGE-CLASSES``.

    >>> from smir.grading import Grade
    >>> from smir.products import Level, Report
    >>> from smir.structure import evolve
    >>> from smir.values import Text
    >>> first = Report(level=Level.STRATEGIC, title=Text(en="Tobacco by rail"), grade=Grade.parse("B21"))
    >>> diff(first, evolve(first, level=Level.OPERATIONAL, gaps=(Text(en="Who buys"),)))
    (<Change /level changed>, <Change /gaps/0 added>)
    """
    if type(before) is not type(after):
        raise Invalid((CHANGE_CLASSES.at(),))
    return tuple(_records(before, after, "", hidden=False))


def _records(one: Any, other: Any, path: str, *, hidden: bool) -> Iterator[Change]:
    cls: type = type(one)
    hidden = hidden or cls is Person
    for member in shape(cls).members:
        values = getattr(one, member.name), getattr(other, member.name)
        if values[0] != values[1]:
            yield from _values(member.shape, *values, f"{path}/{member.name}", hidden=hidden)
    if one.extras != other.extras:
        yield Change(path, Happened.CHANGED)


def _values(described: Shape, one: Any, other: Any, path: str, *, hidden: bool) -> Iterator[Change]:
    hidden = hidden or any(mark.hides for mark in marks(described))
    if isinstance(one, tuple) and isinstance(other, tuple):
        yield from _lists(described, one, other, path, hidden=hidden)
    elif type(one) is type(other) and is_record(type(one)):
        yield from _records(one, other, path, hidden=hidden)
    elif one is None:
        yield Change(path, Happened.ADDED, after=_written(described, other, hidden=hidden))
    elif other is None:
        yield Change(path, Happened.REMOVED, before=_written(described, one, hidden=hidden))
    else:
        written = [_written(described, value, hidden=hidden) for value in (one, other)]
        yield Change(path, Happened.CHANGED, *written)


def _lists(
    described: Shape, one: tuple[Any, ...], other: tuple[Any, ...], path: str, *, hidden: bool
) -> Iterator[Change]:
    inner = bare(described)
    item = inner.item if isinstance(inner, Sequence) else described
    known = {_id(entry): entry for entry in one if _id(entry) is not None}
    left, right = [_key(entry) for entry in one], [_key(entry) for entry in other]
    gone, new = Counter(left) - Counter(right), Counter(right) - Counter(left)
    moved = left != right and not gone and not new
    for index, entry in enumerate(one):
        if gone[left[index]] > 0:
            gone[left[index]] -= 1
            yield from _values(item, entry, None, f"{path}/{index}", hidden=hidden)
    for index, entry in enumerate(other):
        if new[right[index]] > 0:
            new[right[index]] -= 1
            yield from _values(item, None, entry, f"{path}/{index}", hidden=hidden)
        elif (earlier := known.get(_id(entry))) is not None and earlier != entry:
            yield from _values(item, earlier, entry, f"{path}/{index}", hidden=hidden)
    if moved:
        yield Change(path, Happened.CHANGED)


def _id(entry: Any) -> Id | None:
    found = getattr(entry, "id", None)
    return found if type(found) is Id else None


def _key(entry: Any) -> Any:
    """What tells an entry from the others: its identifier, else all of it."""
    return entry if _id(entry) is None else _id(entry)


def _written(described: Shape, value: Any, *, hidden: bool) -> str | None:
    """A value as written, where it may be seen: no free text, nothing personal, no record as a whole."""
    if hidden or isinstance(value, tuple) or is_record(type(value)):
        return None
    if isinstance(value, Criterion) and value.is_personal:
        return None
    described = bare(described)
    if isinstance(described, Languages) or described == Plain(str):
        return None
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Written):
        return str(value) if value.shown else None
    return str(value) if isinstance(described, Choice) or isinstance(value, bool | int) else None
