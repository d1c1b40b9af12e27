"""A number under which a register knows a person or an organisation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import final

from smir.entities.coded import Coded
from smir.entities.soundness import filled
from smir.findings import Finding
from smir.structure import record
from smir.values import CountryCode


class IdentifierKind(Coded):
    """Which kind of register a number is from; the list is ours.

    >>> IdentifierKind.AEO.label("fr")
    'numéro de certificat OEA'
    """

    TAX = "tax"
    VAT = "vat"
    SOCIAL_SECURITY = "social-security"
    NATIONAL = "national"
    COMPANY_REGISTER = "company-register"
    LEI = "lei"
    AEO = "aeo"
    CUSTOMS_LICENCE = "customs-licence"
    CASE = "case"
    OTHER = "other"


@final
@record(tag="identifier")
class Identifier:
    """A number under which a tax office, a register or a case file knows someone.

    Whoever holds it marks it as personal data whole. EORI numbers and bank accounts have members of their own, since
    their form can be checked; papers with a date of expiry are :class:`IdentityDocument`.

    Args:
        kind: Which kind of register.
        value: The number, as its register writes it.
        country: The country whose register it is.
        register: Name of the register or authority, where kind and country do not say it.

    Raises:
        smir.Invalid: ``ENTITY-EMPTY``.

    Source: Regulation (EU) 2016/794, Annex II (numbers that identify a person); kinds ours.

    >>> Identifier(kind=IdentifierKind.VAT, value="FR00999999999", country=CountryCode("FR"))
    Identifier(kind=vat, country=FR)
    """

    kind: IdentifierKind
    value: str
    country: CountryCode | None = None
    register: str | None = None

    def rules(self) -> Iterator[Finding]:
        """Refuse empty texts."""
        yield from filled(self)
