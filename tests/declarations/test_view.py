"""A national record seen as a declaration."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.declarations import DeclarationView, Direction, Function, Kind, Mapped, catalogue, declare, missing_elements
from smir.declarations.view import Getter
from smir.findings import Invalid

RECORD = {
    "ref": "MINE",
    "day": dt.date(2026, 6, 1),
    "mode": "1",
    "boxes": ["CSQU3054383"],
    "lines": [{"hs": "081190", "kg": Decimal("12000.5"), "from": "EC"}, {"hs": "081190", "kg": 5, "from": None}],
}


class NationalView:
    """A view written as a class, the way a national team would."""

    @property
    def header(self) -> Mapping[str, Getter]:
        """What a record says once."""
        return {
            "functional_reference": lambda record: record["ref"],
            "acceptance_date": lambda record: record["day"],
            "transport_mode": lambda record: record["mode"],
            "containers": lambda record: record["boxes"],
        }

    @property
    def item(self) -> Mapping[str, Getter]:
        """What each line says."""
        return {
            "commodity_code": lambda line: line["hs"],
            "gross_mass": lambda line: line["kg"],
            "origin_country": lambda line: line["from"],
        }

    def items(self, record: Any, /) -> Iterable[Any]:
        """The lines."""
        lines: Iterable[Any] = record["lines"]
        return lines


def one(name: str, value: object) -> tuple[dict[str, object], list[str]]:
    declaration = declare(Mapped(header={name: lambda record: record}), value)
    return dict(declaration.rows[0]), [found.code for found in declaration.findings]


def test_a_national_record_becomes_rows() -> None:
    view = NationalView()
    assert isinstance(view, DeclarationView)
    declaration = declare(view, RECORD, name="42", function=Function.ORIGINAL, direction=Direction.IMPORT)
    header = {
        "functional_reference": "MINE",
        "acceptance_date": dt.date(2026, 6, 1),
        "transport_mode": "1",
        "containers": ("CSQU3054383",),
    }
    assert declaration.rows == (
        header | {"commodity_code": "081190", "gross_mass": Decimal("12000.5"), "origin_country": "EC"},
        header | {"commodity_code": "081190", "gross_mass": Decimal(5)},
    )
    assert (declaration.source, declaration.reference, declaration.findings) == ("42", "MINE", ())


def test_a_partial_view_says_what_is_missing() -> None:
    missing = missing_elements(NationalView())
    assert "net_mass" in missing
    assert "gross_mass" not in missing
    assert len(missing) == len(catalogue()) - 7


def test_an_unknown_name_is_refused_with_names_near_it() -> None:
    with pytest.raises(Invalid) as caught:
        Mapped(header={"transport_mode": str, "CANARY": str}, item={"comodity_code": str})
    assert [(found.code, found.path) for found in caught.value.findings] == [
        ("VIEW-ELEMENT", "/header/1"),
        ("VIEW-ELEMENT", "/item/0"),
    ]
    assert "commodity_code" in str(caught.value)
    assert "CANARY" not in str(caught.value)


def test_a_getter_is_a_function() -> None:
    with pytest.raises(Invalid) as caught:
        Mapped(header={"transport_mode": "mode"})  # type: ignore[dict-item]
    assert [found.code for found in caught.value.findings] == ["VIEW-GETTER"]


def test_a_getter_that_fails_costs_its_value_alone_and_its_words_go_nowhere() -> None:
    def fail(record: object) -> object:
        raise RuntimeError("CANARY")

    declaration = declare(Mapped(header={"office": fail, "transport_mode": lambda record: "1"}), {})
    assert declaration.rows == ({"transport_mode": "1"},)
    assert [(found.code, found.path) for found in declaration.findings] == [("VIEW-FAILED", "/header/office")]
    assert "CANARY" not in str(declaration.findings)


def test_items_that_cannot_be_listed_leave_one_row() -> None:
    declaration = declare(Mapped(header={"office": lambda record: "A"}, list_items=lambda record: record["gone"]), {})
    assert declaration.rows == ({"office": "A"},)
    assert [(found.code, found.path) for found in declaration.findings] == [("VIEW-ITEMS", "/items")]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("gross_mass", "12"),
        ("gross_mass", 1.5),
        ("gross_mass", True),
        ("gross_mass", Decimal("NaN")),
        ("gross_mass", Decimal("Infinity")),
        ("gross_mass", Decimal("1e999999")),
        ("transport_mode", 1),
        ("transport_mode", ["1"]),
        ("acceptance_date", "2026-06-01"),
        ("containers", [1]),
    ],
)
def test_a_value_of_another_type_is_left_out_and_never_converted(name: str, value: object) -> None:
    assert one(name, value) == ({}, ["VIEW-TYPE"])


def test_a_text_that_breaks_its_format_is_kept_and_has_no_value() -> None:
    declaration = declare(Mapped(header={"transport_mode": lambda record: "sea"}), {})
    assert [element.text for element in declaration.get("transport_mode")] == ["sea"]
    assert declaration.rows == ({},)
    assert [found.code for found in declaration.findings] == ["FORMAT-LENGTH", "FORMAT-DIGITS"][-1:]


def test_a_moment_gives_its_day() -> None:
    assert one("acceptance_date", dt.datetime(2026, 6, 1, 23, tzinfo=dt.UTC)) == (
        {"acceptance_date": dt.date(2026, 6, 1)},
        [],
    )


def test_a_view_cannot_be_changed_from_outside() -> None:
    given: dict[str, Getter] = {"office": lambda record: "A"}
    view = Mapped(header=given)
    given["invented"] = str
    assert list(view.header) == ["office"]


values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=30),
    st.dates(),
    st.decimals(),
    st.lists(st.text(max_size=9)),
)


@given(st.sampled_from(catalogue().names), values)
def test_whatever_a_getter_gives_a_row_holds_only_its_types(name: str, value: object) -> None:
    cells, _ = one(name, value)
    known = catalogue().get(name)
    assert known is not None
    for cell in cells.values():
        wanted: type = tuple if known.many else {Kind.TEXT: str, Kind.NUMBER: Decimal, Kind.DATE: dt.date}[known.kind]
        assert type(cell) is wanted
