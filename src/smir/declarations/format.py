"""The format of a data element, such as ``an..35`` or ``n..16,6``, and whether a text keeps to it."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum
from typing import Final, final

from attrs import field, frozen

from smir.findings import Code, Finding, Invalid, Severity

FORMAT_NOTATION = Code(
    "FORMAT-NOTATION",
    en="A format is a, n or an, then a length (3) or a greatest length (..35), then decimals for a number (..16,6).",
    fr="Un format est a, n ou an, suivi d’une longueur (3) ou d’une longueur maximale (..35) et, pour un nombre, des "
    "décimales (..16,6).",
)
FORMAT_LENGTH = Code(
    "FORMAT-LENGTH",
    en="The format {format} sets another length. Check the declared text; it is kept as read.",
    fr="Le format {format} fixe une autre longueur. Vérifiez le texte déclaré\u202f; il est conservé tel que lu.",
    severity=Severity.WARNING,
)
FORMAT_LETTERS = Code(
    "FORMAT-LETTERS",
    en="The format {format} holds letters only. Check the declared text; it is kept as read.",
    fr="Le format {format} n’admet que des lettres. Vérifiez le texte déclaré\u202f; il est conservé tel que lu.",
    severity=Severity.WARNING,
)
FORMAT_DIGITS = Code(
    "FORMAT-DIGITS",
    en="The format {format} holds the digits 0 to 9, with a point before decimals; no sign, no comma, no exponent. "
    "Check the declared text; it is kept as read.",
    fr="Le format {format} n’admet que les chiffres 0 à 9, avec un point devant les décimales\u202f; ni signe, ni "
    "virgule, ni exposant. Vérifiez le texte déclaré\u202f; il est conservé tel que lu.",
    severity=Severity.WARNING,
)
FORMAT_DECIMALS = Code(
    "FORMAT-DECIMALS",
    en="The format {format} sets fewer decimals. Check the declared text; it is kept as read.",
    fr="Le format {format} fixe moins de décimales. Vérifiez le texte déclaré\u202f; il est conservé tel que lu.",
    severity=Severity.WARNING,
)
FORMAT_CHARACTERS = Code(
    "FORMAT-CHARACTERS",
    en="Control characters do not belong in the format {format}. Check the declared text; it is kept as read.",
    fr="Le format {format} n’admet pas de caractères de commande. Vérifiez le texte déclaré\u202f; il est conservé "
    "tel que lu.",
    severity=Severity.WARNING,
)

_notation: Final = re.compile(r"(an|a|n)(\.\.)?([1-9][0-9]{0,3})(?:,([1-9][0-9]?))?", re.ASCII).fullmatch
_number: Final = re.compile(r"[0-9]+(?:\.([0-9]+))?", re.ASCII).fullmatch
_letters: Final = re.compile(r"[A-Za-z]+", re.ASCII).fullmatch
_CONTROL: Final = "\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff"
_control: Final = re.compile(f"[{_CONTROL}]").search


class Content(Enum):
    """What a format is made of: letters, digits, or any printed character."""

    LETTERS = "a"
    DIGITS = "n"
    PRINTED = "an"


@final
@frozen
class Format:
    """How long a data element is and what it is made of.

    ``an`` is read as any printed character: descriptions and names in real declarations hold spaces and accents. The
    length counts characters, and for a number digits without the point. A number has no sign and no exponent.

    Args:
        content: Letters, digits or printed characters.
        shortest: Least number of characters, 1 where the format has ``..``.
        longest: Greatest number of characters.
        decimals: Greatest number of decimals, 0 where the format names none.

    Source: notation of UN/EDIFACT and of the WCO Data Model (``an..35``).

    >>> Format.parse("n..16,6").check("1250.5")
    ()
    >>> Format.parse("a2").check("FRA")
    (<Finding FORMAT-LENGTH warning at />,)
    """

    content: Content
    shortest: int
    longest: int
    decimals: int = 0
    _text: str = field(init=False, repr=False, eq=False)
    #: Whether a text keeps to the format, without saying why not: the quick form of :meth:`check`.
    fits: Callable[[str], object | None] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        dots = "" if self.shortest == self.longest else ".."
        tail = f",{self.decimals}" if self.decimals else ""
        object.__setattr__(self, "_text", f"{self.content.value}{dots}{self.longest}{tail}")
        object.__setattr__(self, "fits", re.compile(self._expression()).fullmatch)

    @classmethod
    def parse(cls, text: str, /) -> Format:
        """Read the notation.

        Raises:
            smir.Invalid: ``FORMAT-NOTATION``.
        """
        match = _notation(text) if type(text) is str else None  # an untyped caller may pass anything
        if match is None or (match[4] and (match[1] != "n" or int(match[4]) >= int(match[3]))):
            raise Invalid((FORMAT_NOTATION.at(),))
        longest = int(match[3])
        return cls(Content(match[1]), 1 if match[2] else longest, longest, int(match[4] or 0))

    def _expression(self) -> str:
        times = f"{{{self.shortest},{self.longest}}}"
        if self.content is Content.PRINTED:
            return f"[^{_CONTROL}]{times}"
        if self.content is Content.LETTERS:
            return f"[A-Za-z]{times}"
        if not self.decimals:
            return f"[0-9]{times}"
        with_point = f"(?=[0-9.]{{{self.shortest + 1},{self.longest + 1}}}\\Z)[0-9]+\\.[0-9]{{1,{self.decimals}}}"
        return f"[0-9]{times}|{with_point}"

    def check(self, text: str, /) -> tuple[Finding, ...]:
        """What stands against a text; empty when it keeps to the format."""
        if self.content is Content.DIGITS:
            return self._check_number(text)
        found = []
        if not self.shortest <= len(text) <= self.longest:
            found.append(FORMAT_LENGTH.at(format=self._text))
        if self.content is Content.LETTERS:
            if not _letters(text):
                found.append(FORMAT_LETTERS.at(format=self._text))
        elif _control(text):
            found.append(FORMAT_CHARACTERS.at(format=self._text))
        return tuple(found)

    def _check_number(self, text: str) -> tuple[Finding, ...]:
        match = _number(text)
        if match is None:
            return (FORMAT_DIGITS.at(format=self._text),)
        found = []
        decimals = len(match[1] or "")
        digits = len(text) - (1 if decimals else 0)
        if not self.shortest <= digits <= self.longest:
            found.append(FORMAT_LENGTH.at(format=self._text))
        if decimals > self.decimals:
            found.append(FORMAT_DECIMALS.at(format=self._text))
        return tuple(found)

    def __str__(self) -> str:
        return self._text
