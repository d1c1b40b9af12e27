"""A code list: rows under one head, asked by code and by day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from attrs import field, frozen

from smir.findings import Code, Finding, Invalid, Outcome, Severity
from smir.vocabulary.head import Head
from smir.vocabulary.row import VOCABULARY_TYPE, CodeRow, Standing

VOCABULARY_DUPLICATE = Code(
    "VOCABULARY-DUPLICATE",
    en="A code stands twice for the same days. Remove one of the rows, or give each its own valid_from and"
    " valid_until.",
    fr="Un code figure deux fois pour les mêmes jours. Retirez l’une des lignes ou donnez à chacune ses propres"
    " valid_from et valid_until.",
)
VOCABULARY_CODE = Code(
    "VOCABULARY-CODE",
    en="The list {list} does not hold this code; it is kept as it is. Check it, or load the list that holds it.",
    fr="La liste {list} ne contient pas ce code\u202f; il est gardé tel quel. Vérifiez-le ou chargez la liste qui le"
    " contient.",
    severity=Severity.WARNING,
)
VOCABULARY_DATE = Code(
    "VOCABULARY-DATE",
    en="The list {list} holds this code, but not for that day. Check the date, or use the code that was in force then.",
    fr="La liste {list} contient ce code, mais pas pour ce jour. Vérifiez la date ou employez le code alors en"
    " vigueur.",
    severity=Severity.WARNING,
)
VOCABULARY_EDITION = Code(
    "VOCABULARY-EDITION",
    en="The list {list} was not in force on that day. Use the edition of that day.",
    fr="La liste {list} n’était pas en vigueur ce jour-là. Employez l’édition de ce jour.",
    severity=Severity.WARNING,
)
VOCABULARY_WITHDRAWN = Code(
    "VOCABULARY-WITHDRAWN",
    en="The keeper of the list {list} has withdrawn this code without giving a day. Use the code that replaces it.",
    fr="Le gestionnaire de la liste {list} a retiré ce code sans indiquer de jour. Employez le code qui le remplace.",
    severity=Severity.WARNING,
)
VOCABULARY_DEPRECATED = Code(
    "VOCABULARY-DEPRECATED",
    en="The keeper of the list {list} advises against this code. Prefer another one.",
    fr="Le gestionnaire de la liste {list} déconseille ce code. Préférez-en un autre.",
    severity=Severity.NOTE,
)


@frozen(repr=False)
class CodeList:
    """A code list with its head: a frozen value, asked by code and by day.

    A code that the list does not hold is kept: a lookup gives it back with a warning and never raises. One code may
    have several rows when their days do not overlap; without a day the latest row answers. Order of rows is the order
    of the source and says nothing about rank.

    Args:
        head: Whose list it is, and which version.
        rows: The rows, in the order of the source.

    Raises:
        smir.Invalid: ``VOCABULARY-DUPLICATE``, ``VOCABULARY-TYPE``.

    >>> import smir.vocabulary
    >>> modes = smir.vocabulary.get("transport-modes")
    >>> modes.label("1", "fr")
    'Transport maritime'
    >>> modes.row("42").findings
    (<Finding VOCABULARY-CODE warning at />,)
    """

    head: Head
    rows: tuple[CodeRow, ...]
    _by_code: Mapping[str, tuple[CodeRow, ...]] = field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        findings = list(type_breaches(self))
        if not findings:
            by_code, findings = arranged(self.rows)
            object.__setattr__(self, "_by_code", by_code)
        if findings:
            raise Invalid(findings)

    @property
    def name(self) -> str:
        """The name by which the list is asked for."""
        return self.head.name

    @property
    def version(self) -> str:
        """Edition or version, as its keeper writes it."""
        return self.head.version

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code once, in the order of the source."""
        return tuple(self._by_code)

    def __iter__(self) -> Iterator[CodeRow]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __contains__(self, code: object) -> bool:
        return type(code) is str and code in self._by_code

    def get(self, code: str, on: dt.date | None = None) -> CodeRow | None:
        """The row of a code, for a day if one is given; ``None`` where the list has none."""
        rows = self._by_code.get(code, ()) if type(code) is str else ()
        if on is None:
            return rows[-1] if rows else None
        return next((row for row in reversed(rows) if row.is_valid(on)), None)

    def row(self, code: str, on: dt.date | None = None) -> Outcome[CodeRow]:
        """Look a code up. The row always comes back, with a warning where the list does not hold it, or not that day.

        Args:
            code: The code as written.
            on: The day the code was used; without it no date is judged.
        """
        if type(code) is not str:
            return Outcome(None, (VOCABULARY_TYPE.at("", expected="text"),))
        rows = self._by_code.get(code, ())
        if not rows:
            return Outcome(CodeRow(code, known=False), (VOCABULARY_CODE.at("", list=self.name),))
        found = self.get(code, on) or nearest(rows, on)
        return Outcome(found, tuple(self._remarks(found, on)))

    def label(self, code: str, language: str = "en", on: dt.date | None = None) -> str:
        """The label of a code in a language, else in English, else the code itself."""
        found = self.row(code, on).value
        return code if found is None else found.label(language)

    def suggest(self, text: str, limit: int = 3) -> tuple[str, ...]:
        """Codes of this list that may be meant, nearest first: by label in any language, by beginning, by likeness."""
        from smir.vocabulary.suggestion import suggest

        return suggest(self.rows, text, limit)

    def _remarks(self, row: CodeRow, on: dt.date | None) -> Iterator[Finding]:
        if on is not None and not row.is_valid(on):
            yield VOCABULARY_DATE.at("", list=self.name)
        if on is not None and not is_in_force(self.head, on):
            yield VOCABULARY_EDITION.at("", list=self.name)
        if row.standing is Standing.WITHDRAWN and row.valid_until is None:
            yield VOCABULARY_WITHDRAWN.at("", list=self.name)
        if row.standing is Standing.DEPRECATED:
            yield VOCABULARY_DEPRECATED.at("", list=self.name)

    def __repr__(self) -> str:
        return f"<CodeList {self.name} {self.version}: {len(self.rows)} rows>"


