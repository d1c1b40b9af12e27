"""The table view."""

from __future__ import annotations

import datetime as dt
import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.declarations import Declaration, Element, Item, Row


def element(name: str, value: str | Decimal | dt.date, level: str = "declaration") -> Element:
    return Element(name, str(value), value, level=level)  # type: ignore[arg-type]


def row(*elements: Element, items: tuple[Item, ...] = ()) -> Row:
    return Declaration(source="made up", header=elements, items=items).rows[0]


def test_there_is_a_row_for_each_item_with_the_header_repeated() -> None:
    declaration = Declaration(
        source="made up",
        header=(element("transport_mode", "1"),),
        items=tuple(Item(at, (element("origin_country", code, "item"),)) for at, code in enumerate(("EC", "CO"))),
    )
    assert declaration.rows == (
        {"transport_mode": "1", "origin_country": "EC"},
        {"transport_mode": "1", "origin_country": "CO"},
    )


def test_a_declaration_without_items_is_one_row() -> None:
    assert Declaration(source="made up", header=(element("office", "A"),)).rows == ({"office": "A"},)
    assert Declaration(source="made up").rows == ({},)


def test_item_level_wins_over_shipment_level_and_shipment_over_declaration() -> None:
    header = (element("consignee_country", "FR"), element("consignee_country", "BE", "shipment"))
    assert row(*header)["consignee_country"] == "BE"
    assert row(*header, items=(Item(1, (element("consignee_country", "EC", "item"),)),))["consignee_country"] == "EC"


def test_the_order_of_levels_in_the_document_does_not_matter() -> None:
    header = (element("consignee_country", "BE", "shipment"), element("consignee_country", "FR"))
    assert row(*header)["consignee_country"] == "BE"


def test_a_list_is_a_tuple_even_of_one() -> None:
    assert row(element("containers", "CSQU3054383", "shipment"))["containers"] == ("CSQU3054383",)


def test_the_items_own_containers_stand_in_place_of_the_shipments() -> None:
    own = Item(1, (element("containers", "CSQU3054383", "item"),))
    assert row(element("containers", "MADE0000000", "shipment"), items=(own,))["containers"] == ("CSQU3054383",)


def test_documents_of_the_shipment_count_for_each_item_beside_its_own() -> None:
    own = Item(1, (element("additional_document_codes", "C505", "item"),))
    cells = row(element("additional_document_codes", "N935"), items=(own,))
    assert cells["additional_document_codes"] == ("N935", "C505")


def test_packages_of_one_item_add_up() -> None:
    own = Item(1, (element("package_count", Decimal(3), "item"), element("package_count", Decimal(4), "item")))
    assert row(items=(own,))["package_count"] == Decimal(7)


def test_contradicting_values_leave_the_cell_empty_and_are_told() -> None:
    declaration = Declaration(
        source="made up",
        items=(Item(1, (element("package_type", "BX", "item"), element("package_type", "CT", "item"))),),
    )
    assert "package_type" not in declaration.rows[0]
    assert [(found.code, found.path) for found in declaration.findings] == [
        ("DECLARATION-CONTRADICTION", "/items/0/package_type")
    ]


def test_equal_values_do_not_contradict_each_other() -> None:
    own = Item(1, (element("package_type", "BX", "item"), element("package_type", "BX", "item")))
    assert row(items=(own,))["package_type"] == "BX"


def test_a_missing_value_is_an_absent_key() -> None:
    assert "gross_mass" not in row(Element("gross_mass", "about ten", None, level="item"))


def test_a_name_that_the_catalogue_does_not_have_stays_out() -> None:
    assert row(element("invented_name", "A")) == {}


@given(st.dictionaries(st.text(max_size=10), st.one_of(st.text(max_size=20), st.decimals(allow_nan=False))))
def test_a_row_is_read_only_and_survives_pickling(cells: dict[str, str | Decimal]) -> None:
    made = Row(cells)
    assert made == cells
    assert pickle.loads(pickle.dumps(made)) == made
    for change in (
        lambda: made.__setitem__("a", "b"),
        lambda: made.__delitem__("a"),
        lambda: made.__ior__({}),
        lambda: made.update(a="b"),
        lambda: made.pop("a"),
        made.popitem,
        lambda: made.setdefault("a", "b"),
        made.clear,
    ):
        with pytest.raises(TypeError, match="read only"):
            change()
    assert made == cells


def test_a_row_does_not_show_its_values() -> None:
    assert "CANARY" not in repr(Row(importer_name="CANARY"))
