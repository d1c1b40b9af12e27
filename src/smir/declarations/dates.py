"""Dates as declarations write them: digits, and a code that says in which order they stand."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from datetime import time as clock
from types import MappingProxyType
from typing import Final, final

from attrs import frozen

from smir.findings import Code, Finding, Severity

DATE_PLACEHOLDER = Code(
    "DATE-PLACEHOLDER",
    en="A date is expected, and something stands in its place: zeros, nines or a template. Ask the declarant for the "
    "date.",
    fr="Une date est attendue, et autre chose en tient lieu\u00a0: des zéros, des neuf ou un gabarit. Demandez la "
    "date au déclarant.",
    severity=Severity.WARNING,
)
DATE_FORMAT = Code(
    "DATE-FORMAT",
    en="A date needs a format code of UN/EDIFACT 2379 that is read here (102, 203, 204, 205, 303, 304), or the form "
    "of ISO 8601. Without it no order of the digits is guessed.",
    fr="Une date demande un code de format UN/EDIFACT 2379 lu ici (102, 203, 204, 205, 303, 304) ou la forme ISO "
    "8601. Sans lui, aucun ordre des chiffres n’est deviné.",
    severity=Severity.WARNING,
)
DATE_FORM = Code(
    "DATE-FORM",
    en="The text does not have the form that its format code announces. It is kept as read.",
    fr="Le texte n’a pas la forme qu’annonce son code de format. Il est conservé tel que lu.",
    severity=Severity.WARNING,
)
DATE_CALENDAR = Code(
    "DATE-CALENDAR",
    en="There is no such day or hour in the calendar. The text is kept as read.",
    fr="Ce jour ou cette heure n’existe pas dans le calendrier. Le texte est conservé tel que lu.",
    severity=Severity.WARNING,
)
DATE_ZONE = Code(
    "DATE-ZONE",
    en="The time has no zone that is certain (Z, UTC or an offset such as +01). The day stands as written; no moment "
    "is guessed from it.",
    fr="L’heure n’a pas de fuseau certain (Z, UTC ou un décalage comme +01). Le jour est retenu tel qu’écrit\u202f; "
    "aucun instant n’en est déduit.",
    severity=Severity.WARNING,
)

#: Format codes of UN/EDIFACT 2379: what follows the digits of the day. 304 and 102 stand in real declarations; the
#: others are from memory.
_FORMS: Final = MappingProxyType(
    {
        "102": ("", ""),
        "203": ("[0-9]{4}", ""),
        "204": ("[0-9]{6}", ""),
        "205": ("[0-9]{4}", "[+-][0-9]{4}"),
        "303": ("[0-9]{4}", "[^0-9].{0,7}"),
        "304": ("[0-9]{6}", "[^0-9].{0,7}"),
    }
)
_written: Final = MappingProxyType(
    {
        code: re.compile(f"([0-9]{{8}})({time})({zone})?", re.ASCII | re.DOTALL).fullmatch
        for code, (time, zone) in _FORMS.items()
    }
)
_iso: Final = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]{1,9})?)?(.{0,8}))?",
    re.ASCII | re.DOTALL,
).fullmatch
_offset: Final = re.compile(r"([+-])([01][0-9]|2[0-3]):?([0-5][0-9])?", re.ASCII).fullmatch
_filler: Final = re.compile(r"(?:0{4,}|9{4,})[0-9]*(?:\D.{0,7})?", re.ASCII | re.DOTALL).fullmatch
_template: Final = re.compile(r"[$#{}<>%]|[Yy]{2,4}[-/.]?[Mm]{2}").search


@final
@frozen
class DateRead:
    """What a declared date says.

    Args:
        day: The day as written, in the zone it was written in.
        moment: The moment with its offset; ``None`` for a bare date and for a time without a certain zone.
        findings: What stands against the text.
    """

    day: date | None
    moment: datetime | None = None
    findings: tuple[Finding, ...] = ()


def read_date(text: str, code: str | None, /) -> DateRead:
    """Read a declared date by its format code.

    The day is the day as written: ``20240101003000+02`` is the first of January, though it is still December in UTC.
    A time without a zone gives its day and no moment.

    Args:
        text: Digits and zone, such as ``20240425090243Z``; white space around it does not count.
        code: Format code of UN/EDIFACT 2379; ``None`` for a text in the form of ISO 8601.

    >>> read_date("20240425090243+01", "304").moment.isoformat()
    '2024-04-25T09:02:43+01:00'
    >>> read_date("20240425090243", "204")
    DateRead(day=datetime.date(2024, 4, 25), moment=None, findings=(<Finding DATE-ZONE warning at />,))
    """
    text = text.strip()
    if len(text) > 64 or _template(text) or _filler(text):
        return DateRead(None, None, (DATE_PLACEHOLDER.at() if len(text) <= 64 else DATE_FORM.at(),))
    if code is None:
        return _read_iso(text)
    match_of = _written.get(code)
    if match_of is None:
        return DateRead(None, None, (DATE_FORMAT.at(),))
    match = match_of(text)
    if match is None:
        return DateRead(None, None, (DATE_FORM.at(),))
    day, time, zone = match[1], match[2], match[3]
    return _calendar((day[:4], day[4:6], day[6:]), (time[:2], time[2:4], time[4:]) if time else None, zone)


def _read_iso(text: str) -> DateRead:
    """ISO 8601 needs no format code; digits alone do."""
    match = _iso(text)
    if match is None:
        return DateRead(None, None, (DATE_FORMAT.at(),))
    year, month, day, hour, minute, second, zone = match.groups()
    return _calendar((year, month, day), (hour, minute, second or "") if hour else None, zone)


def _calendar(day: tuple[str, str, str], time: tuple[str, str, str] | None, zone: str | None) -> DateRead:
    """Put the parts together, if the calendar has such a day and such an hour."""
    try:
        on = date(int(day[0]), int(day[1]), int(day[2]))
        if time is None:
            return DateRead(on)
        at = clock(int(time[0]), int(time[1]), int(time[2] or 0))
    except ValueError:
        return DateRead(None, None, (DATE_CALENDAR.at(),))
    fixed = _zone(zone)
    if fixed is None:
        return DateRead(on, None, (DATE_ZONE.at(),))
    return DateRead(on, datetime.combine(on, at, fixed))


def _zone(text: str | None) -> timezone | None:
    """The offset a text names for certain; abbreviations such as CST mean several and are not read."""
    if text in ("Z", "UTC"):
        return UTC
    match = _offset(text) if text else None
    if match is None:
        return None
    offset = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    return timezone(-offset if match[1] == "-" else offset)
