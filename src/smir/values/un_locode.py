"""A place of trade and transport by its UN/LOCODE."""

from __future__ import annotations

from typing import ClassVar, final

from smir.findings import Code
from smir.values.country_code import CountryCode
from smir.values.printed_text import PrintedText

UN_LOCODE_FORM = Code(
    "UN-LOCODE-FORM",
    en="A UN/LOCODE is the country’s two letters and three letters or digits, in "
    "upper case and without a space, such as ECGYE. For the printed form call UNLocode.from_printed.",
    fr="Un code LOCODE/ONU réunit les deux lettres du pays et trois lettres ou chiffres, en "
    "majuscules et sans espace, comme ECGYE. Pour la forme imprimée, appelez UNLocode.from_printed.",
)


@final
class UNLocode(PrintedText):
    """A place by its code in the list of the United Nations.

    The form alone is checked; the vocabulary knows which places exist, and only the function column of that list tells
    a port from an airport. The recommendation gives places the digits 2 to 9, but its
    list holds a few with 0, and what is listed must be writable.

    Args:
        text: Five ASCII characters, such as ``ECGYE`` (Guayaquil).

    Raises:
        smir.Invalid: ``UN-LOCODE-FORM``; ``WRITTEN-TYPE`` for what is not a text.

    Source: UN/ECE Recommendation 16.

    >>> UNLocode("ECGYE").country
    CountryCode('EC')
    >>> UNLocode.from_printed("EC GYE").text
    'ECGYE'
    """

    __slots__ = ()
    pattern: ClassVar[str] = "^[A-Z]{2}[A-Z0-9]{3}$"
    form: ClassVar[Code] = UN_LOCODE_FORM

    @property
    def country(self) -> CountryCode:
        """The country the place lies in."""
        return CountryCode(self.text[:2])

    @property
    def place(self) -> str:
        """The three characters that name the place within its country."""
        return self.text[2:]
