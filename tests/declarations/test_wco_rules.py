"""Rules for classes that repeat and speak together."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.declarations import Declaration, Row, read_bytes

Reader = Callable[[str], Declaration]


def item(inside: str) -> str:
    return f"<GoodsShipment><GovernmentAgencyGoodsItem>{inside}</GovernmentAgencyGoodsItem></GoodsShipment>"


def row_of(declared: Reader, inside: str) -> Row:
    return declared(item(inside)).rows[0]


def classified(*parts: tuple[str, str]) -> str:
    inside = "".join(
        f"<Classification><ID>{code}</ID>"
        + (f"<IdentificationTypeCode>{kind}</IdentificationTypeCode>" if kind else "")
        + "</Classification>"
        for kind, code in parts
    )
    return f"<Commodity>{inside}</Commodity>"


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ([("TSP", "93062100"), ("TRC", "00")], "9306210000"),
        ([("TRC", "00"), ("TSP", "93062100")], "9306210000"),
        ([("TSP", "970200")], "970200"),
        ([("TSP", "93062100"), ("TRA", "4099"), ("GN", "VATZ")], "93062100"),
        ([("CV", "0010164-4"), ("TSP", "29349990")], "29349990"),
        ([("HS", "081190")], "081190"),
        ([("", "081190")], "081190"),
        ([("TRC", "00")], None),
        ([("GN", "VATZ")], None),
        ([("GN", ""), ("TSP", "081190")], "081190"),
        ([("TSP", ""), ("TRC", "00")], None),
    ],
)
def test_the_tariff_code_is_joined_by_type(declared: Reader, parts: list[tuple[str, str]], code: str | None) -> None:
    assert row_of(declared, classified(*parts)).get("commodity_code") == code


def test_codes_beside_the_tariff_code_have_names_of_their_own(declared: Reader) -> None:
    row = row_of(
        declared, classified(("TSP", "29349990"), ("TRA", "4099"), ("TRA", "B787"), ("GN", "VATZ"), ("CV", "0010164-4"))
    )
    assert row["additional_commodity_codes"] == ("4099", "B787")
    assert row["national_commodity_codes"] == ("VATZ",)
    assert row["cus_code"] == "0010164-4"


def test_two_tariff_codes_for_one_item_contradict_each_other(declared: Reader) -> None:
    declaration = declared(item(classified(("TSP", "93062100"), ("TSP", "93063030"))))
    assert "commodity_code" not in declaration.rows[0]
    assert "DECLARATION-CONTRADICTION" in [found.code for found in declaration.findings]


@given(st.permutations([("TSP", "08119095"), ("TRC", "90"), ("GN", "VATZ"), ("CV", "x")]))
def test_the_order_of_the_parts_does_not_matter(parts: list[tuple[str, str]]) -> None:
    data = f"<Declaration>{item(classified(*parts))}</Declaration>".encode()
    assert read_bytes(data).require().rows[0]["commodity_code"] == "0811909590"


def origin(*parts: tuple[str, str]) -> str:
    return "".join(
        f"<Origin><CountryCode>{code}</CountryCode><TypeCode>{kind}</TypeCode></Origin>" for kind, code in parts
    )


@pytest.mark.parametrize(
    ("parts", "general", "preferential"),
    [
        ([("1", "EC")], "EC", None),
        ([("1", "EC"), ("2", "CO")], "EC", "CO"),
        ([("2", "CO"), ("1", "EC")], "EC", "CO"),
        ([("2", "CO")], "CO", "CO"),
        ([("", "EC")], "EC", None),
        ([("9", "EC")], "EC", None),
        ([("1", "EC"), ("1", "CO")], None, None),
    ],
)
def test_the_country_of_origin_is_told_from_that_of_preference(
    declared: Reader, parts: list[tuple[str, str]], general: str | None, preferential: str | None
) -> None:
    row = row_of(declared, origin(*parts))
    assert (row.get("origin_country"), row.get("preferential_origin_country")) == (general, preferential)


def test_the_procedure_is_told_from_the_additional_ones(declared: Reader) -> None:
    row = row_of(
        declared,
        "<GovernmentProcedure><CurrentCode>C07</CurrentCode></GovernmentProcedure>"
        "<GovernmentProcedure><CurrentCode>40</CurrentCode><PreviousCode>00</PreviousCode></GovernmentProcedure>"
        "<GovernmentProcedure><CurrentCode>F48</CurrentCode></GovernmentProcedure>",
    )
    assert (row["procedure"], row["previous_procedure"], row["additional_procedures"]) == ("40", "00", ("C07", "F48"))


def test_documents_give_number_type_and_joined_code(declared: Reader) -> None:
    row = row_of(
        declared,
        "<AdditionalDocument><CategoryCode>N</CategoryCode><ID>1</ID><TypeCode>935</TypeCode>"
        "<LPCOExemptionCode>AC</LPCOExemptionCode><Name>Invoice</Name></AdditionalDocument>"
        "<PreviousDocument><CategoryCode>Z</CategoryCode><ID>2</ID><TypeCode>MCR</TypeCode></PreviousDocument>",
    )
    assert row["additional_document_codes"] == ("N935",)
    assert row["additional_document_numbers"] == ("1",)
    assert row["licence_exemption_codes"] == ("AC",)
    assert (row["previous_document_numbers"], row["previous_document_types"]) == (("2",), ("MCR",))


def shipment(equipment: str, *items: str) -> str:
    inside = "".join(f"<GovernmentAgencyGoodsItem>{part}</GovernmentAgencyGoodsItem>" for part in items)
    return f"<GoodsShipment>{inside}<Consignment>{equipment}</Consignment></GoodsShipment>"


EQUIPMENT = (
    "<TransportEquipment><SequenceNumeric>1</SequenceNumeric><ID>CSQU3054383</ID>"
    "<Seal><ID>S1</ID></Seal><Seal><ID>S2</ID></Seal></TransportEquipment>"
    "<TransportEquipment><SequenceNumeric>2</SequenceNumeric><ID>HLXU2008419</ID><Seal><ID>S3</ID></Seal></TransportEquipment>"
)


def test_an_item_without_a_link_has_all_containers_of_the_shipment(declared: Reader) -> None:
    row = declared(shipment(EQUIPMENT, "")).rows[0]
    assert row["containers"] == ("CSQU3054383", "HLXU2008419")
    assert row["seals"] == ("S1", "S2", "S3")


@pytest.mark.parametrize("link", ["<SequenceNumeric>2</SequenceNumeric>", "<ID>HLXU2008419</ID>"])
def test_an_item_linked_to_equipment_has_its_container_and_seals(declared: Reader, link: str) -> None:
    own = f"<Commodity><TransportEquipment>{link}</TransportEquipment></Commodity>"
    row = declared(shipment(EQUIPMENT, own)).rows[0]
    assert (row["containers"], row["seals"]) == (("HLXU2008419",), ("S3",))


def test_a_link_to_nothing_is_told(declared: Reader) -> None:
    own = "<Commodity><TransportEquipment><SequenceNumeric>7</SequenceNumeric></TransportEquipment></Commodity>"
    declaration = declared(shipment(EQUIPMENT, own))
    assert ("DECLARATION-LINK", "/items/0/containers") in [(found.code, found.path) for found in declaration.findings]


def test_an_item_may_name_equipment_that_the_shipment_does_not_list(declared: Reader) -> None:
    own = "<Commodity><TransportEquipment><SequenceNumeric>1</SequenceNumeric><ID>HLXU2008419</ID></TransportEquipment></Commodity>"
    row = declared(shipment("", own)).rows[0]
    assert row["containers"] == ("HLXU2008419",)


@pytest.mark.parametrize(
    ("unit", "mass"),
    [
        ("", "12.5"),
        (' unitCode="KGM"', "12.5"),
        (' unitCode="KGM#G"', "12.5"),
        (' unitCode="TNE"', "12500"),
        (' unitCode="GRM"', "0.0125"),
    ],
)
def test_masses_are_in_kilograms(declared: Reader, unit: str, mass: str) -> None:
    row = row_of(
        declared, f"<Commodity><GoodsMeasure><GrossMassMeasure{unit}>12.5</GrossMassMeasure></GoodsMeasure></Commodity>"
    )
    assert row["gross_mass"] == Decimal(mass)


@pytest.mark.parametrize("unit", ["LBR", "GBP", "LTR", "#G"])
def test_a_unit_that_is_no_mass_is_kept_and_not_converted(declared: Reader, unit: str) -> None:
    measure = f'<GrossMassMeasure unitCode="{unit}">12.5</GrossMassMeasure>'
    declaration = declared(item(f"<Commodity><GoodsMeasure>{measure}</GoodsMeasure></Commodity>"))
    (element,) = declaration.items[0].get("gross_mass")
    assert (element.text, element.value, element.qualifier) == ("12.5", None, unit)
    assert [found.code for found in element.findings] == ["ELEMENT-UNIT"]
    assert "gross_mass" not in declaration.rows[0]


def test_the_gross_mass_of_a_shipment_is_not_that_of_its_items(declared: Reader) -> None:
    row = declared("<TotalGrossMassMeasure>900</TotalGrossMassMeasure>" + item("")).rows[0]
    assert row["shipment_gross_mass"] == Decimal(900)
    assert "gross_mass" not in row


def test_an_amount_brings_its_currency(declared: Reader) -> None:
    amount = '<Commodity><InvoiceLine><ItemChargeAmount currencyID="CAD">5</ItemChargeAmount></InvoiceLine></Commodity>'
    declaration = declared('<InvoiceAmount currencyID="EUR">9</InvoiceAmount>' + item(amount))
    assert declaration.rows[0]["currency"] == "CAD"
    assert [element.qualifier for element in declaration.get("invoice_amount")] == ["EUR"]
    assert declared('<InvoiceAmount currencyID="EUR">9</InvoiceAmount>').rows[0]["currency"] == "EUR"
