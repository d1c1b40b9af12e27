"""A road vehicle by its vehicle identification number (VIN)."""

from __future__ import annotations

from types import MappingProxyType
from typing import ClassVar, final

from smir.findings import Code, Finding, Severity
from smir.values.single_text import SingleText

VIN_FORM = Code(
    "VIN-FORM",
    en="A VIN is seventeen characters of A to Z and 0 to 9 without I, O and Q, in upper case and without spaces.",
    fr="Un VIN compte dix-sept caractères de A à Z et de 0 à 9, sans I, O ni Q, en majuscules et sans espaces.",
)
VIN_CHECK = Code(
    "VIN-CHECK",
    en="The ninth character is not the check digit of this VIN. That matters for vehicles made for North America and "
    "China; elsewhere makers may use the place freely.",
    fr="Le neuvième caractère n’est pas le chiffre de contrôle de ce VIN. Cela importe pour les véhicules construits "
    "pour l’Amérique du Nord et la Chine. Ailleurs, les constructeurs disposent librement de cette place.",
    severity=Severity.NOTE,
)

_VALUES = MappingProxyType(str.maketrans("ABCDEFGHJKLMNPRSTUVWXYZ", "12345678123457923456789"))
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


@final
class VIN(SingleText):
    """A road vehicle, as stamped on its frame.

    It leads to the holder of the vehicle through any register, so it does not show in a repr.

    Args:
        text: Seventeen ASCII characters.

    Raises:
        smir.Invalid: ``VIN-FORM``; ``WRITTEN-TYPE`` for what is not a text. A check digit that does not agree is a note
            (:meth:`notes`), not a refusal.

    Source: ISO 3779; check digit as in North America and China.

    >>> VIN("11111111111111111").check_digit_agrees
    True
    >>> VIN("11111111111111111")
    VIN('…')
    """

    __slots__ = ()
    pattern: ClassVar[str] = "^[A-HJ-NPR-Z0-9]{17}$"
    form: ClassVar[Code] = VIN_FORM
    shown: ClassVar[bool] = False

    @property
    def check_digit_agrees(self) -> bool:
        """Whether the ninth character is the check digit of the other sixteen."""
        digits = self.text.translate(_VALUES)
        remainder = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11
        return self.text[8] == "0123456789X"[remainder]

    def notes(self) -> tuple[Finding, ...]:
        """``VIN-CHECK`` as a note where the check digit does not agree."""
        return () if self.check_digit_agrees else (VIN_CHECK.at(),)
