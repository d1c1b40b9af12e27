"""Entities and links as documents: what is written is read back equal, on both roads, and says what it is."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from smir.entities import (
    Address,
    AsSeen,
    Entity,
    EntityKind,
    Goods,
    Identifier,
    IdentityDocument,
    Link,
    Offence,
    Provenance,
    Seal,
    Vessel,
    kinds,
    label,
)
from smir.structure import compiled, extras, record
from smir.structure.document import dumps, fingerprint, loads
from smir.structure.plain import parse
from smir.structure.shape import shape
from smir.structure.strict import from_plain, to_plain
from smir.values import Id
from tests.entities.strategies import ENTITIES, entities, records

CLASSES = (*ENTITIES, Link, Provenance, AsSeen, Address, Identifier, IdentityDocument, Offence, Seal)
each_class = pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)


@record
class Holder:
    """Holds any entity, as a product does."""

    what: Entity


@each_class
@settings(max_examples=40)
@given(data=st.data())
def test_what_is_written_is_read_back_equal(cls: type, data: st.DataObject) -> None:
    made = data.draw(records(cls))
    outcome = loads(dumps(made), cls)
    assert outcome.value == made
    assert outcome.findings == ()


@each_class
@settings(max_examples=40)
@given(data=st.data())
def test_both_roads_read_and_write_the_same(cls: type, data: st.DataObject) -> None:
    made = data.draw(records(cls))
    assert from_plain(parse(dumps(made)), cls).value == made
    assert json.loads(dumps(made)) == to_plain(made)


@each_class
@settings(max_examples=40)
@given(data=st.data())
def test_a_canonical_document_takes_the_fast_road(cls: type, data: st.DataObject) -> None:
    made = data.draw(records(cls))
    assume(b"\\" not in dumps(made))  # a backslash may send a document to the strict road
    assert compiled.read(dumps(made), cls) == made


@given(entities())
def test_an_entity_is_known_by_its_type_alone(entity: Any) -> None:
    assert loads(dumps(Holder(what=entity)), Holder).require().what == entity


@given(entities())
def test_equal_entities_have_equal_fingerprints(entity: Any) -> None:
    again = loads(dumps(entity), type(entity)).require()
    assert fingerprint(again) == fingerprint(entity)
    assert hash(again) == hash(entity)


def test_every_entity_may_stand_where_any_may() -> None:
    assert {kind.record for kind in kinds()} == set(ENTITIES)
    assert [shape(kind.record).tag for kind in kinds()] == [kind.value for kind in EntityKind]


def test_a_kind_is_named_in_both_languages() -> None:
    assert [(kind.label(), kind.label("fr")) for kind in kinds()][:3] == [
        ("person", "personne"),
        ("organisation", "organisation"),
        ("vessel", "navire"),
    ]
    assert label(Goods(), "fr") == "marchandise"


def test_an_entity_draws_an_identifier_of_its_own() -> None:
    assert Vessel(name="INVENTED STAR") != Vessel(name="INVENTED STAR")
    assert Vessel(id=(given_id := Id.random())).id == given_id


def test_a_member_of_a_later_version_is_kept() -> None:
    plain = {**to_plain(Vessel(name="INVENTED STAR")), "novel": ["x"]}
    outcome = from_plain(plain, Vessel)
    assert [finding.code for finding in outcome.findings] == ["MEMBER-UNKNOWN"]
    assert extras(outcome.value).plain() == {"novel": ["x"]}
    assert json.loads(dumps(outcome.value)) == plain


def test_an_unknown_kind_of_entity_is_named_as_such() -> None:
    outcome = from_plain({"what": {"type": "submarine", "id": str(Id.random())}}, Holder)
    assert [(finding.code, finding.path) for finding in outcome.findings] == [("MEMBER-TYPE", "/what/type")]
