"""A bank account by its international number (IBAN)."""

from __future__ import annotations

from typing import ClassVar, final

from smir.findings import Code, Finding
from smir.values.country_code import CountryCode
from smir.values.printed_text import PrintedText

IBAN_FORM = Code(
    "IBAN-FORM",
    en="An IBAN is two letters of the country, two check digits from 02 to 98 and 11 to 30 upper-case letters or "
    "digits, without spaces. For the printed form call IBAN.from_printed.",
    fr="Un IBAN réunit les deux lettres du pays, deux chiffres de contrôle de 02 à 98 et 11 à 30 lettres majuscules ou "
    "chiffres, sans espaces. Pour la forme imprimée, appelez IBAN.from_printed.",
)
IBAN_CHECK = Code(
    "IBAN-CHECK",
    en="The check digits of the IBAN do not agree (modulo 97). Read the number again; if it really was given so, keep "
    "it as seen.",
    fr="La clé de contrôle de l’IBAN ne concorde pas (modulo 97). Relisez le numéro et, s’il a vraiment été donné "
    "ainsi, conservez-le comme vu.",
)
IBAN_STRUCTURE = Code(
    "IBAN-STRUCTURE",
    en="The check digits agree, but length and make-up are not those registered for the country, or no such country is "
    "registered. Check the country’s letters; if the number really was given so, keep it as seen.",
    fr="La clé de contrôle concorde, mais la longueur et la composition ne sont pas celles qui sont enregistrées pour "
    "ce pays, ou aucun pays de ce code n’est enregistré. Vérifiez les lettres du pays et, si le numéro a vraiment été "
    "donné ainsi, conservez-le comme vu.",
)


@final
class IBAN(PrintedText):
    """A bank account. It belongs to somebody, so it does not show in a repr.

    Check digits and registered structure are checked. Whether the bank exists, or a country's own check digits within
    the account agree, is not: lists of banks age.

    Args:
        text: Upper-case ASCII letters and digits without spaces.

    Raises:
        smir.Invalid: ``IBAN-FORM``, ``IBAN-CHECK``, ``IBAN-STRUCTURE``; ``WRITTEN-TYPE`` for what is not a text.

    Source: ISO 13616; check digits and structures by country by python-stdnum.

    >>> IBAN.from_printed("GR16 0110 1050 0000 1054 7023 795").country
    CountryCode('GR')
    """

    __slots__ = ()
    pattern: ClassVar[str] = "^[A-Z]{2}(?:0[2-9]|[1-8][0-9]|9[0-8])[A-Z0-9]{11,30}$"
    form: ClassVar[Code] = IBAN_FORM
    shown: ClassVar[bool] = False

    @classmethod
    def further_findings(cls, text: str, /) -> tuple[Finding, ...]:
        """Compare the check digits, then the structure of the country."""
        from stdnum import iban
        from stdnum.iso7064 import mod_97_10

        if not mod_97_10.is_valid(text[4:] + text[:4]):
            return (IBAN_CHECK.at(),)
        return () if iban.is_valid(text, check_country=False) else (IBAN_STRUCTURE.at(),)

    @property
    def country(self) -> CountryCode:
        """The country of the account."""
        return CountryCode(self.text[:2])
