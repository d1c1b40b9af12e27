"""Check digits: ours, python-stdnum's and a third count agree, and catch what the schemes promise to catch."""

from __future__ import annotations

import pytest
import stdnum.iban
import stdnum.imo
import stdnum.iso6346
from hypothesis import given
from hypothesis import strategies as st

from smir.values import IBAN, VIN, AirWaybill, ContainerNumber, IMONumber

digit = st.sampled_from("0123456789")


def draw_digits(count):
    return st.text("0123456789", min_size=count, max_size=count)


def codes(kind, text):
    return [finding.code for finding in kind.findings_of(text)]


def container_remainder(body):
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    values = dict(zip(letters, [value for value in range(10, 39) if value % 11], strict=True))
    return sum((values[sign] if sign in values else int(sign)) << place for place, sign in enumerate(body)) % 11


bodies = st.builds("{}{}{}".format, st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=3, max_size=3), st.sampled_from("UJZ"), draw_digits(6))  # fmt: skip


@given(bodies, digit)
def test_a_container_number_is_valid_exactly_when_three_counts_agree(body, last):
    agrees = container_remainder(body) % 10 == int(last)
    assert (codes(ContainerNumber, body + last) == []) == agrees == stdnum.iso6346.is_valid(body + last)
    assert codes(ContainerNumber, body + last) in ([], ["CONTAINER-NUMBER-CHECK"])


@given(bodies, st.integers(4, 9), digit)
def test_one_misread_digit_of_a_container_is_caught_unless_ten_counts_as_zero(body, place, wrong):
    right = f"{body}{container_remainder(body) % 10}"
    misread = right[:place] + wrong + right[place + 1 :]
    if misread != right and right[-1] != "0":
        assert codes(ContainerNumber, misread) == ["CONTAINER-NUMBER-CHECK"]


def test_ten_counts_as_zero_and_so_one_misreading_is_missed():
    assert container_remainder("ZZZU000001") != container_remainder("ZZZU000007")
    pairs = [
        (f"ZZZU{n:06}0", f"ZZZU{m:06}0")
        for n in range(100)
        for m in range(100)
        if n // 10 == m // 10 and container_remainder(f"ZZZU{n:06}") == 10 and container_remainder(f"ZZZU{m:06}") == 0
    ]
    assert pairs, "the scheme itself has this gap"
    assert all(codes(ContainerNumber, text) == [] for pair in pairs for text in pair)


@given(draw_digits(7))
def test_an_imo_number_is_valid_exactly_when_three_counts_agree(text):
    total = sum(int(text[place]) * (7 - place) for place in range(6))
    agrees = total % 10 == int(text[6])
    assert (codes(IMONumber, text) == []) == agrees == stdnum.imo.is_valid(text)


@given(draw_digits(6), st.integers(0, 6), digit)
def test_one_misread_digit_of_an_imo_number_is_caught_where_the_weight_allows(body, place, wrong):
    right = f"{body}{sum(int(body[at]) * (7 - at) for at in range(6)) % 10}"
    misread = right[:place] + wrong + right[place + 1 :]
    change = (int(wrong) - int(right[place])) * (7 - place if place < 6 else -1)
    assert (codes(IMONumber, misread) == []) == (change % 10 == 0)
    if place in (0, 4, 6) and misread != right:
        assert codes(IMONumber, misread) == ["IMO-NUMBER-CHECK"]


@given(draw_digits(3), draw_digits(7), st.integers(4, 11), digit)
def test_one_misread_digit_of_an_air_waybill_is_caught_unless_it_is_seven_off(airline, serial, place, wrong):
    right = f"{airline}-{serial}{int(serial) % 7}"
    assert codes(AirWaybill, right) == []
    misread = right[:place] + wrong + right[place + 1 :]
    off = abs(int(wrong) - int(right[place]))
    caught = off not in (0, 7) if place < 11 else off != 0
    assert (codes(AirWaybill, misread) == ["AIR-WAYBILL-CHECK"]) == caught


