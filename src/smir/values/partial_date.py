"""A date of which perhaps only the year, or the year and month, is known."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime
from typing import ClassVar, final

from smir.findings import Code, Finding, Invalid
from smir.values.single_text import SingleText

PARTIAL_DATE_FORM = Code(
    "PARTIAL-DATE-FORM",
    en="A date is written as its year, year-month or year-month-day, such as 1975, 1975-03 or 1975-03-07. Leave out "
    "what is not known instead of writing zeros or question marks.",
    fr="Une date s’écrit année, année-mois ou année-mois-jour, comme 1975, 1975-03 ou 1975-03-07. Omettez ce qui n’est "
    "pas connu au lieu d’écrire des zéros ou des points d’interrogation.",
)
PARTIAL_DATE_CALENDAR = Code(
    "PARTIAL-DATE-CALENDAR",
    en="The calendar has no such date. Check the year (0001 to 9999), the month and the length of the month.",
    fr="Le calendrier ne connaît pas cette date. Vérifiez l’année (de 0001 à 9999), le mois et la durée du mois.",
)
PARTIAL_DATE_DAY = Code(
    "PARTIAL-DATE-DAY",
    en="A datetime.date is expected, not a datetime; which day an instant falls on depends on the place.",
    fr="Un datetime.date est attendu et non un datetime. Le jour d’un instant dépend du lieu.",
)


@final
class PartialDate(SingleText):
    """A calendar date as far as it is known, without a time of day or a zone.

    What is unknown is left out; no first of January is put in its place. Two dates of different precision are never
    equal. There is no order among them: compare :attr:`first_day` or :attr:`last_day`, whichever the question means.

    Args:
        text: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

    Raises:
        smir.Invalid: ``PARTIAL-DATE-FORM``, ``PARTIAL-DATE-CALENDAR``; ``WRITTEN-TYPE`` for what is not a text.

    Source: ISO 8601-1, calendar dates of reduced precision.

    >>> PartialDate("1975-02").last_day
    datetime.date(1975, 2, 28)
    >>> PartialDate("1975").month is None
    True
    """

    __slots__ = ()
    pattern: ClassVar[str] = "^[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?$"
    form: ClassVar[Code] = PARTIAL_DATE_FORM

    @classmethod
    def further_findings(cls, text: str, /) -> tuple[Finding, ...]:
        """Look the day up in the calendar."""
        try:
            date.fromisoformat(text + "0000-01-01"[len(text) :])
        except ValueError:
            return (PARTIAL_DATE_CALENDAR.at(),)
        return ()

    @classmethod
    def of(cls, day: date, /) -> PartialDate:
        """The whole date; ``PARTIAL-DATE-DAY`` for anything but a ``datetime.date``.

        >>> PartialDate.of(date(2026, 6, 1))
        PartialDate('2026-06-01')
        """
        return cls(date.isoformat(_only_a_day(day)))

    @property
    def year(self) -> int:
        """The year."""
        return int(self.text[:4])

    @property
    def month(self) -> int | None:
        """The month, if known."""
        return int(self.text[5:7]) if len(self.text) > 4 else None

    @property
    def day(self) -> int | None:
        """The day of the month, if known."""
        return int(self.text[8:]) if len(self.text) > 7 else None

    @property
    def first_day(self) -> date:
        """The earliest day it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day it can be."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def may_be(self, day: date, /) -> bool:
        """Whether the day is one it can be."""
        return self.first_day <= _only_a_day(day) <= self.last_day


def _only_a_day(day: object) -> date:
    """A ``datetime`` is a ``date`` to Python, but not here."""
    if not isinstance(day, date) or isinstance(day, datetime):
        raise Invalid((PARTIAL_DATE_DAY.at(),))
    return day
