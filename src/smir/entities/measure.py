"""Masses of one thing set against each other, whatever unit of mass each is written in."""

from __future__ import annotations

from decimal import Decimal
from types import MappingProxyType

from smir.values import Quantity

#: Kilograms in each unit of mass of UN/ECE Recommendation 20 that customs papers use.
_KILOGRAMS = MappingProxyType(
    {
        "MGM": Decimal("0.000001"),
        "GRM": Decimal("0.001"),
        "KGM": Decimal(1),
        "DTN": Decimal(100),
        "TNE": Decimal(1000),
        "LBR": Decimal("0.45359237"),
        "CTM": Decimal("0.0002"),
    }
)


def is_mass(quantity: Quantity) -> bool:
    """Whether the unit is one of mass that this room knows.

    >>> is_mass(Quantity.parse("12.5 TNE")), is_mass(Quantity.parse("12 MTR"))
    (True, False)
    """
    return quantity.unit in _KILOGRAMS


def outweighs(one: Quantity | None, other: Quantity | None) -> bool:
    """Whether both are masses and the first is the greater.

    >>> outweighs(Quantity.parse("1.5 TNE"), Quantity.parse("1200 KGM"))
    True
    """
    if one is None or other is None or not (is_mass(one) and is_mass(other)):
        return False
    return one.value * _KILOGRAMS[one.unit] > other.value * _KILOGRAMS[other.unit]
