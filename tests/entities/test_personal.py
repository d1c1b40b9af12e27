"""Personal data of entities: said in the type, and never shown by a repr or an error."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.entities import (
    Address,
    AsSeen,
    Communication,
    CommunicationKind,
    Consignment,
    Document,
    DocumentKind,
    Goods,
    IdentityDocument,
    IdentityDocumentKind,
    Organisation,
    Person,
    Place,
    Provenance,
    Vehicle,
    Vessel,
)
from smir.findings import Invalid
from smir.handling import DataCategory, DataSubject, PersonalData
from smir.structure import check
from smir.structure.shape import Marked, Sequence, Shape, marks, shape
from smir.structure.strict import from_plain, to_plain
from smir.values import Text
from tests.entities.strategies import ENTITIES, entities, records

CANARY = "Canary-4711"

#: What of a person is not personal data: what the person is to the case, in words that name nobody.
SAID_OF_THE_CASE = {"id", "subject", "role", "provenance"}


def categories(described: Shape) -> set[DataCategory]:
    """The categories a member is marked with, itself or its items."""
    found = {mark.category for mark in marks(described) if isinstance(mark, PersonalData)}
    while isinstance(described, Marked):
        described = described.inner
    return found | (categories(described.item) if isinstance(described, Sequence) else set())


def marked(cls: type) -> dict[str, set[DataCategory]]:
    return {member.name: categories(member.shape) for member in shape(cls).members}


def test_every_member_of_a_person_is_marked() -> None:
    unmarked = {name for name, found in marked(Person).items() if not found}
    assert unmarked == SAID_OF_THE_CASE


def test_each_special_category_has_a_member_of_its_own() -> None:
    special = [category for found in marked(Person).values() for category in found if category.is_special]
    assert sorted(special, key=lambda category: category.value) == sorted(
        (category for category in DataCategory if category.is_special), key=lambda category: category.value
    )


@pytest.mark.parametrize(
    ("cls", "names"),
    [
        (
            Organisation,
            {"name", "trading_names", "aliases", "addresses", "phones", "emails", "accounts", "eori", "identifiers"},
        ),
        (Vehicle, {"registration", "other_registrations", "vin"}),
        (Vessel, {"registration"}),
        (Communication, {"address", "notes"}),
        (Consignment, {"notes"}),
        (Document, {"notes"}),
        (Goods, {"shipping_marks"}),
        (Place, {"address"}),
        (AsSeen, {"text"}),
        (Provenance, {"source", "seen_as"}),
    ],
)
def test_what_may_lead_to_a_person_is_marked(cls: type, names: set[str]) -> None:
    assert names <= {name for name, found in marked(cls).items() if found}


def test_a_source_has_a_category_of_its_own() -> None:
    assert marked(Provenance)["source"] == {DataCategory.SOURCE}


def with_canary(plain: Any) -> Any:
    """The same plain values with the canary in every text that is not a code."""
    if isinstance(plain, dict):
        return {name: value if name == "type" else with_canary(value) for name, value in plain.items()}
    if isinstance(plain, list):
        return [with_canary(value) for value in plain]
    return CANARY if isinstance(plain, str) else plain


@given(entities())
def test_no_error_repeats_a_value(entity: Any) -> None:
    outcome = from_plain(with_canary(to_plain(entity)), type(entity))
    said = [*(str(finding) for finding in outcome.findings), *(finding.message("fr") for finding in outcome.findings)]
    assert outcome.findings
    assert not any(CANARY in text for text in said)
    with contextlib.suppress(Invalid):
        outcome.require()
    assert CANARY not in repr(outcome)


@given(entities())
def test_no_finding_repeats_a_text(entity: Any) -> None:
    for finding in check(entity):
        assert finding.message("en")
        assert finding.message("fr")
        assert set(dict(finding.details)) <= {"members", "type", "code", "candidates", "lowest", "highest"}


@pytest.mark.parametrize("cls", ENTITIES, ids=lambda cls: cls.__name__)
@given(data=st.data())
def test_no_personal_value_shows(cls: type, data: st.DataObject) -> None:
    made = data.draw(records(cls))
    for member in shape(cls).members:
        if categories(member.shape) and not isinstance(getattr(made, member.name), tuple):
            assert f"{member.name}=" not in repr(made)
            assert f"{member.name}=" not in str(made)


def test_no_text_of_a_person_shows() -> None:
    person = Person(
        subject=DataSubject.SUSPECT,
        name=CANARY,
        aliases=(CANARY,),
        emails=(CANARY,),
        notes=Text(en=CANARY),
        residences=(Address(street=CANARY),),
        identity_documents=(IdentityDocument(kind=IdentityDocumentKind.PASSPORT, number=CANARY),),
        provenance=(Provenance(member="name", source="ISR-1", seen_as=CANARY),),
    )
    for shown in (repr(person), str(person), f"{person}", repr(person.residences), repr(person.identity_documents)):
        assert CANARY not in shown


@pytest.mark.parametrize(
    "make",
    [
        lambda: Person(subject=CANARY, name=CANARY),
        lambda: Person(subject=DataSubject.WITNESS, name=CANARY, height_cm=3),
        lambda: Person(
            subject=DataSubject.WITNESS, name=CANARY, provenance=(Provenance(member=CANARY, source="ISR-1"),)
        ),
        lambda: Provenance(member="name", source=f"{CANARY} Esq."),
        lambda: Document(kind=DocumentKind.INVOICE, number=" ", notes=CANARY),
        lambda: Communication(kind=CommunicationKind.EMAIL, address=(CANARY,)),
    ],
)
def test_no_refusal_repeats_what_it_refuses(make: Any) -> None:
    with pytest.raises(Invalid) as caught:
        make()
    assert CANARY not in str(caught.value)
    assert CANARY not in repr(caught.value)
    assert CANARY not in caught.value.report("fr")
    assert caught.value.__cause__ is None
