"""Goods by their code in the Harmonized System, or by the longer national code built on it."""

from __future__ import annotations

from typing import ClassVar, final

from smir.findings import Code
from smir.values.printed_text import PrintedText

HS_CODE_FORM = Code(
    "HS-CODE-FORM",
    en="An HS code has 2, 4 or 6 digits, a national code 8 to 10, with leading zeros and without dots, such as 081190. "
    "For the printed form call HSCode.from_printed.",
    fr="Un code SH compte 2, 4 ou 6 chiffres, un code national 8 à 10, avec les zéros de tête et sans points, comme "
    "081190. Pour la forme imprimée, appelez HSCode.from_printed.",
)


@final
class HSCode(PrintedText):
    """A chapter, heading or subheading of the Harmonized System, or a national code beneath one.

    It is text, never a number: chapter ``08`` keeps its zero. The form alone is checked; which codes exist depends on
    the edition (2012, 2017, 2022) and is a question to the vocabulary.

    Args:
        text: 2, 4 or 6 ASCII digits internationally, 8 to 10 nationally.

    Raises:
        smir.Invalid: ``HS-CODE-FORM``; ``WRITTEN-TYPE`` for what is not a text.

    Source: Harmonized System; national codes as in the WCO Data Model (element 145).

    >>> pulp = HSCode("0811909590")
    >>> pulp.heading, pulp.international, pulp.within(HSCode("08"))
    (HSCode('0811'), HSCode('081190'), True)
    >>> HSCode.from_printed("0811.90").text
    '081190'
    """

    __slots__ = ()
    pattern: ClassVar[str] = "^(?:[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{8,10})$"
    form: ClassVar[Code] = HS_CODE_FORM
    separators: ClassVar[str] = " ."

    @property
    def chapter(self) -> HSCode:
        """The chapter: the first two digits."""
        return HSCode(self.text[:2])

    @property
    def heading(self) -> HSCode | None:
        """The heading: the first four digits, or nothing for a chapter."""
        return HSCode(self.text[:4]) if len(self.text) >= 4 else None

    @property
    def subheading(self) -> HSCode | None:
        """The subheading: the first six digits, or nothing for a chapter or a heading."""
        return HSCode(self.text[:6]) if len(self.text) >= 6 else None

    @property
    def international(self) -> HSCode:
        """The part every administration shares: at most the first six digits."""
        return HSCode(self.text[:6])

    @property
    def is_national(self) -> bool:
        """Whether a country has added digits of its own, so that other countries read the code differently."""
        return len(self.text) > 6

    def within(self, other: HSCode, /) -> bool:
        """Whether these goods belong under the other code; a code is within itself."""
        return self.text.startswith(other.text)
