"""What holds for every value with one written form."""

from __future__ import annotations

import copy
import pickle
import re
import subprocess
import sys
import traceback
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import smir.values
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
    Instant,
    Money,
    PartialDate,
    Period,
    Position,
    Quantity,
    Text,
    UNLocode,
    Written,
)
from smir.values.printed_text import PrintedText
from smir.values.single_text import SingleText

DIGITS = "0123456789"
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def pattern(regex):
    return st.from_regex(re.compile(regex, re.ASCII), fullmatch=True)


def with_container_check(body):
    # Independent of the library's: the table of letters is counted out, skipping multiples of eleven.
    letters = dict(zip(CAPITALS, [value for value in range(10, 39) if value % 11], strict=True))
    total = sum(letters.get(sign, 0) * 2**place if sign in letters else int(sign) * 2**place
                for place, sign in enumerate(body))  # fmt: skip
    return f"{body}{total % 11 % 10}"


def with_imo_check(body):
    return f"{body}{sum(int(digit) * weight for digit, weight in zip(body, range(7, 1, -1), strict=True)) % 10}"


def with_iban_check(country, account):
    digits = "".join(str(int(sign, 36)) for sign in f"{account}{country}00")
    return f"{country}{98 - int(digits) % 97:02}{account}"


NUMBERS = pattern(r"(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,9})?")
INSTANTS = st.builds(
    lambda moment, minutes: Instant(moment.replace(tzinfo=timezone(timedelta(minutes=minutes)))),
    st.datetimes(),
    st.integers(-1439, 1439),
)

#: Canonical texts of every class, made here and not by the library.
CANONICAL = {
    AirWaybill: st.builds("{}-{:07}".format, pattern("[0-9]{3}"), st.integers(0, 9_999_999)).map(
        lambda text: f"{text}{int(text[4:]) % 7}"
    ),
    ContainerNumber: pattern("[A-Z]{3}[UJZ][0-9]{6}").map(with_container_check),
    CountryCode: pattern("[A-Z]{2}"),
    EORI: pattern("[A-F][A-Z][A-Z0-9]{1,15}") | pattern("(?:GB|XI)(?:[0-9]{12}|[0-9]{15})") | st.just("FI1234567-8"),
    HSCode: pattern("[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{8,10}"),
    IBAN: st.builds(with_iban_check, st.just("DE"), pattern("[0-9]{18}"))
    | st.builds(with_iban_check, st.just("MT"), pattern("[A-Z]{4}[0-9]{5}[A-Z0-9]{18}")),
    IMONumber: pattern("[0-9]{6}").map(with_imo_check),
    Id: st.uuids(version=4).map(str) | st.uuids(version=1).map(str),
    Instant: INSTANTS.map(lambda instant: instant.moment.isoformat().replace("+00:00", "Z")),
    MMSI: pattern("[0-9]{9}"),
    Money: st.builds("{} {}".format, NUMBERS, pattern("[A-Z]{3}"))
    | st.builds("-{} {}".format, NUMBERS.filter(Decimal), pattern("[A-Z]{3}")),
    PartialDate: st.dates().flatmap(lambda day: st.sampled_from([day.isoformat()[:size] for size in (4, 7, 10)])),
    Period: st.integers(1, 99999).map("P{}D".format)
    | st.tuples(INSTANTS, INSTANTS)
    .filter(lambda pair: pair[0] != pair[1])
    .map(lambda pair: "/".join(map(str, sorted(pair))))
    | INSTANTS.map("{}/..".format)
    | INSTANTS.map("../{}".format),
    Position: st.just("51.95 4.14") | st.just("-2.28 -79.90"),
    Quantity: st.builds("{} {}".format, NUMBERS, pattern("[A-Z0-9]{2,3}"))
    | st.builds("-{} {}".format, NUMBERS.filter(Decimal), st.sampled_from(["CEL", "FAH"])),
    UNLocode: pattern("[A-Z]{2}[A-Z0-9]{3}"),
    VIN: pattern("[A-HJ-NPR-Z0-9]{17}"),
}
KINDS = sorted(CANONICAL, key=lambda kind: kind.__name__)
SINGLE = [kind for kind in KINDS if issubclass(kind, SingleText)]
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
each_single = pytest.mark.parametrize("kind", SINGLE, ids=lambda kind: kind.__name__)

