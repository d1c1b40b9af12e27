"""Caveats: restrictions on sharing and use that stand beside a marking."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import final

from smir.findings import Code, Finding
from smir.handling.withheld import Withheld
from smir.structure import record
from smir.values import CountryCode, Instant, Text

CAVEAT_COUNTRIES = Code(
    "CAVEAT-COUNTRIES",
    en="The caveat EYES_ONLY names the countries that may see the material, each once; other caveats name none.",
    fr="La restriction EYES_ONLY désigne les pays qui peuvent voir l’information, chacun une fois\u202f; les autres "
    "restrictions n’en désignent pas.",
)
CAVEAT_UNTIL = Code(
    "CAVEAT-UNTIL",
    en="The caveat EMBARGO says until when the material is not to be used; other caveats have no such time.",
    fr="La restriction EMBARGO indique jusqu’à quand l’information ne doit pas être utilisée\u202f; les autres "
    "restrictions n’ont pas cette date.",
)


class CaveatCode(Enum):
    """What a caveat restricts.

    Source: code list ``caveats``.

    >>> CaveatCode.NO_EVIDENTIAL_USE.label("fr")
    'pas d’usage comme preuve'
    """

    ORIGINATOR_CONTROL = "ORIGINATOR_CONTROL"
    THIRD_PARTY_RULE = "THIRD_PARTY_RULE"
    NO_EVIDENTIAL_USE = "NO_EVIDENTIAL_USE"
    EYES_ONLY = "EYES_ONLY"
    INTELLIGENCE_ONLY = "INTELLIGENCE_ONLY"
    EMBARGO = "EMBARGO"

    def label(self, language: str = "en") -> str:
        """The caveat in words."""
        from smir import vocabulary

        return vocabulary.get("caveats").label(self.value, language)


@final
@record
class Caveat:
    """One restriction; several on one marking all hold at once.

    Two caveats EYES_ONLY with different countries leave only the countries named in both.

    Args:
        code: What is restricted.
        countries: The countries that may see it, for EYES_ONLY.
        until: The end of the embargo, for EMBARGO.
        text: What else is to be said.

    Raises:
        smir.Invalid: ``CAVEAT-COUNTRIES``, ``CAVEAT-UNTIL``.

    >>> Caveat(code=CaveatCode.EYES_ONLY, countries=(CountryCode("BE"), CountryCode("FR")))
    Caveat(code=EYES_ONLY, countries=<2>)
    """

    code: CaveatCode
    countries: tuple[CountryCode, ...] = ()
    until: Instant | None = None
    text: Text | Withheld | None = None

    def rules(self) -> Iterator[Finding]:
        """Countries and time stand exactly where their caveat needs them."""
        named_once = len(set(self.countries)) == len(self.countries)
        if bool(self.countries) is not (self.code is CaveatCode.EYES_ONLY) or not named_once:
            yield CAVEAT_COUNTRIES.at("/countries")
        if (self.until is not None) is not (self.code is CaveatCode.EMBARGO):
            yield CAVEAT_UNTIL.at("/until")