@given(draw_digits(18), st.integers(4, 21), digit)
def test_one_misread_digit_of_an_iban_is_always_caught(account, place, wrong):
    right = f"DE{98 - int(account + '131400') % 97:02}{account}"
    assert codes(IBAN, right) == []
    assert stdnum.iban.is_valid(right)
    misread = right[:place] + wrong + right[place + 1 :]
    assert (codes(IBAN, misread) == ["IBAN-CHECK"]) == (misread != right)


@given(draw_digits(18), st.integers(4, 20))
def test_two_digits_of_an_iban_that_change_places_are_caught(account, place):
    right = f"DE{98 - int(account + '131400') % 97:02}{account}"
    swapped = right[:place] + right[place + 1] + right[place] + right[place + 2 :]
    assert (codes(IBAN, swapped) == ["IBAN-CHECK"]) == (swapped != right)


COUNTRIES = [a + b for a in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]


@given(st.sampled_from(COUNTRIES), st.text("0123456789ABCXYZ", min_size=11, max_size=30))
def test_an_iban_of_any_country_is_valid_exactly_when_python_stdnum_says_so(country, account):
    number = int("".join(str(int(sign, 36)) for sign in f"{account}{country}00"))
    text = f"{country}{98 - number % 97:02}{account}"
    assert codes(IBAN, text) == ([] if stdnum.iban.is_valid(text, check_country=False) else ["IBAN-STRUCTURE"])


@pytest.mark.parametrize(
    "text",
    [
        "NO9386011117947",
        "GB82WEST12345698765432",
        "FR1420041010050500013M02606",
        "BE68539007547034",
        "DE89370400440532013000",
        "GR1601101050000010547023795",
    ],
)
def test_published_example_accounts_are_valid(text):
    assert IBAN(text).country.text == text[:2]


def test_check_digits_of_an_iban_run_from_02_to_98_in_one_way_only():
    for body in range(2000):
        account = f"{body:018}"
        low = int(account + "131400") % 97
        for twin in (98 - low + 97, 98 - low - 97):
            if 0 <= twin <= 99:
                assert codes(IBAN, f"DE{twin:02}{account}") == ["IBAN-FORM"]


VIN_LETTERS = {letter: value for values, letters in (((1, 2, 3, 4, 5, 6, 7, 8), "ABCDEFGH"), ((1, 2, 3, 4, 5, 7, 9), "JKLMNPR"), ((2, 3, 4, 5, 6, 7, 8, 9), "STUVWXYZ")) for value, letter in zip(values, letters, strict=True)}  # fmt: skip
vins = st.text("ABCDEFGHJKLMNPRSTUVWXYZ0123456789", min_size=17, max_size=17)


@given(vins)
def test_the_check_digit_of_a_vin_is_a_note_and_agrees_with_a_second_count(text):
    total = 0
    for place, sign in enumerate(text, start=1):
        weight = 0 if place == 9 else 10 if place == 8 else 9 - place if place < 8 else 19 - place
        total += weight * VIN_LETTERS.get(sign, int(sign) if sign.isdigit() else 0)
    expected = "X" if total % 11 == 10 else str(total % 11)
    vin = VIN(text)
    assert vin.check_digit_agrees == (text[8] == expected)
    assert [(note.code, note.severity.value) for note in vin.notes()] == (
        [] if vin.check_digit_agrees else [("VIN-CHECK", "note")]
    )
    assert VIN(text[:8] + expected + text[9:]).check_digit_agrees


@pytest.mark.parametrize(
    ("text", "agrees"), [("11111111111111111", True), ("1M8GDM9AXKP042788", True), ("1M8GDM9A1KP042788", False)]
)
def test_published_example_vins(text, agrees):
    assert VIN(text).check_digit_agrees is agrees
