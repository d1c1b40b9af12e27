"""Groups of states that an office may trust, by their short names."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from smir.findings import Code, Invalid
from smir.values import CountryCode

OFFICE_AREA = Code(
    "OFFICE-AREA",
    en="No such group of states is known. Use one of {areas}, or list the country codes.",
    fr="Aucun groupe d’États de ce nom n’est connu. Employez {areas}, ou énumérez les codes de pays.",
)


@cache
def areas() -> MappingProxyType[str, tuple[CountryCode, ...]]:
    """The known groups, each with its members."""
    rows = tomllib.loads((files("smir.office") / "data" / "areas.toml").read_text(encoding="utf-8"))["area"]
    return MappingProxyType({row["code"]: tuple(map(CountryCode, row["members"])) for row in rows})


def area(code: str) -> tuple[CountryCode, ...]:
    """The members of a group; raises :class:`smir.Invalid` with ``OFFICE-AREA``.

    >>> CountryCode("NO") in area("EEA")
    True
    """
    if code not in areas():
        raise Invalid([OFFICE_AREA.at("/trusted_area", areas=", ".join(areas()))])
    return areas()[code]


def home_area(country: CountryCode) -> tuple[CountryCode, ...]:
    """The group that a country belongs to: its trusted area unless its office says otherwise."""
    return next((members for members in areas().values() if country in members), ())
