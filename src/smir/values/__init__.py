"""Values that stand alone: instants, dates, periods, texts, quantities, money and identifiers; each checks its form.

Whether a code exists is a question to the vocabulary. Names are loaded when first used, so that importing this room
costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from smir.values.air_waybill import AirWaybill
    from smir.values.container_number import ContainerNumber
    from smir.values.country_code import CountryCode
    from smir.values.eori import EORI
    from smir.values.hs_code import HSCode
    from smir.values.iban import IBAN
    from smir.values.id import Id
    from smir.values.imo_number import IMONumber
    from smir.values.instant import Instant
    from smir.values.mmsi import MMSI
    from smir.values.money import Money
    from smir.values.partial_date import PartialDate
    from smir.values.period import Period
    from smir.values.position import Position
    from smir.values.quantity import Quantity
    from smir.values.text import Text
    from smir.values.un_locode import UNLocode
    from smir.values.vin import VIN
    from smir.values.written import Written

__all__ = [
    "EORI",
    "IBAN",
    "MMSI",
    "VIN",
    "AirWaybill",
    "ContainerNumber",
    "CountryCode",
    "HSCode",
    "IMONumber",
    "Id",
    "Instant",
    "Money",
    "PartialDate",
    "Period",
    "Position",
    "Quantity",
    "Text",
    "UNLocode",
    "Written",
]

#: The file each name lives in.
_HOMES: Final = MappingProxyType(
    {
        "EORI": "eori",
        "IBAN": "iban",
        "MMSI": "mmsi",
        "VIN": "vin",
        "AirWaybill": "air_waybill",
        "ContainerNumber": "container_number",
        "CountryCode": "country_code",
        "HSCode": "hs_code",
        "IMONumber": "imo_number",
        "Id": "id",
        "Instant": "instant",
        "Money": "money",
        "PartialDate": "partial_date",
        "Period": "period",
        "Position": "position",
        "Quantity": "quantity",
        "Text": "text",
        "UNLocode": "un_locode",
        "Written": "written",
    }
)


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value  # found once, then an ordinary name
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
