"""One row of a code list: the code, its labels, its dates and where it was taken from."""

from __future__ import annotations

import datetime as dt
import re
from enum import Enum
from functools import lru_cache
from typing import Any

from attrs import frozen

from smir.findings import Code, Finding, Invalid

CODE_LENGTH = 64
TEXT_LENGTH = 4_000
LANGUAGE_FORM = re.compile(r"[a-z]{2}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?")
MEMBER_FORM = re.compile(r"[a-z][a-z0-9_]{2,63}")

VOCABULARY_CODE_FORM = Code(
    "VOCABULARY-CODE-FORM",
    en="A code is a text of 1 to {limit} printable characters without spaces around it. Write it as text, leading zeros"
    " included.",
    fr="Un code est un texte de 1 à {limit} caractères imprimables, sans espace autour. Écrivez-le comme texte, zéros"
    " de tête compris.",
)
VOCABULARY_LABEL = Code(
    "VOCABULARY-LABEL",
    en="Every row needs a label in English, and every label is a text of 1 to {limit} characters under a language tag"
    " such as en, fr or pt-BR. Write the label.",
    fr="Chaque ligne demande un libellé en anglais, et chaque libellé est un texte de 1 à {limit} caractères sous une"
    " étiquette de langue telle que en, fr ou pt-BR. Écrivez le libellé.",
)
VOCABULARY_EXTRA = Code(
    "VOCABULARY-EXTRA",
    en="A further column has a name of 3 to 64 lower-case letters, digits and underscores, and holds text of at most"
    " {limit} characters. Write numbers as text.",
    fr="Une colonne supplémentaire porte un nom de 3 à 64 lettres minuscules, chiffres et soulignés et contient un"
    " texte d’au plus {limit} caractères. Écrivez les nombres comme du texte.",
)
VOCABULARY_PERIOD = Code(
    "VOCABULARY-PERIOD",
    en="The first day of validity comes after the last one. Correct valid_from or valid_until.",
    fr="Le premier jour de validité suit le dernier. Corrigez valid_from ou valid_until.",
)
VOCABULARY_TYPE = Code(
    "VOCABULARY-TYPE",
    en="Expected here: {expected}.",
    fr="Attendu ici\u00a0: {expected}.",
)


class Status(Enum):
    """How sure a row is.

    ``VERIFIED``: read in the publication itself. ``SECONDARY``: read in a source that quotes it. ``MEMORY``: not
    checked against a publication. ``OURS``: a proposal of this project, nobody's standard.
    """

    VERIFIED = "verified"
    SECONDARY = "secondary"
    MEMORY = "memory"
    OURS = "ours"


class Standing(Enum):
    """Whether the keeper of a list still wants a code used: ``CURRENT``, ``DEPRECATED`` or ``WITHDRAWN``."""

    CURRENT = "current"
    DEPRECATED = "deprecated"
    WITHDRAWN = "withdrawn"


@frozen(repr=False)
class CodeRow:
    """What a list says of one code.

    A row that stands for an unknown code holds the code and nothing else, and its repr does not show it: what is not
    in a list may be anything, personal data included.

    Args:
        code: The code as text, leading zeros included.
        labels: Pairs of language tag and label.
        valid_from: First day of validity; ``None`` where the source gives none.
        valid_until: Last day of validity, that day included.
        standing: Whether the keeper of the list still wants it used.
        source: Where the row was read.
        status: How sure it is.
        extras: Pairs of further column and text, such as ``("alpha3", "FRA")``.
        known: Whether the row comes from a list.

    Raises:
        smir.Invalid: ``VOCABULARY-CODE-FORM``, ``VOCABULARY-LABEL``, ``VOCABULARY-EXTRA``, ``VOCABULARY-PERIOD``,
            ``VOCABULARY-TYPE``.

    >>> row = CodeRow("1", labels=(("en", "Maritime transport"), ("fr", "Transport maritime")))
    >>> row.label("fr"), row.label("pt")
    ('Transport maritime', 'Maritime transport')
    """

    code: str
    labels: tuple[tuple[str, str], ...] = ()
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None
    standing: Standing = Standing.CURRENT
    source: str = ""
    status: Status = Status.OURS
    extras: tuple[tuple[str, str], ...] = ()
    known: bool = True

    def __attrs_post_init__(self) -> None:
        findings = breaches(self)
        if findings:
            raise Invalid(findings)

    def label(self, language: str = "en") -> str:
        """The label in a language, else in English, else the code itself."""
        english = self.code
        for tag, label in self.labels:
            if tag == language:
                return label
            if tag == "en":
                english = label
        return english

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages the row has labels in."""
        return tuple(tag for tag, _ in self.labels)

    def extra(self, name: str) -> str | None:
        """The text of a further column; ``None`` where the row has none."""
        return next((text for column, text in self.extras if column == name), None)

    def is_valid(self, on: dt.date) -> bool:
        """Whether the day lies within the row's dates; a missing date is no limit."""
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_until is None or on <= self.valid_until
        )

    def __repr__(self) -> str:
        return f"<CodeRow {self.code}>" if self.known else "<CodeRow unknown>"


