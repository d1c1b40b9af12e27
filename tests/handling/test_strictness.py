"""What a whole inherits from its parts: the stricter on every count, whatever the order, the number or the grouping."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.findings import Invalid
from smir.handling import (
    Caveat,
    CaveatCode,
    DataCategory,
    Equivalence,
    Marking,
    MarkingScheme,
    Withheld,
    WithheldReason,
    at_least_as_strict,
    combine,
    floor,
    raise_level,
    stricter,
)
from smir.handling.marking_scheme import additions, levels
from smir.structure import Extras, evolve, extras
from smir.values import CountryCode, Text

WITHHELD = Withheld(category=DataCategory.PERSONAL, reason=WithheldReason.PURPOSE)
CAVEATS = (
    Caveat(code=CaveatCode.ORIGINATOR_CONTROL),
    Caveat(code=CaveatCode.NO_EVIDENTIAL_USE, text=Text(en="Example")),
    Caveat(code=CaveatCode.EYES_ONLY, countries=(CountryCode("FR"), CountryCode("BE"))),
    Caveat(code=CaveatCode.EYES_ONLY, countries=(CountryCode("FR"),)),
)
REASONS = (Text(en="Example"), Text(en="Example", fr="Exemple"), WITHHELD)
UNKNOWN = (Extras(), Extras.of({"novel": 1}), Extras.of({"novel": 2, "newer": "x"}))


def of_scheme(scheme: MarkingScheme) -> st.SearchStrategy[Marking]:
    def at(level: str) -> st.SearchStrategy[Marking]:
        fitting = [code for code, addition in additions(scheme).items() if level in addition.levels]
        chosen = st.sets(st.sampled_from(fitting)) if fitting else st.just(set())
        return st.builds(
            lambda chosen, caveats, reasons, unknown: Marking(
                scheme=scheme,
                level=level,
                additional=tuple(code for code in fitting if code in chosen),
                caveats=tuple(caveats),
                raised_for=tuple(reasons),
                extras=unknown,
            ),
            chosen,
            st.lists(st.sampled_from(CAVEATS), max_size=3, unique=True),
            st.lists(st.sampled_from(REASONS), max_size=2, unique=True),
            st.sampled_from(UNKNOWN),
        )

    return st.sampled_from(scheme.levels).flatmap(at)


def of_one_scheme(count: int) -> st.SearchStrategy[tuple[Marking, ...]]:
    return st.sampled_from(MarkingScheme).flatmap(lambda scheme: st.tuples(*[of_scheme(scheme)] * count))


@given(of_one_scheme(1))
def test_combining_a_marking_with_itself_changes_nothing(drawn: tuple[Marking, ...]) -> None:
    (one,) = drawn
    assert combine(one, one) == one


@given(of_one_scheme(2))
def test_the_order_of_the_parts_does_not_matter(drawn: tuple[Marking, ...]) -> None:
    one, other = drawn
    assert combine(one, other) == combine(other, one)


@given(of_one_scheme(3))
def test_the_grouping_of_the_parts_does_not_matter(drawn: tuple[Marking, ...]) -> None:
    one, two, three = drawn
    assert combine(combine(one, two), three) == combine(one, combine(two, three))


@given(of_one_scheme(2))
def test_a_whole_is_at_least_as_strict_as_each_part(drawn: tuple[Marking, ...]) -> None:
    one, other = drawn
    whole = combine(one, other)
    assert at_least_as_strict(whole, one)
    assert at_least_as_strict(whole, other)
    assert set(whole.caveats) == {*one.caveats, *other.caveats}
    assert {name for name, _ in extras(whole).members} == {name for part in drawn for name, _ in extras(part).members}


@given(of_one_scheme(3))
def test_nothing_between_the_parts_and_the_whole_is_stricter_than_all_parts(drawn: tuple[Marking, ...]) -> None:
    """The whole is the least that is at least as strict as each part."""
    one, other, bound = drawn
    if at_least_as_strict(bound, one) and at_least_as_strict(bound, other):
        assert at_least_as_strict(bound, combine(one, other))


@given(of_one_scheme(3))
def test_strictness_is_an_order_without_being_total(drawn: tuple[Marking, ...]) -> None:
    one, two, three = drawn
    assert at_least_as_strict(one, one)
    assert not stricter(one, one)
    if at_least_as_strict(one, two) and at_least_as_strict(two, three):
        assert at_least_as_strict(one, three)
    if at_least_as_strict(one, two) and at_least_as_strict(two, one):
        assert (one.level, one.additional, set(one.caveats)) == (two.level, two.additional, set(two.caveats))
    assert not (stricter(one, two) and stricter(two, one))


def test_the_levels_of_tlp_have_the_order_of_their_table() -> None:
    texts = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"]
    marked = [Marking.parse(text) for text in texts]
    assert all(stricter(higher, lower) for lower, higher in pairwise(marked))


def test_a_higher_level_contains_sensitive() -> None:
    secret = Marking.parse("SECRET", scheme=MarkingScheme.GSC)
    sensitive = Marking.parse("OFFICIAL-SENSITIVE")
    assert combine(secret, sensitive) == secret
    assert stricter(sensitive, Marking.parse("OFFICIAL"))


@given(st.sampled_from(MarkingScheme).flatmap(of_scheme), st.sampled_from(MarkingScheme).flatmap(of_scheme))
def test_markings_of_different_schemes_are_not_compared(one: Marking, other: Marking) -> None:
    if one.scheme is other.scheme:
        return
    for compare in (combine, at_least_as_strict, stricter):
        with pytest.raises(Invalid) as caught:
            compare(one, other)
        assert [finding.code for finding in caught.value.findings] == ["MARKING-SCHEMES"]


@given(of_scheme(MarkingScheme.FR_2011), of_scheme(MarkingScheme.EUCI))
def test_an_equivalence_that_the_embedder_chose_carries_over(french: Marking, european: Marking) -> None:
    table = Equivalence.of_old_french_markings()
    whole = combine(french, european, table)
    assert whole == combine(european, french, table)
    assert whole.scheme is MarkingScheme.EUCI
    assert at_least_as_strict(whole, european)
    assert at_least_as_strict(whole, table.carry(french))
    assert set(whole.caveats) == {*french.caveats, *european.caveats}


def test_an_equivalence_carries_no_more_than_it_says() -> None:
    table = Equivalence(MarkingScheme.EUCI, ((MarkingScheme.GSC, "SECRET", "SECRET UE/EU SECRET"),))
    for text in ("OFFICIAL", "UK SECRET"):
        with pytest.raises(Invalid) as caught:
            combine(Marking.parse(text), Marking.parse("SECRET UE/EU SECRET"), table)
        assert [finding.code for finding in caught.value.findings] == ["MARKING-EQUIVALENCE"]


def test_an_equivalence_between_levels_that_do_not_exist_is_refused() -> None:
    with pytest.raises(Invalid) as caught:
        Equivalence(MarkingScheme.EUCI, ((MarkingScheme.GSC, "RED", "SECRET"),))
    assert [finding.code for finding in caught.value.findings] == ["MARKING-LEVEL", "MARKING-LEVEL"]


def test_of_two_equal_levels_the_higher_is_taken() -> None:
    pairs = tuple((MarkingScheme.WCO, "FOR OFFICIAL USE ONLY", level) for level in ("GREEN", "AMBER"))
    table = Equivalence(MarkingScheme.TLP, pairs)
    assert table.carry(Marking.parse("FOR OFFICIAL USE ONLY")).level == "AMBER"


@given(st.sampled_from(MarkingScheme).flatmap(of_scheme), st.data())
def test_raising_goes_up_only_and_keeps_the_reason(marking: Marking, data: st.DataObject) -> None:
    reason = Text(en="Many small things together", fr="Beaucoup de petites choses ensemble")
    level = data.draw(st.sampled_from(marking.scheme.levels))
    known = levels(marking.scheme)
    if known[level].rank <= known[marking.level].rank:
        with pytest.raises(Invalid) as caught:
            raise_level(marking, level, reason)
        assert [finding.code for finding in caught.value.findings] == ["MARKING-RAISE"]
        return
    raised = raise_level(marking, level, reason)
    assert stricter(raised, marking)
    assert raised.level == level
    assert raised.raised_for[-1] == reason
    assert raised.caveats == marking.caveats


def test_raising_twice_for_one_reason_says_it_once() -> None:
    reason = Text(en="Example")
    raised = raise_level(raise_level(Marking.parse("TLP:CLEAR"), "GREEN", reason), "RED", reason)
    assert raised.raised_for == (reason,)


@pytest.mark.parametrize("reason", [None, "Example", ""])
def test_raising_without_a_reason_is_refused(reason: object) -> None:
    with pytest.raises(Invalid):
        raise_level(Marking.parse("TLP:CLEAR"), "RED", reason)  # type: ignore[arg-type]


@given(of_scheme(MarkingScheme.GPMS), of_scheme(MarkingScheme.GPMS))
def test_the_floor_keeps_the_order_and_the_caveats(one: Marking, other: Marking) -> None:
    assert floor(one).scheme is MarkingScheme.GSC
    assert floor(one).caveats == one.caveats
    if at_least_as_strict(one, other):
        assert at_least_as_strict(floor(one), floor(other))


def test_the_floor_of_confidential_is_official_and_never_sensitive() -> None:
    assert str(floor(Marking.parse("CONFIDENTIAL"))) == "OFFICIAL"
    assert str(floor(evolve(Marking.parse("RESTRICTED"), level="TOP SECRET"))) == "TOP SECRET"


def test_a_scheme_without_a_floor_says_so() -> None:
    with pytest.raises(Invalid, match="GPMS"):
        floor(Marking.parse("TLP:RED"))
