"""Handling at dissemination may only narrow handling on entry."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from smir.handling import (
    Audience,
    DataCategory,
    Handling,
    HandlingScheme,
    Need,
    Withheld,
    WithheldReason,
    narrower_or_equal,
    permission,
    refusals,
)
from smir.structure import evolve
from smir.values import Instant, Text

WITHHELD = Withheld(category=DataCategory.PERSONAL, reason=WithheldReason.PURPOSE)
#: Few texts and names, so that handlings often meet.
CONDITIONS = st.sampled_from(
    [None, WITHHELD, Text(en="a"), Text(en="a\nb"), Text(en="ab"), Text(en="a\nb", fr="c"), Text(en="a", fr="c\nd")]
)
VERSIONS = st.sampled_from([HandlingScheme.NIM_2000, HandlingScheme.MOPI])
HANDLINGS = st.builds(
    Handling,
    scheme=VERSIONS,
    code=st.sampled_from("12345"),
    conditions=CONDITIONS,
    recipients=st.lists(st.sampled_from(["Unit 1", "Unit 2"]), unique=True, max_size=2).map(tuple),
    named_audiences=st.lists(st.sampled_from(Audience), unique=True, max_size=2).map(tuple),
    authoriser=st.none() | st.just("Example duty officer"),
    reason=st.none() | st.just(Text(en="Example reason")),
    review_by=st.none() | st.just(Instant.parse("2026-06-01T10:00:00Z")),
)
PLAIN = {
    name: Handling(scheme=HandlingScheme(scheme), code=name[0])
    for name, scheme in (
        ("1", "5x5x5"),
        ("2", "5x5x5"),
        ("3", "5x5x5"),
        ("4", "5x5x5"),
        ("5 NIM", "5x5x5/NIM-2000"),
        ("5 MoPI", "5x5x5/MoPI"),
    )
}
#: Without conditions and names: what each code is narrower than, itself aside.
NARROWER = {
    ("1", "2"),
    ("1", "3"),
    ("4", "1"),
    ("4", "2"),
    ("4", "3"),
    ("5 NIM", "1"),
    ("5 NIM", "2"),
    ("5 NIM", "3"),
    ("5 MoPI", "1"),
    ("5 MoPI", "2"),
    ("5 MoPI", "3"),
}


@given(HANDLINGS)
def test_every_handling_is_within_itself(one: Handling) -> None:
    assert narrower_or_equal(one, one)


@given(HANDLINGS, HANDLINGS, HANDLINGS)
def test_what_is_within_a_narrower_one_is_within_the_wider_one(one: Handling, two: Handling, three: Handling) -> None:
    if narrower_or_equal(one, two) and narrower_or_equal(two, three):
        assert narrower_or_equal(one, three)


@given(HANDLINGS, HANDLINGS)
def test_two_that_are_within_each_other_permit_the_same(one: Handling, other: Handling) -> None:
    if narrower_or_equal(one, other) and narrower_or_equal(other, one):
        assert reach(one) == reach(other)


@given(HANDLINGS, HANDLINGS, st.sampled_from(["Unit 1", "Unit 2", "Unit 3"]), st.sets(st.sampled_from(Need)))
@example(PLAIN["4"], evolve(PLAIN["4"], recipients=("Unit 1",)), "Unit 2", set())
def test_who_is_reached_is_reached_under_the_bound_too(
    one: Handling, bound: Handling, recipient: str, met: set[Need]
) -> None:
    """Filled in as far as the first is, the bound refuses nobody whom the first lets have it."""
    if not narrower_or_equal(one, bound):
        return
    filled = evolve(
        bound,
        authoriser=one.authoriser,
        reason=one.reason,
        review_by=one.review_by,
        conditions=bound.conditions if isinstance(bound.conditions, Text) else one.conditions,
    )
    for audience in Audience:
        if not refusals(one, audience, recipient=recipient, met=met):
            assert not refusals(filled, audience, recipient=recipient, met=met)


@pytest.mark.parametrize("one", PLAIN)
@pytest.mark.parametrize("bound", PLAIN)
def test_which_codes_narrow_which(one: str, bound: str) -> None:
    assert narrower_or_equal(PLAIN[one], PLAIN[bound]) is (one == bound or (one, bound) in NARROWER)


@pytest.mark.parametrize(
    ("own", "kept"),
    [
        (Text(en="Do not disclose", fr="Ne pas communiquer"), True),
        (Text(en="Do not disclose\nAsk before use", fr="Ne pas communiquer"), True),
        (Text(en="Do not disclose unless asked", fr="Ne pas communiquer"), False),
        (Text(en="Do not disclose"), False),
        (Text(en="Other", fr="Ne pas communiquer"), False),
        (WITHHELD, False),
        (None, False),
    ],
)
def test_conditions_are_never_dropped_or_reworded(own: Text | Withheld | None, kept: bool) -> None:
    bound = evolve(PLAIN["2"], conditions=Text(en="Do not disclose", fr="Ne pas communiquer"))
    assert narrower_or_equal(evolve(bound, conditions=own), bound) is kept


def test_conditions_bind_the_added_audience_only() -> None:
    bound = evolve(PLAIN["2"], conditions=Text(en="Do not disclose"))
    assert narrower_or_equal(PLAIN["1"], bound)
    assert narrower_or_equal(PLAIN["4"], bound)


def test_naming_another_recipient_widens() -> None:
    bound = evolve(PLAIN["4"], recipients=("Unit 1", "Unit 2"))
    assert narrower_or_equal(evolve(bound, recipients=("Unit 2",)), bound)
    assert not narrower_or_equal(evolve(bound, recipients=("Unit 2", "Unit 3")), bound)


def test_naming_another_audience_widens() -> None:
    bound = evolve(PLAIN["5 MoPI"], named_audiences=(Audience.HOME_OTHER,))
    wider = evolve(bound, named_audiences=(Audience.HOME_OTHER, Audience.OTHER_ENFORCEMENT))
    assert narrower_or_equal(bound, wider)
    assert not narrower_or_equal(wider, bound)


def reach(handling: Handling) -> dict[Audience, object]:
    """What each audience is asked, for those who can be reached at all."""
    found = {}
    for audience in Audience:
        given_ = permission(handling, audience)
        named = Need.CONDITIONS_NAME_AUDIENCE not in given_.needs or audience in handling.named_audiences
        if given_.allowed and named:
            recipients = frozenset(handling.recipients) if Need.NAMED_RECIPIENT in given_.needs else None
            conditions = handling.conditions if Need.CONDITIONS in given_.needs else None
            found[audience] = (frozenset(given_.needs), recipients, conditions)
    return found
