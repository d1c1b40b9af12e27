"""Members that a document carries and this version does not know: kept as they came, written back the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen


@frozen
class Extras:
    """Unknown members of one object, each with its value as canonical JSON text.

    They are kept so that a document from a later version survives a round trip. Nothing here knows what they mean, so
    a release treats them as the most restricted of all.

    Args:
        members: Pairs of name and canonical JSON (RFC 8785), in the order of the names.

    >>> Extras.of({"novel": [1, 2]})
    <Extras 1 unknown member>
    """

    members: tuple[tuple[str, str], ...] = field(default=())

    @classmethod
    def of(cls, members: Mapping[str, Any]) -> Extras:
        """Keep plain JSON members; raises ``ValueError`` for what RFC 8785 cannot write."""
        import rfc8785

        return cls(tuple(sorted((name, rfc8785.dumps(value).decode()) for name, value in members.items())))

    def plain(self) -> dict[str, Any]:
        """The members as plain JSON values."""
        import orjson

        return {name: orjson.loads(value) for name, value in self.members}

    def __bool__(self) -> bool:
        return bool(self.members)

    def __repr__(self) -> str:
        count = len(self.members)
        return f"<Extras {count} unknown member{'' if count == 1 else 's'}>"


NO_EXTRAS = Extras()
