"""A period: not yet begun, or between instants."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from smir.findings import Invalid
from smir.values import Instant, Period

instants = st.datetimes(
    datetime(1900, 1, 1),
    datetime(2100, 1, 1),
    timezones=st.just(UTC),
).map(Instant)
NOON = Instant.parse("2026-06-01T12:00:00Z")
LATER = NOON.plus(days=1)


def codes(text):
    return [finding.code for finding in Period.findings_of(text)]


@given(instants, instants, instants)
def test_the_start_belongs_to_a_period_and_the_end_does_not(one, other, instant):
    assume(one != other)
    start, end = sorted((one, other))
    period = Period.between(start, end)
    assert period.contains(start)
    assert not period.contains(end)
    assert period.contains(instant) == (start <= instant < end)
    assert period.contains(instant) == (Period.since(start).contains(instant) and Period.until(end).contains(instant))


@given(instants, st.integers(1, 99999))
def test_days_begin_when_someone_says_so(start, count):
    period = Period.days(count).starting(start)
    assert period.end.moment - period.start.moment == timedelta(days=count)
    assert Period.days(count).is_relative
    assert not period.is_relative
    assert Period.parse(str(period)) == period


def test_an_open_side_is_known_to_be_open():
    assert Period.since(NOON).is_open
    assert Period.until(NOON).is_open
    assert not Period.between(NOON, LATER).is_open
    assert not Period.days(30).is_open
    assert str(Period.since(NOON)) == f"{NOON}/.."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["PERIOD-FORM"]),
        ("P0D", ["PERIOD-FORM"]),
        ("P030D", ["PERIOD-FORM"]),
        ("P100000D", ["PERIOD-FORM"]),
        ("P1M", ["PERIOD-FORM"]),
        ("P1DT1H", ["PERIOD-FORM"]),
        ("P٣D", ["PERIOD-FORM"]),
        ("../..", ["PERIOD-FORM"]),
        (f"{NOON}", ["PERIOD-FORM"]),
        (f"{NOON}/P1D", ["PERIOD-FORM", "INSTANT-FORM"]),
        (f"{NOON}/{LATER}/..", ["PERIOD-FORM"]),
        ("2026-06-01T12:00:00/2026-06-02", ["PERIOD-FORM", "INSTANT-OFFSET", "INSTANT-DATE-ONLY"]),
        (f"{LATER}/{NOON}", ["PERIOD-ORDER"]),
        (f"{NOON}/{NOON}", ["PERIOD-ORDER"]),
    ],
)
def test_every_other_form_is_refused_with_what_to_do(text, expected):
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (Period, "PERIOD-SIDES"),
        (lambda: Period(start=NOON, day_count=3), "PERIOD-SIDES"),
        (lambda: Period(start="2026"), "PERIOD-SIDES"),
        (lambda: Period.between(NOON, None).starting(NOON), "PERIOD-BEGUN"),
        (lambda: Period.between(LATER, NOON), "PERIOD-ORDER"),
        (lambda: Period.days(0), "PERIOD-DAYS"),
        (lambda: Period.days(True), "PERIOD-DAYS"),
        (lambda: Period.days(1.0), "PERIOD-DAYS"),
        (lambda: Period.days(None), "PERIOD-DAYS"),
        (lambda: Period.days(10**30), "PERIOD-DAYS"),
        (lambda: Period.days(3).contains(NOON), "PERIOD-NOT-BEGUN"),
        (lambda: Period.since(NOON).contains("2026"), "PERIOD-SIDES"),
        (lambda: Period.days(3).starting("2026"), "PERIOD-SIDES"),
        (lambda: Period.days(99999).starting(Instant.parse("9999-01-01T00:00:00Z")), "INSTANT-RANGE"),
    ],
)
def test_a_period_that_makes_no_sense_is_refused(make, code):
    with pytest.raises(Invalid) as caught:
        make()
    assert [finding.code for finding in caught.value.findings] == [code]
