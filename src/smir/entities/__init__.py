"""Entities: the persons, organisations, means of transport, goods, places and papers of a case, and their links."""

from smir.entities.address import Address
from smir.entities.aircraft import Aircraft, AircraftKind
from smir.entities.as_seen import AsSeen
from smir.entities.coded import Coded
from smir.entities.communication import Communication, CommunicationKind
from smir.entities.consignment import Consignment
from smir.entities.container import Container, LoadedStatus
from smir.entities.document import Authenticity, Document, DocumentKind
from smir.entities.entity import Entity, EntityKind, kinds, label
from smir.entities.goods import ConcealmentMethod, Goods, GoodsRole
from smir.entities.identifier import Identifier, IdentifierKind
from smir.entities.identity_document import IdentityDocument, IdentityDocumentKind
from smir.entities.link import Link, LinkKind
from smir.entities.offence import Offence, OffenceStanding
from smir.entities.organisation import Activity, Organisation
from smir.entities.person import Person, SafetyWarning, Sex
from smir.entities.place import Place, PlaceKind
from smir.entities.provenance import SOURCE, Provenance, SourceReference
from smir.entities.reference import REFERENCE, Reference, ReferenceMark, references
from smir.entities.route_leg import RouteBasis, RouteLeg, TransportMode
from smir.entities.seal import Seal
from smir.entities.vehicle import Vehicle, VehicleKind
from smir.entities.vessel import Vessel, VesselKind

__all__ = [
    "REFERENCE",
    "SOURCE",
    "Activity",
    "Address",
    "Aircraft",
    "AircraftKind",
    "AsSeen",
    "Authenticity",
    "Coded",
    "Communication",
    "CommunicationKind",
    "ConcealmentMethod",
    "Consignment",
    "Container",
    "Document",
    "DocumentKind",
    "Entity",
    "EntityKind",
    "Goods",
    "GoodsRole",
    "Identifier",
    "IdentifierKind",
    "IdentityDocument",
    "IdentityDocumentKind",
    "Link",
    "LinkKind",
    "LoadedStatus",
    "Offence",
    "OffenceStanding",
    "Organisation",
    "Person",
    "Place",
    "PlaceKind",
    "Provenance",
    "Reference",
    "ReferenceMark",
    "RouteBasis",
    "RouteLeg",
    "SafetyWarning",
    "Seal",
    "Sex",
    "SourceReference",
    "TransportMode",
    "Vehicle",
    "VehicleKind",
    "Vessel",
    "VesselKind",
    "kinds",
    "label",
    "references",
]