anything = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.binary()
    | st.decimals()
    | st.datetimes()
    | st.lists(st.integers())
    | st.dictionaries(st.text(), st.integers())
    | st.text().map(type("Subtext", (str,), {}))
)
odd_texts = (
    st.text(st.characters(), max_size=40)
    | st.text(st.sampled_from("0123456789-:TZ+. /PDUJAEURKGMtz１٢Ⅷ\n\x00\ud800"), max_size=40)
    | st.text(DIGITS, min_size=1000, max_size=6000)
)


def everything_said(error):
    """All that an error tells: its text in both languages, its arguments, what it hangs on, its trace."""
    assert error.__cause__ is None
    assert error.__context__ is None, "an error that was replaced may quote the value"
    return "\n".join(
        [str(error), repr(error), repr(error.args), error.report("fr"), repr(error.findings)]
        + [finding.message(language) for finding in error.findings for language in ("en", "fr")]
        + [finding.path for finding in error.findings]
        + traceback.format_exception(error)
    )


def test_every_written_value_of_the_room_is_tested_here():
    public = {getattr(smir.values, name) for name in smir.values.__all__} - {Written, Text}
    assert public == set(CANONICAL)


@each_kind
@given(data=st.data())
def test_what_is_written_reads_back_equal(kind, data):
    text = data.draw(CANONICAL[kind])
    value = kind.parse(text)
    assert str(value) == text
    assert kind.parse(str(value)) == value
    assert hash(kind.parse(str(value))) == hash(value)


@each_kind
@given(data=st.data())
def test_the_published_pattern_fits_what_is_written(kind, data):
    text = data.draw(CANONICAL[kind])
    assert re.search(kind.pattern, text)
    assert kind.pattern.startswith("^")
    assert kind.pattern.endswith("$")
    assert kind.findings_of(text) == ()
    assert kind.try_parse(text).require() == kind.parse(text)


@each_kind
@given(text=odd_texts)
def test_a_text_is_read_or_refused_with_findings_and_nothing_else_happens(kind, text):
    findings = kind.findings_of(text)
    outcome = kind.try_parse(text)
    assert outcome.findings == findings
    if findings:
        assert outcome.value is None
        with pytest.raises(Invalid) as caught:
            kind.parse(text)
        assert caught.value.findings == findings
    else:
        assert kind.parse(str(kind.parse(text))) == kind.parse(text)
        assert re.fullmatch(kind.pattern, text, re.ASCII)


@each_kind
@given(thing=anything)
def test_what_is_not_a_text_is_refused_as_such(kind, thing):
    assert [finding.code for finding in kind.findings_of(thing)] == ["WRITTEN-TYPE"]
    with pytest.raises(Invalid, match="WRITTEN-TYPE"):
        kind.parse(thing)


@each_single
@given(thing=anything)
def test_the_class_itself_checks_like_its_reader(kind, thing):
    with pytest.raises(Invalid, match="WRITTEN-TYPE"):
        kind(thing)
    if issubclass(kind, PrintedText):
        with pytest.raises(Invalid, match="WRITTEN-TYPE"):
            kind.from_printed(thing)


@each_kind
@given(data=st.data())
def test_an_ascii_sign_is_never_replaced_by_its_look_alike(kind, data):
    text = data.draw(CANONICAL[kind])
    places = [place for place, sign in enumerate(text) if sign.isascii() and sign.isalnum()]
    place = data.draw(st.sampled_from(places))
    full_width = chr(ord(text[place]) + 0xFEE0)
    assert kind.findings_of(text[:place] + full_width + text[place + 1 :])


@each_kind
@given(data=st.data())
def test_nothing_is_trimmed(kind, data):
    text = data.draw(CANONICAL[kind])
    for worn in (f" {text}", f"{text} ", f"{text}\n", f"\ufeff{text}", f"{text}\x00"):
        assert kind.findings_of(worn)


@each_kind
@pytest.mark.parametrize(
    "shape", ["{}", "{}-01-01", "2026-02-30T10:00:00Z {}", "P{}D", "12.5 {}", "{} EUR", "FR{}", "{}/.."]
)
def test_no_error_repeats_the_value(kind, shape):
    canary = "QQCANARYQQ"
    text = shape.format(canary)
    if kind is EORI:
        text += "?"  # such a number may be nearly anything
    with pytest.raises(Invalid) as caught:
        kind.parse(text)
    assert canary not in everything_said(caught.value)


