"""How a requirement is looked for in a product: the few questions that the table of a standard is built of."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, final

from smir.entities.entity import EntityKind
from smir.findings import Code, Finding
from smir.handling import Withheld
from smir.products.attachment import Attachment
from smir.products.product_type import ProductType
from smir.structure import record
from smir.structure.shape import is_record, tag_of
from smir.values import Instant, Period

LOOKING_NOTHING = Code(
    "LOOKING-NOTHING",
    en="The check looks for nothing. Name members, kinds of entity or media types.",
    fr="Le contrôle ne cherche rien. Nommez des membres, des genres d’entité ou des types de média.",
)
LOOKING_LEAST = Code(
    "LOOKING-LEAST",
    en="The least number is 1 or more.",
    fr="Le nombre minimal est 1 ou plus.",
)
LOOKING_LIMIT = Code(
    "LOOKING-LIMIT",
    en="Give the limit either in days or in months, 1 or more.",
    fr="Donnez la limite soit en jours, soit en mois, 1 ou plus.",
)


@final
@record(tag="present")
class Present:
    """Something is there: enough of the members named, entities of the kinds named, attachments of the media named.

    Args:
        members: Paths of members, such as ``originator/contact``; a text, a value or a list with entries counts one.
        entities: Kinds of entity; each entity counts one.
        media: Beginnings of media types, such as ``image/``; each attachment counts one.
        media_source: Whether an attachment counts only if it says where it comes from.
        least: How many are enough.

    Raises:
        smir.Invalid: ``LOOKING-NOTHING``, ``LOOKING-LEAST``, ``MEMBER-…``.

    >>> Present(members=("gaps",)).places()
    ('gaps',)
    """

    members: tuple[str, ...] = ()
    entities: tuple[EntityKind, ...] = ()
    media: tuple[str, ...] = ()
    media_source: bool | None = None
    least: int | None = None

    def satisfied(self, product: Any, on: Instant) -> bool:
        """Whether enough is there."""
        count = sum(holds(product, path) for path in self.members)
        if self.entities:
            kinds = {kind.value for kind in self.entities}
            count += sum(is_record(type(entity)) and tag_of(type(entity)) in kinds for entity in product.entities)
        if self.media:
            count += sum(self._counts(attachment) for attachment in product.attachments)
        return count >= (self.least or 1)

    def _counts(self, attachment: Attachment | Withheld) -> bool:
        if isinstance(attachment, Withheld) or not attachment.media_type.startswith(self.media):
            return False
        return not self.media_source or holds(attachment, "source")

    def places(self) -> tuple[str, ...]:
        """The members it looks at."""
        lists = ("entities",) if self.entities else ("attachments",) if self.media else ()
        return self.members or lists

    def rules(self) -> Iterator[Finding]:
        """It looks for something."""
        if not (self.members or self.entities or self.media):
            yield LOOKING_NOTHING.at()
        yield from _least(self.least)


@final
@record(tag="entries")
class Entries:
    """A list has enough entries that hold the members named.

    Args:
        list: The list, such as ``judgements``.
        members: Paths of members within an entry; empty if any entry counts.
        every: Whether every entry must hold them, and not only enough of them.
        least: How many are enough.

    Raises:
        smir.Invalid: ``LOOKING-LEAST``, ``MEMBER-…``.

    >>> Entries(list="judgements", members=("confidence",)).places()
    ('judgements',)
    """

    list: str
    members: tuple[str, ...] = ()
    every: bool | None = None
    least: int | None = None

    def satisfied(self, product: Any, on: Instant) -> bool:
        """Whether enough entries hold the members; what was withheld is not looked at."""
        entries = _entries(product, self.list)
        holding = [entry for entry in entries if all(holds(entry, path) for path in self.members)]
        return len(holding) >= (self.least or 1) and (not self.every or len(holding) == len(entries))

    def places(self) -> tuple[str, ...]:
        """The list."""
        return (self.list,)

    def rules(self) -> Iterator[Finding]:
        """At least one entry is asked."""
        yield from _least(self.least)


@final
@record(tag="distinct")
class Distinct:
    """The entries of a list have enough different values in one member, such as two sources.

    Args:
        list: The list, such as ``items``.
        member: Path of the member within an entry; entries without it do not count.
        least: How many different values are enough.

    Raises:
        smir.Invalid: ``LOOKING-LEAST``, ``MEMBER-…``.

    >>> Distinct(list="items", member="provenance/source", least=2).places()
    ('items',)
    """

    list: str
    member: str
    least: int

    def satisfied(self, product: Any, on: Instant) -> bool:
        """Whether there are enough different values."""
        values = {found(entry, self.member) for entry in _entries(product, self.list) if holds(entry, self.member)}
        return len(values) >= self.least

    def places(self) -> tuple[str, ...]:
        """The list."""
        return (self.list,)

    def rules(self) -> Iterator[Finding]:
        """At least one value is asked."""
        yield from _least(self.least)


@final
@record(tag="ahead")
class Ahead:
    """A time lies ahead, but not too far: an instant, or the end of a period.

    Args:
        member: The member that holds it.
        days: How far ahead at most, in days.
        months: How far ahead at most, in calendar months.

    Raises:
        smir.Invalid: ``LOOKING-LIMIT``, ``MEMBER-…``.

    >>> Ahead(member="review_by", months=6).places()
    ('review_by',)
    """

    member: str
    days: int | None = None
    months: int | None = None

    def satisfied(self, product: Any, on: Instant) -> bool:
        """Whether it lies after ``on`` and within the limit; a period of days is taken to begin then."""
        value = found(product, self.member)
        if isinstance(value, Period):
            value = value.starting(on).end if value.is_relative else value.end
        if not isinstance(value, Instant):
            return False
        return on < value and value.moment <= self._limit(on.moment)

    def _limit(self, on: datetime) -> datetime:
        try:
            return months_later(on, self.months) if self.months else on + timedelta(days=self.days or 0)
        except (ValueError, OverflowError):  # beyond the year 9999 there is no limit
            return datetime.max.replace(tzinfo=on.tzinfo)

    def places(self) -> tuple[str, ...]:
        """The member."""
        return (self.member,)

    def rules(self) -> Iterator[Finding]:
        """There is one limit."""
        given = [limit for limit in (self.days, self.months) if limit is not None]
        if len(given) != 1 or given[0] < 1:
            yield LOOKING_LIMIT.at()


@final
@record(tag="impersonal")
class Impersonal:
    """The product holds no personal data.

    >>> Impersonal().places()
    ()
    """

    def satisfied(self, product: Any, on: Instant) -> bool:
        """Whether it is not nominal."""
        return not product.is_nominal

    def places(self) -> tuple[str, ...]:
        """None: the product as a whole."""
        return ()


@final
@record(tag="one-of")
class OneOf:
    """The product is one of these types.

    Args:
        types: The types of product.

    >>> OneOf(types=(ProductType.ALERT,)).places()
    ()
    """

    types: tuple[ProductType, ...]

    def satisfied(self, product: Any, on: Instant) -> bool:
        """Whether it is."""
        return product.kind in self.types

    def places(self) -> tuple[str, ...]:
        """None: the product as a whole."""
        return ()

    def rules(self) -> Iterator[Finding]:
        """Some type is named."""
        if not self.types:
            yield LOOKING_NOTHING.at("/types")


def months_later(moment: datetime, months: int) -> datetime:
    """The same day of the month so many months later, or the last day of that month where it has no such day.

    >>> months_later(datetime(2026, 8, 31), 6)
    datetime.datetime(2027, 2, 28, 0, 0)
    """
    year, month = divmod(moment.year * 12 + moment.month - 1 + months, 12)
    return moment.replace(year=year, month=month + 1, day=min(moment.day, monthrange(year, month + 1)[1]))


def found(made: Any, path: str) -> Any:
    """What stands at a path of member names; nothing where the path does not lead there."""
    for name in path.split("/"):
        made = getattr(made, name, None)
    return made


def holds(made: Any, path: str) -> bool:
    """Whether something stands at a path. What was withheld, an empty list and *no* count as nothing."""
    value = found(made, path)
    if isinstance(value, tuple):
        return any(not isinstance(item, Withheld) for item in value)
    return value is not None and value is not False and not isinstance(value, Withheld)


def _entries(product: Any, name: str) -> list[Any]:
    return [entry for entry in getattr(product, name, ()) if not isinstance(entry, Withheld)]


def _least(least: int | None) -> Iterator[Finding]:
    if least is not None and least < 1:
        yield LOOKING_LEAST.at("/least")
