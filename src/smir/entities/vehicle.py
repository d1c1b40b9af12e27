"""A road vehicle or a piece of rolling stock."""

from __future__ import annotations

from collections.abc import Iterator
from typing import final

from attrs import field

from smir.entities.as_seen import AsSeen
from smir.entities.coded import Coded
from smir.entities.provenance import Provenance
from smir.entities.soundness import soundness
from smir.findings import Finding
from smir.handling import Personal, Withheld
from smir.structure import record
from smir.values import VIN, CountryCode, Id, PartialDate, Text


class VehicleKind(Coded):
    """What kind of vehicle; the list is ours.

    >>> VehicleKind.TRACTOR_UNIT.label("fr")
    'tracteur routier'
    """

    CAR = "car"
    VAN = "van"
    LORRY = "lorry"
    TRACTOR_UNIT = "tractor-unit"
    TRAILER = "trailer"
    BUS = "bus"
    CAMPER = "camper"
    MOTORCYCLE = "motorcycle"
    AGRICULTURAL = "agricultural"
    LOCOMOTIVE = "locomotive"
    WAGON = "wagon"
    OTHER = "other"


@final
@record(tag="vehicle")
class Vehicle:
    """A car, lorry, trailer or railway wagon.

    Number plates and chassis numbers lead to a holder, so they are personal data. A tractor and its trailer are two
    vehicles. Holder and driver are entities of their own, joined by :class:`Link`.

    Args:
        registration: Number plate.
        other_registrations: Plates seen on it beside the one that is its own, false ones among them.
        registered_in: Country of the plate.
        vin: Chassis number, or what was seen in its place.
        wagon_number: Number of a railway wagon or locomotive.
        kind: What kind of vehicle.
        make: Maker.
        model: Model.
        built: Year or day of building.
        description: Colour, damage, lettering, hides that were built in.
        provenance: Where single members come from.
        id: Identifier of the entity.

    Raises:
        smir.Invalid: ``ENTITY-EMPTY``, ``PROVENANCE-MEMBER``; an invalid VIN is refused by :class:`smir.VIN`.

    Source: WCO Data Model, classes of means of transport; ISO 3779; Regulation (EC) 515/97 (vehicle registration).

    >>> vehicle = Vehicle(registration="ZZ-000-ZZ", registered_in=CountryCode("FR"), kind=VehicleKind.LORRY)
    >>> vehicle
    Vehicle(registered_in=FR, kind=lorry, id=...)
    """

    registration: Personal[str] | None = None
    other_registrations: tuple[Personal[str], ...] = ()
    registered_in: CountryCode | None = None
    vin: Personal[VIN | AsSeen] | None = None
    wagon_number: str | None = None
    kind: VehicleKind | None = None
    make: str | None = None
    model: str | None = None
    built: PartialDate | None = None
    description: Text | Withheld | None = None
    provenance: tuple[Provenance, ...] = ()
    id: Id = field(factory=Id.random)

    def rules(self) -> Iterator[Finding]:
        """Ask for something that tells it apart, and pass on what the VIN has to say."""
        yield from soundness(self, "registration", "other_registrations", "vin", "wagon_number", "description")
        if isinstance(self.vin, VIN):
            yield from (finding.under("/vin") for finding in self.vin.notes())
