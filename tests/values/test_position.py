"""Positions: degrees with latitude first, one written form, nothing out of range."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.findings import Invalid
from smir.values import Position

latitudes = st.integers(0, 7).flatmap(lambda places: st.decimals(-90, 90, places=places))
longitudes = st.integers(0, 7).flatmap(lambda places: st.decimals(-180, 180, places=places))


def unsigned_zero(number: Decimal) -> Decimal:
    return number.copy_abs() if number == 0 else number


@given(latitudes.map(unsigned_zero), longitudes.map(unsigned_zero))
def test_every_point_on_earth_is_written_and_read_back(latitude: Decimal, longitude: Decimal) -> None:
    position = Position.of(latitude, longitude)
    assert Position.parse(str(position)) == position
    assert (position.latitude, position.longitude) == (latitude, longitude)
    assert re.fullmatch(Position.pattern, str(position), re.ASCII)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused_by_its_own_code(text: str) -> None:
    assert {finding.code for finding in Position.findings_of(text)} <= {"POSITION-FORM"}


@pytest.mark.parametrize(
    "text",
    [
        "90.1 0",
        "-91 0",
        "0 180.5",
        "0 -181",
        "-0 0",
        "0 -0",
        "-0.00 5",
        "5 -0.00",
        "1,5 2",
        "1.5,2",
        "1 2 3",
        "1  2",
        " 1 2",
        "1 2\n",
        "01 2",
        "1 02",
        "1. 2",
        ".5 2",
        "+1 2",
        "1e1 2",
        "51°N 4°E",
        "١ ٢",
        "５１ 4",
        "1.12345678 2",
        "90.0000001 0",
        "",
    ],
)
def test_what_is_no_position_is_refused(text: str) -> None:
    with pytest.raises(Invalid) as caught:
        Position(text)
    assert [finding.code for finding in caught.value.findings] == ["POSITION-FORM"]


@pytest.mark.parametrize(
    "number", [Decimal("NaN"), Decimal("Infinity"), Decimal("1E+999999"), Decimal("-0"), 1.5, 3, "3", None]
)
def test_only_a_plain_decimal_is_degrees(number: object) -> None:
    with pytest.raises(Invalid):
        Position.of(number, Decimal(1))  # type: ignore[arg-type]
    with pytest.raises(Invalid):
        Position.of(Decimal(1), number)  # type: ignore[arg-type]


def test_exponents_that_mean_plain_degrees_are_written_out() -> None:
    assert Position.of(Decimal("1E+1"), Decimal("1E-7")) == Position("10 0.0000001")


def test_decimals_are_kept_as_written() -> None:
    assert Position("51.90 4.10") != Position("51.9 4.1")
    assert Position("-90 180.000").longitude == 180


def test_parts_of_a_position_are_decimals() -> None:
    position = Position("-2.28 -79.90")
    assert (position.latitude, str(position.longitude)) == (Decimal("-2.28"), "-79.90")
