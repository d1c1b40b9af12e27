"""An air consignment by the number of its air waybill."""

from __future__ import annotations

from typing import ClassVar, final

from smir.findings import Code, Finding
from smir.values.printed_text import PrintedText

AIR_WAYBILL_FORM = Code(
    "AIR-WAYBILL-FORM",
    en="An air waybill number is the airline’s three digits, a hyphen and eight digits, such as 123-12345675. For a "
    "form with spaces or without the hyphen call AirWaybill.from_printed.",
    fr="Un numéro de lettre de transport aérien réunit les trois chiffres de la compagnie, un trait d’union et huit "
    "chiffres, comme 123-12345675. Pour une forme avec espaces ou sans trait d’union, appelez AirWaybill.from_printed.",
)
AIR_WAYBILL_CHECK = Code(
    "AIR-WAYBILL-CHECK",
    en="The last digit of the air waybill number must be the remainder of the seven before it divided by seven. Read "
    "the number again; if it really was declared so, keep it as seen.",
    fr="Le dernier chiffre du numéro de lettre de transport aérien doit être le reste de la division par sept des sept "
    "chiffres précédents. Relisez le numéro et, s’il a vraiment été déclaré ainsi, conservez-le comme vu.",
)


@final
class AirWaybill(PrintedText):
    """A master air waybill. House waybills of forwarders follow no common form and are plain text.

    The canonical text has the hyphen, as on the document; eleven digits in a row are easily taken for something else.

    Args:
        text: Three ASCII digits, a hyphen, eight ASCII digits.

    Raises:
        smir.Invalid: ``AIR-WAYBILL-FORM``, ``AIR-WAYBILL-CHECK``; ``WRITTEN-TYPE`` for what is not a text.

    Source: IATA Resolution 600a (form and check digit).

    >>> AirWaybill("123-12345675").airline
    '123'
    >>> AirWaybill.from_printed("123 1234 5675").text
    '123-12345675'
    """

    __slots__ = ()
    pattern: ClassVar[str] = "^[0-9]{3}-[0-9]{8}$"
    form: ClassVar[Code] = AIR_WAYBILL_FORM
    separators: ClassVar[str] = " -"

    @classmethod
    def further_findings(cls, text: str, /) -> tuple[Finding, ...]:
        """Compare the check digit."""
        return () if int(text[4:11]) % 7 == int(text[11]) else (AIR_WAYBILL_CHECK.at(),)

    @classmethod
    def unprinted(cls, text: str, /) -> str:
        """Put the hyphen where it belongs."""
        digits = super().unprinted(text)
        return f"{digits[:3]}-{digits[3:]}"

    @property
    def airline(self) -> str:
        """The airline's three digits."""
        return self.text[:3]

    @property
    def serial(self) -> str:
        """The eight digits the airline gave, check digit included."""
        return self.text[4:]