def is_text(value: object, limit: int) -> bool:
    """Whether a value is a text that says something and is not too long."""
    return type(value) is str and 0 < len(value) <= limit and not value.isspace()


def is_code(value: object) -> bool:
    """Whether a value has the form of a code."""
    return type(value) is str and 0 < len(value) <= CODE_LENGTH and value.isprintable() and value == value.strip()


@lru_cache(maxsize=256)
def is_language(tag: str) -> bool:
    """Whether a text is a language tag; kept, since a long list asks the same few again and again."""
    return LANGUAGE_FORM.fullmatch(tag) is not None


@lru_cache(maxsize=256)
def is_member(name: str) -> bool:
    """Whether a text can name a further column."""
    return MEMBER_FORM.fullmatch(name) is not None


def breaches(row: CodeRow) -> list[Finding]:
    """Everything wrong with a row."""
    findings: list[Finding] = []
    if not row.known:
        if type(row.code) is not str:
            findings.append(VOCABULARY_TYPE.at("/code", expected="text"))
        return findings
    if not is_code(row.code):
        findings.append(VOCABULARY_CODE_FORM.at("/code", limit=CODE_LENGTH))
    judge_labels(row.labels, findings)
    if row.extras != ():
        judge_extras(row.extras, findings)
    judge_types(row, findings)
    return findings


def judge_labels(labels: Any, findings: list[Finding]) -> None:
    """What is wrong with the labels: form, English missing, one language twice."""
    tags: list[str] = []
    for pair in labels if type(labels) is tuple else (None,):
        if type(pair) is not tuple or len(pair) != 2 or type(pair[0]) is not str or not is_language(pair[0]):
            findings.append(VOCABULARY_LABEL.at("/labels", limit=TEXT_LENGTH))
            continue
        tag, label = pair
        if tag in tags or not is_text(label, TEXT_LENGTH):
            findings.append(VOCABULARY_LABEL.at(f"/{tag}", limit=TEXT_LENGTH))
        tags.append(tag)
    if "en" not in tags:
        findings.append(VOCABULARY_LABEL.at("/en", limit=TEXT_LENGTH))


def judge_extras(extras: Any, findings: list[Finding]) -> None:
    """What is wrong with further columns: form, text, one column twice."""
    names: list[str] = []
    for pair in extras if type(extras) is tuple else (None,):
        if type(pair) is not tuple or len(pair) != 2 or type(pair[0]) is not str or not is_member(pair[0]):
            findings.append(VOCABULARY_EXTRA.at("/extras", limit=TEXT_LENGTH))
            return
        name, text = pair
        if name in names or not is_text(text, TEXT_LENGTH):
            findings.append(VOCABULARY_EXTRA.at("/extras", limit=TEXT_LENGTH))
            return
        names.append(name)


def judge_types(row: CodeRow, findings: list[Finding]) -> None:
    """What is of the wrong type, and dates in the wrong order."""
    if type(row.standing) is not Standing:
        findings.append(VOCABULARY_TYPE.at("/standing", expected="Standing"))
    if type(row.status) is not Status:
        findings.append(VOCABULARY_TYPE.at("/status", expected="Status"))
    if type(row.source) is not str or len(row.source) > TEXT_LENGTH:
        findings.append(VOCABULARY_TYPE.at("/source", expected="text"))
    if row.valid_from is None and row.valid_until is None:
        return
    judge_days(row.valid_from, row.valid_until, findings)


def judge_days(first: object, last: object, findings: list[Finding]) -> None:
    """What is wrong with the first and last day of validity."""
    wrong = [
        f"/{name}"
        for name, day in (("valid_from", first), ("valid_until", last))
        if day is not None and type(day) is not dt.date
    ]
    findings.extend(VOCABULARY_TYPE.at(path, expected="datetime.date") for path in wrong)
    if not wrong and isinstance(first, dt.date) and isinstance(last, dt.date) and first > last:
        findings.append(VOCABULARY_PERIOD.at("/valid_from"))
