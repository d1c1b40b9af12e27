"""What a document says twice, in part, or by another name is never guessed: no value, and a finding or a count."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.declarations import Declaration, read_bytes

Reader = Callable[[str], Declaration]
WCO = "urn:wco:datamodel:WCO:DEC-DMS:2"
KIND = "<IdentificationTypeCode>{}</IdentificationTypeCode>"


def goods(inside: str) -> str:
    return f"<GoodsShipment><GovernmentAgencyGoodsItem>{inside}</GovernmentAgencyGoodsItem></GoodsShipment>"


def mass(attributes: str, text: str) -> str:
    measure = f"<GrossMassMeasure{attributes}>{text}</GrossMassMeasure>"
    return goods(f"<Commodity><GoodsMeasure>{measure}</GoodsMeasure></Commodity>")


def found(declaration: Declaration) -> list[tuple[str, str]]:
    return [(finding.code, finding.path) for finding in declaration.findings]


@pytest.mark.parametrize("text", ["1<x/>2000", "<x/>12000", "12000<x/>", "<x>1</x>", "1<x>2</x>3"])
def test_a_number_with_an_element_inside_has_no_value(declared: Reader, text: str) -> None:
    declaration = declared(mass(' unitCode="KGM"', text))
    (element,) = declaration.items[0].get("gross_mass")
    assert (element.value, element.qualifier) == (None, "KGM")
    assert ("ELEMENT-MIXED", "/items/0/gross_mass") in found(declaration)
    assert "gross_mass" not in declaration.rows[0]


def test_the_text_around_an_element_is_kept_whole(declared: Reader) -> None:
    (element,) = declared(mass("", "1<x/>2000")).items[0].get("gross_mass")
    assert element.text == "12000"


@pytest.mark.parametrize(
    "inside",
    [
        "<ID>0811<x/>90</ID>",
        "<ID>0811<x/>90</ID><IdentificationTypeCode>TSP</IdentificationTypeCode>",
        "<ID>081190</ID><IdentificationTypeCode>T<x/>SP</IdentificationTypeCode>",
        "<ID>081190</ID><ID>081110</ID>",
        "<ID>081190</ID><ID>081110</ID><ID>081190</ID>",
        f"<ID>081190</ID>{KIND.format('TSP')}{KIND.format('GN')}",
        f"<ID>081190</ID>{KIND.format('A')}{KIND.format('TSP')}{KIND.format('B')}",
    ],
)
def test_a_tariff_code_that_is_broken_or_said_twice_is_not_guessed(declared: Reader, inside: str) -> None:
    declaration = declared(goods(f"<Commodity><Classification>{inside}</Classification></Commodity>"))
    assert "commodity_code" not in declaration.rows[0]
    code = "ELEMENT-MIXED" if "<x/>" in inside else "DECLARATION-CONTRADICTION"
    assert (code, "/items/0/commodity_code") in found(declaration)


def test_a_tail_of_the_tariff_code_in_doubt_leaves_no_shorter_code(declared: Reader) -> None:
    parts = (
        "<Classification><ID>08119095</ID><IdentificationTypeCode>TSP</IdentificationTypeCode></Classification>"
        "<Classification><ID>90</ID><ID>91</ID><IdentificationTypeCode>TRC</IdentificationTypeCode></Classification>"
    )
    declaration = declared(goods(f"<Commodity>{parts}</Commodity>"))
    elements = declaration.items[0].get("commodity_code")
    assert [(element.text, element.value) for element in elements] == [("0811909590", None), ("0811909591", None)]
    assert "commodity_code" not in declaration.rows[0]


@given(st.lists(st.sampled_from(["EC", "CO", " EC ", "", "PE"]), min_size=1, max_size=6))
def test_a_country_said_again_counts_only_where_it_is_the_same(codes: list[str]) -> None:
    inside = "".join(f"<CountryCode>{code}</CountryCode>" for code in codes)
    document = f"<Declaration>{goods(f'<Origin>{inside}<RegionID>1</RegionID></Origin>')}</Declaration>"
    declaration = read_bytes(document.encode()).require()
    said = {code.strip() for code in codes} - {""}
    assert declaration.rows[0].get("origin_country") == (said.pop() if len(said) == 1 else None)
    assert declaration.rows[0]["origin_region"] == "1"
    for code in said if len(said) > 1 else ():
        assert code in {element.text.strip() for element in declaration.items[0].get("origin_country")}
    assert (len(said) > 1) == ("DECLARATION-CONTRADICTION" in [code for code, _ in found(declaration)])


def test_an_origin_in_doubt_makes_no_other_stand_in(declared: Reader) -> None:
    origins = (
        "<Origin><CountryCode>EC</CountryCode><TypeCode>1</TypeCode><TypeCode>2</TypeCode></Origin>"
        "<Origin><CountryCode>CO</CountryCode><TypeCode>2</TypeCode></Origin>"
    )
    declaration = declared(goods(origins))
    assert not {"origin_country", "preferential_origin_country"} & set(declaration.rows[0])


@pytest.mark.parametrize(
    "inside",
    [
        "<ID>CSQU3054383</ID><ID>HLXU2008419</ID>",
        "<ID>CSQU3054383</ID><Seal><ID>S1</ID><ID>S2</ID></Seal>",
        "<ID>CSQU3054383</ID><Seal><ID>S<x/>1</ID></Seal>",
    ],
)
def test_equipment_in_doubt_is_told_and_no_item_is_linked_to_it(declared: Reader, inside: str) -> None:
    declaration = declared(
        "<GoodsShipment><Consignment><TransportEquipment><SequenceNumeric>1</SequenceNumeric>"
        f"{inside}</TransportEquipment></Consignment><GovernmentAgencyGoodsItem><Commodity><TransportEquipment>"
        "<SequenceNumeric>1</SequenceNumeric></TransportEquipment></Commodity></GovernmentAgencyGoodsItem>"
        "</GoodsShipment>"
    )
    names = {path.split("/")[2] for code, path in found(declaration) if code != "DECLARATION-LINK"}
    assert names & {"containers", "seals"}
    assert declaration.items[0].get("seals") == ()
    assert "seals" not in declaration.rows[0]


def test_doubt_that_changes_nothing_is_counted(declared: Reader) -> None:
    kinds = "<IdentificationTypeCode>TRC</IdentificationTypeCode><IdentificationTypeCode>TRD</IdentificationTypeCode>"
    classification = f"<Classification><ID>{{}}</ID>{kinds}</Classification>"
    declaration = declared(goods(f"<Commodity>{classification.format('')}</Commodity>"))
    assert (declaration.rows, declaration.unmapped) == (({},), 1)


def test_a_sequence_number_said_twice_is_none(declared: Reader) -> None:
    numbers = "<SequenceNumeric>1</SequenceNumeric><SequenceNumeric>2</SequenceNumeric>"
    assert declared(goods(numbers)).items[0].sequence is None
    assert declared(goods("<SequenceNumeric>1<x/>2</SequenceNumeric>")).items[0].sequence is None
    assert declared(goods("<SequenceNumeric>1</SequenceNumeric>" * 2)).items[0].sequence == 1


def test_a_broken_type_or_reference_is_not_taken_for_one(declared: Reader) -> None:
    declaration = declared("<TypeCode>IM<x/>A</TypeCode><ID>A<x/>B</ID><FunctionCode>9<x/></FunctionCode>")
    assert (declaration.type_code, declaration.reference, declaration.function) == (None, None, None)
    assert [code for code, _ in found(declaration)] == ["ELEMENT-MIXED"] * 3


@pytest.mark.parametrize(
    "date",
    [
        '2024<DateTimeString formatCode="102">20240425</DateTimeString>',
        '<DateTimeString formatCode="102">2024<x/>0425</DateTimeString>',
        '<DateTimeString formatCode="102">20240425</DateTimeString><DateTimeString formatCode="102">20240426</DateTimeString>',
    ],
)
def test_a_date_in_pieces_is_no_date(declared: Reader, date: str) -> None:
    declaration = declared(f"<AcceptanceDateTime>{date}</AcceptanceDateTime>")
    assert "acceptance_date" not in declaration.rows[0]
    assert ("ELEMENT-MIXED", "/header/acceptance_date") in found(declaration)


def test_what_the_item_says_without_a_value_is_not_taken_from_the_header(declared: Reader) -> None:
    kind = "<TransactionNatureCode>{}</TransactionNatureCode>"
    for inside in (kind.format("1<x/>1"), kind.format("11") + kind.format("12")):
        item = f"<GovernmentAgencyGoodsItem>{inside}</GovernmentAgencyGoodsItem>"
        declaration = declared(f"<GoodsShipment>{kind.format('21')}{item}</GoodsShipment>")
        assert "transaction_nature" not in declaration.rows[0]


@pytest.mark.parametrize(
    ("attributes", "kilograms", "unmapped"),
    [
        (' currencyID="KGM" unitCode="TNE"', 12_000, 1),
        (' currencyID="TNE" unitCode="KGM"', 12, 1),
        (' unitcode="TNE"', None, 1),
        (' UNITCODE="KGM"', None, 1),
        (' xmlns:q="urn:q" q:unitCode="TNE"', None, 1),
        (' currencyID="TNE"', None, 1),
        (' currencyID="EUR"', None, 1),
        (' unitCode=""', None, 0),
        (' languageID="EN"', 12, 1),
        (' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="a"', 12, 0),
    ],
)
def test_a_unit_is_read_from_its_own_attribute_alone(
    declared: Reader, attributes: str, kilograms: int | None, unmapped: int
) -> None:
    declaration = declared(mass(attributes, "12"))
    assert declaration.rows[0].get("gross_mass") == (None if kilograms is None else Decimal(kilograms))
    assert declaration.unmapped == unmapped
    assert found(declaration) == ([("ELEMENT-UNIT", "/items/0/gross_mass")] if kilograms is None else [])


@pytest.mark.parametrize("attribute", ["unitCode", "currencyId", "CURRENCYID"])
def test_an_amount_has_its_currency_in_its_own_attribute(declared: Reader, attribute: str) -> None:
    declaration = declared(f'<InvoiceAmount {attribute}="EUR">9</InvoiceAmount>')
    assert declaration.rows == ({},)
    assert found(declaration) == [("ELEMENT-UNIT", "/header/invoice_amount")]


def test_an_element_of_a_foreign_namespace_is_counted_and_not_read() -> None:
    measures = "<f:GrossMassMeasure>7</f:GrossMassMeasure><NetNetWeightMeasure>5</NetNetWeightMeasure>"
    inside = goods(
        f"<Commodity><GoodsMeasure>{measures}</GoodsMeasure></Commodity><f:Origin><CountryCode>EC</CountryCode></f:Origin>"
        "<Origin><f:CountryCode>CO</f:CountryCode></Origin>"
    )
    document = f'<Declaration xmlns="{WCO}" xmlns:f="urn:foreign:1">{inside}</Declaration>'.encode()
    declaration = read_bytes(document).require()
    assert (declaration.rows, declaration.unmapped) == (({"net_mass": Decimal(5)},), 3)
    covered = read_bytes(document, namespaces=("urn:wco:datamodel:", "urn:foreign:")).require()
    assert (covered.rows[0]["gross_mass"], covered.unmapped) == (Decimal(7), 0)
