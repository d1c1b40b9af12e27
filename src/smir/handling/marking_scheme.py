"""Marking schemes: their levels, the markings that may stand beside a level, and how all of it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from itertools import combinations
from types import MappingProxyType

from attrs import frozen

from smir.handling.table import by_code, cell, rows, words


class MarkingScheme(Enum):
    """Whose marking it is, and which edition; a level such as SECRET means nothing without it.

    Source: table of markings (``data/markings.toml``), rows ``scheme``.

    >>> MarkingScheme.FR_2021.levels
    ('DIFFUSION RESTREINTE', 'SECRET', 'TRÈS SECRET')
    """

    GSC = "GSC"
    GPMS = "GPMS"
    EUCI = "EUCI"
    FR_2021 = "FR-2021"
    FR_2011 = "FR-2011"
    NATO = "NATO"
    TLP = "TLP-2.0"
    PAP = "PAP"
    WCO = "WCO"
    LIMITE = "LIMITE"

    def label(self, language: str = "en") -> str:
        """Its name in a language."""
        return by_code("handling", "markings", "scheme")[self.value].label(language)

    @property
    def levels(self) -> tuple[str, ...]:
        """Its levels, from the least to the most protected."""
        return tuple(levels(self))

    def level_label(self, level: str, language: str = "en") -> str:
        """What one of its levels means, in a language; raises ``KeyError`` for a level of another scheme."""
        return levels(self)[level].labels[language if language == "fr" else "en"]

    @property
    def additional(self) -> tuple[str, ...]:
        """The additional markings that may stand beside its levels, in the order in which they are given."""
        return tuple(additions(self))


@frozen
class Level:
    """One level of a scheme: its place in the order, how it is written and what else is read as it."""

    rank: int
    written: str
    also: tuple[str, ...]
    labels: Mapping[str, str]


@frozen
class Addition:
    """One additional marking: where it is written and beside which levels it may stand."""

    place: str
    levels: frozenset[str]

    def on(self, text: str, code: str) -> str:
        """The text of a level with this marking on it."""
        match self.place:
            case "prefix":
                return f"{code} {text}"
            case "suffix":
                return f"{text}-{code}"
            case "bracket":
                return f"{text} [{code}]"
        return f"{text} {code}"


@cache
def levels(scheme: MarkingScheme) -> Mapping[str, Level]:
    """The levels of a scheme by code, from low to high."""
    return MappingProxyType(
        {
            row.code: Level(
                int(cell(row, "rank")),
                cell(row, "written") or row.code,
                words(row, "also"),
                MappingProxyType(dict(row.labels)),
            )
            for row in rows("handling", "markings", "level")
            if cell(row, "scheme") == scheme.value
        }
    )


@cache
def additions(scheme: MarkingScheme) -> Mapping[str, Addition]:
    """The additional markings of a scheme by code, in the order in which they are given."""
    return MappingProxyType(
        {
            row.code: Addition(cell(row, "place"), frozenset(words(row, "levels")))
            for row in rows("handling", "markings", "additional")
            if cell(row, "scheme") == scheme.value
        }
    )


@cache
def written_forms() -> Mapping[str, tuple[tuple[MarkingScheme, str, tuple[str, ...]], ...]]:
    """Every text that is a marking, with the scheme, level and additional markings it may mean."""
    found: dict[str, tuple[tuple[MarkingScheme, str, tuple[str, ...]], ...]] = {}
    for scheme in MarkingScheme:
        for code, level in levels(scheme).items():
            for added in _sets(scheme, code):
                for text in (level.written, *level.also):
                    form = with_additions(scheme, text, added)
                    found[form] = (*found.get(form, ()), (scheme, code, added))
    return MappingProxyType(found)


@cache
def old_forms() -> Mapping[str, tuple[MarkingScheme, str]]:
    """Texts of earlier editions that are read as a level of today and never written."""
    return MappingProxyType(
        {
            row.code: (MarkingScheme(cell(row, "scheme")), cell(row, "level"))
            for row in rows("handling", "markings", "old")
        }
    )


def with_additions(scheme: MarkingScheme, text: str, added: tuple[str, ...]) -> str:
    """The text of a level with additional markings on it."""
    for code in added:
        text = additions(scheme)[code].on(text, code)
    return text


def _sets(scheme: MarkingScheme, level: str) -> Iterator[tuple[str, ...]]:
    """Every choice of additional markings that may stand beside a level."""
    fitting = [code for code, addition in additions(scheme).items() if level in addition.levels]
    for size in range(len(fitting) + 1):
        yield from combinations(fitting, size)
