"""A partial date: only what is known, and never more."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.findings import Invalid
from smir.values import PartialDate


@given(st.dates())
def test_a_whole_date_is_its_only_day(day):
    whole = PartialDate.of(day)
    assert whole.first_day == whole.last_day == day
    assert (whole.year, whole.month, whole.day) == (day.year, day.month, day.day)


@given(st.dates(), st.sampled_from([4, 7]))
def test_a_partial_date_may_be_any_day_it_does_not_rule_out(day, size):
    part = PartialDate(day.isoformat()[:size])
    assert part.may_be(day)
    assert part.first_day <= day <= part.last_day
    assert part.day is None
    assert part.first_day.isoformat()[:size] == part.last_day.isoformat()[:size] == part.text


def test_what_is_unknown_is_not_the_first_of_january():
    assert PartialDate("1975") != PartialDate("1975-01-01")
    assert PartialDate("1975").month is None
    assert not PartialDate("1975").may_be(date(1976, 1, 1))


@pytest.mark.parametrize("text", ["1975-02-29", "0000", "0000-01", "1975-04-31", "1900-02-29"])
def test_a_day_no_calendar_has_is_refused(text):
    assert [finding.code for finding in PartialDate.findings_of(text)] == ["PARTIAL-DATE-CALENDAR"]


@pytest.mark.parametrize(
    "text", ["", "75", "1975-00", "1975-13", "1975-03-00", "1975-03-32", "1975-3", "19750307", "1975-W10", "07/03/1975",
             "1975-??", "-1975", "1975-03-07T00:00:00Z", "１９７５"],
)  # fmt: skip
def test_every_other_form_is_refused(text):
    assert [finding.code for finding in PartialDate.findings_of(text)] == ["PARTIAL-DATE-FORM"]


@pytest.mark.parametrize("wrong", [None, "1975-03-07", datetime(1975, 3, 7)])
def test_only_a_date_can_be_compared(wrong):
    with pytest.raises(Invalid, match="PARTIAL-DATE-DAY"):
        PartialDate("1975").may_be(wrong)
