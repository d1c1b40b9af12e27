"""Quantities and amounts of money: digits as written, unit and currency by their form."""

from __future__ import annotations

import csv
import gzip
from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.findings import Invalid
from smir.values import Money, Quantity

plain = st.from_regex(r"(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,9})?", fullmatch=True).filter(str.isascii)


def codes(make, *given_):
    with pytest.raises(Invalid) as caught:
        make(*given_)
    return [finding.code for finding in caught.value.findings]


@given(plain, plain)
def test_digits_stay_as_written_and_sums_stay_exact(one, other):
    first, second = Money.parse(f"{one} EUR"), Money.parse(f"{other} EUR")
    assert str(first) == f"{one} EUR"
    assert str(Money(first.value, "EUR")) == f"{one} EUR"
    exact = first.value + second.value
    with localcontext(prec=200):
        assert exact == first.value + second.value


def test_one_ten_is_not_one_one():
    assert Quantity.parse("1.10 KGM") != Quantity.parse("1.1 KGM")
    assert Quantity.parse("1.10 KGM").value == Quantity.parse("1.1 KGM").value
    assert len({Money.parse("1.10 EUR"), Money.parse("1.1 EUR"), Money.parse("1.10 EUR")}) == 2
    assert str(Quantity(Decimal("0.000000010"), "KGM")) == "0.000000010 KGM"


BAD_NUMBERS = ["", "-", "+1", "1e3", "1E3", "NaN", "nan", "Infinity", "-0", "-0.00", "007", ".5", "5.", "1,5", "1_000",
               "1 000", "0x10", "٣", "１", "1" * 19, "1." + "1" * 10, "--1", "1.5.2"]  # fmt: skip


@pytest.mark.parametrize("number", BAD_NUMBERS)
def test_a_number_that_is_not_plain_digits_is_refused(number):
    for kind, sign in ((Quantity, "KGM"), (Money, "EUR")):
        name = kind.__name__.upper()
        found = codes(kind.parse, f"{number} {sign}")
        assert found == ([f"{name}-FORM"] if " " in number else [f"{name}-NUMBER"])


@given(
    st.none()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(
        [Decimal(text) for text in ("NaN", "sNaN", "-Infinity", "1E+3", "-0", "-0.0", "1E+999999", "1E-10")]
    )
    | st.just(type("Subdecimal", (Decimal,), {})("1"))
)
def test_a_number_is_a_plain_decimal_and_nothing_else(value):
    assert codes(Quantity, value, "KGM") == ["QUANTITY-NUMBER"]
    assert codes(Money, value, "EUR") == ["MONEY-NUMBER"]


@given(st.decimals())
def test_any_decimal_is_written_as_it_is_or_refused(value):
    try:
        written = str(Quantity(value, "CEL"))
    except Invalid:
        return
    again = Quantity.parse(written)
    assert again.value.as_tuple() == value.as_tuple()


def test_an_exponent_is_never_written_out():
    assert codes(Money, Decimal("1E+999999999"), "EUR") == ["MONEY-NUMBER"]
    assert codes(Money, Decimal("1E-999999999"), "EUR") == ["MONEY-NUMBER"]


@pytest.mark.parametrize("unit", ["", "K", "kgm", "KGMS", "KG ", "K-M", "ＫＧＭ", "KGÉ", None, 5])
def test_a_unit_is_a_code_of_recommendation_20_by_its_form(unit):
    assert codes(Quantity, Decimal(1), unit) == ["QUANTITY-UNIT"]


@pytest.mark.parametrize("currency", ["", "EU", "eur", "EURO", "€", "E1R", None, 978])
def test_a_currency_is_a_code_of_iso_4217_by_its_form(currency):
    assert codes(Money, Decimal(1), currency) == ["MONEY-CURRENCY"]


def test_all_that_is_wrong_is_said_at_once():
    assert codes(Quantity.parse, "1e3 kg") == ["QUANTITY-NUMBER", "QUANTITY-UNIT"]
    assert codes(Money.parse, "1e3 eur") == ["MONEY-NUMBER", "MONEY-CURRENCY"]


@given(plain.filter(Decimal))
def test_only_money_and_temperatures_go_below_zero(number):
    assert codes(Quantity.parse, f"-{number} KGM") == ["QUANTITY-SIGN"]
    assert Quantity.parse(f"-{number} CEL").value == -Decimal(number)
    assert Money.parse(f"-{number} EUR").value == -Decimal(number)


@pytest.mark.parametrize("text", ["", "12.5", "KGM", "12.5  KGM", "12.5KGM", " 12.5 KGM", "12.5\tKGM", "12.5 KGM x"])
def test_a_quantity_is_a_number_one_space_and_a_unit(text):
    assert codes(Quantity.parse, text) == ["QUANTITY-FORM"]


def test_every_unit_and_currency_in_force_has_the_form(shared_data):
    codes_folder = shared_data / "reference-codes"
    with gzip.open(codes_folder / "units_rec20.csv.gz", "rt", encoding="utf-8") as rows:
        units = [row["CommonCode"] for row in csv.DictReader(rows)]
    with (codes_folder / "currencies.csv").open(encoding="utf-8") as rows:
        currencies = [row["AlphabeticCode"] for row in csv.DictReader(rows) if row["AlphabeticCode"]]
    assert len(units) > 2000
    assert [unit for unit in units if not Quantity.try_parse(f"1 {unit}").ok] == []
    assert [currency for currency in currencies if not Money.try_parse(f"1 {currency}").ok] == []
