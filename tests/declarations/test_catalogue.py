"""The catalogue of data elements."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import smir.values
from smir.declarations import Kind, catalogue

#: Names that other rooms and the documentation rely on.
PROMISED = """commodity_code goods_description origin_country export_country routing_countries destination_country gross_mass
shipment_gross_mass net_mass item_amount statistical_value customs_value currency package_count package_type containers seals
transport_mode conveyance_id office procedure previous_procedure acceptance_date declaration_type ucr""".split()
ROLES = "importer exporter consignor consignee declarant carrier notify_party".split()
#: Ids of the WCO Data Model, version 3, that rules on risk ask for.
WCO_IDS = """009 016 017 D026 D013 D014 023 024 065 G004 G005 G012 G015 228 146 131 109 135 099 504 101
145 137 063 501 066 126 128 130 141 144 142 395 367 368 402 344 506 114 112 108 122 117 181 188 103 164 166 161 113 115 116 120
118 401 R020 R021 R014 R015 R031 R032 R037 R038 R009 R010 R050 R051 R011 R012 R003 R004 R124 R123 R045 R046 R120 R121 R143 R144
R145 R005 239 241 242 243 244 245 240 253 246 062 064 465 477 L009 L010 L012 L013 L003 L004 L016 L017 L019 L112 090 089 L001 L002
159 152 154 151 165 227 096 T005 T006 T014 T010 T022 T001 T002 T003 T004 T020 T021 149 098 371 D005 D006 D028 D011 D012 D015 D016
D018 D019 D023 D024 360 226 225 106 107""".split()


def test_the_promised_names_are_there() -> None:
    parties = [f"{role}_{facet}" for role in ROLES for facet in ("id", "name", "country", "address")]
    assert [name for name in (*PROMISED, *parties) if name not in catalogue()] == []


def test_every_element_that_rules_on_risk_ask_for_has_a_name() -> None:
    known = {element.wco for element in catalogue()}
    assert [wco for wco in WCO_IDS if wco not in known] == []


def test_names_are_unique_and_in_snake_case() -> None:
    names = [element.name for element in catalogue().elements]
    assert len(set(names)) == len(names) == len(catalogue())
    assert [name for name in names if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name)] == []


def test_every_row_says_why_it_is_personal_or_not_and_where_it_was_read() -> None:
    for element in catalogue():
        assert element.why, element.name
        assert element.source, element.name
        assert element.status in ("verified", "memory", "ours"), element.name


def test_every_row_has_a_label_in_both_languages() -> None:
    for element in catalogue():
        assert element.label.languages == ("en", "fr"), element.name
        assert "'" not in element.label.in_("fr"), element.name


def test_an_eu_id_has_its_status() -> None:
    for element in catalogue():
        assert (element.eu2021 is None) == (element.eu2021_status is None), element.name
        if element.eu2021 is not None:
            assert re.fullmatch(r"\d\d \d\d( \d\d\d){0,2}", element.eu2021), element.name


def test_the_identifiers_of_the_catalogue_are_values_of_the_house() -> None:
    for element in catalogue():
        if element.identifier is not None:
            assert hasattr(getattr(smir.values, element.identifier), "findings_of"), element.name


def test_a_list_holds_texts_and_only_numbers_are_summed() -> None:
    for element in catalogue():
        assert not element.many or element.kind is Kind.TEXT, element.name
        assert element.takes != "sum" or (element.kind is Kind.NUMBER and not element.many), element.name
        assert element.takes != "both" or element.many, element.name


@pytest.mark.parametrize("role", [*ROLES, "buyer", "seller", "agent", "payer"])
def test_names_addresses_contacts_and_ids_of_parties_are_personal(role: str) -> None:
    for facet in ("name", "id", "address", "city", "postcode", "region", "communication", "contact"):
        element = catalogue().get(f"{role}_{facet}")
        assert element is not None
        assert element.personal, element.name


@pytest.mark.parametrize("name", ["commodity_code", "origin_country", "gross_mass", "importer_country", "containers"])
def test_goods_countries_and_equipment_are_not_personal(name: str) -> None:
    element = catalogue().get(name)
    assert element is not None
    assert not element.personal


def test_the_same_digits_mean_another_element_in_another_scheme() -> None:
    export, origin = catalogue().get("export_country"), catalogue().get("origin_country")
    assert export is not None
    assert origin is not None
    assert (export.wco, origin.wco, origin.legacy) == ("062", "063", "062")


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("comodity_code", "commodity_code"),
        ("Gross Mass", "gross_mass"),
        ("gross-mass", "gross_mass"),
        ("country_of_origin", "origin_country"),
        ("gross_weight", "gross_mass"),
        ("container", "containers"),
    ],
)
def test_a_near_name_is_suggested(asked: str, first: str) -> None:
    assert catalogue().suggest(asked)[0] == first


@given(st.text(max_size=200))
def test_only_our_own_names_are_suggested(asked: str) -> None:
    suggested = catalogue().suggest(asked)
    assert len(suggested) <= 3
    assert all(name in catalogue() for name in suggested)


def test_the_catalogue_is_read_once() -> None:
    assert catalogue() is catalogue()
