"""Where someone lives, works or receives mail."""

from __future__ import annotations

from collections.abc import Iterator
from typing import final

from smir.entities.soundness import filled
from smir.findings import Code, Finding
from smir.structure import record
from smir.values import CountryCode, Period, Text

ADDRESS_NOTHING = Code(
    "ADDRESS-NOTHING",
    en="An address says at least a street, a city, a postcode or a country.",
    fr="Une adresse indique au moins une rue, une ville, un code postal ou un pays.",
)


@final
@record(tag="address")
class Address:
    """A postal address, in the parts a declaration has for it.

    Whoever holds it marks it as personal data whole. What cannot be taken apart stands in ``street``.

    Args:
        street: Street and number, or post-office box.
        city: Town, in its own spelling.
        postcode: As the country writes it.
        subdivision: Region, state or province, by name or code.
        country: Country.
        use: What it is used for, such as residence, registered office, delivery.
        period: When it was used.

    Raises:
        smir.Invalid: ``ADDRESS-NOTHING``, ``ENTITY-EMPTY``.

    Source: WCO Data Model, class 04A (elements 239, 241, 242, 243, 245).

    >>> Address(street="1 Invented Quay", city="Harbourtown", country=CountryCode("FR"))
    Address(country=FR)
    """

    street: str | None = None
    city: str | None = None
    postcode: str | None = None
    subdivision: str | None = None
    country: CountryCode | None = None
    use: Text | None = None
    period: Period | None = None

    def rules(self) -> Iterator[Finding]:
        """Ask for something that can be found on a map."""
        yield from filled(self)
        if all(part is None for part in (self.street, self.city, self.postcode, self.country)):
            yield ADDRESS_NOTHING.at()
