"""Dates as declarations write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.declarations import Element, read_date
from smir.values import Instant

offsets = st.integers(-23 * 60, 23 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
moments = st.datetimes(dt.datetime(1900, 1, 1), dt.datetime(2199, 12, 31), timezones=offsets).map(
    lambda moment: moment.replace(microsecond=0)
)
codes = st.sampled_from([None, "102", "203", "204", "205", "303", "304", "101", "610", ""])


def zone_of(moment: dt.datetime) -> str:
    return moment.strftime("%z")


@given(moments)
def test_a_moment_written_with_its_zone_is_read_back(moment: dt.datetime) -> None:
    read = read_date(moment.strftime("%Y%m%d%H%M%S") + zone_of(moment), "304")
    assert (read.day, read.moment, read.findings) == (moment.date(), moment, ())


@given(moments)
def test_the_forms_to_the_minute_are_read_back(moment: dt.datetime) -> None:
    moment = moment.replace(second=0)
    for code in ("205", "303"):
        assert read_date(moment.strftime("%Y%m%d%H%M") + zone_of(moment), code).moment == moment


@given(st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)))
def test_a_bare_date_is_read_back_and_has_no_moment(day: dt.date) -> None:
    for text, code in ((day.strftime("%Y%m%d"), "102"), (day.isoformat(), None)):
        read = read_date(text, code)
        assert (read.day, read.moment, read.findings) == (day, None, ())


@given(st.text(max_size=80), codes)
def test_anything_else_gives_findings_and_no_error(text: str, code: str | None) -> None:
    read = read_date(text, code)
    assert read.day is not None or read.findings
    assert read.moment is None or read.day is not None


@pytest.mark.parametrize(
    ("text", "code"), [("202401011230", "203"), ("20240101123000", "204"), ("20240101123000", "304")]
)
def test_a_time_without_a_zone_keeps_its_day_and_guesses_no_moment(text: str, code: str) -> None:
    read = read_date(text, code)
    assert (read.day, read.moment) == (dt.date(2024, 1, 1), None)
    assert [finding.code for finding in read.findings] == ["DATE-ZONE"]


@pytest.mark.parametrize("zone", ["CST", "BST", "+99", "-0", "Z0", "+1"])
def test_an_uncertain_zone_is_not_guessed(zone: str) -> None:
    assert [finding.code for finding in read_date(f"20240101123000{zone}", "304").findings] == ["DATE-ZONE"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("00000000", "102"),
        ("99999999", "102"),
        ("99991231", "102"),
        ("00000000000000Z", "304"),
        ("99991231235959+01", "304"),
        ("${#TestCase#AcceptanceDate}", "304"),
        ("YYYYMMDD", "102"),
        ("0000-00-00", None),
    ],
)
def test_what_stands_in_place_of_a_date_is_named_so(text: str, code: str | None) -> None:
    read = read_date(text, code)
    assert (read.day, [finding.code for finding in read.findings]) == (None, ["DATE-PLACEHOLDER"])


@pytest.mark.parametrize(
    ("text", "code", "finding"),
    [
        ("20230229", "102", "DATE-CALENDAR"),
        ("20241301", "102", "DATE-CALENDAR"),
        ("20240101240000Z", "304", "DATE-CALENDAR"),
        ("20240101", "304", "DATE-FORM"),
        ("2024-01-01", "102", "DATE-FORM"),
        ("٢٠٢٤٠١٠١", "102", "DATE-FORM"),
        ("20240101", None, "DATE-FORMAT"),
        ("240101", "101", "DATE-FORMAT"),
        ("2" * 65, "102", "DATE-FORM"),
    ],
)
def test_each_breach_has_its_code(text: str, code: str | None, finding: str) -> None:
    assert [found.code for found in read_date(text, code).findings] == [finding]


def test_the_day_is_the_day_as_written() -> None:
    read = read_date("20240101003000+02", "304")
    assert read.day == dt.date(2024, 1, 1)
    assert read.moment is not None
    assert read.moment.astimezone(dt.UTC).date() == dt.date(2023, 12, 31)


def test_an_element_gives_its_moment_as_an_instant() -> None:
    element = Element("acceptance_date", " 20220606010000+01\n", dt.date(2022, 6, 6), qualifier="304")
    assert element.instant == Instant.parse("2022-06-06T00:00:00Z")
    assert Element("acceptance_date", "20220606", dt.date(2022, 6, 6), qualifier="102").instant is None
    assert Element("office", "A", "A").instant is None
