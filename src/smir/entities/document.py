"""A paper or file that goes with goods, money or transport."""

from __future__ import annotations

from collections.abc import Iterator
from typing import final

from attrs import field

from smir.entities.coded import Coded
from smir.entities.provenance import Provenance
from smir.entities.reference import Reference
from smir.entities.soundness import soundness
from smir.findings import Code, Finding, Severity
from smir.handling import Personal, Withheld
from smir.structure import record
from smir.values import CountryCode, Id, Money, PartialDate, Text

DOCUMENT_DATES = Code(
    "DOCUMENT-DATES",
    en="The document expires before it is issued. Check both dates.",
    fr="Le document expire avant d’être délivré. Vérifiez les deux dates.",
    severity=Severity.WARNING,
)


class DocumentKind(Coded):
    """What kind of paper; the list is ours. Papers that say who a person is belong to the person.

    >>> DocumentKind.BILL_OF_LADING.label("fr")
    'connaissement'
    """

    CUSTOMS_DECLARATION = "customs-declaration"
    MANIFEST = "manifest"
    BILL_OF_LADING = "bill-of-lading"
    AIR_WAYBILL = "air-waybill"
    ROAD_CONSIGNMENT_NOTE = "road-consignment-note"
    RAIL_CONSIGNMENT_NOTE = "rail-consignment-note"
    TRANSIT = "transit"
    INVOICE = "invoice"
    PACKING_LIST = "packing-list"
    CONTRACT = "contract"
    CERTIFICATE_OF_ORIGIN = "certificate-of-origin"
    LICENCE = "licence"
    CITES_PERMIT = "cites-permit"
    HEALTH_CERTIFICATE = "health-certificate"
    END_USER_CERTIFICATE = "end-user-certificate"
    INSURANCE = "insurance"
    PAYMENT = "payment"
    REGISTRATION = "registration"
    PHOTOGRAPH = "photograph"
    OTHER = "other"


class Authenticity(Coded):
    """Whether a paper is what it seems; the list is ours. Nothing is said where nobody has looked.

    >>> Authenticity.ALTERED.label("fr")
    'falsifié'
    """

    GENUINE = "genuine"
    DOUBTFUL = "doubtful"
    ALTERED = "altered"
    FORGED = "forged"
    WRONGLY_OBTAINED = "wrongly-obtained"
    FALSE_CONTENT = "false-content"


@final
@record(tag="document")
class Document:
    """An invoice, bill of lading, permit or other paper, as evidence or as a lead.

    The file itself travels as an attachment of the product. What the paper covers or names is said by :class:`Link`
    (*covers*, *mentions*).

    Args:
        kind: What kind of paper.
        type_code: Its code in the list of document names (UN/EDIFACT 1001) or of the administration.
        number: As printed.
        title: What it is headed.
        issued: Day of issue.
        expires: Last day of validity.
        country: Country of issue.
        issuer: Who issued it, where that is an entity.
        value: The amount it states.
        authenticity: Whether it is what it seems.
        attachments: Attachments of the product that hold it.
        notes: What it says and what is odd about it; may name persons.
        provenance: Where single members come from.
        id: Identifier of the entity.

    Raises:
        smir.Invalid: ``ENTITY-EMPTY``, ``PROVENANCE-MEMBER``.

    Source: WCO Data Model, classes 02A, 30B, 78A, 99A (elements D005, D006, D011, D028); kinds ours.

    >>> Document(kind=DocumentKind.INVOICE, number="INV-0000", value=Money.parse("18500.00 USD"))
    Document(kind=invoice, value=18500.00 USD, id=...)
    """

    kind: DocumentKind
    type_code: str | None = None
    number: str | None = None
    title: Text | Withheld | None = None
    issued: PartialDate | None = None
    expires: PartialDate | None = None
    country: CountryCode | None = None
    issuer: Reference | None = None
    value: Money | None = None
    authenticity: Authenticity | None = None
    attachments: tuple[Reference, ...] = ()
    notes: Personal[Text] | None = None
    provenance: tuple[Provenance, ...] = ()
    id: Id = field(factory=Id.random)

    def rules(self) -> Iterator[Finding]:
        """Compare its dates as far as they are known."""
        yield from soundness(self, "number", "title", "attachments", "notes")
        if self.issued is not None and self.expires is not None and self.expires.last_day < self.issued.first_day:
            yield DOCUMENT_DATES.at("/expires")
