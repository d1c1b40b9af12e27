"""A paper that says who a person is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import final

from smir.entities.coded import Coded
from smir.entities.soundness import filled
from smir.findings import Code, Finding, Severity
from smir.structure import record
from smir.values import CountryCode, PartialDate

IDENTITY_DOCUMENT_DATES = Code(
    "IDENTITY-DOCUMENT-DATES",
    en="The document expires before it is issued. Check both dates; if it really says so, say it in the notes.",
    fr="Le document expire avant d’être délivré. Vérifiez les deux dates\u202f; s’il l’indique vraiment, dites-le dans "
    "les notes.",
    severity=Severity.WARNING,
)


class IdentityDocumentKind(Coded):
    """Which kind of paper; the list is ours.

    >>> IdentityDocumentKind.DRIVING_LICENCE.label("fr")
    'permis de conduire'
    """

    PASSPORT = "passport"
    IDENTITY_CARD = "identity-card"
    RESIDENCE_PERMIT = "residence-permit"
    DRIVING_LICENCE = "driving-licence"
    VISA = "visa"
    SEAFARER = "seafarer"
    CREW = "crew"
    TRAVEL_DOCUMENT = "travel-document"
    OTHER = "other"


@final
@record(tag="identity-document")
class IdentityDocument:
    """A passport, a licence or another paper that names its holder.

    The person who holds it marks it as personal data whole.

    Args:
        kind: Which kind of paper.
        number: As printed.
        country: The country that issued it.
        authority: Who issued it there.
        issued: Day of issue.
        issued_at: Town of issue.
        expires: Last day of validity.
        genuine: Whether it is what it seems; nothing where nobody has looked.

    Raises:
        smir.Invalid: ``ENTITY-EMPTY``.

    Source: Regulation (EC) 515/97 and Regulation (EU) 2018/1862, Art. 20 (number, place and date of issue).

    >>> IdentityDocument(kind=IdentityDocumentKind.PASSPORT, number="X0000000", expires=PartialDate("2029-03"))
    IdentityDocument(kind=passport, expires=2029-03)
    """

    kind: IdentityDocumentKind
    number: str | None = None
    country: CountryCode | None = None
    authority: str | None = None
    issued: PartialDate | None = None
    issued_at: str | None = None
    expires: PartialDate | None = None
    genuine: bool | None = None

    def rules(self) -> Iterator[Finding]:
        """Compare its dates as far as they are known."""
        yield from filled(self)
        if self.issued is not None and self.expires is not None and self.expires.last_day < self.issued.first_day:
            yield IDENTITY_DOCUMENT_DATES.at("/expires")
