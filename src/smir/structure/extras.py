"""Members that a document carries and this version does not know: kept as they came, written back the same."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from attrs import field, frozen

from smir.findings import Invalid
from smir.structure.codes import EXTRAS_FORM


@frozen
class Extras:
    """Unknown members of one object, each with its value as canonical JSON text.

    They are kept so that a document from a later version survives a round trip. Nothing here knows what they mean, so
    a release treats them as the most restricted of all.

    Args:
        members: Pairs of name and canonical JSON (RFC 8785), in the order of the names.

    Raises:
        smir.Invalid: ``EXTRAS-FORM``.

    >>> Extras.of({"novel": [1, 2]})
    <Extras 1 unknown member>
    """

    members: tuple[tuple[str, str], ...] = field(default=())

    def __attrs_post_init__(self) -> None:
        if not _are_members(self.members):
            raise Invalid([EXTRAS_FORM.at()])

    @classmethod
    def of(cls, members: Mapping[str, Any]) -> Extras:
        """Keep plain JSON members; raises ``ValueError`` for what RFC 8785 cannot write."""
        import rfc8785

        pairs = tuple(sorted((name, rfc8785.dumps(value).decode()) for name, value in members.items()))
        if not all(_is_name(name) for name, _ in pairs):
            raise ValueError
        made = cls()
        object.__setattr__(made, "members", pairs)  # written canonical just now; proving it would cost as much again
        return made

    def plain(self) -> dict[str, Any]:
        """The members as plain JSON values."""
        import orjson

        return {name: orjson.loads(value) for name, value in self.members}

    def __bool__(self) -> bool:
        return bool(self.members)

    def __repr__(self) -> str:
        count = len(self.members)
        return f"<Extras {count} unknown member{'' if count == 1 else 's'}>"


def _are_members(members: Any) -> bool:
    return (
        type(members) is tuple
        and all(
            type(pair) is tuple
            and len(pair) == 2
            and _is_name(pair[0])
            and type(pair[1]) is str
            and _is_canonical(pair[1])
            for pair in members
        )
        and all(before[0] < after[0] for before, after in pairwise(members))
    )


def _is_name(name: object) -> bool:
    """Whether it is a text that UTF-8 can write: no half of a surrogate pair."""
    if type(name) is not str:
        return False
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_canonical(text: str) -> bool:
    """Whether a text is the JSON that RFC 8785 writes of the value it holds."""
    import rfc8785

    try:
        return rfc8785.dumps(json.loads(text, parse_int=_number)) == text.encode()
    except (ValueError, RecursionError):
        return False


def _number(digits: str) -> int | float:
    """A whole number, as far as JSON carries it exactly; beyond that RFC 8785 writes the fraction nearest to it."""
    return int(digits) if len(digits) < 16 else float(digits)


NO_EXTRAS = Extras()