def is_in_force(head: Head, on: dt.date) -> bool:
    """Whether a list is in force on a day; a missing date is no limit."""
    return (head.valid_from is None or head.valid_from <= on) and (head.valid_until is None or on <= head.valid_until)


def nearest(rows: tuple[CodeRow, ...], on: dt.date | None) -> CodeRow:
    """Of rows none of which covers the day: the last that began before it, else the first."""
    begun = [row for row in rows if on is None or row.valid_from is None or row.valid_from <= on]
    return begun[-1] if begun else rows[0]


def type_breaches(codes: CodeList) -> Iterator[Finding]:
    """What is of the wrong type."""
    if type(codes.head) is not Head:
        yield VOCABULARY_TYPE.at("/head", expected="Head")
    if type(codes.rows) is not tuple:
        yield VOCABULARY_TYPE.at("/rows", expected="tuple")
        return
    for position, row in enumerate(codes.rows):
        if type(row) is not CodeRow or not row.known:
            yield VOCABULARY_TYPE.at(f"/rows/{position}", expected="CodeRow")


def arranged(rows: Iterable[CodeRow]) -> tuple[dict[str, tuple[CodeRow, ...]], list[Finding]]:
    """Rows by code, each code's by first day, and a finding for every row that overlaps another of its code."""
    by_code: dict[str, tuple[CodeRow, ...]] = {}
    repeated: dict[str, list[int]] = {}
    for position, row in enumerate(rows):
        earlier = by_code.get(row.code)
        if earlier is None:
            by_code[row.code] = (row,)
        else:
            by_code[row.code] = (*earlier, row)
        if earlier is not None:
            repeated.setdefault(row.code, []).append(position)
    findings: list[Finding] = []
    for code, positions in repeated.items():
        ordered = sorted(by_code[code], key=lambda row: row.valid_from or dt.date.min)
        if any(not ends_before(one, other) for one, other in pairwise(ordered)):
            findings.extend(VOCABULARY_DUPLICATE.at(f"/rows/{position}/code") for position in positions)
        by_code[code] = tuple(ordered)
    return by_code, findings


def ends_before(one: CodeRow, other: CodeRow) -> bool:
    """Whether a row's days are over before another's begin."""
    return one.valid_until is not None and other.valid_from is not None and one.valid_until < other.valid_from
