"""References: the identifiers an entity points to, found by walking its types."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from smir.entities import (
    REFERENCE,
    Consignment,
    Container,
    Document,
    DocumentKind,
    Link,
    LinkKind,
    Place,
    Reference,
    RouteLeg,
    Vessel,
    references,
)
from smir.structure import record
from smir.structure.document import dumps
from smir.values import Id
from tests.entities.strategies import entities, links

A, B, C, D = (Id.random() for _ in range(4))


def test_an_entity_does_not_point_to_itself() -> None:
    assert references(Vessel(name="INVENTED STAR", id=A)) == ()


def test_every_kind_of_reference_is_found() -> None:
    assert references(Link(source=A, kind=LinkKind.OWNER, target=B)) == (A, B)
    assert set(references(RouteLeg(from_place=A, to_place=B, conveyance=C))) == {A, B, C}
    assert references(Place(name="Quay 7", part_of=D)) == (D,)
    assert references(Container(unit_number="AKE0", stuffed_at=A)) == (A,)
    assert references(Document(kind=DocumentKind.INVOICE, issuer=A, attachments=(B,))) == (A, B)


def test_each_is_named_once_in_the_order_of_the_members() -> None:
    shipment = Consignment(consignor=A, consignee=B, importer=B, containers=(C, D, C))
    assert references(shipment) == (A, B, C, D)


@given(links())
def test_a_link_points_to_its_ends_alone(link: Link) -> None:
    assert references(link) == (link.source, link.target)


@given(entities())
def test_what_is_pointed_to_stands_in_the_document(entity: Any) -> None:
    text = dumps(entity).decode()
    assert all(str(one) in text for one in references(entity))
    assert entity.id not in references(entity) or text.count(str(entity.id)) > 1


def test_a_national_record_is_covered_without_a_line_of_its_own() -> None:
    @record(tag="warehouse-slot")
    class Slot:
        """A national record with references at two depths."""

        id: Id
        leg: RouteLeg
        held: tuple[Reference, ...] = ()

    assert references(Slot(id=A, leg=RouteLeg(from_place=B), held=(C,))) == (B, C)


def test_a_reference_hides_nothing() -> None:
    assert not REFERENCE.hides
    assert str(A) in repr(Link(source=A, kind=LinkKind.SAME_AS, target=B))
