"""Schemas: every document that is written is valid, a document with one fault is not, and every public type has one."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from smir.conformance.products import releases
from smir.conformance.records import records
from smir.findings import Unavailable
from smir.handling import PersonalData
from smir.products import Product
from smir.release import Released
from smir.serializers import ReleasedDocument, dumps, read, schema, schemas
from smir.structure.shape import is_record, marks, shape
from smir.structure.strict import to_plain
from smir.values import HSCode, Text, Written

NAMES = tuple(schemas())
RECORDS = tuple(name for name in NAMES if is_record(schemas()[name]))


@cache
def validator(cls: type) -> Draft202012Validator:
    made = schema(cls)
    Draft202012Validator.check_schema(made)
    return Draft202012Validator(made)


@given(releases())
def test_every_document_that_is_written_is_valid(released: Released[Product]) -> None:
    assert list(validator(ReleasedDocument).iter_errors(json.loads(dumps(released)))) == []


@pytest.mark.parametrize("name", RECORDS)
def test_every_record_is_valid_by_its_own_schema(name: str) -> None:
    kind = schemas()[name]

    @given(records(kind))
    def claim(made: Any) -> None:
        assert list(validator(kind).iter_errors(to_plain(made))) == []

    claim()


# --- one fault


def absent(plain: Any) -> None:
    del plain["product"]["title"]


def without_its_type(plain: Any) -> None:
    del plain["product"]["entities"][0]["type"]


Fault = Callable[[Any], object]
FAULTS: dict[str, Fault] = {
    "another format": lambda plain: plain.update(format="other"),
    "no version": lambda plain: plain.pop("version"),
    "a version of another form": lambda plain: plain.update(version="one"),
    "no note": lambda plain: plain.pop("note"),
    "an unknown member beside the product": lambda plain: plain.update(novel=1),
    "an unknown member of the product": lambda plain: plain["product"].update(novel=1),
    "an unknown member of an entity": lambda plain: plain["product"]["entities"][1].update(novel=1),
    "a required member absent": absent,
    "a record without its type": without_its_type,
    "another type": lambda plain: plain["product"].update(type="novel"),
    "the type of another record": lambda plain: plain["product"]["entities"][1].update(type="person"),
    "a null": lambda plain: plain["product"].update(urn=None),
    "a number for a text": lambda plain: plain["product"].update(contact=5),
    "a text for a number": lambda plain: plain["product"].update(version="1"),
    "a fraction": lambda plain: plain["product"].update(version=1.5),
    "a number that loses digits": lambda plain: plain["product"].update(version=2**53),
    "a text for a truth value": lambda plain: plain["product"].update(feedback_requested="true"),
    "an unknown code": lambda plain: plain["product"].update(level="LOCAL"),
    "a code in small letters": lambda plain: plain["product"].update(level="tactical"),
    "a time without offset": lambda plain: plain["product"].update(created_at="2026-06-01T10:00:00"),
    "a date for a time": lambda plain: plain["product"].update(created_at="2026-06-01"),
    "a number of another form": lambda plain: plain["product"].update(urn="fr-dgddi-1"),
    "one for a list": lambda plain: plain["product"].update(entities=plain["product"]["entities"][0]),
    "a list for one": lambda plain: plain["product"].update(grade=[plain["product"]["grade"]]),
    "a plain text for a text by language": lambda plain: plain["product"].update(title="Hold one container"),
    "a text in no language": lambda plain: plain["product"].update(title={}),
    "a text in what is no language": lambda plain: plain["product"].update(title={"English": "Hold"}),
    "an empty text": lambda plain: plain["product"]["title"].update(en=""),
    "a blank text": lambda plain: plain["product"]["title"].update(en=" \n"),
    "a control character": lambda plain: plain["product"]["title"].update(en="Hold\x07"),
    "a control character in a plain text": lambda plain: plain["product"].update(contact="desk\x00"),
    "a container number of another form": lambda plain: plain["product"]["entities"][1].update(number="CSQU-305438"),
    "a withheld value without its reason": lambda plain: plain["product"]["entities"].append(
        {"type": "withheld", "category": "PERSONAL"}
    ),
    "a handling code beyond the form": lambda plain: plain["product"]["grade"]["handling"].update(code="6"),
    "an audience of no form": lambda plain: plain["note"].update(audience="EVERYONE"),
}


def test_the_document_the_faults_are_put_in_is_valid(plain: Any) -> None:
    assert validator(ReleasedDocument).is_valid(plain)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_document_with_one_fault_is_not_valid(plain: Any, fault: str) -> None:
    changed = copy.deepcopy(plain)
    FAULTS[fault](changed)
    assert changed != plain
    assert not validator(ReleasedDocument).is_valid(changed)


@pytest.mark.parametrize("fault", FAULTS)
def test_what_the_schema_refuses_the_reader_reports(plain: Any, fault: str) -> None:
    FAULTS[fault](plain)
    assert read(json.dumps(plain).encode()).findings


@given(releases(), st.data())
def test_a_document_the_reader_refuses_nothing_in_is_valid_and_the_other_way_round_for_members(
    released: Released[Product], data: st.DataObject
) -> None:
    """Whatever member of the product is taken out: schema and reader agree on whether it was required."""
    plain = json.loads(dumps(released))
    name = data.draw(st.sampled_from(sorted(plain["product"])))
    del plain["product"][name]
    missing = any(finding.code in {"MEMBER-MISSING", "MEMBER-TYPE"} for finding in read(_bytes(plain)).findings)
    assert validator(ReleasedDocument).is_valid(plain) is not missing


def _bytes(plain: Any) -> bytes:
    return json.dumps(plain).encode()


# --- every public type


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_sound_and_says_what_it_is_about(name: str) -> None:
    made = schema(schemas()[name])
    Draft202012Validator.check_schema(made)
    assert made["$schema"].endswith("2020-12/schema")
    assert made["$id"] == f"urn:smir:schema:1.0:{name}"
    assert made["title"] == name
    assert len(made["description"].split()) >= 2
    assert all(definition.get("description") for definition in made["$defs"].values())
    assert not re.search(r":[a-z]+:`|``", json.dumps(made)), "no markup of docstrings"


def test_every_record_that_a_document_can_hold_is_a_public_type() -> None:
    held = schema(ReleasedDocument)["$defs"]
    assert set(held) - set(NAMES) == {"FormatVersion"}


def test_every_member_says_what_it_is() -> None:
    silent = [
        f"{name}.{member}"
        for name in RECORDS
        for member, described in schema(schemas()[name])["$defs"][name]["properties"].items()
        if member != "type" and "description" not in described
    ]
    assert silent == []


@pytest.mark.parametrize("name", RECORDS)
def test_personal_data_says_so_with_its_category(name: str) -> None:
    kind = schemas()[name]
    properties = schema(kind)["$defs"][name]["properties"]
    for member in shape(kind).members:
        categories = [mark.category.value for mark in marks(member.shape) if isinstance(mark, PersonalData)]
        assert (f"personal data: {categories[0]}" if categories else None) == properties[member.name].get("$comment")


def test_the_place_of_a_withheld_value_is_in_the_schema() -> None:
    name = schema(schemas()["Person"])["$defs"]["Person"]["properties"]["name"]
    assert {"$ref": "#/$defs/Withheld"} in name["anyOf"]


def test_a_schema_holds_no_keyword_that_a_strict_validator_does_not_know() -> None:
    known = {
        *("$schema", "$id", "$ref", "$defs", "$comment", "title", "description", "type", "const", "enum", "anyOf"),
        *("allOf", "properties", "patternProperties", "required", "unevaluatedProperties", "items", "pattern"),
        *("minimum", "maximum", "minProperties"),
    }

    def keywords(part: Any) -> set[str]:
        if not isinstance(part, dict):
            return set()
        found = set(part)
        for keyword, inner in part.items():
            if keyword in ("properties", "patternProperties", "$defs"):
                for one in inner.values():
                    found |= keywords(one)
            elif isinstance(inner, list):
                for one in inner:
                    found |= keywords(one)
            else:
                found |= keywords(inner)
        return found

    assert keywords(schema(ReleasedDocument)) <= known


@pytest.mark.parametrize("kind", [int, str, object, Product, Written, dict])
def test_what_stands_in_no_document_has_no_schema(kind: type) -> None:
    with pytest.raises(Unavailable, match="SCHEMA-TYPE"):
        schema(kind)


def test_a_schema_is_the_callers_own() -> None:
    one = schema(HSCode)
    one["$defs"].clear()
    assert schema(HSCode)["$defs"]


def test_a_text_by_language_has_a_schema() -> None:
    sound = validator(Text)
    assert sound.is_valid({"fr": "Ligne\nsuivante", "zh-Hant": "水"})
    assert not sound.is_valid({"fr": "\ufffe"})
