"""Identifiers and codes: their parts, their printed forms, what is refused, and what the reference lists hold."""

from __future__ import annotations

import csv
import gzip
import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.findings import Invalid
from smir.values import (
    EORI,
    IBAN,
    MMSI,
    VIN,
    AirWaybill,
    ContainerNumber,
    CountryCode,
    HSCode,
    Id,
    IMONumber,
    UNLocode,
)

codes_of_goods = st.from_regex("[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{8,10}", fullmatch=True).filter(str.isascii).map(HSCode)


@pytest.mark.parametrize(
    ("kind", "texts", "code"),
    [
        (CountryCode, ["", "F", "FRA", "fr", "F1", "ＦＲ", "ÉC", "F R", "ſs"], "COUNTRY-CODE-FORM"),
        (UNLocode, ["", "ECGY", "EC GYE", "ECGYÉ", "ECGY-", "ecgye", "E1GYE"], "UN-LOCODE-FORM"),
        (HSCode, ["", "8", "081", "08119", "0811.90", "0811901", "08119095901", "O8", "０８", "08 "], "HS-CODE-FORM"),
        (ContainerNumber, ["CSQU305438", "CSQR3054383", "csqu3054383", "CSQU 305438 3", "CS1U3054383", "ČSQU3054383"],
         "CONTAINER-NUMBER-FORM"),
        (IMONumber, ["931946", "93194660", "IMO9319466", "IMO 9319466", "９３１９４６６"], "IMO-NUMBER-FORM"),
        (MMSI, ["22600011", "2260001111", "226 000 111", "22600011A"], "MMSI-FORM"),
        (AirWaybill, ["12312345675", "123 12345675", "123-1234567", "12-12345675"], "AIR-WAYBILL-FORM"),
        (VIN, ["1111111111111111", "111111111111111111", "1111111111111111I", "O1111111111111111", "1111q111111111111"],
         "VIN-FORM"),
        (EORI, ["FR", "F1234", "FR1234567890123456", "fr123", "FR 123", "FR-1", "FR1-", "GB12345678901", "GB1234567890123",
                "XI1", "GBA23456789012"], "EORI-FORM"),
        (IBAN, ["", "GR16", "gr1601101050000010547023795", "GR16 0110 1050 0000 1054 7023 795", "GR0101101050000010547023795"],
         "IBAN-FORM"),
        (Id, ["", "5F9EF1A3-7B2C-4D0E-9C55-0C6F3A1B2D4E", "5f9ef1a37b2c4d0e9c550c6f3a1b2d4e", "urn:uuid:5f9ef1a3-7b2c-4d0e-9c55-0c6f3a1b2d4e",
              "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "{5f9ef1a3-7b2c-4d0e-9c55-0c6f3a1b2d4e}"],
         "ID-FORM"),
    ],
)  # fmt: skip
def test_a_text_of_another_form_is_refused(kind, texts, code):
    for text in texts:
        assert [finding.code for finding in kind.findings_of(text)] == [code], text


@pytest.mark.parametrize(
    ("kind", "printed", "text"),
    [
        (ContainerNumber, "CSQU 305438 3", "CSQU3054383"),
        (ContainerNumber, "csqu305438-3", "CSQU3054383"),
        (IMONumber, "IMO 9319466", "9319466"),
        (IMONumber, "imo9319466", "9319466"),
        (AirWaybill, "123-1234 5675", "123-12345675"),
        (AirWaybill, "12312345675", "123-12345675"),
        (HSCode, "0811.90.95 90", "0811909590"),
        (UNLocode, "ec gye", "ECGYE"),
        (IBAN, "GR16 0110 1050 0000 1054 7023 795", "GR1601101050000010547023795"),
    ],
)
def test_a_printed_form_is_read_when_asked_for(kind, printed, text):
    assert kind.from_printed(printed) == kind(text)
    assert kind.from_printed(text).text == text
    assert kind.findings_of(printed)


def test_a_printed_form_in_letters_beyond_ascii_is_refused():
    for kind, text in ((UNLocode, "ec gyſ"), (UNLocode, "ec gyı"), (HSCode, "０８１１"), (IMONumber, "ımo9319466")):
        with pytest.raises(Invalid):
            kind.from_printed(text)


@given(codes_of_goods)
def test_a_code_of_goods_lies_within_each_of_its_parts(code):
    parts = [code.chapter, code.heading, code.subheading, code.international]
    assert all(code.within(part) for part in parts if part is not None)
    assert code.within(code)
    assert code.international.text == code.text[:6]
    assert code.is_national == (code != code.international)
    assert (code.heading is None) == (len(code.text) == 2)
    assert (code.subheading is None) == (len(code.text) <= 4)


@given(codes_of_goods, codes_of_goods, codes_of_goods)
def test_lying_within_is_an_order(one, two, three):
    if one.within(two) and two.within(three):
        assert one.within(three)
    if one.within(two) and two.within(one):
        assert one == two


def test_chapter_eight_keeps_its_zero():
    assert HSCode("081190").chapter.text == "08"
    assert not HSCode("081190").within(HSCode("8108"))


def test_the_parts_of_identifiers():
    container = ContainerNumber("CSQU3054383")
    assert (container.owner, container.category, container.prefix, container.serial, container.check_digit) == (
        "CSQ", "U", "CSQU", "305438", "3",
    )  # fmt: skip
    assert (UNLocode("NAWVB").country, UNLocode("NAWVB").place) == (CountryCode("NA"), "WVB")
    assert (AirWaybill("123-12345675").airline, AirWaybill("123-12345675").serial) == ("123", "12345675")
    assert EORI("XI123456789012").country == CountryCode("XI")
    assert EORI("FI1234567-8").country == CountryCode("FI")
    assert IBAN("NO9386011117947").country == CountryCode("NO")


@pytest.mark.parametrize(
    ("text", "country", "ship"),
    [
        ("226000111", "226", True),
        ("201000000", "201", True),
        ("775999999", "775", True),
        ("200000000", None, False),
        ("776000000", None, False),
        ("002261000", "226", False),
        ("022600011", "226", False),
        ("111226001", "226", False),
        ("992261234", "226", False),
        ("982261234", "226", False),
        ("822600011", "226", False),
        ("970123456", None, False),
        ("000000000", None, False),
    ],
)
def test_the_country_of_a_radio_station_stands_where_its_kind_puts_it(text, country, ship):
    assert (MMSI(text).country_digits, MMSI(text).is_ship) == (country, ship)


@given(st.uuids(), st.lists(st.text(st.characters(codec="utf-8")), min_size=1, max_size=4))
def test_the_same_parts_always_give_the_same_identifier(space, parts):
    made = Id.derived("https://customs.example", *parts)
    assert made == Id.derived("https://customs.example", *parts)
    assert made.text[14] == "5"
    assert made != Id.derived("https://other.example", *parts)


part_lists = st.lists(st.text("ab,:12"), min_size=1, max_size=4)


@given(part_lists, part_lists)
def test_other_parts_give_another_identifier(one, other):
    assert (Id.derived("x", *one) == Id.derived("x", *other)) == (one == other)


def uuid_by_hand(space, name):
    digest = bytearray(hashlib.sha1(bytes.fromhex(space.replace("-", "")) + name.encode()).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    return re.sub("(.{8})(.{4})(.{4})(.{4})(.{12})", r"\1-\2-\3-\4-\5", digest.hex())


def test_a_derived_identifier_can_be_made_in_any_language_by_its_description():
    of_addresses = "6ba7b811-9dad-11d1-80b4-00c04fd430c8"
    office = Id.derived("https://customs.example", "office")
    assert office.text == uuid_by_hand(uuid_by_hand(of_addresses, "https://customs.example"), "6:office,")
    assert office.text == "c27a968e-e2a4-5de2-8a87-3bfd08ccd6be", "it never changes"
    made = Id.derived(office, "alerte", "pulpe gelée")
    assert made.text == uuid_by_hand(office.text, "6:alerte,12:pulpe gelée,")


def test_an_identifier_of_an_office_is_a_namespace():
    office = Id.derived("https://customs.example", "office")
    assert Id.derived(office, "a") != Id.derived(office.text, "a")


@pytest.mark.parametrize(
    "given_",
    [
        (),
        ("x",),
        ("x", 1),
        ("x", None),
        (None, "a"),
        (5, "a"),
        ("x", "\ud800"),
        ("\udfff", "a"),
        ("x", b"a"),
        (CountryCode("FR"), "a"),
    ],
)
def test_parts_are_texts_that_can_be_written(given_):
    with pytest.raises(Invalid) as caught:
        Id.derived(*(given_ or ("x",)))
    assert [finding.code for finding in caught.value.findings] == ["ID-PARTS"]
    assert caught.value.__context__ is None


def test_random_identifiers_differ_and_say_nothing():
    drawn = {Id.random() for _ in range(200)}
    assert len(drawn) == 200
    assert {made.text[14] for made in drawn} == {"4"}


def test_reference_lists_hold_no_code_of_another_form(shared_data):
    folder = shared_data / "reference-codes"
    with gzip.open(folder / "unlocode.csv.gz", "rt", encoding="utf-8") as rows:
        places = [row["locode"] for row in csv.DictReader(rows)]
    with gzip.open(folder / "hs2022.csv.gz", "rt", encoding="utf-8") as rows:
        goods = [row["hscode"] for row in csv.DictReader(rows)]
    assert len(places) > 100_000
    assert [place for place in places if UNLocode.findings_of(place)] == []
    assert [code for code in goods if HSCode.findings_of(code)] == ["TOTAL"]


def test_owners_of_containers_have_prefixes_of_the_form(shared_data):
    with (shared_data / "reference-codes" / "container_prefixes.csv").open(encoding="utf-8") as rows:
        prefixes = [row["prefix"] for row in csv.DictReader(rows)]
    assert prefixes
    refused = [prefix for prefix in prefixes if [f.code for f in ContainerNumber.findings_of(f"{prefix}0000000")] == ["CONTAINER-NUMBER-FORM"]]  # fmt: skip
    assert refused == []
