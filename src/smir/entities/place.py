"""A place: a port, a border post, a warehouse, a point at sea."""

from __future__ import annotations

from collections.abc import Iterator
from typing import final

from attrs import field

from smir.entities.address import Address
from smir.entities.as_seen import AsSeen
from smir.entities.coded import Coded
from smir.entities.provenance import Provenance
from smir.entities.reference import Reference
from smir.entities.soundness import soundness
from smir.findings import Code, Finding, Severity
from smir.handling import Personal, Withheld
from smir.structure import record
from smir.values import CountryCode, Id, Position, Quantity, Text, UNLocode

PLACE_DWELLING = Code(
    "PLACE-DWELLING",
    en="The name and position of a dwelling lead to persons and are not protected. Use the member “address” alone.",
    fr="Le nom et la position d’une habitation mènent à des personnes et ne sont pas protégés. Utilisez seulement le "
    "membre «\u00a0address\u00a0».",
    severity=Severity.WARNING,
)
PLACE_RADIUS = Code(
    "PLACE-RADIUS",
    en="A radius belongs to a position and is a length, in MTR, KMT or NMI (nautical miles).",
    fr="Un rayon accompagne une position et est une longueur, en MTR, KMT ou NMI (milles marins).",
)
PLACE_COUNTRY = Code(
    "PLACE-COUNTRY",
    en="The country is not that of the UN/LOCODE. Check both.",
    fr="Le pays n’est pas celui de l’UN/LOCODE. Vérifiez les deux.",
    severity=Severity.WARNING,
)


class PlaceKind(Coded):
    """What kind of place.

    Source: composed from public pages on customs seizure records, with places of our own.

    >>> PlaceKind.FREE_ZONE.label("fr")
    'zone franche'
    """

    AIRPORT = "airport"
    SEAPORT = "seaport"
    INLAND_PORT = "inland-port"
    LAND_BORDER = "land-border"
    RAIL_TERMINAL = "rail-terminal"
    MAIL_CENTRE = "mail-centre"
    EXPRESS_HUB = "express-hub"
    FREE_ZONE = "free-zone"
    WAREHOUSE = "warehouse"
    CONTAINER_YARD = "container-yard"
    OFFICE = "office"
    PREMISES = "premises"
    DWELLING = "dwelling"
    INLAND = "inland"
    AT_SEA = "at-sea"
    AREA = "area"
    COUNTRY = "country"
    OTHER = "other"


@final
@record(tag="place")
class Place:
    """A place where something is, happens or passes.

    Ports, posts and points at sea are not personal data. Where somebody lives is: that goes into ``address`` only.

    Args:
        name: What it is called.
        aliases: Other names and codes of it, such as ``CDG``.
        kind: What kind of place.
        unlocode: UN/LOCODE, or what was seen in its place.
        office: Code of the customs office.
        country: Country.
        position: Latitude and longitude, no more exact than known.
        radius: How far from the position it may be or reaches, in ``MTR``, ``KMT`` or ``NMI``.
        address: Postal address; may be where somebody lives, so it is personal data.
        part_of: The place it lies in: the port of a quay.
        description: How to find it.
        provenance: Where single members come from.
        id: Identifier of the entity.

    Raises:
        smir.Invalid: ``PLACE-RADIUS``, ``ENTITY-EMPTY``, ``PROVENANCE-MEMBER``.

    Source: WCO Data Model, classes of locations (L009 to L019, G004, G005); UN/LOCODE; ISO 6709.

    >>> Place(name="Invented Quay 7", kind=PlaceKind.SEAPORT, unlocode=UNLocode("BEANR"), country=CountryCode("BE"))
    Place(kind=seaport, unlocode=BEANR, country=BE, id=...)
    """

    name: str | None = None
    aliases: tuple[str, ...] = ()
    kind: PlaceKind | None = None
    unlocode: UNLocode | AsSeen | None = None
    office: str | None = None
    country: CountryCode | None = None
    position: Position | None = None
    radius: Quantity | None = None
    address: Personal[Address] | None = None
    part_of: Reference | None = None
    description: Text | Withheld | None = None
    provenance: tuple[Provenance, ...] = ()
    id: Id = field(factory=Id.random)

    def rules(self) -> Iterator[Finding]:
        """Protect dwellings; ask that country, code and radius agree."""
        yield from soundness(
            self, "name", "aliases", "unlocode", "office", "country", "position", "address", "description"
        )
        if self.kind is PlaceKind.DWELLING:
            for name in ("name", "position"):
                if getattr(self, name) is not None:
                    yield PLACE_DWELLING.at(f"/{name}")
        if self.radius is not None and (self.position is None or self.radius.unit not in ("MTR", "KMT", "NMI")):
            yield PLACE_RADIUS.at("/radius")
        if isinstance(self.unlocode, UNLocode) and self.country not in (None, self.unlocode.country):
            yield PLACE_COUNTRY.at("/country")
