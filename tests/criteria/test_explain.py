"""Explanations: what decided, what was missing, and nothing that may not be said."""

from __future__ import annotations

import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.criteria import Criterion, Verdict, criterion
from smir.criteria.nodes import ArrayComparison, Overlap
from smir.criteria.phrases import phrase

FRUIT = criterion("commodity_code LIKE '0811%' AND origin_country = 'EC' AND gross_mass > 10000")
NAMED = criterion("importer_name LIKE 'Nowhere%' OR gross_mass > 5")
ROW = {"commodity_code": "081190", "origin_country": "EC", "gross_mass": Decimal(12000)}


def test_a_hit_by_and_is_decided_by_all_its_conditions():
    explanation = FRUIT.explain(ROW)
    assert explanation.verdict is Verdict.HIT
    assert [reason.path for reason in explanation.reasons] == ["/args/0", "/args/1", "/args/2"]
    assert explanation.message("en").startswith("Hit. Decided by: ")


def test_no_hit_is_decided_by_the_conditions_that_do_not_hold():
    explanation = FRUIT.explain({**ROW, "origin_country": "CO"})
    (reason,) = explanation.reasons
    assert (reason.kind, reason.holds, reason.elements[0].name) == ("=", False, "origin_country")
    assert explanation.message("fr") == (
        "Pas de concordance. Élément décisif\u00a0: pays d’origine (origin_country) n’est pas la valeur donnée."
    )


def test_cannot_tell_names_what_is_missing_and_what_cannot_be_compared():
    explanation = FRUIT.explain({"commodity_code": "081190", "gross_mass": float("nan")})
    assert explanation.verdict is Verdict.CANNOT_TELL
    assert [element.name for element in explanation.missing] == ["origin_country"]
    assert [element.name for element in explanation.unusable] == ["gross_mass"]
    assert "Missing: country of origin (origin_country)." in explanation.message("en")
    assert "Manquant\u00a0: pays d’origine (origin_country)." in explanation.message("fr")
    assert "Cannot be compared: " in explanation.message("en")


def test_what_another_part_made_needless_is_not_called_missing():
    explanation = criterion("(net_mass > 1 AND origin_country = 'EC') OR package_count > 5").explain(
        {"origin_country": "CO"}
    )
    assert [element.name for element in explanation.missing] == ["package_count"]


def test_a_condition_under_not_is_told_as_it_is():
    explanation = criterion("NOT (origin_country = 'EC' OR gross_mass > 5)").explain(
        {"origin_country": "CO", "gross_mass": Decimal(1)}
    )
    assert explanation.verdict is Verdict.HIT
    assert [(reason.path, reason.holds) for reason in explanation.reasons] == [
        ("/args/0/args/0", False),
        ("/args/0/args/1", False),
    ]


def test_values_are_quoted_only_where_asked_for():
    quiet, loud = FRUIT.explain(ROW), FRUIT.explain(ROW, values=True)
    for language in ("en", "fr"):
        assert not any(value in quiet.message(language) for value in ("0811", "12000", "10000"))
        assert all(value in loud.message(language) for value in ("0811%", "081190", "12000", "10000"))


def test_personal_values_are_quoted_only_where_asked_for_by_name():
    row = {"importer_name": "Nowhere Trading"}
    shown = NAMED.explain(row, values=True).message("en")
    assert "Nowhere" not in shown
    assert "importer_name LIKE '…'" in shown
    assert "Nowhere Trading" in NAMED.explain(row, values=True, personal=True).message("fr")
    assert "Nowhere" not in NAMED.explain(row, personal=True).message("en")


def test_neither_criterion_nor_explanation_shows_values_in_its_repr():
    row = {"importer_name": "Nowhere Trading"}
    explanation = NAMED.explain(row, values=True, personal=True)
    assert "Nowhere" not in repr(NAMED) + repr(explanation) + repr(explanation.reasons)
    assert "Nowhere" not in repr(NAMED.root)


def test_an_explanation_is_frozen_small_and_travels():
    explanation = FRUIT.explain(ROW, values=True)
    assert pickle.loads(pickle.dumps(explanation)) == explanation
    assert hash(explanation) == hash(FRUIT.explain(ROW, values=True))
    with pytest.raises(AttributeError):
        explanation.verdict = Verdict.NO_HIT
    assert len(pickle.dumps(FRUIT.explain(ROW))) < 2000


def test_every_kind_of_condition_has_its_words_in_both_languages():
    kinds = ["=", "<>", "<", "<=", ">", ">=", "like", "between", "in", "isNull", *(one.value for one in Overlap)]
    said = {phrase(kind, holds, language) for kind in kinds for holds in (True, False) for language in ("en", "fr")}
    assert len(said) >= 4 * len(kinds) - 8
    assert phrase("=", None, "fr") == "ne permet pas de trancher"
    assert ArrayComparison.__name__ == "ArrayComparison"


def test_lists_and_dates_are_quoted_readably():
    import datetime as dt

    made = criterion("A_OVERLAPS(containers, ('CSQU3054383')) AND acceptance_date > DATE('2026-06-01')")
    row = {"containers": ("CSQU3054383", "MSKU0000000"), "acceptance_date": dt.date(2026, 6, 2)}
    shown = made.explain(row, values=True).message("en")
    assert "(CSQU3054383, MSKU0000000)" in shown
    assert "2026-06-02" in shown


def test_an_element_that_no_catalogue_knows_is_named_by_its_machine_name_and_kept_personal():
    explanation = Criterion.parse("dock_number = '7'").explain({"dock_number": "7"}, values=True)
    assert (
        explanation.message("en")
        == "Hit. Decided by: dock_number is the given value [dock_number = '…'; dock_number: …]."
    )


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "commodity_code": st.sampled_from(["0811", "09"]),
            "origin_country": st.sampled_from(["EC", "CO"]),
            "gross_mass": st.sampled_from([Decimal(1), Decimal(20000)]),
        },
    )
)
def test_an_explanation_gives_the_verdict_of_the_criterion_and_a_reason(row):
    explanation = FRUIT.explain(row)
    assert explanation.verdict is FRUIT.evaluate(row)
    assert explanation.reasons
    needs = {element.name for element in explanation.missing}
    assert (explanation.verdict is Verdict.CANNOT_TELL) == bool(needs)
    assert needs.isdisjoint(row)