@each_kind
@given(data=st.data())
def test_no_error_repeats_a_value_that_is_nearly_right(kind, data):
    text = data.draw(CANONICAL[kind])
    broken = data.draw(st.sampled_from([text[:-1], text + "0", text.swapcase() + "x", text.replace("0", "O") + "?"]))
    error = kind.try_parse(broken)
    if not error.ok and len(broken) >= 6:
        with pytest.raises(Invalid) as caught:
            kind.parse(broken)
        assert broken not in everything_said(caught.value)
        assert broken not in repr(error)


def test_no_error_repeats_a_day_that_does_not_exist():
    for kind, text in (
        (Instant, "2026-02-30T10:11:12Z"),
        (PartialDate, "2026-02-30"),
        (Period, "2026-02-30T10:11:12Z/.."),
    ):
        with pytest.raises(Invalid) as caught:
            kind.parse(text)
        assert "02-30" not in everything_said(caught.value)


@pytest.mark.parametrize("kind", [IBAN, EORI, VIN])
@given(data=st.data())
def test_what_may_name_a_person_does_not_show(kind, data):
    text = data.draw(CANONICAL[kind])
    assert text not in repr(kind(text))
    assert text not in repr([kind(text)])
    assert kind(text).text == text


def test_what_names_nobody_shows():
    assert repr(HSCode("0811")) == "HSCode('0811')"
    assert repr(Money.parse("1.10 EUR")) == "Money('1.10 EUR')"


@each_kind
@given(data=st.data())
def test_a_value_is_frozen_small_and_copies_whole(kind, data):
    value = kind.parse(data.draw(CANONICAL[kind]))
    slot = attrs.fields(kind)[0].name
    with pytest.raises(AttributeError):
        setattr(value, slot, None)
    with pytest.raises(AttributeError):
        value.remark = "more"
    assert not hasattr(value, "__dict__")
    for twin in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
        assert twin == value
        assert str(twin) == str(value)


@each_single
def test_an_identifier_has_one_slot(kind):
    assert [field.name for field in attrs.fields(kind)] == ["text"]


def test_values_of_two_classes_are_never_equal():
    assert HSCode("081190") != "081190"
    assert MMSI("226000111") != HSCode("226000111")


def test_checks_hold_while_attrs_validators_are_switched_off():
    attrs.validators.set_disabled(True)
    try:
        for kind in KINDS:
            assert kind.findings_of("no such value")
            for wrong in ("no such value", 12, None):
                with pytest.raises(Invalid):
                    kind.parse(wrong)
        for kind in SINGLE:
            with pytest.raises(Invalid):
                kind("no such value")
        for wrong in (lambda: Quantity(1.5, "KGM"), lambda: Money(Decimal("NaN"), "EUR"), lambda: Instant("now")):
            with pytest.raises(Invalid):
                wrong()
        with pytest.raises(Invalid):
            Instant(datetime(2026, 6, 1))
        with pytest.raises(Invalid):
            Period(day_count=0)
        with pytest.raises(Invalid):
            Text(en="")
    finally:
        attrs.validators.set_disabled(False)


def test_a_national_class_may_narrow_a_value():
    class NationalOffice(SingleText):
        """An office of an invented administration."""

        __slots__ = ()
        pattern = "^ZZ[0-9]{6}$"
        form = smir.values.country_code.COUNTRY_CODE_FORM

    assert NationalOffice("ZZ000123").text == "ZZ000123"
    assert NationalOffice.findings_of("ZZ12")


def test_the_room_is_light_to_import_and_every_name_is_found():
    code = (
        "import sys, smir.values as room\n"
        "assert not [m for m in sys.modules if m.startswith('smir.values.')], 'names are loaded when used'\n"
        "assert {getattr(room, name).__name__ for name in room.__all__} == set(room.__all__)\n"
        "assert set(room.__all__) <= set(dir(room))\n"
        "heavy = {'pendulum', 'stdnum', 'uuid', 'lxml', 'hypothesis', 'cattrs', 'msgspec'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_name_the_room_does_not_have_is_an_attribute_error():
    with pytest.raises(AttributeError, match="Colour"):
        smir.values.Colour  # noqa: B018 - the look-up is the claim


def test_a_whole_date_is_taken_from_a_date_but_not_from_a_datetime():
    assert PartialDate.of(date(1, 2, 3)).text == "0001-02-03"
    for wrong in (datetime(2026, 6, 1, tzinfo=UTC), "2026-06-01", None):
        with pytest.raises(Invalid, match="PARTIAL-DATE-DAY"):
            PartialDate.of(wrong)
