"""How much of something: a decimal number with its unit of measure."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import ClassVar, Final, final

from attrs import field, frozen

from smir.findings import Code, Invalid
from smir.values.digits import (
    DECIMAL_DIGITS,
    NO_MINUS_ZERO,
    UNSIGNED,
    WHOLE_DIGITS,
    is_plain,
    read_digits,
    write_digits,
)
from smir.values.written import WRITTEN_TYPE, Written

QUANTITY_FORM = Code(
    "QUANTITY-FORM",
    en="A quantity is a number, one space and a unit code, such as 12.5 KGM.",
    fr="Une quantité est un nombre, une espace et un code d’unité, comme 12.5 KGM.",
)
QUANTITY_NUMBER = Code(
    "QUANTITY-NUMBER",
    en="The number of a quantity is a finite decimal in plain digits with a point, at most {whole} digits before it "
    "and {decimals} after it, without exponent, plus sign or minus zero; in Python a decimal.Decimal, never a float.",
    fr="Le nombre d’une quantité est un décimal fini en chiffres simples avec un point, au plus {whole} chiffres avant "
    "et {decimals} après, sans exposant, signe plus ni moins zéro. En Python, un decimal.Decimal, jamais un float.",
)
QUANTITY_SIGN = Code(
    "QUANTITY-SIGN",
    en="Only a temperature (CEL, FAH) can be below zero; masses, volumes and counts cannot.",
    fr="Seule une température (CEL, FAH) peut être négative. Les masses, volumes et nombres ne le peuvent pas.",
)
QUANTITY_UNIT = Code(
    "QUANTITY-UNIT",
    en="The unit is a common code of UN/ECE Recommendation 20: two or three upper-case letters or digits, such as KGM, "
    "LTR or C62 (pieces).",
    fr="L’unité est un code commun de la recommandation 20 de la CEE-ONU, deux ou trois lettres majuscules ou "
    "chiffres, comme KGM, LTR ou C62 (pièces).",
)

#: Units whose zero is not the least there can be.
_SIGNED: Final = ("CEL", "FAH")
_fits_unit = re.compile("[A-Z0-9]{2,3}", re.ASCII).fullmatch


@final
@frozen(repr=False, weakref_slot=False)
class Quantity(Written):
    """A measured or counted amount.

    Digits are kept as written: ``1.10 KGM`` was weighed to ten grams and is not equal to ``1.1 KGM``. Compare
    :attr:`value` where only the number counts. No unit is converted or guessed. The form of the unit is checked;
    whether the code exists is a question to the vocabulary.

    Args:
        value: A ``decimal.Decimal``; at most 18 digits before the point and 9 after it.
        unit: A common code of UN/ECE Recommendation 20.

    Raises:
        smir.Invalid: ``QUANTITY-NUMBER``, ``QUANTITY-UNIT``, ``QUANTITY-SIGN``; reading text also ``QUANTITY-FORM`` and
            ``WRITTEN-TYPE``.

    Source: UN/ECE Recommendation 20.

    >>> Quantity(Decimal("12.50"), "KGM")
    Quantity('12.50 KGM')
    >>> Quantity.parse("-18 CEL").value
    Decimal('-18')
    """

    value: Decimal = field(eq=write_digits)
    unit: str

    pattern: ClassVar[str] = rf"^{NO_MINUS_ZERO}(?:{UNSIGNED} [A-Z0-9]{{2,3}}|-{UNSIGNED} (?:CEL|FAH))$"

    def __attrs_post_init__(self) -> None:
        found = []
        number_is_plain = is_plain(self.value)
        if not number_is_plain:
            found.append(QUANTITY_NUMBER.at(whole=WHOLE_DIGITS, decimals=DECIMAL_DIGITS))
        if type(self.unit) is not str or _fits_unit(self.unit) is None:
            found.append(QUANTITY_UNIT.at())
        elif number_is_plain and self.value < 0 and self.unit not in _SIGNED:
            found.append(QUANTITY_SIGN.at())
        if found:
            raise Invalid(found)

    @classmethod
    def parse(cls, text: str, /) -> Quantity:
        """Read a number and a unit code."""
        if type(text) is not str:
            raise Invalid((WRITTEN_TYPE.at(),))
        parts = text.split(" ")
        if len(parts) != 2:
            raise Invalid((QUANTITY_FORM.at(),))
        number, unit = parts
        value = read_digits(number)
        # A number that cannot be read is handed on as one that is refused, so that the unit is checked too.
        return cls(Decimal("NaN") if value is None else value, unit)

    def __str__(self) -> str:
        return f"{write_digits(self.value)} {self.unit}"
