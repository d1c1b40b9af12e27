"""A ship by the number of the International Maritime Organization, which stays with the hull for life."""

from __future__ import annotations

from functools import lru_cache
from typing import ClassVar, final

from smir.findings import Code, Finding
from smir.values.printed_text import PrintedText

IMO_NUMBER_FORM = Code(
    "IMO-NUMBER-FORM",
    en="An IMO ship number is seven digits without the prefix IMO, such as 9319466. For the form with the prefix call "
    "IMONumber.from_printed.",
    fr="Un numéro OMI de navire compte sept chiffres, sans le préfixe IMO, comme 9319466. Pour la forme avec préfixe, "
    "appelez IMONumber.from_printed.",
)
IMO_NUMBER_CHECK = Code(
    "IMO-NUMBER-CHECK",
    en="The last digit of the IMO number does not agree with the first six. Compare it with a ship register; if it "
    "really was declared so, keep it as seen.",
    fr="Le dernier chiffre du numéro OMI ne concorde pas avec les six premiers. Comparez-le avec un registre de "
    "navires et, s’il a vraiment été déclaré ainsi, conservez-le comme vu.",
)


@lru_cache(maxsize=4096)
def _agrees(text: str) -> bool:
    """Whether the check digit agrees; the same numbers come back in every message about them."""
    from stdnum.imo import calc_check_digit

    return bool(calc_check_digit(text[:6]) == text[6])


@final
class IMONumber(PrintedText):
    """A ship's hull. Names, flags and owners change, this number does not.

    The check digit misses some single errors: it is a hint of care, not a proof that the ship exists.

    Args:
        text: Seven ASCII digits.

    Raises:
        smir.Invalid: ``IMO-NUMBER-FORM``, ``IMO-NUMBER-CHECK``; ``WRITTEN-TYPE`` for what is not a text.

    Source: IMO ship identification number scheme; check digit by python-stdnum.

    >>> IMONumber.from_printed("IMO 9319466")
    IMONumber('9319466')
    """

    __slots__ = ()
    pattern: ClassVar[str] = "^[0-9]{7}$"
    form: ClassVar[Code] = IMO_NUMBER_FORM

    @classmethod
    def further_findings(cls, text: str, /) -> tuple[Finding, ...]:
        """Compare the check digit."""
        return () if _agrees(text) else (IMO_NUMBER_CHECK.at(),)

    @classmethod
    def unprinted(cls, text: str, /) -> str:
        """Drop spaces and the prefix ``IMO``."""
        return super().unprinted(text).removeprefix("IMO")
