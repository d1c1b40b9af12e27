"""Texts compared without the difference of case or of accents, and patterns of LIKE."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from smir.criteria.nodes import Fold, Ignoring, String, Value

Test = Callable[[str], bool]


def without_case(text: str) -> str:
    """A text as CASEI compares it: Unicode case folding, so that STRASSE and Straße are one.

    >>> without_case("Straße")
    'strasse'
    """
    return text.casefold()


def without_accents(text: str) -> str:
    """A text as ACCENTI compares it: letters without the marks that can be taken off them.

    >>> without_accents("débárquér, Ærø")
    'debarquer, Ærø'
    """
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(mark for mark in apart if unicodedata.category(mark) != "Mn"))


def folding(ignoring: Ignoring) -> Callable[[str], str]:
    """The change of a text that makes a comparison ignore case or accents."""
    return without_case if ignoring is Ignoring.CASE else without_accents


def folded(literal: Value) -> str:
    """The text of a literal under all its folds."""
    if isinstance(literal, Fold):
        return folding(literal.ignoring)(folded(literal.value))
    return literal.text if isinstance(literal, String) else ""


def pattern_test(pattern: str) -> Test:
    """A test whether a text fits a pattern of LIKE; its time never grows faster than text times pattern.

    >>> fits = pattern_test("MSK_%")
    >>> fits("MSKU1234565"), fits("MSK")
    (True, False)
    """
    segments = _segments(pattern)
    if len(segments) == 1:
        return _whole(segments[0])
    plain = all(isinstance(part, str) for part in segments)
    if plain and len(segments) == 2:
        return _edges(str(segments[0]), str(segments[1]))
    if plain and len(segments) == 3 and not segments[0] and not segments[2]:
        wanted = str(segments[1])
        return lambda text: wanted in text
    return _in_order([_expression(part) for part in segments])


def _segments(pattern: str) -> list[str | tuple[str | None, ...]]:
    """What stands between the ``%``: plain texts, or characters with None for each ``_``."""
    segments: list[list[str | None]] = [[]]
    characters = iter(pattern)
    for character in characters:
        if character == "%":
            segments.append([])
        elif character == "\\":
            segments[-1].append(next(characters, character))  # an accent taken off may leave a lone backslash
        else:
            segments[-1].append(None if character == "_" else character)
    return [tuple(part) if None in part else "".join(str(one) for one in part) for part in segments]


def _whole(segment: str | tuple[str | None, ...]) -> Test:
    if isinstance(segment, str):
        return segment.__eq__
    matches = _expression(segment).fullmatch
    return lambda text: matches(text) is not None


def _edges(first: str, last: str) -> Test:
    if not last:
        return lambda text: text.startswith(first)
    if not first:
        return lambda text: text.endswith(last)
    least = len(first) + len(last)
    return lambda text: len(text) >= least and text.startswith(first) and text.endswith(last)


def _expression(segment: str | tuple[str | None, ...]) -> re.Pattern[str]:
    return re.compile("".join("." if one is None else re.escape(one) for one in segment), re.DOTALL)


def _in_order(parts: list[re.Pattern[str]]) -> Test:
    """Each part as far left as it goes, the last at the very end: parts have a fixed length, so this finds any fit."""
    first, *middle, last = parts
    ending = re.compile(f"(?:{last.pattern})\\Z", re.DOTALL)
    length = _length(last)

    def fits(text: str) -> bool:
        begin = first.match(text)
        if begin is None:
            return False
        position = begin.end()
        for part in middle:
            found = part.search(text, position)
            if found is None:
                return False
            position = found.end()
        tail = len(text) - length
        return tail >= position and ending.match(text, tail) is not None

    return fits


def _length(part: re.Pattern[str]) -> int:
    """How many characters a part of fixed length takes: an escape counts with the character it protects."""
    return sum(1 for _ in re.finditer(r"\\.|[^\\]", part.pattern, re.DOTALL))
