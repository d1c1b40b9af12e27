"""A freight container by its number of ISO 6346."""

from __future__ import annotations

from functools import lru_cache
from typing import ClassVar, final

from smir.findings import Code, Finding
from smir.values.printed_text import PrintedText

CONTAINER_NUMBER_FORM = Code(
    "CONTAINER-NUMBER-FORM",
    en="A container number is the owner’s three letters, one of U, J or Z, six digits and a check digit, in upper case "
    "and without spaces, such as CSQU3054383. For the painted form call ContainerNumber.from_printed.",
    fr="Un numéro de conteneur réunit trois lettres du propriétaire, une lettre parmi U, J et Z, six chiffres et un "
    "chiffre de contrôle, en majuscules et sans espaces, comme CSQU3054383. Pour la forme peinte, appelez "
    "ContainerNumber.from_printed.",
)
CONTAINER_NUMBER_CHECK = Code(
    "CONTAINER-NUMBER-CHECK",
    en="The check digit of the container number does not agree (ISO 6346). Read the number again on the container or "
    "its document; if it really stands there so, keep it as seen.",
    fr="Le chiffre de contrôle du numéro de conteneur ne concorde pas (ISO 6346). Relisez le numéro sur le conteneur "
    "ou son document et, s’il y figure vraiment ainsi, conservez-le comme vu.",
)


@lru_cache(maxsize=4096)
def _agrees(text: str) -> bool:
    """Whether the check digit agrees; the same numbers come back in every message about them."""
    from stdnum.iso6346 import calc_check_digit

    return bool(calc_check_digit(text[:10]) == text[10])


@final
class ContainerNumber(PrintedText):
    """A container, by owner, category, serial number and check digit.

    A remainder of ten counts as zero, so a number that ends in ``0`` is less sure than the others: one misread digit
    can turn one such number into another.

    Args:
        text: Four upper-case ASCII letters and seven digits.

    Raises:
        smir.Invalid: ``CONTAINER-NUMBER-FORM``, ``CONTAINER-NUMBER-CHECK``; ``WRITTEN-TYPE`` for what is not a text.

    Source: ISO 6346; check digit by python-stdnum.

    >>> ContainerNumber("CSQU3054383").owner
    'CSQ'
    """

    __slots__ = ()
    pattern: ClassVar[str] = "^[A-Z]{3}[UJZ][0-9]{7}$"
    form: ClassVar[Code] = CONTAINER_NUMBER_FORM
    separators: ClassVar[str] = " -"

    @classmethod
    def further_findings(cls, text: str, /) -> tuple[Finding, ...]:
        """Compare the check digit."""
        return () if _agrees(text) else (CONTAINER_NUMBER_CHECK.at(),)

    @property
    def owner(self) -> str:
        """The owner's three letters."""
        return self.text[:3]

    @property
    def category(self) -> str:
        """``U`` for a freight container, ``J`` for equipment fixed to one, ``Z`` for a trailer or chassis."""
        return self.text[3]

    @property
    def prefix(self) -> str:
        """Owner and category together, as registers of owners list them."""
        return self.text[:4]

    @property
    def serial(self) -> str:
        """The six digits the owner gave."""
        return self.text[4:10]

    @property
    def check_digit(self) -> str:
        """The last digit."""
        return self.text[10]
