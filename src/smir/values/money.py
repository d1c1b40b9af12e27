"""An amount of money: a decimal number with its currency."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import ClassVar, final

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

MONEY_FORM = Code(
    "MONEY-FORM",
    en="An amount of money is a number, one space and a currency code, such as 1000.00 EUR.",
    fr="Un montant est un nombre, une espace et un code de monnaie, comme 1000.00 EUR.",
)
MONEY_NUMBER = Code(
    "MONEY-NUMBER",
    en="The number of an amount is a finite decimal in plain digits with a point, at most {whole} digits before it and "
    "{decimals} after it, without exponent, plus sign or minus zero; in Python a decimal.Decimal, never a float.",
    fr="Le nombre d’un montant est un décimal fini en chiffres simples avec un point, au plus {whole} chiffres avant "
    "et {decimals} après, sans exposant, signe plus ni moins zéro. En Python, un decimal.Decimal, jamais un float.",
)
MONEY_CURRENCY = Code(
    "MONEY-CURRENCY",
    en="The currency is its code of ISO 4217: three upper-case letters A to Z, such as EUR. Write the code, no sign.",
    fr="La monnaie est son code ISO 4217, trois lettres majuscules de A à Z, comme EUR. "
    "Écrivez le code et non un symbole.",
)

_fits_currency = re.compile("[A-Z]{3}", re.ASCII).fullmatch


@final
@frozen(repr=False, weakref_slot=False)
class Money(Written):
    """An amount in one currency.

    Digits are kept as written: ``1000.00 EUR`` and ``1000 EUR`` are two texts and not equal. Compare :attr:`value`
    where only the number counts. An amount below zero is a deduction or a repayment. Currencies are never converted;
    whether the code exists is a question to the vocabulary.

    Args:
        value: A ``decimal.Decimal``; at most 18 digits before the point and 9 after it.
        currency: A code of ISO 4217.

    Raises:
        smir.Invalid: ``MONEY-NUMBER``, ``MONEY-CURRENCY``; reading text also ``MONEY-FORM`` and ``WRITTEN-TYPE``.

    Source: ISO 4217.

    >>> Money.parse("1000.00 EUR")
    Money('1000.00 EUR')
    """

    value: Decimal = field(eq=write_digits)
    currency: str

    pattern: ClassVar[str] = rf"^{NO_MINUS_ZERO}-?{UNSIGNED} [A-Z]{{3}}$"

    def __attrs_post_init__(self) -> None:
        found = []
        if not is_plain(self.value):
            found.append(MONEY_NUMBER.at(whole=WHOLE_DIGITS, decimals=DECIMAL_DIGITS))
        if type(self.currency) is not str or _fits_currency(self.currency) is None:
            found.append(MONEY_CURRENCY.at())
        if found:
            raise Invalid(found)

    @classmethod
    def parse(cls, text: str, /) -> Money:
        """Read a number and a currency code."""
        if type(text) is not str:
            raise Invalid((WRITTEN_TYPE.at(),))
        parts = text.split(" ")
        if len(parts) != 2:
            raise Invalid((MONEY_FORM.at(),))
        number, currency = parts
        value = read_digits(number)
        # A number that cannot be read is handed on as one that is refused, so that the currency is checked too.
        return cls(Decimal("NaN") if value is None else value, currency)

    def __str__(self) -> str:
        return f"{write_digits(self.value)} {self.currency}"
