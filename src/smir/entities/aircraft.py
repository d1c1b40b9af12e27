"""An aircraft, with or without a crew on board."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import final

from attrs import field

from smir.entities.coded import Coded
from smir.entities.provenance import Provenance
from smir.entities.soundness import soundness
from smir.findings import Code, Finding
from smir.handling import Withheld
from smir.structure import record
from smir.values import CountryCode, Id, PartialDate, Text

AIRCRAFT_ADDRESS = Code(
    "AIRCRAFT-ADDRESS",
    en="A 24-bit aircraft address is six hexadecimal digits in capitals, such as 39C123.",
    fr="Une adresse d’aéronef à 24 bits compte six chiffres hexadécimaux en majuscules, comme 39C123.",
)
AIRCRAFT_DESIGNATOR = Code(
    "AIRCRAFT-DESIGNATOR",
    en="A type designator is two to four capital letters or digits, such as B77L.",
    fr="Un indicatif de type compte deux à quatre majuscules ou chiffres, comme B77L.",
)

_is_address = re.compile("[0-9A-F]{6}", re.ASCII).fullmatch
_is_designator = re.compile("[A-Z][A-Z0-9]{1,3}", re.ASCII).fullmatch


class AircraftKind(Coded):
    """What kind of aircraft; the list is ours.

    >>> AircraftKind.FREIGHTER.label("fr")
    'avion-cargo'
    """

    PASSENGER = "passenger"
    FREIGHTER = "freighter"
    BUSINESS = "business"
    LIGHT = "light"
    MICROLIGHT = "microlight"
    HELICOPTER = "helicopter"
    DRONE = "drone"
    OTHER = "other"


@final
@record(tag="aircraft")
class Aircraft:
    """An aeroplane, helicopter or drone.

    A flight is not an aircraft: flight numbers stand on the :class:`RouteLeg`. Registers of aircraft are public in most
    states, so the registration is not marked; owner, operator and pilot are entities of their own, joined by
    :class:`Link`.

    Args:
        registration: Nationality and registration marks, as painted.
        former_registrations: Marks it bore.
        registered_in: State of registry.
        aircraft_address: 24-bit address of its transponder, six hexadecimal digits.
        serial_number: Maker's serial number, which stays for life.
        type_designator: ICAO type designator.
        kind: What kind of aircraft.
        built: Year or day of building.
        description: What it looks like.
        provenance: Where single members come from.
        id: Identifier of the entity.

    Raises:
        smir.Invalid: ``AIRCRAFT-ADDRESS``, ``AIRCRAFT-DESIGNATOR``, ``ENTITY-EMPTY``, ``PROVENANCE-MEMBER``.

    Source: WCO Data Model, classes of means of transport; ICAO Annexes 7 and 10, Doc 8643 (forms).

    >>> Aircraft(registration="F-ZZZZ", registered_in=CountryCode("FR"), kind=AircraftKind.LIGHT)
    Aircraft(registered_in=FR, kind=light, id=...)
    """

    registration: str | None = None
    former_registrations: tuple[str, ...] = ()
    registered_in: CountryCode | None = None
    aircraft_address: str | None = None
    serial_number: str | None = None
    type_designator: str | None = None
    kind: AircraftKind | None = None
    built: PartialDate | None = None
    description: Text | Withheld | None = None
    provenance: tuple[Provenance, ...] = ()
    id: Id = field(factory=Id.random)

    def rules(self) -> Iterator[Finding]:
        """Check the form of address and type designator."""
        yield from soundness(self, "registration", "aircraft_address", "serial_number", "description")
        if self.aircraft_address is not None and not _is_address(self.aircraft_address):
            yield AIRCRAFT_ADDRESS.at("/aircraft_address")
        if self.type_designator is not None and not _is_designator(self.type_designator):
            yield AIRCRAFT_DESIGNATOR.at("/type_designator")
