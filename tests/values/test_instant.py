"""An instant: what is read, what is refused and why, and how instants compare."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import msgspec
import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.findings import Invalid
from smir.values import Instant

zones = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.builds(lambda moment, zone: moment.replace(tzinfo=zone), st.datetimes(), zones)
nearby = st.builds(
    lambda moment, zone: moment.replace(tzinfo=zone),
    st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)),
    zones,
)


def codes(text):
    return [finding.code for finding in Instant.findings_of(text)]


@given(moments)
def test_the_canonical_text_is_what_the_json_codec_writes(moment):
    assert str(Instant(moment)) == msgspec.to_builtins(moment)


@given(moments)
def test_what_the_json_codec_reads_and_writes_the_same_is_read_here_the_same(moment):
    text = str(Instant(moment))
    read = msgspec.convert(text, datetime)
    assert Instant.parse(text).moment == read
    assert Instant.parse(text).moment.utcoffset() == read.utcoffset() == moment.utcoffset()


@given(st.text(st.sampled_from("0123456789-:TZtz+. "), max_size=35) | st.from_regex(
    r"[0-9]{4}-[01][0-9]-[0-3][0-9][Tt ][0-2][0-9]:[0-6][0-9]:[0-6][0-9](\.[0-9]{1,8})?([Zz]|[+-][0-2][0-9]:[0-6][0-9])?", fullmatch=True
))  # fmt: skip
def test_a_text_the_json_codec_keeps_to_the_letter_is_never_refused_here(text):
    try:
        read = msgspec.convert(text, datetime)
        kept = read.tzinfo is not None and msgspec.to_builtins(read) == text
    except msgspec.ValidationError:
        kept = False
    if kept:
        assert Instant.parse(text).moment == read
        assert str(Instant.parse(text)) == text
    elif Instant.findings_of(text) == ():
        assert str(Instant.parse(text)) != text


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2026-06-01T10:00:00Z", "2026-06-01T10:00:00Z"),
        ("2026-06-01T10:00:00+00:00", "2026-06-01T10:00:00Z"),
        ("2026-06-01T10:00:00.5-03:30", "2026-06-01T10:00:00.500000-03:30"),
        ("2026-06-01T10:00:00.000Z", "2026-06-01T10:00:00Z"),
        ("2024-02-29T23:59:59.999999+23:59", "2024-02-29T23:59:59.999999+23:59"),
        ("0001-01-01T00:00:00+02:00", "0001-01-01T00:00:00+02:00"),
        ("9999-12-31T23:59:59-23:59", "9999-12-31T23:59:59-23:59"),
    ],
)
def test_rfc_3339_is_read_and_its_offset_kept(text, canonical):
    assert str(Instant.parse(text)) == canonical
    assert hash(Instant.parse(text)) == hash(Instant.parse(canonical))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-06-01T10:00:00", ["INSTANT-OFFSET"]),
        ("2026-06-01 10:00:00Z", ["INSTANT-LETTERS"]),
        ("2026-06-01T10:00:00 Z", ["INSTANT-LETTERS"]),
        ("2026-06-01t10:00:00Z", ["INSTANT-LETTERS"]),
        ("2026-06-01T10:00:00z", ["INSTANT-LETTERS"]),
        ("2026-06-01T23:59:60Z", ["INSTANT-LEAP-SECOND"]),
        ("2026-06-01T24:00:00Z", ["INSTANT-MIDNIGHT"]),
        ("2026-06-01T10:00:00.1234567Z", ["INSTANT-PRECISION"]),
        ("2026-06-01T10:00:00.0000000Z", ["INSTANT-PRECISION"]),
        ("2026-06-01", ["INSTANT-DATE-ONLY"]),
        ("2026-02-30", ["INSTANT-CALENDAR"]),
        ("2026-06-01T10:00:00-00:00", ["INSTANT-UNKNOWN-OFFSET"]),
        ("2026-02-30T10:00:00Z", ["INSTANT-CALENDAR"]),
        ("2026-13-01T10:00:00Z", ["INSTANT-CALENDAR"]),
        ("0000-01-01T10:00:00Z", ["INSTANT-CALENDAR"]),
        ("2026-06-01T25:00:00Z", ["INSTANT-CALENDAR"]),
        ("2026-06-01T10:60:00Z", ["INSTANT-CALENDAR"]),
        ("2026-06-01T10:00:61Z", ["INSTANT-CALENDAR"]),
        ("2026-06-01T10:00:00+24:00", ["INSTANT-CALENDAR"]),
        ("2026-06-01T10:00:00+02:60", ["INSTANT-CALENDAR"]),
        ("2026-W23-1T10:00:00Z", ["INSTANT-FORM"]),
        ("2026-W23-1", ["INSTANT-FORM"]),
        ("2026-152T10:00:00Z", ["INSTANT-FORM"]),
        ("20260601T100000Z", ["INSTANT-FORM"]),
        ("2026-06-01T10:00Z", ["INSTANT-FORM"]),
        ("2026-06-01T10:00:00,5Z", ["INSTANT-FORM"]),
        ("2026-06-01T10:00:00.Z", ["INSTANT-FORM"]),
        ("2026-06-01T10:00:00+02", ["INSTANT-FORM"]),
        ("2026-06-01T10:00:00+0200", ["INSTANT-FORM"]),
        ("2026-06-01T10:00:00+02:00:30", ["INSTANT-FORM"]),
        ("+2026-06-01T10:00:00Z", ["INSTANT-FORM"]),
        ("2026-06-01T10:00:00\u221202:00", ["INSTANT-FORM"]),
        ("now", ["INSTANT-FORM"]),
        ("10:00", ["INSTANT-FORM"]),
        ("2024", ["INSTANT-FORM"]),
        ("P1D", ["INSTANT-FORM"]),
        ("", ["INSTANT-FORM"]),
    ],
)
def test_every_other_form_is_refused_with_what_to_do(text, expected):
    assert codes(text) == expected


def test_all_that_is_wrong_is_said_at_once():
    assert codes("2026-02-30 24:00:60.1234567") == [
        "INSTANT-LETTERS",
        "INSTANT-PRECISION",
        "INSTANT-MIDNIGHT",
        "INSTANT-LEAP-SECOND",
        "INSTANT-OFFSET",
        "INSTANT-CALENDAR",
    ]


@given(moments, moments)
def test_instants_compare_by_the_moment_alone(one, other):
    assert (Instant(one) == Instant(other)) == (one == other)
    assert (Instant(one) < Instant(other)) == (one < other)
    assert (Instant(one) >= Instant(other)) == (one >= other)


@given(nearby, zones)
def test_the_same_moment_with_another_offset_is_the_same_instant(moment, zone):
    here, there = Instant(moment), Instant(moment.astimezone(zone))
    assert here == there
    assert hash(here) == hash(there)
    assert here.utc == here
    assert str(here.utc).endswith("Z")
    assert there.moment.utcoffset() == zone.utcoffset(None)


@given(nearby)
def test_pendulum_gets_the_same_moment_and_offset(moment):
    theirs = Instant(moment).pendulum
    assert type(theirs) is pendulum.DateTime
    assert theirs == moment
    assert theirs.utcoffset() == moment.utcoffset()
    assert Instant.of(theirs) == Instant(moment)


def test_a_named_zone_becomes_its_offset_even_in_the_doubled_hour():
    brussels = ZoneInfo("Europe/Brussels")
    first = Instant.of(datetime(2026, 10, 25, 2, 30, tzinfo=brussels))
    second = Instant.of(datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=brussels))
    assert (str(first), str(second)) == ("2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00")
    assert first.plus(hours=1) == second
    assert second == Instant.parse(str(second))


class _Broken(tzinfo):
    def utcoffset(self, moment, /):
        raise RuntimeError(f"CANARY {moment}")


@pytest.mark.parametrize(
    ("moment", "code"),
    [
        (datetime(2026, 6, 1), "INSTANT-OFFSET"),
        (datetime(2026, 6, 1, tzinfo=timezone(timedelta(seconds=1050))), "INSTANT-OFFSET"),
        (datetime(2026, 6, 1, tzinfo=timezone(timedelta(minutes=17, microseconds=1))), "INSTANT-OFFSET"),
        (datetime(2026, 6, 1, tzinfo=_Broken()), "INSTANT-DATETIME"),
        ("2026-06-01T10:00:00Z", "INSTANT-DATETIME"),
        (None, "INSTANT-DATETIME"),
        (1_780_000_000, "INSTANT-DATETIME"),
    ],
)
def test_only_a_datetime_with_a_whole_minute_offset_becomes_an_instant(moment, code):
    for make in (Instant, Instant.of):
        with pytest.raises(Invalid) as caught:
            make(moment)
        assert [finding.code for finding in caught.value.findings] == [code]
        assert caught.value.__context__ is None


def test_the_class_itself_wants_a_plain_datetime_in_a_fixed_zone():
    for moment in (datetime(2026, 6, 1, tzinfo=ZoneInfo("Europe/Brussels")), pendulum.datetime(2026, 6, 1)):
        with pytest.raises(Invalid, match="INSTANT-DATETIME"):
            Instant(moment)
        assert Instant.of(moment)


@given(nearby, st.integers(-30_000, 30_000), st.integers(-100, 100), st.integers(-100, 100), st.integers(-100, 100))
def test_steps_forward_and_back_cancel_and_keep_the_offset(moment, days, hours, minutes, seconds):
    start = Instant(moment)
    steps = {"days": days, "hours": hours, "minutes": minutes, "seconds": seconds}
    moved = start.plus(**steps)
    assert moved.moment - moment == timedelta(**steps)
    assert moved.moment.utcoffset() == moment.utcoffset()
    assert moved.minus(**steps) == start


@given(st.one_of(st.floats(), st.booleans(), st.none(), st.text(), st.decimals()))
def test_a_step_is_a_whole_number(step):
    with pytest.raises(Invalid, match="INSTANT-STEP"):
        Instant(datetime(2026, 6, 1, tzinfo=UTC)).plus(days=step)


@given(st.integers(3_700_000) | st.integers(max_value=-3_700_000))
def test_a_step_out_of_the_calendar_is_refused(days):
    with pytest.raises(Invalid, match="INSTANT-RANGE"):
        Instant(datetime(2026, 6, 1, tzinfo=UTC)).minus(days=days)


def test_an_instant_at_the_edge_of_the_calendar_has_no_utc():
    for text in ("0001-01-01T00:00:00+02:00", "9999-12-31T23:59:59-02:00"):
        with pytest.raises(Invalid, match="INSTANT-RANGE"):
            Instant.parse(text).utc  # noqa: B018 - the look-up is the claim
