"""A decimal number written in plain digits, kept as it was written."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

#: At most 18 digits before the point and 9 after it, so that sums stay exact in Python's usual decimal context.
WHOLE_DIGITS: Final = 18
DECIMAL_DIGITS: Final = 9

#: A number without a sign, and the mark of a zero with one, which is refused; both without anchors.
UNSIGNED: Final = rf"(?:0|[1-9][0-9]{{0,{WHOLE_DIGITS - 1}}})(?:\.[0-9]{{1,{DECIMAL_DIGITS}}})?"
NO_MINUS_ZERO: Final = r"(?!-0(?:\.0+)? )"

_fits = re.compile(rf"-?{UNSIGNED}", re.ASCII).fullmatch


def read_digits(text: str) -> Decimal | None:
    """The number, digits as written (``1.10`` stays ``1.10``), or nothing if the text is not one in plain digits.

    No exponent, no plus sign, no minus zero, no needless leading zero, no bare point.

    >>> read_digits("1.10"), read_digits("1e3"), read_digits("-0.0"), read_digits("007")
    (Decimal('1.10'), None, None, None)
    """
    if _fits(text) is None:
        return None
    number = Decimal(text)
    return None if number.is_signed() and not number else number


def write_digits(number: Decimal) -> str:
    """The number in plain digits, never with an exponent.

    >>> write_digits(Decimal("0.00000010"))
    '0.00000010'
    """
    return format(number, "f")


def is_plain(number: object) -> bool:
    """Whether an object is a ``Decimal`` that plain digits can write just as it is."""
    if type(number) is not Decimal or not number.is_finite() or (number.is_signed() and not number):
        return False
    _, digits, exponent = number.as_tuple()
    return isinstance(exponent, int) and -DECIMAL_DIGITS <= exponent <= 0 and len(digits) + exponent <= WHOLE_DIGITS
