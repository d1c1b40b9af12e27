"""Likelihood: a term means what its yardstick says, and no percentage is rounded into a neighbour's band."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from smir.findings import Invalid, Severity
from smir.products import Likelihood, Yardstick
from smir.structure import check, evolve
from tests.products.exemplars import JUDGEMENT, number, strategic

percents = st.integers(0, 100) | st.decimals(0, 100, places=3)
each_scheme = pytest.mark.parametrize("scheme", Yardstick, ids=lambda scheme: scheme.value)

#: Bounds as published, kept apart from the data the code reads.
PUBLISHED = {
    Yardstick.ICD_203: [(1, 5), (5, 20), (20, 45), (45, 55), (55, 80), (80, 95), (95, 99)],
    Yardstick.PHIA: [(0, 5), (10, 20), (25, 35), (40, 50), (55, 75), (80, 90), (95, 100)],
    Yardstick.KENT: [(2, 12), (20, 40), (40, 60), (63, 87), (87, 99)],
}


@each_scheme
def test_the_bands_are_those_published(scheme: Yardstick) -> None:
    assert [(band.low, band.high) for band in scheme.bands] == PUBLISHED[scheme]


@given(st.sampled_from(Yardstick), percents)
def test_a_term_made_from_a_percentage_never_lies(scheme: Yardstick, percent: int | Decimal) -> None:
    holding = [band for band in scheme.bands if band.low <= percent <= band.high]
    try:
        made = Likelihood.from_percent(scheme, percent)
    except Invalid:
        assert not holding
    else:
        assert made.low <= percent <= made.high
        assert (made.low, made.high) == (holding[-1].low, holding[-1].high)


@each_scheme
def test_a_shared_edge_belongs_to_the_upper_band(scheme: Yardstick) -> None:
    for below, above in pairwise(scheme.bands):
        if below.high == above.low:
            assert Likelihood.from_percent(scheme, below.high).term == above.terms[0]


@each_scheme
def test_a_gap_is_refused_with_both_neighbours_named(scheme: Yardstick) -> None:
    gaps = [(below, above) for below, above in pairwise(scheme.bands) if below.high < above.low]
    assert bool(gaps) is (scheme is not Yardstick.ICD_203)
    for below, above in gaps:
        with pytest.raises(Invalid) as refused:
            Likelihood.from_percent(scheme, Decimal(below.high + above.low) / 2)
        (finding,) = refused.value.findings
        assert finding.code == "LIKELIHOOD-GAP"
        assert below.terms[0] in finding.message()
        assert above.terms[0] in finding.message("fr")


@pytest.mark.parametrize(("scheme", "percent"), [(Yardstick.ICD_203, 0), (Yardstick.ICD_203, 100), (Yardstick.KENT, 1)])
def test_what_no_word_covers_is_refused_with_the_nearest(scheme: Yardstick, percent: int) -> None:
    with pytest.raises(Invalid) as refused:
        Likelihood.from_percent(scheme, percent)
    assert [finding.code for finding in refused.value.findings] == ["LIKELIHOOD-OUTSIDE"]


@pytest.mark.parametrize(
    "percent", [0.5, "50", True, None, -1, 101, Decimal("NaN"), Decimal("Infinity"), Decimal("sNaN")]
)
def test_a_percentage_is_a_whole_number_or_a_decimal(percent: object) -> None:
    with pytest.raises(Invalid) as refused:
        Likelihood.from_percent(Yardstick.PHIA, percent)
    assert [finding.code for finding in refused.value.findings] == ["LIKELIHOOD-NUMBER"]


@each_scheme
def test_every_term_can_be_said_in_both_languages(scheme: Yardstick) -> None:
    for term in scheme.terms:
        made = Likelihood(scheme=scheme, term=term)
        assert made.label("fr")
        assert made.label("en").upper().replace(" ", "_") in (term, "ROUGHLY_EVEN_CHANCE")
        assert made.low < made.high


def test_the_same_word_is_another_range_elsewhere() -> None:
    assert Likelihood(scheme=Yardstick.ICD_203, term="UNLIKELY").high == 45
    assert Likelihood(scheme=Yardstick.PHIA, term="UNLIKELY").high == 35
    assert Likelihood(scheme=Yardstick.PHIA, term="REALISTIC_POSSIBILITY").low == 40


@given(st.sampled_from(Yardstick), st.text(max_size=20))
def test_a_term_of_no_scheme_is_refused_and_not_repeated(scheme: Yardstick, term: str) -> None:
    assume(term not in scheme.terms)
    with pytest.raises(Invalid) as refused:
        Likelihood(scheme=scheme, term=term)
    assert {finding.path for finding in refused.value.findings} == {"/term"}


def test_the_two_rows_of_synonyms_are_not_mixed_in_one_product() -> None:
    other = evolve(
        JUDGEMENT, id=number("other"), likelihood=Likelihood(scheme=Yardstick.ICD_203, term="HIGHLY_IMPROBABLE")
    )
    mixed = [
        finding for finding in check(strategic(judgements=(JUDGEMENT, other))) if finding.code.startswith("LIKELI")
    ]
    assert [(finding.code, finding.path, finding.severity) for finding in mixed] == [
        ("LIKELIHOOD-MIXED", "/judgements", Severity.WARNING)
    ]


def test_one_row_of_synonyms_is_not_mixed_with_another_scheme() -> None:
    other = evolve(JUDGEMENT, id=number("other"), likelihood=Likelihood(scheme=Yardstick.PHIA, term="UNLIKELY"))
    assert "LIKELIHOOD-MIXED" not in {finding.code for finding in check(strategic(judgements=(JUDGEMENT, other)))}


@each_scheme
def test_every_scheme_is_named_in_both_languages(scheme: Yardstick) -> None:
    assert scheme.label("fr") != scheme.label("en") == scheme.label("pt")
