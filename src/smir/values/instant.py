"""A moment in time with its offset from UTC, as every date and time of a product is kept."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, ClassVar, final

from attrs import frozen

from smir.findings import Code, Invalid
from smir.values.instant_form import INSTANT_OFFSET, INSTANT_TEXT, instant_findings
from smir.values.written import WRITTEN_TYPE, Written

if TYPE_CHECKING:
    from pendulum import DateTime

INSTANT_DATETIME = Code(
    "INSTANT-DATETIME",
    en="A datetime.datetime with an offset is expected; with Instant itself its zone must be a fixed one "
    "(datetime.timezone). Call Instant.of for any other zone and Instant.parse for text.",
    fr="Un datetime.datetime avec décalage est attendu. Avec Instant lui-même, son fuseau doit être fixe "
    "(datetime.timezone). Appelez Instant.of pour tout autre fuseau et Instant.parse pour un texte.",
)
INSTANT_STEP = Code(
    "INSTANT-STEP",
    en="Days, hours, minutes and seconds to add or take away are whole numbers (int).",
    fr="Les jours, heures, minutes et secondes à ajouter ou à retrancher sont des nombres entiers (int).",
)
INSTANT_RANGE = Code(
    "INSTANT-RANGE",
    en="The result lies outside the years 1 to 9999. Take a nearer instant or a smaller step.",
    fr="Le résultat sort des années 1 à 9999. Prenez un instant plus proche ou un pas plus petit.",
)

_MINUTE = timedelta(minutes=1)
#: Seconds in all the years that can be written.
_LONGEST_STEP = 10_000 * 366 * 86_400
_fits = re.compile(INSTANT_TEXT, re.ASCII).fullmatch
_new = object.__new__


@final
@frozen(order=True, repr=False, weakref_slot=False)
class Instant(Written):
    """A point on the time line that remembers the offset it was noted with.

    Two instants are equal, and sort, by the moment alone: ``10:00+02:00`` is ``08:00Z``. The offset is kept because it
    tells the local hour. A time without an offset is refused, never taken for UTC or for the local time of the machine.
    The text follows RFC 3339, narrowed: ``T`` and ``Z`` in upper case, at most six digits of a second, no leap second,
    no hour 24, no ``-00:00``. The canonical text ends in ``Z`` for UTC and has six digits of fraction or none.

    Args:
        moment: A plain ``datetime.datetime`` in a fixed zone (``datetime.timezone``), offset in whole minutes.

    Raises:
        smir.Invalid: ``INSTANT-DATETIME``, ``INSTANT-OFFSET``; reading text also ``WRITTEN-TYPE``, ``INSTANT-FORM``,
            ``INSTANT-DATE-ONLY``, ``INSTANT-UNKNOWN-OFFSET``, ``INSTANT-LETTERS``, ``INSTANT-PRECISION``,
            ``INSTANT-LEAP-SECOND``, ``INSTANT-MIDNIGHT``, ``INSTANT-CALENDAR``.

    Source: RFC 3339.

    >>> arrival = Instant.parse("2026-06-01T10:00:00+02:00")
    >>> str(arrival), arrival == Instant.parse("2026-06-01T08:00:00Z")
    ('2026-06-01T10:00:00+02:00', True)
    >>> arrival.plus(days=30)
    Instant('2026-07-01T10:00:00+02:00')
    """

    moment: datetime

    pattern: ClassVar[str] = f"^{INSTANT_TEXT}$"

    def __attrs_post_init__(self) -> None:
        moment: object = self.moment
        if type(moment) is not datetime or (moment.tzinfo is not None and type(moment.tzinfo) is not timezone):
            raise Invalid((INSTANT_DATETIME.at(),))
        offset = moment.utcoffset()
        if offset is None or offset % _MINUTE:
            raise Invalid((INSTANT_OFFSET.at(),))

    @classmethod
    def parse(cls, text: str, /) -> Instant:
        """Read RFC 3339, with its offset."""
        if type(text) is not str:
            raise Invalid((WRITTEN_TYPE.at(),))
        moment = _read(text)
        if moment is None:
            raise Invalid(instant_findings(text))
        # What fits the pattern has passed every check of the constructor, which would double the time.
        instant = _new(cls)
        _set_moment(instant, moment)
        return instant

    @classmethod
    def now(cls) -> Instant:
        """What the machine's clock says, in UTC and whole seconds.

        >>> Instant.now() < Instant.now().plus(seconds=2)
        True
        """
        return cls(datetime.now(UTC).replace(microsecond=0))

    @classmethod
    def of(cls, moment: datetime, /) -> Instant:
        """The instant of any ``datetime`` that knows its offset, pendulum's included; a named zone becomes its offset.

        >>> import pendulum
        >>> Instant.of(pendulum.datetime(2026, 6, 1, 10, tz="Europe/Brussels"))
        Instant('2026-06-01T10:00:00+02:00')
        """
        plain = _in_fixed_zone(moment)
        if plain is None:
            raise Invalid((INSTANT_DATETIME.at(),))
        return cls(plain)

    @property
    def utc(self) -> Instant:
        """The same moment noted in UTC."""
        offset = self.moment.utcoffset() or timedelta()
        moment = _moved(self.moment.replace(tzinfo=UTC), -offset)
        if moment is None:
            raise Invalid((INSTANT_RANGE.at(),))
        return Instant(moment)

    @property
    def pendulum(self) -> DateTime:
        """The moment as pendulum's ``DateTime`` with the same fixed offset, for calendar arithmetic."""
        import pendulum

        return pendulum.instance(self.moment)

    def plus(self, *, days: int = 0, hours: int = 0, minutes: int = 0, seconds: int = 0) -> Instant:
        """The instant that much later; a day is 24 hours, the offset stays."""
        return self._stepped(1, days, hours, minutes, seconds)

    def minus(self, *, days: int = 0, hours: int = 0, minutes: int = 0, seconds: int = 0) -> Instant:
        """The instant that much earlier; a day is 24 hours, the offset stays."""
        return self._stepped(-1, days, hours, minutes, seconds)

    def _stepped(self, sign: int, days: int, hours: int, minutes: int, seconds: int) -> Instant:
        if any(type(step) is not int for step in (days, hours, minutes, seconds)):
            raise Invalid((INSTANT_STEP.at(),))
        total = sign * (((days * 24 + hours) * 60 + minutes) * 60 + seconds)
        moment = _moved(self.moment, timedelta(seconds=total)) if abs(total) <= _LONGEST_STEP else None
        if moment is None:
            raise Invalid((INSTANT_RANGE.at(),))
        return Instant(moment)

    def __str__(self) -> str:
        text = self.moment.isoformat()
        return f"{text[:-6]}Z" if text.endswith("+00:00") else text


def _read(text: str) -> datetime | None:
    """The moment a text writes, or nothing. What the standard library says of a text quotes it, so it ends here."""
    if _fits(text) is None:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:  # a day its month does not have
        return None


def _in_fixed_zone(moment: object) -> datetime | None:
    """The moment with its present offset for a zone, or nothing where that cannot be told."""
    if not isinstance(moment, datetime):
        return None
    try:
        offset = moment.utcoffset()
        zone = None if offset is None else timezone(offset)
        return datetime.combine(moment.date(), moment.time(), zone).replace(fold=0)
    except Exception:  # noqa: BLE001 - the zone is foreign code
        return None


def _moved(moment: datetime, step: timedelta) -> datetime | None:
    """The moment that much later, or nothing outside the years that can be written."""
    try:
        return moment + step
    except OverflowError:
        return None


_set_moment = Instant.__dict__["moment"].__set__
