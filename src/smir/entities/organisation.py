"""A company, an authority, a group: whatever acts under a name without being one natural person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import final

from attrs import field

from smir.entities.address import Address
from smir.entities.as_seen import AsSeen
from smir.entities.coded import Coded
from smir.entities.identifier import Identifier
from smir.entities.provenance import Provenance
from smir.entities.soundness import soundness
from smir.findings import Code, Finding, Severity
from smir.handling import DataSubject, Personal, Withheld
from smir.structure import record
from smir.values import EORI, IBAN, CountryCode, Id, PartialDate, Text

ORGANISATION_SUBJECT = Code(
    "ORGANISATION-SUBJECT",
    en="A sole trader is a natural person. Say what this person is to the case in the member “subject”.",
    fr="Une entreprise individuelle est une personne physique. Dites dans le membre «\u00a0subject\u00a0» ce que cette "
    "personne est pour l’affaire.",
    severity=Severity.WARNING,
)
ORGANISATION_DATES = Code(
    "ORGANISATION-DATES",
    en="The organisation is dissolved before it is registered. Check both dates.",
    fr="L’organisation est dissoute avant d’être immatriculée. Vérifiez les deux dates.",
    severity=Severity.WARNING,
)


class Activity(Coded):
    """What an organisation does in trade and around it; the list is ours.

    >>> Activity.FORWARDER.label("fr")
    'transitaire'
    """

    TRADER = "trader"
    MANUFACTURER = "manufacturer"
    RETAILER = "retailer"
    CARRIER = "carrier"
    FORWARDER = "forwarder"
    CONSOLIDATOR = "consolidator"
    CUSTOMS_BROKER = "customs-broker"
    EXPRESS_COURIER = "express-courier"
    POSTAL_OPERATOR = "postal-operator"
    WAREHOUSE = "warehouse"
    TERMINAL = "terminal"
    SHIP_MANAGER = "ship-manager"
    ONLINE_PLATFORM = "online-platform"
    BANK = "bank"
    COMPANY_SERVICES = "company-services"
    HOTEL = "hotel"
    AUTHORITY = "authority"
    SHELL = "shell"
    CRIMINAL_GROUP = "criminal-group"
    OTHER = "other"


@final
@record(tag="organisation")
class Organisation:
    """A trader, carrier, bank, authority or criminal group.

    The law does not count data on legal persons as personal, but a firm may be one person, may bear its owner's name,
    and often nobody knows. So names, addresses and numbers are marked as personal data for all organisations. Owners,
    directors and staff are entities of their own, joined by :class:`Link`.

    Args:
        name: Registered name.
        trading_names: Names under which it trades.
        former_names: Names it had.
        aliases: Other spellings and short forms.
        sole_trader: Whether it is one natural person in business.
        subject: What that person is to the case; for a sole trader.
        role: What it does in the case, in words that name nobody.
        legal_form: Such as ``SARL`` or ``Ltd``.
        country: Where it is registered.
        registered: Day of registration; young companies are an indicator.
        dissolved: Day it ceased to exist.
        activities: What it does.
        activity_code: Code of its business line with the name of its scheme, such as ``NACE 52.29``.
        addresses: Its addresses.
        phones: Telephone numbers in international form, ``+`` first.
        emails: E-mail addresses.
        websites: Web addresses.
        accounts: Bank accounts.
        eori: Registration number of an economic operator.
        identifiers: Company number, tax number, AEO certificate and others.
        notes: Whatever else concerns it.
        provenance: Where single members come from.
        id: Identifier of the entity.

    Raises:
        smir.Invalid: ``ENTITY-EMPTY``, ``PROVENANCE-MEMBER``.

    Source: WCO Data Model, party classes; Regulation (EC) 515/97 (businesses).

    >>> Organisation(name="Invented Fruit Ltd", country=CountryCode("EC"), activities=(Activity.TRADER,))
    Organisation(sole_trader=False, country=EC, activities=<1>, id=...)
    """

    name: Personal[str] | None = None
    trading_names: tuple[Personal[str], ...] = ()
    former_names: tuple[Personal[str], ...] = ()
    aliases: tuple[Personal[str], ...] = ()
    sole_trader: bool = False
    subject: DataSubject | None = None
    role: Text | Withheld | None = None
    legal_form: str | None = None
    country: CountryCode | None = None
    registered: PartialDate | None = None
    dissolved: PartialDate | None = None
    activities: tuple[Activity, ...] = ()
    activity_code: str | None = None
    addresses: tuple[Personal[Address], ...] = ()
    phones: tuple[Personal[str], ...] = ()
    emails: tuple[Personal[str], ...] = ()
    websites: tuple[Personal[str], ...] = ()
    accounts: tuple[Personal[IBAN | AsSeen], ...] = ()
    eori: Personal[EORI | AsSeen] | None = None
    identifiers: tuple[Personal[Identifier], ...] = ()
    notes: Personal[Text] | None = None
    provenance: tuple[Provenance, ...] = ()
    id: Id = field(factory=Id.random)

    def rules(self) -> Iterator[Finding]:
        """Treat a sole trader as the person it is; compare the dates of its life."""
        yield from soundness(self, "name", "trading_names", "aliases", "eori", "identifiers", "phones", "emails")
        if self.sole_trader and self.subject is None:
            yield ORGANISATION_SUBJECT.at("/subject")
        if self.registered and self.dissolved and self.dissolved.last_day < self.registered.first_day:
            yield ORGANISATION_DATES.at("/dissolved")
