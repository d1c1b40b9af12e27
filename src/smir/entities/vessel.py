"""A ship or boat."""

from __future__ import annotations

from collections.abc import Iterator
from typing import final

from attrs import field

from smir.entities.as_seen import AsSeen
from smir.entities.coded import Coded
from smir.entities.provenance import Provenance
from smir.entities.soundness import soundness
from smir.findings import Code, Finding, Severity
from smir.handling import Personal, Withheld
from smir.structure import record
from smir.values import MMSI, CountryCode, Id, IMONumber, PartialDate, Quantity, Text

VESSEL_TONNAGE = Code(
    "VESSEL-TONNAGE",
    en="The gross tonnage is a whole number above zero, without unit.",
    fr="La jauge brute est un nombre entier supérieur à zéro, sans unité.",
)
VESSEL_MMSI = Code(
    "VESSEL-MMSI",
    en="This MMSI is not that of a ship (201 to 775 first): it belongs to a shore station, a group, a buoy or a boat. "
    "Check it.",
    fr="Ce numéro MMSI n’est pas celui d’un navire (201 à 775 en tête)\u00a0: il désigne une station côtière, un "
    "groupe, une bouée ou une embarcation. Vérifiez-le.",
    severity=Severity.WARNING,
)


class VesselKind(Coded):
    """What kind of ship or boat; the list is ours.

    >>> VesselKind.CONTAINER_SHIP.label("fr")
    'porte-conteneurs'
    """

    CONTAINER_SHIP = "container-ship"
    BULK_CARRIER = "bulk-carrier"
    GENERAL_CARGO = "general-cargo"
    REEFER = "reefer"
    TANKER = "tanker"
    RO_RO = "ro-ro"
    PASSENGER = "passenger"
    FISHING = "fishing"
    TUG = "tug"
    OFFSHORE = "offshore"
    BARGE = "barge"
    MOTOR_YACHT = "motor-yacht"
    SAILING_YACHT = "sailing-yacht"
    FAST_BOAT = "fast-boat"
    SEMI_SUBMERSIBLE = "semi-submersible"
    UNMANNED = "unmanned"
    OTHER = "other"


@final
@record(tag="vessel")
class Vessel:
    """A ship or boat.

    The IMO number stays with the hull for life; name, flag, call sign and MMSI change hands, so earlier ones are kept.
    Owner, operator, master and crew are entities of their own, joined by :class:`Link`.

    Args:
        name: As painted, without prefix.
        former_names: Names it had.
        imo: IMO ship number, or what was seen in its place.
        mmsi: Number of its radio station.
        call_sign: Radio call sign.
        registration: Number in a register of small craft; it leads to an owner as a number plate does, so it is
            personal data.
        flag: State whose flag it flies.
        former_flags: Flags it flew; a recent change is an indicator.
        port_of_registry: As painted on the stern.
        kind: What kind of vessel.
        built: Year or day of building.
        length: Length over all, in metres (``MTR``).
        gross_tonnage: Gross tonnage, which has no unit.
        description: What it looks like.
        provenance: Where single members come from.
        id: Identifier of the entity.

    Raises:
        smir.Invalid: ``VESSEL-TONNAGE``, ``ENTITY-EMPTY``, ``PROVENANCE-MEMBER``.

    Source: WCO Data Model, classes of means of transport (T005, T006, T014); IMO ship identification number scheme.

    >>> Vessel(name="INVENTED STAR", imo=IMONumber("9074729"), flag=CountryCode("PA"), kind=VesselKind.REEFER)
    Vessel(imo=9074729, flag=PA, kind=reefer, id=...)
    """

    name: str | None = None
    former_names: tuple[str, ...] = ()
    imo: IMONumber | AsSeen | None = None
    mmsi: MMSI | AsSeen | None = None
    call_sign: str | None = None
    registration: Personal[str] | None = None
    flag: CountryCode | None = None
    former_flags: tuple[CountryCode, ...] = ()
    port_of_registry: str | None = None
    kind: VesselKind | None = None
    built: PartialDate | None = None
    length: Quantity | None = None
    gross_tonnage: int | None = None
    description: Text | Withheld | None = None
    provenance: tuple[Provenance, ...] = ()
    id: Id = field(factory=Id.random)

    def rules(self) -> Iterator[Finding]:
        """Ask for a tonnage above zero and a ship's radio number."""
        yield from soundness(self, "name", "imo", "mmsi", "call_sign", "registration", "description")
        if self.gross_tonnage is not None and self.gross_tonnage <= 0:
            yield VESSEL_TONNAGE.at("/gross_tonnage")
        if isinstance(self.mmsi, MMSI) and not self.mmsi.is_ship:
            yield VESSEL_MMSI.at("/mmsi")
