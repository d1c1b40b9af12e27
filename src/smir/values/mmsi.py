"""A radio station at sea by its maritime mobile service identity (MMSI)."""

from __future__ import annotations

from typing import ClassVar, final

from smir.findings import Code
from smir.values.single_text import SingleText

MMSI_FORM = Code(
    "MMSI-FORM",
    en="An MMSI is nine digits, with leading zeros and without spaces.",
    fr="Un numéro MMSI compte neuf chiffres, avec les zéros de tête et sans espaces.",
)

#: What may stand before the country's digits: shore stations, groups, aircraft, aids to navigation, boats of a ship,
#: hand-held sets.
_PREFIXES = ("00", "0", "111", "99", "98", "8")
_LOWEST, _HIGHEST = "201", "775"


@final
class MMSI(SingleText):
    """A radio station: mostly a ship, but also a shore station, a group, an aircraft or a buoy.

    It goes with the radio licence, so it changes with the flag, and nothing in it can be checked by arithmetic.

    Args:
        text: Nine ASCII digits.

    Raises:
        smir.Invalid: ``MMSI-FORM``; ``WRITTEN-TYPE`` for what is not a text.

    Source: Recommendation ITU-R M.585.

    >>> MMSI("226000111").country_digits, MMSI("226000111").is_ship
    ('226', True)
    """

    __slots__ = ()
    pattern: ClassVar[str] = "^[0-9]{9}$"
    form: ClassVar[Code] = MMSI_FORM

    @property
    def is_ship(self) -> bool:
        """Whether the number is a ship's: it begins with the digits of a country, 201 to 775."""
        return _LOWEST <= self.text[:3] <= _HIGHEST

    @property
    def country_digits(self) -> str | None:
        """The three digits of the country that gave the number; nothing where none of them is in the range in use."""
        if self.is_ship:
            return self.text[:3]
        for prefix in _PREFIXES:
            digits = self.text[len(prefix) : len(prefix) + 3]
            if self.text.startswith(prefix) and _LOWEST <= digits <= _HIGHEST:
                return digits
        return None
