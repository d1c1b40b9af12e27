"""One leg of a route: from one place to another by one means of transport."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, final

from attrs import field

from smir.entities.coded import Coded
from smir.entities.provenance import Provenance
from smir.entities.reference import Reference
from smir.entities.soundness import soundness
from smir.findings import Code, Finding, Severity
from smir.handling import Withheld
from smir.structure import record
from smir.values import Id, Instant, Text

ROUTE_LEG_TIMES = Code(
    "ROUTE-LEG-TIMES",
    en="The leg arrives before it departs. Check both times and their offsets from UTC.",
    fr="Le tronçon arrive avant de partir. Vérifiez les deux dates et leurs décalages par rapport à UTC.",
)
ROUTE_LEG_LOOP = Code(
    "ROUTE-LEG-LOOP",
    en="The leg ends where it begins. If that is meant, say why in the description; else correct a place.",
    fr="Le tronçon finit où il commence. Si c’est voulu, dites pourquoi dans la description\u202f; sinon corrigez un "
    "lieu.",
    severity=Severity.WARNING,
)

#: Modes of transport by their codes in UN/ECE Recommendation 19; labels in the code list ``transport-modes``.
TransportMode = Literal["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]


class RouteBasis(Coded):
    """How it is known that a leg was or will be travelled; the list is ours.

    >>> RouteBasis.OBSERVED.label("fr")
    'observé'
    """

    DECLARED = "declared"
    PLANNED = "planned"
    OBSERVED = "observed"
    SUSPECTED = "suspected"


@final
@record(tag="route-leg")
class RouteLeg:
    """A voyage, flight or drive between two places.

    Several legs in order make a route. A declared leg and the one observed in its place are two legs. Any means of
    transport may carry anything: a container on an aircraft is unusual, not wrong.

    Args:
        from_place: Where it begins.
        to_place: Where it ends.
        mode: Code of the mode of transport: ``1`` sea, ``2`` rail, ``3`` road, ``4`` air, ``5`` mail, ``8`` inland
            water.
        conveyance: The vessel, aircraft or vehicle.
        conveyance_reference: Number of the voyage or flight.
        departs: When it leaves, or is due to.
        arrives: When it arrives, or is due to.
        basis: Declared, planned, observed or suspected.
        description: What is unusual about it.
        provenance: Where single members come from.
        id: Identifier of the entity.

    Raises:
        smir.Invalid: ``ROUTE-LEG-TIMES``, ``ENTITY-EMPTY``, ``PROVENANCE-MEMBER``.

    Source: WCO Data Model, class 81A and elements T022, 149; UN/ECE Recommendation 19.

    >>> sailing = RouteLeg(from_place=Id.random(), to_place=Id.random(), mode="1", basis=RouteBasis.DECLARED)
    >>> sailing.mode, sailing.mode_label("fr")
    ('1', 'Transport maritime')
    """

    from_place: Reference | None = None
    to_place: Reference | None = None
    mode: TransportMode | None = None
    conveyance: Reference | None = None
    conveyance_reference: str | None = None
    departs: Instant | None = None
    arrives: Instant | None = None
    basis: RouteBasis | None = None
    description: Text | Withheld | None = None
    provenance: tuple[Provenance, ...] = ()
    id: Id = field(factory=Id.random)

    def rules(self) -> Iterator[Finding]:
        """Refuse an arrival before the departure; ask about a leg that goes nowhere."""
        yield from soundness(self, "from_place", "to_place", "conveyance", "conveyance_reference")
        if self.departs is not None and self.arrives is not None and self.arrives < self.departs:
            yield ROUTE_LEG_TIMES.at("/arrives")
        if self.from_place is not None and self.from_place == self.to_place:
            yield ROUTE_LEG_LOOP.at("/to_place")

    def mode_label(self, language: str = "en") -> str | None:
        """The mode of transport in words, where it is known."""
        from smir import vocabulary

        return None if self.mode is None else vocabulary.get("transport-modes").label(self.mode, language)
