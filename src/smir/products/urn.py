"""The number an office gives a product when it issues it."""

from __future__ import annotations

from typing import ClassVar, final

from smir.findings import Code, Invalid
from smir.values import CountryCode
from smir.values.single_text import SingleText

URN_FORM = Code(
    "URN-FORM",
    en="The number of a product is its country, authority, year and serial number, such as FR-DGDDI-2026-000001: two "
    "letters, 2 to 12 letters or digits, four digits, and six digits or more, in upper case. An office writes it.",
    fr="Le numéro d’un produit réunit pays, autorité, année et numéro d’ordre, comme FR-DGDDI-2026-000001\u00a0: deux "
    "lettres, 2 à 12 lettres ou chiffres, quatre chiffres et au moins six chiffres, en majuscules. "
    "C’est un bureau qui l’écrit.",
)
URN_PARTS = Code(
    "URN-PARTS",
    en="Give the country as a CountryCode, the authority as a text, the year and the serial number as whole numbers "
    "(a serial number from 1 to 999999999999).",
    fr="Donnez le pays par un CountryCode, l’autorité par un texte, l’année et le numéro d’ordre par des nombres "
    "entiers (un numéro d’ordre de 1 à 999999999999).",
)


@final
class Urn(SingleText):
    """The number of one issued product, unique in the world as long as an authority counts rightly.

    Every version of a product has a number of its own; what it replaces is named in ``supersedes``. One serial number
    has one written form: six digits with leading zeros, more digits without.

    Args:
        text: The canonical text.

    Raises:
        smir.Invalid: ``URN-FORM``; ``WRITTEN-TYPE`` for what is not a text.

    Source: ours, after the report number of the 5x5x5 form (originator, year, serial number).

    >>> number = Urn("FR-DGDDI-2026-000042")
    >>> number.country, number.authority, number.year, number.serial
    (CountryCode('FR'), 'DGDDI', 2026, 42)
    """

    __slots__ = ()
    pattern: ClassVar[str] = (
        "^[A-Z]{2}-[A-Z0-9]{2,12}-[12][0-9]{3}-(?:0{5}[1-9]|0{4}[1-9][0-9]|0{3}[1-9][0-9]{2}"
        "|00[1-9][0-9]{3}|0[1-9][0-9]{4}|[1-9][0-9]{5,11})$"
    )
    form: ClassVar[Code] = URN_FORM

    @classmethod
    def of(cls, *, country: CountryCode, authority: str, year: int, serial: int) -> Urn:
        """The number with these parts.

        Raises:
            smir.Invalid: ``URN-PARTS``, ``URN-FORM``.

        >>> Urn.of(country=CountryCode("EC"), authority="SENAE", year=2026, serial=7)
        Urn('EC-SENAE-2026-000007')
        """
        if type(country) is not CountryCode or type(authority) is not str or type(year) is not int:
            raise Invalid((URN_PARTS.at(),))
        if type(serial) is not int or not 1 <= serial < 10**12:
            raise Invalid((URN_PARTS.at(),))
        return cls(f"{country}-{authority}-{year}-{serial:06}")

    @property
    def country(self) -> CountryCode:
        """The country of the authority."""
        return CountryCode(self.text[:2])

    @property
    def authority(self) -> str:
        """The short name of the authority, within its country."""
        return self.text.split("-")[1]

    @property
    def year(self) -> int:
        """The year of the issue, by the calendar of the office."""
        return int(self.text.split("-")[2])

    @property
    def serial(self) -> int:
        """The serial number within authority and year."""
        return int(self.text.split("-")[3])
