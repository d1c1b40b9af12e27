"""Whether a product is nominal follows from its types, so no place is forgotten."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

import pytest
from hypothesis import given

from smir.criteria import criterion
from smir.entities import AsSeen, Organisation, Person
from smir.grading import Grade
from smir.handling import PERSONAL, DataCategory, DataSubject, HealthData, Personal, Withheld, WithheldReason
from smir.products import Level, Product, ProductType, SubjectDossier, is_nominal, nominal_places
from smir.structure import evolve, record
from smir.values import Text
from tests.products.exemplars import CONTAINER, PERSON, alert, operational, profile, strategic, trend
from tests.products.strategies import products

GONE = Withheld(category=DataCategory.PERSONAL, reason=WithheldReason.PURPOSE)


@record(tag="zz-house-search")
class HouseSearch(Product):
    """A national product with personal data in places of its own."""

    product_type: ClassVar[ProductType | None] = ProductType.REPORT

    tenant: Personal[str] | None = None
    guests: tuple[Personal[str], ...] = ()
    injuries: HealthData[Text] | None = None
    keys: Annotated[tuple[str, ...], PERSONAL] = ()


def house_search(**members: Any) -> HouseSearch:
    return HouseSearch(level=Level.TACTICAL, title=Text(en="A search"), grade=Grade.parse("B21"), **members)


@pytest.mark.parametrize(
    ("product", "places"),
    [
        (alert(), []),
        (trend(), []),
        (strategic(), []),
        (operational(), ["/entities/0", "/entities/0/name", "/entities/0/family_name"]),
        (alert(notes=Text(en="Call back.")), ["/notes"]),
        (alert(criteria=criterion("importer_name = 'Ignatius Invented'")), ["/criteria"]),
        (alert(entities=(evolve(CONTAINER, number=AsSeen(text="CSQU 30543?")),)), ["/entities/0/number/text"]),
        (alert(entities=(Organisation(name="Invented Fruit Ltd"),)), ["/entities/0/name"]),
        (profile(sub_type=None, subject=SubjectDossier(lifestyle=Text(en="Boats."))), ["/subject/lifestyle"]),
        (house_search(), []),
        (house_search(tenant="Ignatius Invented"), ["/tenant"]),
        (house_search(guests=("Ignatius Invented", GONE)), ["/guests/0"]),
        (house_search(injuries=Text(en="None.")), ["/injuries"]),
        (house_search(keys=("7",)), ["/keys/0"]),
    ],
)
def test_every_place_with_data_on_a_person_is_found(product: Product, places: list[str]) -> None:
    assert [place for place, _ in nominal_places(product)] == places
    assert product.is_nominal is bool(places)


def test_what_was_withheld_does_not_make_a_product_nominal() -> None:
    assert not house_search(tenant=GONE, guests=(GONE,), injuries=GONE).is_nominal
    assert not alert(entities=(GONE,), criteria=GONE, notes=GONE).is_nominal


def test_a_person_without_any_data_is_still_a_person() -> None:
    assert is_nominal(Person(subject=DataSubject.WITNESS))


def test_the_work_of_the_office_is_not_data_on_a_person() -> None:
    assert not alert(grade=Grade.parse("B22", authoriser="Duty officer 7")).is_nominal
    assert alert().items[0].provenance.source is not None


@given(products())
def test_adding_a_person_makes_any_product_nominal(product: Product) -> None:
    more = evolve(product, entities=(*product.entities, PERSON), legal_basis=Text(en="Example Act"))
    assert more.is_nominal
