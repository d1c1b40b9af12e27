"""Tables of handling and grading: rows with labels in English and French, each with its source and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from smir.vocabulary import CodeRow


def rows(room: str, file: str, kind: str) -> tuple[CodeRow, ...]:
    """The rows of one kind in a table of a room, read on first use.

    >>> [row.code for row in rows("handling", "codes", "scheme")]
    ['5x5x5', '5x5x5/NIM-2000', '5x5x5/MoPI']
    """
    return table(room, file)[kind]


@cache
def table(room: str, file: str) -> Mapping[str, tuple[CodeRow, ...]]:
    """All rows of a table by their kind.

    Columns beside code, labels, source, status and days are further columns of a row, as text.
    """
    from importlib.resources import files
    from tomllib import loads

    text = (files(f"smir.{room}") / "data" / f"{file}.toml").read_text(encoding="utf-8")
    return MappingProxyType({kind: tuple(_row(cells) for cells in found) for kind, found in loads(text).items()})


@cache
def by_code(room: str, file: str, kind: str) -> Mapping[str, CodeRow]:
    """The rows of one kind by their code, for kinds that name each code once."""
    return MappingProxyType({row.code: row for row in rows(room, file, kind)})


def cell(row: CodeRow, column: str) -> str:
    """What a further column says; an empty text where the row has no such column."""
    return dict(row.extras).get(column, "")


def words(row: CodeRow, column: str) -> tuple[str, ...]:
    """What a further column lists, separated by bars."""
    return tuple(part.strip() for part in cell(row, column).split("|") if part)


def _row(cells: dict[str, Any]) -> CodeRow:
    from smir.vocabulary import CodeRow, Status

    languages = ("en", "fr")
    known = {"code", "source", "status", "valid_from", "valid_until", *languages}
    return CodeRow(
        cells["code"],
        labels=tuple((language, cells[language]) for language in languages),
        source=cells["source"],
        status=Status(cells["status"]),
        valid_from=cells.get("valid_from"),
        valid_until=cells.get("valid_until"),
        extras=tuple((column, text) for column, text in cells.items() if column not in known),
    )
