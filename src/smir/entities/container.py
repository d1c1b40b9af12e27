"""A freight container, or another unit in which goods travel and which has a number of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import final

from attrs import field

from smir.entities.as_seen import AsSeen
from smir.entities.coded import Coded
from smir.entities.measure import is_mass, outweighs
from smir.entities.provenance import Provenance
from smir.entities.reference import Reference
from smir.entities.seal import Seal
from smir.entities.soundness import soundness
from smir.findings import Code, Finding, Severity
from smir.handling import Withheld
from smir.structure import record
from smir.values import ContainerNumber, Id, Quantity, Text

CONTAINER_SIZE_TYPE = Code(
    "CONTAINER-SIZE-TYPE",
    en="The size and type of a container is a code of four capital letters or digits, such as 45R1.",
    fr="La dimension et le type d’un conteneur forment un code de quatre majuscules ou chiffres, comme 45R1.",
)
CONTAINER_MASS = Code(
    "CONTAINER-MASS",
    en="The empty container is heavier than the loaded one. Check both masses.",
    fr="Le conteneur vide est plus lourd que chargé. Vérifiez les deux masses.",
    severity=Severity.WARNING,
)
CONTAINER_UNIT = Code(
    "CONTAINER-UNIT",
    en="A mass is expected here, in KGM or TNE.",
    fr="Une masse est attendue ici, en KGM ou TNE.",
)

_is_size_type = re.compile("[A-Z0-9]{4}", re.ASCII).fullmatch


class LoadedStatus(Coded):
    """Whether a container holds goods; the wording is ours.

    Source: WCO Data Model, element 154.

    >>> LoadedStatus.EMPTY.label("fr")
    'vide'
    """

    FULL = "full"
    PART = "part"
    EMPTY = "empty"


@final
@record(tag="container")
class Container:
    """A freight container, air unit load device or swap body.

    A valid number is a :class:`smir.ContainerNumber`; one that fails its check digit is kept with :class:`AsSeen`. What
    is in it, and what it travels on, is said by :class:`Link`, or by the consignment.

    Args:
        number: ISO 6346 number, or what was seen in its place.
        unit_number: Number of a unit that ISO 6346 does not cover, such as an air unit load device.
        size_type: Size and type code of ISO 6346, such as ``45R1``.
        loaded: Whether it holds goods.
        shipper_owned: Whether the shipper, not the line, supplied it.
        tare: Mass of the empty container.
        verified_gross_mass: Mass as weighed before loading on a ship.
        set_temperature: Temperature a refrigerated one is set to, in ``CEL``.
        running: Whether its refrigeration runs; a refrigerated container switched off is an indicator.
        seals: Seals, as declared and as found.
        stuffed_at: The place where it was filled.
        description: What it looks like: repairs, fresh paint, false walls.
        provenance: Where single members come from.
        id: Identifier of the entity.

    Raises:
        smir.Invalid: ``CONTAINER-SIZE-TYPE``, ``CONTAINER-UNIT``, ``ENTITY-EMPTY``, ``PROVENANCE-MEMBER``.

    Source: WCO Data Model, class 31B (elements 151, 152, 154, 159, 165); ISO 6346.

    >>> Container(number=ContainerNumber("CSQU3054383"), size_type="45R1", loaded=LoadedStatus.FULL)
    Container(number=CSQU3054383, loaded=full, id=...)
    """

    number: ContainerNumber | AsSeen | None = None
    unit_number: str | None = None
    size_type: str | None = None
    loaded: LoadedStatus | None = None
    shipper_owned: bool | None = None
    tare: Quantity | None = None
    verified_gross_mass: Quantity | None = None
    set_temperature: Quantity | None = None
    running: bool | None = None
    seals: tuple[Seal, ...] = ()
    stuffed_at: Reference | None = None
    description: Text | Withheld | None = None
    provenance: tuple[Provenance, ...] = ()
    id: Id = field(factory=Id.random)

    def rules(self) -> Iterator[Finding]:
        """Check the form of the size and type code, and its masses against each other."""
        yield from soundness(self, "number", "unit_number", "description")
        if self.size_type is not None and not _is_size_type(self.size_type):
            yield CONTAINER_SIZE_TYPE.at("/size_type")
        for name, mass in (("tare", self.tare), ("verified_gross_mass", self.verified_gross_mass)):
            if mass is not None and not is_mass(mass):
                yield CONTAINER_UNIT.at(f"/{name}")
        if outweighs(self.tare, self.verified_gross_mass):
            yield CONTAINER_MASS.at("/tare")
