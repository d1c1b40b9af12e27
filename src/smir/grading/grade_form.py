"""The written form of a 5x5x5 grade: a letter for the source, a digit for the information, a digit for the handling."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smir.findings import Code, Finding, Outcome

GRADE_TYPE = Code(
    "GRADE-TYPE",
    en="A grade is read from a text (str), such as “B21”. Nothing is converted.",
    fr="Une cotation se lit dans un texte (str), par exemple «\u00a0B21\u00a0». Rien n’est converti.",
)
GRADE_FORM = Code(
    "GRADE-FORM",
    en="A 5x5x5 grade is three characters: a letter A to E for the source, a digit 1 to 5 for the information and a "
    "digit 1 to 5 for the handling, such as “B21”. Grades of other systems are not read as 5x5x5.",
    fr="Une cotation 5x5x5 compte trois caractères\u00a0: une lettre de A à E pour la source, un chiffre de 1 à 5 pour "
    "l’information et un chiffre de 1 à 5 pour le traitement, par exemple «\u00a0B21\u00a0». Les cotations d’autres "
    "systèmes ne sont pas lues comme du 5x5x5.",
)
GRADE_SPACES = Code(
    "GRADE-SPACES",
    en="The grade has spaces. Write its three characters without any, such as “B21”.",
    fr="La cotation contient des espaces. Écrivez ses trois caractères sans aucun, par exemple «\u00a0B21\u00a0».",
)
GRADE_CHARACTERS = Code(
    "GRADE-CHARACTERS",
    en="The grade has characters that only look like A to E and 1 to 5, such as full-width ones. Type it on a Latin "
    "keyboard.",
    fr="La cotation contient des caractères qui ressemblent seulement à A–E et 1–5, par exemple en pleine chasse. "
    "Saisissez-la sur un clavier latin.",
)
GRADE_CASE = Code(
    "GRADE-CASE",
    en="The source is a capital letter, A to E.",
    fr="La source est une lettre capitale, de A à E.",
)
GRADE_ORDER = Code(
    "GRADE-ORDER",
    en="The order is source, information, handling: the letter comes first, such as “B21”.",
    fr="L’ordre est source, information, traitement\u00a0: la lettre vient en premier, par exemple «\u00a0B21\u00a0».",
)
GRADE_SOURCE = Code(
    "GRADE-SOURCE",
    en="5x5x5 has no such source letter. It has A always, B mostly, C sometimes reliable, D unreliable, E untested.",
    fr="Le 5x5x5 n’a pas cette lettre de source. Il a A toujours, B généralement, C parfois fiable, D non fiable, E "
    "non éprouvée.",
)
GRADE_INFORMATION = Code(
    "GRADE-INFORMATION",
    en="5x5x5 has no such information digit. It has 1 known true, 2 known to the source, 3 corroborated, 4 cannot be "
    "judged, 5 suspected false.",
    fr="Le 5x5x5 n’a pas ce chiffre d’information. Il a 1 reconnue vraie, 2 connue de la source, 3 corroborée, 4 ne "
    "peut être appréciée, 5 soupçonnée fausse.",
)
GRADE_HANDLING = Code(
    "GRADE-HANDLING",
    en="5x5x5 has no such handling code. It has 1 to 5, the last digit of the grade.",
    fr="Le 5x5x5 n’a pas ce code de traitement. Il a 1 à 5, dernier chiffre de la cotation.",
)

_spaces = re.compile(r"\s").search
_in_order = re.compile("[A-Z][0-9][0-9]", re.ASCII).fullmatch
_letter_later = re.compile("[0-9][A-Z][0-9]|[0-9][0-9][A-Z]", re.ASCII).fullmatch


def read_grade(text: object) -> Outcome[tuple[str, str, str]]:
    """Source, information and handling of a written grade, or everything that is wrong with it.

    >>> read_grade("B21").value
    ('B', '2', '1')
    >>> [finding.code for finding in read_grade("2 1b").findings]
    ['GRADE-SPACES', 'GRADE-CASE', 'GRADE-ORDER']
    """
    if type(text) is not str:
        return Outcome(None, (GRADE_TYPE.at(),))
    findings = tuple(_findings(text))
    if findings:
        return Outcome(None, findings)
    return Outcome((text[0], text[1], text[2]))


def _findings(text: str) -> Iterator[Finding]:
    if _spaces(text):
        yield GRADE_SPACES.at()
        text = "".join(text.split())
    if not text.isascii():
        yield GRADE_CHARACTERS.at()
        return
    if text != text.upper():
        yield GRADE_CASE.at()
        text = text.upper()
    if _letter_later(text):
        yield GRADE_ORDER.at()
    elif not _in_order(text):
        yield GRADE_FORM.at()
    else:
        yield from _unknown(text)


def _unknown(text: str) -> Iterator[Finding]:
    source, information, handling = tuple(text)
    if source not in "ABCDE":
        yield GRADE_SOURCE.at("/source")
    if information not in "12345":
        yield GRADE_INFORMATION.at("/information")
    if handling not in "12345":
        yield GRADE_HANDLING.at("/handling/code")
