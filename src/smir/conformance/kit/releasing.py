"""Planted products released to three recipients: the office itself, a partner in the trusted area, a carrier."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

from attrs import field, frozen

from smir.conformance.kit.planting import ISSUED_AT, WORD_LETTERS
from smir.handling import Purpose
from smir.office import Office
from smir.products import Product
from smir.release import Recipient, RecipientKind, Released
from smir.structure.document import dumps
from smir.values import CountryCode

_OFFICE = Office(country="FR", authority="DGDDI", unit="Unit 1", clock=lambda: ISSUED_AT.plus(days=1))
_PARTNER = Recipient(
    country=CountryCode("BE"), authority="AGDA", kind=RecipientKind.CUSTOMS, purposes=(Purpose.DETECT,)
)
#: The planted products replace one of another authority, which is asked.
_CONSENT = "C-1"
_CARRIER = Recipient(country=CountryCode("FR"), authority="CARRIER-1", kind=RecipientKind.CARRIER)
_identifiers = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}").findall


@frozen(slots=False)
class Planted:
    """A product with the words that were planted in it, and what three recipients may have of it.

    Args:
        product: The product as its office holds it.
        words: Every planted word.
    """

    product: Product = field(repr=False)
    words: tuple[str, ...] = field(repr=False)

    @cached_property
    def to_itself(self) -> Released[Any]:
        """The whole product, kept by the office."""
        return _OFFICE.release(self.product, to=_OFFICE.itself)

    @cached_property
    def to_partner(self) -> Released[Any]:
        """Without the personal data that detecting does not need."""
        return _OFFICE.release(self.product, to=_PARTNER, consent=_CONSENT)

    @cached_property
    def to_carrier(self) -> Released[Any]:
        """Without any personal data."""
        return _OFFICE.release(self.product, to=_CARRIER, conditions_accepted=True, consent=_CONSENT)

    def secrets(self, released: Released[Any]) -> tuple[str, ...]:
        """The planted words that this recipient may not have."""
        allowed = content(released)
        whole = content(self.to_itself)
        return tuple(word for word in self.words if len(word) >= WORD_LETTERS and word in whole and word not in allowed)

    def hidden(self, released: Released[Any]) -> tuple[str, ...]:
        """The identifiers of what this recipient may not have."""
        return tuple(sorted({*_identifiers(content(self.to_itself))} - {*_identifiers(content(released))}))

    def allowed(self, released: Released[Any]) -> tuple[str, ...]:
        """The planted words that this recipient has."""
        text = content(released)
        return tuple(word for word in self.words if word in text)


def content(released: Released[Any]) -> str:
    """All that a release holds, as one text."""
    return (dumps(released.product) + dumps(released.note)).decode()
