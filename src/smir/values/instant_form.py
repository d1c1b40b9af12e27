"""How an instant is written (RFC 3339, narrowed), and what to say of a text that is written otherwise."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache

from smir.findings import Code, Finding

INSTANT_FORM = Code(
    "INSTANT-FORM",
    en="An instant is written as RFC 3339 says: year-month-day, T, hours:minutes:seconds and the offset, such as "
    "2026-06-01T10:00:00+02:00. Week dates, day numbers and short forms are not read.",
    fr="Un instant s’écrit selon la RFC 3339\u00a0: année-mois-jour, T, heures:minutes:secondes et décalage, comme "
    "2026-06-01T10:00:00+02:00. Les dates de semaine, les quantièmes et les formes abrégées ne sont pas lus.",
)
INSTANT_DATE_ONLY = Code(
    "INSTANT-DATE-ONLY",
    en="This is a date without a time of day. Add the time and the offset, or use PartialDate where only the day is "
    "known.",
    fr="C’est une date sans heure. Ajoutez l’heure et le décalage, ou employez PartialDate si seul le jour est connu.",
)
INSTANT_OFFSET = Code(
    "INSTANT-OFFSET",
    en="The offset from UTC is missing, and no time zone is guessed. Add Z for UTC or the offset in whole minutes, "
    "such as +02:00.",
    fr="Le décalage par rapport à UTC manque et aucun fuseau n’est supposé. Ajoutez Z pour UTC ou le décalage en "
    "minutes entières, comme +02:00.",
)
INSTANT_UNKNOWN_OFFSET = Code(
    "INSTANT-UNKNOWN-OFFSET",
    en="The offset -00:00 says that the local time is not known. Write Z if the instant is in UTC, or the true offset.",
    fr="Le décalage -00:00 indique que l’heure locale est inconnue. Écrivez Z si l’instant est en UTC, ou le vrai "
    "décalage.",
)
INSTANT_LETTERS = Code(
    "INSTANT-LETTERS",
    en="Date and time are joined by an upper-case T, and UTC is an upper-case Z; no space, no small letters.",
    fr="La date et l’heure sont jointes par un T majuscule et UTC s’écrit Z majuscule. Ni l’espace ni la minuscule "
    "ne sont lus.",
)
INSTANT_PRECISION = Code(
    "INSTANT-PRECISION",
    en="The fraction of the second has more than 6 digits, and cutting it would change the instant. Round it to "
    "microseconds yourself and say so.",
    fr="La fraction de seconde dépasse 6 chiffres et la tronquer changerait l’instant. Arrondissez-la vous-même à la "
    "microseconde et signalez-le.",
)
INSTANT_LEAP_SECOND = Code(
    "INSTANT-LEAP-SECOND",
    en="Second 60 (a leap second) cannot be kept. Write second 59, or second 00 of the next minute, and say so.",
    fr="La seconde 60 (seconde intercalaire) ne peut être conservée. Écrivez la seconde 59, ou la seconde 00 de la "
    "minute suivante, et signalez-le.",
)
INSTANT_MIDNIGHT = Code(
    "INSTANT-MIDNIGHT",
    en="Hour 24 is not read. Write 00:00:00 of the next day.",
    fr="L’heure 24 n’est pas lue. Écrivez 00:00:00 du jour suivant.",
)
INSTANT_CALENDAR = Code(
    "INSTANT-CALENDAR",
    en="The calendar or the clock has no such date, time or offset. Check month, day, hour, minute, second and offset.",
    fr="Cette date, cette heure ou ce décalage n’existe pas. Vérifiez le mois, le jour, l’heure, la minute, la seconde "
    "et le décalage.",
)

#: The text that is read, without anchors: days and times a clock can show; the length of months is checked besides.
INSTANT_TEXT = (
    "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
    r"(?:\.[0-9]{1,6})?(?:Z|\+(?:[01][0-9]|2[0-3]):[0-5][0-9]|-(?:0[1-9]|1[0-9]|2[0-3]):[0-5][0-9]|-00:(?:0[1-9]|[1-5][0-9]))"
)


@cache
def _loose() -> re.Pattern[str]:
    """Everything that was meant as an instant, in named parts. Compiled when the first text is refused."""
    return re.compile(
        r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:(?P<join>[Tt ])(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2}):"
        r"(?P<second>[0-9]{2})(?:\.(?P<fraction>[0-9]+))? ?(?P<offset>[Zz]|[+-][0-9]{2}:[0-9]{2})?)?",
        re.ASCII,
    )


def instant_findings(text: str) -> tuple[Finding, ...]:
    """Everything that stands against a text which could not be read as an instant; at least one finding."""
    parts = _loose().fullmatch(text)
    if parts is None:
        return (INSTANT_FORM.at(),)
    if parts["join"] is None:
        return (INSTANT_DATE_ONLY.at(),) if _exists(parts["date"], "00:00:00", "Z") else (INSTANT_CALENDAR.at(),)
    offset = parts["offset"]
    hour, second = parts["hour"], parts["second"]
    found = []
    if " " in text or parts["join"] == "t" or offset == "z":
        found.append(INSTANT_LETTERS)
    if len(parts["fraction"] or "") > 6:
        found.append(INSTANT_PRECISION)
    if hour == "24":
        found.append(INSTANT_MIDNIGHT)
        hour = "00"
    if second == "60":
        found.append(INSTANT_LEAP_SECOND)
        second = "59"
    if offset is None:
        found.append(INSTANT_OFFSET)
    elif offset == "-00:00":
        found.append(INSTANT_UNKNOWN_OFFSET)
    if not _exists(parts["date"], f"{hour}:{parts['minute']}:{second}", (offset or "Z").upper()):
        found.append(INSTANT_CALENDAR)
    return tuple(code.at() for code in found)


def _exists(date: str, time: str, offset: str) -> bool:
    """Whether calendar and clock know them; hours run to 23 and minutes of an offset to 59 in every Python."""
    if offset != "Z" and (offset[1:3] > "23" or offset[4:] > "59"):
        return False
    try:
        datetime.fromisoformat(f"{date}T{time}{offset}")
    except ValueError:
        return False
    return time[:2] < "24"
