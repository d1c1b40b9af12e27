"""The dates and moments a criterion names: strict in form, real in the calendar."""

from __future__ import annotations

import datetime as dt
import re

from smir.criteria.place import Place
from smir.findings import Code

CRITERION_DATE = Code(
    "CRITERION-DATE",
    en="The date at {place} is not one of the calendar; write it as DATE('2026-06-01').",
    fr="La date en {place} n’existe pas au calendrier\u202f; écrivez-la sous la forme DATE('2026-06-01').",
)
CRITERION_TIMESTAMP = Code(
    "CRITERION-TIMESTAMP",
    en="The moment at {place} needs a date, a time with seconds and an offset, at most six digits of fraction; write "
    "it as TIMESTAMP('2026-06-01T10:00:00Z').",
    fr="L’instant en {place} exige une date, une heure avec secondes et un décalage, et au plus six décimales\u202f; "
    "écrivez-le sous la forme TIMESTAMP('2026-06-01T10:00:00Z').",
)

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]([0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?)0*([Zz]|[+-][0-9]{2}:[0-9]{2})"
)


def day(written: str, place: Place) -> dt.date:
    """The day of a DATE.

    Raises:
        smir.Invalid: ``CRITERION-DATE``.

    >>> day("2026-06-01", Place())
    datetime.date(2026, 6, 1)
    """
    try:
        if _DAY.fullmatch(written):
            return dt.date.fromisoformat(written)
    except ValueError:
        pass
    raise place.invalid(CRITERION_DATE)


def moment(written: str, place: Place) -> dt.datetime:
    """The moment of a TIMESTAMP, in UTC. A fraction finer than a microsecond is refused, not cut.

    Raises:
        smir.Invalid: ``CRITERION-TIMESTAMP``.

    >>> moment("2026-06-01T10:00:00+02:00", Place()).isoformat()
    '2026-06-01T08:00:00+00:00'
    """
    parts = _MOMENT.fullmatch(written)
    try:
        if parts:
            return dt.datetime.fromisoformat("{}T{}{}".format(*parts.groups()).upper()).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        pass
    raise place.invalid(CRITERION_TIMESTAMP)
