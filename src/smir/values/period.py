"""How long something holds: a number of days that has not begun, or the time between two instants."""

from __future__ import annotations

import re
from typing import ClassVar, final

from attrs import frozen

from smir.findings import Code, Finding, Invalid
from smir.values.instant import Instant
from smir.values.instant_form import INSTANT_TEXT
from smir.values.written import WRITTEN_TYPE, Written

PERIOD_FORM = Code(
    "PERIOD-FORM",
    en="A period is a number of days, such as P30D, or two instants joined by a slash, such as "
    "2026-06-01T00:00:00Z/2026-07-01T00:00:00Z; two dots stand for a side left open. Other durations are not read.",
    fr="Une période est un nombre de jours, comme P30D, ou deux instants séparés par une barre oblique, comme "
    "2026-06-01T00:00:00Z/2026-07-01T00:00:00Z. Deux points (..) marquent un côté ouvert. "
    "Les autres durées ne sont pas lues.",
)
PERIOD_DAYS = Code(
    "PERIOD-DAYS",
    en="A period that has not begun lasts a whole number of days from 1 to 99999.",
    fr="Une période qui n’a pas commencé dure un nombre entier de jours de 1 à 99999.",
)
PERIOD_SIDES = Code(
    "PERIOD-SIDES",
    en="A period has either a number of days or at least one instant (Instant), not both. Make it with Period.days, "
    "Period.between, Period.since or Period.until.",
    fr="Une période a soit un nombre de jours, soit au moins un instant (Instant), mais pas les deux. Créez-la par "
    "Period.days, Period.between, Period.since ou Period.until.",
)
PERIOD_ORDER = Code(
    "PERIOD-ORDER",
    en="The end of the period must be later than its start.",
    fr="La fin de la période doit être postérieure à son début.",
)
PERIOD_NOT_BEGUN = Code(
    "PERIOD-NOT-BEGUN",
    en="The period has not begun, so nothing lies in it yet. Call starting(instant) first.",
    fr="La période n’a pas commencé et rien ne s’y trouve encore. Appelez d’abord starting(instant).",
)
PERIOD_BEGUN = Code(
    "PERIOD-BEGUN",
    en="The period already has its instants; only a number of days can be given a start.",
    fr="La période a déjà ses instants. Seul un nombre de jours peut recevoir un début.",
)

_OPEN = ".."
_read_days = re.compile("P([1-9][0-9]{0,4})D", re.ASCII).fullmatch


@final
@frozen(repr=False, weakref_slot=False)
class Period(Written):
    """A stretch of time: not yet begun (``P30D``), or between two instants, of which one may be open.

    The start belongs to the period, its end does not, so that two periods can follow each other without a gap or an
    overlap. A period of days begins when someone says so (:meth:`starting`), mostly at the issue of a product.

    Args:
        start: The first instant; nothing if open or not begun.
        end: The instant it stops; nothing if open or not begun.
        day_count: Days it will last once begun; nothing if it has instants.

    Raises:
        smir.Invalid: ``PERIOD-DAYS``, ``PERIOD-SIDES``, ``PERIOD-ORDER``; reading text also ``PERIOD-FORM``,
            ``WRITTEN-TYPE`` and those of :class:`Instant`.

    Source: ISO 8601-1 intervals and durations, narrowed; open sides from ISO 8601-2.

    >>> issued = Instant.parse("2026-06-01T00:00:00Z")
    >>> Period.days(30).starting(issued)
    Period('2026-06-01T00:00:00Z/2026-07-01T00:00:00Z')
    >>> Period.since(issued).contains(issued)
    True
    """

    start: Instant | None = None
    end: Instant | None = None
    day_count: int | None = None

    pattern: ClassVar[str] = rf"^(?:P[1-9][0-9]{{0,4}}D|{INSTANT_TEXT}/(?:{INSTANT_TEXT}|\.\.)|\.\./{INSTANT_TEXT})$"

    def __attrs_post_init__(self) -> None:
        findings = self._findings()
        if findings:
            raise Invalid(findings)

    def _findings(self) -> tuple[Finding, ...]:
        if type(self.start) is Instant and type(self.end) is Instant and self.day_count is None:
            return () if self.start.moment < self.end.moment else (PERIOD_ORDER.at(),)
        sides: tuple[object, ...] = tuple(side for side in (self.start, self.end) if side is not None)
        if (self.day_count is not None) == bool(sides) or any(type(side) is not Instant for side in sides):
            return (PERIOD_SIDES.at(),)
        if self.day_count is not None and not (type(self.day_count) is int and 1 <= self.day_count <= 99999):
            return (PERIOD_DAYS.at(),)
        if self.start is not None and self.end is not None and not self.start < self.end:
            return (PERIOD_ORDER.at(),)
        return ()

    @classmethod
    def days(cls, count: int, /) -> Period:
        """So many days, not yet begun."""
        if type(count) is not int:
            raise Invalid((PERIOD_DAYS.at(),))
        return cls(day_count=count)

    @classmethod
    def between(cls, start: Instant, end: Instant, /) -> Period:
        """From an instant up to another."""
        return cls(start=start, end=end)

    @classmethod
    def since(cls, start: Instant, /) -> Period:
        """From an instant on, with no end known."""
        return cls(start=start)

    @classmethod
    def until(cls, end: Instant, /) -> Period:
        """Up to an instant, with no start known."""
        return cls(end=end)

    @classmethod
    def parse(cls, text: str, /) -> Period:
        """Read ``P30D`` or two sides joined by a slash."""
        if type(text) is not str:
            raise Invalid((WRITTEN_TYPE.at(),))
        if days := _read_days(text):
            return cls(day_count=int(days[1]))
        sides = text.split("/")
        if len(sides) != 2 or sides == [_OPEN, _OPEN]:
            raise Invalid((PERIOD_FORM.at(),))
        try:
            start, end = (None if side == _OPEN else Instant.parse(side) for side in sides)
        except Invalid:
            pass  # what stands against each side is gathered below
        else:
            return cls(start=start, end=end)
        read = [None if side == _OPEN else Instant.try_parse(side) for side in sides]
        findings = [finding for outcome in read if outcome is not None for finding in outcome.findings]
        raise Invalid([PERIOD_FORM.at(), *findings])

    @property
    def is_relative(self) -> bool:
        """Whether it is a number of days that has not begun."""
        return self.day_count is not None

    @property
    def is_open(self) -> bool:
        """Whether it has begun or will end, but one side is not known."""
        return not self.is_relative and (self.start is None or self.end is None)

    def starting(self, start: Instant, /) -> Period:
        """Let a period of days begin."""
        if self.day_count is None:
            raise Invalid((PERIOD_BEGUN.at(),))
        if type(start) is not Instant:
            raise Invalid((PERIOD_SIDES.at(),))
        return Period.between(start, start.plus(days=self.day_count))

    def contains(self, instant: Instant, /) -> bool:
        """Whether the instant lies in it; the start does, the end does not."""
        if self.is_relative:
            raise Invalid((PERIOD_NOT_BEGUN.at(),))
        if type(instant) is not Instant:
            raise Invalid((PERIOD_SIDES.at(),))
        return (self.start is None or self.start <= instant) and (self.end is None or instant < self.end)

    def __str__(self) -> str:
        if self.day_count is not None:
            return f"P{self.day_count}D"
        return f"{self.start or _OPEN}/{self.end or _OPEN}"
