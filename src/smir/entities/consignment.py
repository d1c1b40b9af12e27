"""Goods that travel together under one contract of transport, from a consignor to a consignee."""

from __future__ import annotations

from collections.abc import Iterator
from typing import final

from attrs import field

from smir.entities.as_seen import AsSeen
from smir.entities.measure import is_mass
from smir.entities.provenance import Provenance
from smir.entities.reference import Reference
from smir.entities.soundness import soundness
from smir.findings import Code, Finding, Severity
from smir.handling import Personal
from smir.structure import record
from smir.values import AirWaybill, CountryCode, Id, Instant, Money, Quantity, Text

CONSIGNMENT_PACKAGES = Code(
    "CONSIGNMENT-PACKAGES",
    en="The number of packages is zero or more.",
    fr="Le nombre de colis est supérieur ou égal à zéro.",
)
CONSIGNMENT_UNIT = Code(
    "CONSIGNMENT-UNIT",
    en="A mass is expected here, in KGM or TNE.",
    fr="Une masse est attendue ici, en KGM ou TNE.",
)
CONSIGNMENT_TIMES = Code(
    "CONSIGNMENT-TIMES",
    en="The consignment arrives before it departs. Check both times.",
    fr="L’envoi arrive avant de partir. Vérifiez les deux dates.",
)
CONSIGNMENT_TO_ORDER = Code(
    "CONSIGNMENT-TO-ORDER",
    en="A consignment to order has no named consignee yet. Leave the consignee out, or say that it is not to order.",
    fr="Un envoi à ordre n’a pas encore de destinataire désigné. Omettez le destinataire, ou indiquez que l’envoi "
    "n’est pas à ordre.",
    severity=Severity.WARNING,
)


@final
@record(tag="consignment")
class Consignment:
    """A consignment as its papers state it.

    Parties, places, containers and goods are entities of their own and stand here by their identifiers. These members
    say what was *declared*; what is *believed* of the same entities, with a grade and a period, is said by
    :class:`Link`.

    Args:
        ucr: Unique consignment reference.
        air_waybill: Air waybill number, or what was seen in its place.
        transport_documents: Numbers of master transport documents: bills of lading, CMR and CIM notes.
        house_documents: Numbers of the house documents under them.
        declarations: Reference numbers of declarations.
        consignor: Who sends.
        consignee: Who receives.
        to_order: Whether the bill of lading is to order, so that the consignee is not named.
        notify_party: Who is told of the arrival.
        exporter: Who exports.
        importer: Who imports.
        buyer: Who buys.
        seller: Who sells.
        carrier: Who carries.
        declarant: Who declares.
        agent: Who acts for another.
        containers: The containers it travels in.
        goods: The goods it consists of.
        route: Its legs, in order.
        documents: Papers that cover it.
        place_of_loading: Where it was loaded.
        place_of_discharge: Where it is unloaded.
        place_of_delivery: Where it goes in the end.
        export_country: Country of dispatch.
        routing_countries: Countries it passes, in order.
        destination_country: Country of destination.
        package_count: Number of packages.
        gross_mass: Mass with packing.
        value: Amount invoiced.
        freight: Price of transport.
        freight_payment: Code of how transport is paid (element 098).
        incoterm: Code of the terms of delivery.
        departs: When it leaves.
        arrives: When it is due or arrived.
        notes: Whatever else concerns it; may name persons.
        provenance: Where single members come from.
        id: Identifier of the entity.

    Raises:
        smir.Invalid: ``CONSIGNMENT-PACKAGES``, ``CONSIGNMENT-UNIT``, ``CONSIGNMENT-TIMES``, ``ENTITY-EMPTY``,
            ``PROVENANCE-MEMBER``.

    Source: WCO Data Model, class 28A and the parties, places and documents of declarations.

    >>> Consignment(ucr="26FR0000INVENTED01", export_country=CountryCode("EC"), gross_mass=Quantity.parse("21500 KGM"))
    Consignment(export_country=EC, gross_mass=21500 KGM, id=...)
    """

    ucr: str | None = None
    air_waybill: AirWaybill | AsSeen | None = None
    transport_documents: tuple[str, ...] = ()
    house_documents: tuple[str, ...] = ()
    declarations: tuple[str, ...] = ()
    consignor: Reference | None = None
    consignee: Reference | None = None
    to_order: bool | None = None
    notify_party: Reference | None = None
    exporter: Reference | None = None
    importer: Reference | None = None
    buyer: Reference | None = None
    seller: Reference | None = None
    carrier: Reference | None = None
    declarant: Reference | None = None
    agent: Reference | None = None
    containers: tuple[Reference, ...] = ()
    goods: tuple[Reference, ...] = ()
    route: tuple[Reference, ...] = ()
    documents: tuple[Reference, ...] = ()
    place_of_loading: Reference | None = None
    place_of_discharge: Reference | None = None
    place_of_delivery: Reference | None = None
    export_country: CountryCode | None = None
    routing_countries: tuple[CountryCode, ...] = ()
    destination_country: CountryCode | None = None
    package_count: int | None = None
    gross_mass: Quantity | None = None
    value: Money | None = None
    freight: Money | None = None
    freight_payment: str | None = None
    incoterm: str | None = None
    departs: Instant | None = None
    arrives: Instant | None = None
    notes: Personal[Text] | None = None
    provenance: tuple[Provenance, ...] = ()
    id: Id = field(factory=Id.random)

    def rules(self) -> Iterator[Finding]:
        """Check times, counts and masses, and who receives a consignment to order."""
        yield from soundness(
            self, "ucr", "air_waybill", "transport_documents", "house_documents", "declarations", "containers", "goods"
        )
        if self.package_count is not None and self.package_count < 0:
            yield CONSIGNMENT_PACKAGES.at("/package_count")
        if self.gross_mass is not None and not is_mass(self.gross_mass):
            yield CONSIGNMENT_UNIT.at("/gross_mass")
        if self.departs is not None and self.arrives is not None and self.arrives < self.departs:
            yield CONSIGNMENT_TIMES.at("/arrives")
        if self.to_order and self.consignee is not None:
            yield CONSIGNMENT_TO_ORDER.at("/consignee")
