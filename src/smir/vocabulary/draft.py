"""A list on its way in: members and cells as read from a file, made into a head and rows, with all findings at once."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import TypeVar

from smir.findings import Code, Finding, Invalid, Outcome, Severity, errors_among
from smir.vocabulary.codelist import CodeList
from smir.vocabulary.head import French, Head
from smir.vocabulary.row import VOCABULARY_TYPE, CodeRow, Standing, Status, is_language

Cells = Mapping[str, object]
E = TypeVar("E", bound=Enum)

ROW_LIMIT = 200_000
FINDING_LIMIT = 1_000
DAY_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
HEAD_MEMBERS = frozenset(
    {
        "name",
        "family",
        "scheme",
        "version",
        "title",
        "source",
        "licence",
        "status",
        "french",
        "valid_from",
        "valid_until",
    }
)
HEAD_REQUIRED = ("name", "scheme", "version", "title", "source", "status")

VOCABULARY_DAY = Code(
    "VOCABULARY-DAY",
    en="A day is written YYYY-MM-DD and exists in the calendar. Correct it, or leave it out where it is not known.",
    fr="Un jour s’écrit AAAA-MM-JJ et existe au calendrier. Corrigez-le ou omettez-le s’il n’est pas connu.",
)
VOCABULARY_WORD = Code(
    "VOCABULARY-WORD",
    en="Expected here one of: {words}.",
    fr="Attendu ici, l’un de\u00a0: {words}.",
)
VOCABULARY_MISSING = Code(
    "VOCABULARY-MISSING",
    en="The list does not say its {member}. Add that member: a code means nothing without scheme, version and source.",
    fr="La liste n’indique pas son membre {member}. Ajoutez-le\u202f: un code ne signifie rien sans référentiel,"
    " version ni source.",
)
VOCABULARY_MEMBER = Code(
    "VOCABULARY-MEMBER",
    en="The head of the list holds {count} members that mean nothing here. Known ones: {known}.",
    fr="L’en-tête de la liste contient {count} membres sans signification ici. Membres connus\u00a0: {known}.",
)
VOCABULARY_EMPTY = Code(
    "VOCABULARY-EMPTY",
    en="The list has no rows. Add at least one.",
    fr="La liste n’a aucune ligne. Ajoutez-en au moins une.",
)
VOCABULARY_ROWS = Code(
    "VOCABULARY-ROWS",
    en="The list has more than {limit} rows. Split it.",
    fr="La liste a plus de {limit} lignes. Scindez-la.",
)
VOCABULARY_MORE = Code(
    "VOCABULARY-MORE",
    en="{count} further findings are not listed. Correct those above and read the list again.",
    fr="{count} autres constats ne sont pas énumérés. Corrigez ceux qui précèdent et relisez la liste.",
)
VOCABULARY_FRENCH = Code(
    "VOCABULARY-FRENCH",
    en="{count} rows have no label in French, and the list does not say so; English is shown instead. Add the labels,"
    ' or write french = "partial" or "absent" in the head.',
    fr="{count} lignes n’ont pas de libellé français et la liste ne le dit pas\u202f; l’anglais s’affiche à la place."
    ' Ajoutez les libellés ou écrivez french = "partial" ou "absent" dans l’en-tête.',
    severity=Severity.WARNING,
)


def head_of(members: Cells) -> Outcome[Head]:
    """The head that the members of a file describe."""
    findings: list[Finding] = []
    unknown = sum(1 for name in members if name not in HEAD_MEMBERS)
    if unknown:
        findings.append(VOCABULARY_MEMBER.at("", count=unknown, known=", ".join(sorted(HEAD_MEMBERS))))
    missing = [name for name in HEAD_REQUIRED if name not in members]
    findings.extend(VOCABULARY_MISSING.at("", member=name) for name in missing)
    title = members.get("title", {"en": "-"})
    if not isinstance(title, dict):
        findings.append(VOCABULARY_TYPE.at("/title", expected="language tag = text"))
        title = {"en": "-"}
    status = word(members.get("status"), Status, Status.OURS, "/status", findings)
    french = word(members.get("french"), French, French.PROPOSED, "/french", findings)
    first = day(members.get("valid_from"), "/valid_from", findings)
    last = day(members.get("valid_until"), "/valid_until", findings)
    texts = {name: text(members.get(name, ""), f"/{name}", findings) for name in HEAD_TEXTS if name not in missing}
    try:
        head = Head(
            **{"name": "unnamed", "scheme": "-", "version": "-", "source": "-"} | texts,
            title=tuple(title.items()),
            status=status,
            french=french,
            valid_from=first,
            valid_until=last,
        )
    except Invalid as invalid:
        known = {finding.path for finding in findings}
        absent = {f"/{name}" for name in missing}
        findings.extend(
            finding for finding in invalid.findings if finding.path not in known and finding.path not in absent
        )
        return Outcome(None, tuple(findings))
    return Outcome(None if errors_among(findings) else head, tuple(findings))


HEAD_TEXTS = ("name", "family", "scheme", "version", "source", "licence")


def list_of(head: Outcome[Head], rows: Iterable[object]) -> Outcome[CodeList]:
    """The list that a head and cells describe; every finding of every row, up to a limit that is said."""
    findings = list(head.findings)
    made: list[CodeRow] = []
    places: list[int] = []
    known = head.value or PLACEHOLDER
    position = -1
    for position, cells in enumerate(rows):
        if position >= ROW_LIMIT:
            findings.append(VOCABULARY_ROWS.at("/rows", limit=ROW_LIMIT))
            break
        wrong: list[Finding] = []
        row = row_of(cells, known, wrong)
        if row is None or wrong:
            findings.extend(finding.under(f"/rows/{position}") for finding in wrong)
        else:
            made.append(row)
            places.append(position)
    if position < 0:
        findings.append(VOCABULARY_EMPTY.at("/rows"))
    if head.value is not None and known.french.is_complete:
        without = [place for place, row in zip(places, made, strict=True) if "fr" not in row.languages]
        findings.extend(VOCABULARY_FRENCH.at(f"/rows/{place}", count=len(without)) for place in without[:1])
    try:
        codes = CodeList(known, tuple(made))
    except Invalid as invalid:
        findings.extend(replaced(finding, places) for finding in invalid.findings)
        return Outcome(None, within_limit(findings))
    return Outcome(None if errors_among(findings) else codes, within_limit(findings))


PLACEHOLDER = Head("unnamed", scheme="-", version="-", title=(("en", "-"),), source="-")


def row_of(cells: object, head: Head, findings: list[Finding]) -> CodeRow | None:
    """The row that cells describe; what is wrong goes to the findings."""
    if isinstance(cells, Finding):
        findings.append(cells)
        return None
    if not isinstance(cells, dict):
        findings.append(VOCABULARY_TYPE.at("", expected="code, en, fr, …"))
        return None
    labels: list[tuple[str, str]] = []
    extras: list[tuple[str, str]] = []
    for name, value in cells.items():
        if name not in ROW_MEMBERS:
            (labels if is_language(name) else extras).append((name, value))
    standing, status, first, last = Standing.CURRENT, head.status, None, None
    if not ROW_JUDGED.isdisjoint(cells):
        standing = word(cells.get("standing"), Standing, standing, "/standing", findings)
        status = word(cells.get("status"), Status, status, "/status", findings)
        first = day(cells.get("valid_from"), "/valid_from", findings)
        last = day(cells.get("valid_until"), "/valid_until", findings)
    try:
        return CodeRow(
            cells.get("code", ""),
            labels=tuple(labels),
            valid_from=first,
            valid_until=last,
            standing=standing,
            source=cells.get("source", head.source),
            status=status,
            extras=tuple(extras),
        )
    except Invalid as invalid:
        findings.extend(invalid.findings)
        return None


ROW_JUDGED = frozenset({"valid_from", "valid_until", "standing", "status"})
ROW_MEMBERS = ROW_JUDGED | {"code", "source"}


def word(value: object, kind: type[E], otherwise: E, path: str, findings: list[Finding]) -> E:
    """One of the words of an enumeration."""
    if value is None:
        return otherwise
    for member in kind:
        if member.value == value:
            return member
    findings.append(VOCABULARY_WORD.at(path, words=", ".join(str(member.value) for member in kind)))
    return otherwise


def day(value: object, path: str, findings: list[Finding]) -> dt.date | None:
    """A day, from a TOML date or from text."""
    if value is None or type(value) is dt.date:
        return value
    if type(value) is str and DAY_FORM.fullmatch(value) is not None:
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    findings.append(VOCABULARY_DAY.at(path))
    return None


def text(value: object, path: str, findings: list[Finding]) -> str:
    """A text of the head."""
    if type(value) is str:
        return value
    findings.append(VOCABULARY_TYPE.at(path, expected="text"))
    return "-"


def replaced(finding: Finding, places: list[int]) -> Finding:
    """A finding of the list, its path counted in the rows of the file."""
    _, _, position, *rest = finding.path.split("/")
    return Finding(finding.kind, "/".join(("/rows", str(places[int(position)]), *rest)), finding.details)


def within_limit(findings: list[Finding]) -> tuple[Finding, ...]:
    """All findings, or the first of them and how many more there are."""
    if len(findings) <= FINDING_LIMIT:
        return tuple(findings)
    return (*findings[:FINDING_LIMIT], VOCABULARY_MORE.at("", count=len(findings) - FINDING_LIMIT))
