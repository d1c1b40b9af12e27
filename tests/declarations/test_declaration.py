"""The neutral declaration."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import pytest

from smir.declarations import Declaration, Direction, Element, Function, Item, read_bytes


def test_a_declaration_keeps_the_text_as_read_beside_its_validity(declared: Callable[[str], Declaration]) -> None:
    declaration = declared("<GoodsItemQuantity> twelve </GoodsItemQuantity>")
    (element,) = declaration.get("item_count")
    assert (element.text, element.value, element.is_valid) == (" twelve ", None, False)
    assert [(found.code, found.path) for found in declaration.findings] == [("FORMAT-DIGITS", "/header/item_count")]


def test_a_wrong_identifier_keeps_its_value_and_is_noted(declared: Callable[[str], Declaration]) -> None:
    equipment = "<TransportEquipment><ID>CSQU3054384</ID></TransportEquipment>"
    declaration = declared(f"<GoodsShipment><Consignment>{equipment}</Consignment></GoodsShipment>")
    assert declaration.rows[0]["containers"] == ("CSQU3054384",)
    assert [(found.code, found.path) for found in declaration.findings] == [
        ("ELEMENT-IDENTIFIER", "/header/containers")
    ]


def test_the_place_of_a_finding_counts_elements_of_one_name() -> None:
    wrong = Element("containers", "x", "x", (Element,)[:0])
    findings = read_bytes(b"").findings
    broken = Element("containers", "y", None, findings)
    declaration = Declaration(source="made up", header=(wrong, broken), items=(Item(1, (broken,)),))
    assert [found.path for found in declaration.findings] == ["/header/containers/1", "/items/0/containers"]


@pytest.mark.parametrize(
    ("code", "kind", "function"),
    [
        ("9", "IMA", Function.ORIGINAL),
        ("09", "IMA", Function.ORIGINAL),
        ("13", "COR", Function.AMENDMENT),
        ("13", "INV", Function.CANCELLATION),
        ("4", "IMA", Function.AMENDMENT),
        ("5", "IMA", Function.REPLACEMENT),
        ("1", "IMA", Function.CANCELLATION),
        ("13", "IMA", None),
        ("77", "IMA", None),
        ("", "", None),
    ],
)
def test_the_function_comes_from_function_code_and_type(
    declared: Callable[[str], Declaration], code: str, kind: str, function: Function | None
) -> None:
    declaration = declared(f"<FunctionCode>{code}</FunctionCode><TypeCode>{kind}</TypeCode>")
    assert declaration.function is function
    assert declaration.is_amendment == (function is Function.AMENDMENT)


@pytest.mark.parametrize(
    ("kind", "direction"), [("IMA", Direction.IMPORT), ("EXD", Direction.EXPORT), ("COA", None), ("", None)]
)
def test_the_direction_is_told_only_where_the_type_tells_it(
    declared: Callable[[str], Declaration], kind: str, direction: Direction | None
) -> None:
    assert declared(f"<FunctionCode>9</FunctionCode><TypeCode>{kind}</TypeCode>").direction is direction


def test_the_reference_is_the_declarants_own_or_that_of_customs(declared: Callable[[str], Declaration]) -> None:
    assert declared("<FunctionalReferenceID>MINE</FunctionalReferenceID><ID>THEIRS</ID>").reference == "MINE"
    assert declared("<ID>THEIRS</ID>").reference == "THEIRS"
    assert declared("").reference is None


def test_no_repr_shows_a_text_of_the_document(declared: Callable[[str], Declaration]) -> None:
    declaration = declared(
        "<FunctionalReferenceID>CANARY</FunctionalReferenceID><TypeCode>CANARY</TypeCode>"
        "<Declarant><Name>CANARY</Name></Declarant><GoodsShipment><GovernmentAgencyGoodsItem><Commodity>"
        "<Description>CANARY</Description></Commodity></GovernmentAgencyGoodsItem></GoodsShipment>"
    )
    shown = [declaration, *declaration.items, *declaration.header, *declaration.items[0].elements, *declaration.rows]
    assert "CANARY" not in "".join(repr(thing) for thing in (*shown, *declaration.findings))
    assert declaration.rows[0]["goods_description"] == "CANARY"


def test_a_declaration_survives_pickling(declared: Callable[[str], Declaration]) -> None:
    declaration = declared("<TypeCode>IMA</TypeCode><GoodsShipment><GovernmentAgencyGoodsItem/></GoodsShipment>")
    again = pickle.loads(pickle.dumps(declaration))
    assert again == declaration
    assert again.rows == declaration.rows
    assert again.findings == declaration.findings


def test_an_item_gives_its_elements_by_name() -> None:
    item = Item(1, (Element("origin_country", "EC", "EC", level="item"),))
    assert [element.text for element in item.get("origin_country")] == ["EC"]
    assert item.get("gross_mass") == ()
    assert repr(item) == "<Item 1, 1 elements>"
    assert repr(Item(None)) == "<Item without number, 0 elements>"
