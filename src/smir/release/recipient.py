"""Who is to receive a product: an authority, a carrier, a body; where, and for which purposes."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from types import MappingProxyType
from typing import final

from smir.findings import Code, Finding, Language
from smir.handling import Audience, Purpose
from smir.structure import record
from smir.values import CountryCode

RECIPIENT_EMPTY = Code(
    "RECIPIENT-EMPTY",
    en="Name the recipient: the short name of its authority, and its unit where one is meant.",
    fr="Nommez le destinataire\u00a0: le sigle de son autorité, et son unité s’il y a lieu.",
)


class RecipientKind(Enum):
    """What a recipient is; decides the audience together with its country."""

    CUSTOMS = "customs"
    POLICE = "police"
    PROSECUTOR = "prosecutor"
    ENFORCEMENT = "enforcement"
    INTERNATIONAL_BODY = "international-body"
    AUTHORITY = "authority"
    CARRIER = "carrier"
    BANK = "bank"
    PRIVATE = "private"
    PUBLIC = "public"

    def label(self, language: Language = "en") -> str:
        """What it is called in English or French."""
        return _LABELS[self][language == "fr"]


_LABELS = MappingProxyType(
    {
        RecipientKind.CUSTOMS: ("customs administration", "administration des douanes"),
        RecipientKind.POLICE: ("police", "police"),
        RecipientKind.PROSECUTOR: ("prosecutor", "parquet"),
        RecipientKind.ENFORCEMENT: ("other law-enforcement agency", "autre service répressif"),
        RecipientKind.INTERNATIONAL_BODY: ("international body", "organisme international"),
        RecipientKind.AUTHORITY: ("authority that does not prosecute", "autorité sans pouvoir de poursuite"),
        RecipientKind.CARRIER: ("carrier", "transporteur"),
        RecipientKind.BANK: ("bank", "banque"),
        RecipientKind.PRIVATE: ("private party", "personne privée"),
        RecipientKind.PUBLIC: ("the public", "le public"),
    }
)

_ENFORCEMENT = frozenset(
    {RecipientKind.CUSTOMS, RecipientKind.POLICE, RecipientKind.PROSECUTOR, RecipientKind.ENFORCEMENT}
)


@final
@record
class Recipient:
    """One recipient of a release.

    Args:
        country: Where it belongs, ISO 3166-1 alpha-2.
        authority: Its short name, such as ``AGDA``; never a private person.
        kind: What it is.
        unit: The unit within the authority, where one is meant.
        purposes: What it wants the product for; personal data that no purpose needs is withheld.

    >>> Recipient(country=CountryCode("BE"), authority="AGDA", kind=RecipientKind.CUSTOMS).kind.label("fr")
    'administration des douanes'
    """

    country: CountryCode
    authority: str
    kind: RecipientKind
    unit: str | None = None
    purposes: tuple[Purpose, ...] = ()

    def rules(self) -> Iterator[Finding]:
        """A recipient has a name."""
        for member in ("authority", "unit"):
            if (said := getattr(self, member)) is not None and not said.strip():
                yield RECIPIENT_EMPTY.at(f"/{member}")

    @property
    def name(self) -> str:
        """Country, authority and unit in one line."""
        return " ".join(part for part in (str(self.country), self.authority, self.unit) if part)


@final
@record
class Territory:
    """What *home*, *trusted area* and *originating agency* mean for the office that decides.

    Handling codes speak of their country of origin. An adopting administration puts its own notions in their place.

    Args:
        home: The office's country.
        agency: The office's authority, the originating agency.
        trusted_area: Countries whose law enforcement counts as compatible (for a member of the EU: the EEA).

    Source: domain rule "territory-relative" of the 5x5x5 forms; the notions are the adopting administration's own.

    >>> france = Territory(home=CountryCode("FR"), agency="DGDDI", trusted_area=(CountryCode("BE"),))
    >>> carrier = Recipient(country=CountryCode("FR"), authority="CARRIER-1", kind=RecipientKind.CARRIER)
    >>> france.audience(carrier).name
    'HOME_OTHER'
    """

    home: CountryCode
    agency: str
    trusted_area: tuple[CountryCode, ...] = ()

    def audience(self, recipient: Recipient) -> Audience:
        """Which audience of the handling codes a recipient belongs to."""
        at_home = recipient.country == self.home
        if recipient.kind is RecipientKind.INTERNATIONAL_BODY:
            return Audience.OTHER_ENFORCEMENT
        if recipient.kind not in _ENFORCEMENT:
            private_at_home = at_home and recipient.kind is not RecipientKind.PUBLIC
            return Audience.HOME_OTHER if private_at_home else Audience.FOREIGN_OTHER
        if at_home:
            own = recipient.authority == self.agency
            return Audience.ORIGINATING_AGENCY if own else Audience.HOME_ENFORCEMENT
        return Audience.TRUSTED_ENFORCEMENT if recipient.country in self.trusted_area else Audience.OTHER_ENFORCEMENT
