"""A point on the earth by its latitude and longitude."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import ClassVar, final

from smir.findings import Code, Invalid
from smir.values.single_text import SingleText

POSITION_FORM = Code(
    "POSITION-FORM",
    en="A position is latitude, one space and longitude in decimal degrees, such as 51.95 4.14: latitude from -90 to "
    "90, longitude from -180 to 180, at most 7 decimals, south and west with a minus sign, no zero with a minus sign.",
    fr="Une position est la latitude, une espace et la longitude en degrés décimaux, comme 51.95 4.14\u00a0: latitude "
    "de -90 à 90, longitude de -180 à 180, au plus 7 décimales, sud et ouest avec un signe moins, jamais de zéro "
    "négatif.",
)

_LATITUDE = r"(?!-0(?:\.0+)? )-?(?:90(?:\.0{1,7})?|[1-8]?[0-9](?:\.[0-9]{1,7})?)"
_LONGITUDE = r"(?!-0(?:\.0+)?$)-?(?:180(?:\.0{1,7})?|(?:1[0-7][0-9]|[1-9]?[0-9])(?:\.[0-9]{1,7})?)"


@final
class Position(SingleText):
    """Where something is, in degrees on the WGS 84 ellipsoid, latitude first.

    Decimals are kept as written, as they say how exactly the point is known: one decimal is about 11 km, three are
    about 100 m. Do not write more of them than were measured. Formats that put longitude first (GeoJSON) turn it round.

    Args:
        text: Latitude and longitude in decimal degrees with a point, joined by one space.

    Raises:
        smir.Invalid: ``POSITION-FORM``; ``WRITTEN-TYPE`` for what is not a text.

    Source: ISO 6709 (order and signs); WGS 84.

    >>> Position("51.95 4.14").longitude
    Decimal('4.14')
    >>> Position.of(Decimal("-2.28"), Decimal("-79.90"))
    Position('-2.28 -79.90')
    """

    __slots__ = ()
    pattern: ClassVar[str] = f"^{_LATITUDE} {_LONGITUDE}$"
    form: ClassVar[Code] = POSITION_FORM

    @classmethod
    def of(cls, latitude: Decimal, longitude: Decimal, /) -> Position:
        """The position of two numbers in degrees; never of floats, whose digits mean nothing.

        Raises:
            smir.Invalid: ``POSITION-FORM``.
        """
        if type(latitude) is not Decimal or type(longitude) is not Decimal:
            raise Invalid((POSITION_FORM.at(),))
        return cls(f"{_plain(latitude)} {_plain(longitude)}")

    @property
    def latitude(self) -> Decimal:
        """Degrees north of the equator; negative in the south."""
        return Decimal(self.text.split(" ")[0])

    @property
    def longitude(self) -> Decimal:
        """Degrees east of Greenwich; negative in the west."""
        return Decimal(self.text.split(" ")[1])


_is_short = re.compile(r"-?[0-9]+(?:\.[0-9]+)?", re.ASCII).fullmatch


def _plain(degrees: Decimal) -> str:
    """The number in plain digits, or as it is where it is none (``NaN``), for the form to refuse."""
    # An exponent such as 1E+999999 is refused before it is written out.
    text = str(degrees)
    return text if _is_short(text) or degrees.adjusted() not in range(-8, 3) else format(degrees, "f")
