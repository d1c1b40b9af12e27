"""Who speaks in a product: an authority and its office, never a private person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import final

from smir.findings import Code, Finding
from smir.structure import record
from smir.values import CountryCode

ORIGINATOR_EMPTY = Code(
    "ORIGINATOR-EMPTY",
    en="Name the authority, unit or contact point of the office, or leave the member out.",
    fr="Nommez l’autorité, l’unité ou le point de contact du bureau, ou omettez le membre.",
)


@final
@record
class Originator:
    """The office that issues a product and answers for it.

    Args:
        country: The country of the authority.
        authority: The authority, by the short name it is known by, such as ``DGDDI``.
        unit: The unit or office within it.
        contact: How to reach the office at any hour: a duty desk, never the address or number of a private person.

    Raises:
        smir.Invalid: ``ORIGINATOR-EMPTY``, ``MEMBER-…``.

    >>> Originator(country=CountryCode("FR"), authority="DGDDI", contact="duty-desk@customs.example")
    Originator(country=FR)
    """

    country: CountryCode
    authority: str
    unit: str | None = None
    contact: str | None = None

    def rules(self) -> Iterator[Finding]:
        """Nothing is named by an empty text."""
        for name, text in (("authority", self.authority), ("unit", self.unit), ("contact", self.contact)):
            if text is not None and not text.strip():
                yield ORIGINATOR_EMPTY.at(f"/{name}")
