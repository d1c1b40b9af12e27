"""An economic operator by its registration and identification number (EORI)."""

from __future__ import annotations

from typing import ClassVar, final

from smir.findings import Code
from smir.values.country_code import CountryCode
from smir.values.single_text import SingleText

EORI_FORM = Code(
    "EORI-FORM",
    en="An EORI number is two letters of the country and 1 to 15 upper-case letters or digits, which a hyphen may "
    "join; after GB and XI it is 12 or 15 digits. Write it without spaces.",
    fr="Un numéro EORI réunit les deux lettres du pays et 1 à 15 lettres majuscules ou chiffres, qu’un trait d’union "
    "peut joindre. Après GB et XI, ce sont 12 ou 15 chiffres. Écrivez-le sans espaces.",
)


@final
class EORI(SingleText):
    """A trader registered with customs.

    Sole traders are persons, so the number does not show in a repr. No check digit is published; whether the number is
    registered only the register can say.

    Args:
        text: Two upper-case ASCII letters and up to 15 characters.

    Raises:
        smir.Invalid: ``EORI-FORM``; ``WRITTEN-TYPE`` for what is not a text.

    Source: Union Customs Code, Delegated Regulation (EU) 2015/2446, Annex B; numbers of GB and XI.

    >>> EORI("FR12345678900012").country
    CountryCode('FR')
    """

    __slots__ = ()
    pattern: ClassVar[str] = (
        "^(?:(?:GB|XI)(?:[0-9]{12}|[0-9]{15})"
        "|(?:[A-FH-WYZ][A-Z]|G[AC-Z]|X[A-HJ-Z])[A-Z0-9](?:[A-Z0-9-]{0,13}[A-Z0-9])?)$"
    )
    form: ClassVar[Code] = EORI_FORM
    shown: ClassVar[bool] = False

    @property
    def country(self) -> CountryCode:
        """The country, or territory, that registered the operator; ``XI`` is Northern Ireland."""
        return CountryCode(self.text[:2])
