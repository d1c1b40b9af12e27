"""The rules that hold for every product, and those of each kind."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.findings import Invalid, Severity
from smir.grading import Grade
from smir.handling import Marking, Purpose
from smir.products import (
    BackTest,
    Figure,
    MessageType,
    Originator,
    ProblemDossier,
    Product,
    ProfileSubType,
    Reason,
    Status,
    Urn,
    Weight,
)
from smir.structure import check, evolve
from smir.values import CountryCode, Id, Period, Quantity, Text
from tests.products.exemplars import (
    CONTAINER,
    ITEMS,
    JUDGEMENT,
    NOW,
    PERSON,
    PLACE,
    alert,
    message,
    operational,
    profile,
    strategic,
    trend,
)
from tests.products.strategies import issued, products

URN = Urn("FR-DGDDI-2026-000001")
DESK = Originator(country=CountryCode("FR"), authority="DGDDI")


def errors(make: Any, **changes: Any) -> list[tuple[str, str]]:
    """Code and path of each finding that refuses the product."""
    with pytest.raises(Invalid) as refused:
        make(**changes)
    return [(finding.code, finding.path) for finding in refused.value.findings if finding.severity is Severity.ERROR]


def warnings(product: Product) -> list[tuple[str, str]]:
    return [(finding.code, finding.path) for finding in check(product) if finding.severity is Severity.WARNING]


@pytest.mark.parametrize("product", [alert(), profile(), operational(), strategic(), trend()])
def test_the_exemplars_have_nothing_against_them(product: Product) -> None:
    assert warnings(product) == []


@given(products())
def test_a_product_is_frozen(product: Product) -> None:
    with pytest.raises(AttributeError):
        product.version = 2  # type: ignore[misc]
    assert hash(product) == hash(evolve(product))


@given(issued())
def test_an_issued_product_says_who_issued_it_and_when(product: Product) -> None:
    for name in ("urn", "created_at", "originator"):
        with pytest.raises(Invalid) as refused:
            evolve(product, **{name: None})
        assert ("PRODUCT-ISSUED", f"/{name}") in [(found.code, found.path) for found in refused.value.findings]


@pytest.mark.parametrize("version", [0, -1])
def test_versions_count_from_one(version: int) -> None:
    assert errors(alert, version=version) == [("PRODUCT-VERSION", "/version")]


def test_a_product_does_not_replace_itself() -> None:
    assert errors(alert, urn=URN, supersedes=URN) == [("PRODUCT-SUPERSEDES", "/supersedes")]


def test_there_is_one_marking_a_scheme() -> None:
    amber, green, official = (Marking.parse(text) for text in ("TLP:AMBER", "TLP:GREEN", "OFFICIAL"))
    assert errors(alert, markings=(amber, official, green)) == [("PRODUCT-MARKINGS", "/markings/2")]
    assert alert(markings=(amber, official)).markings == (amber, official)


def test_two_parts_do_not_share_an_identifier() -> None:
    twin = evolve(PLACE, id=CONTAINER.id)
    assert errors(alert, entities=(CONTAINER, twin)) == [("PRODUCT-IDS", "/entities/1/id")]
    assert errors(alert, items=(evolve(ITEMS[0], id=PLACE.id),)) == [("PRODUCT-IDS", "/entities/1/id")]


def test_a_reference_to_nothing_is_a_warning_at_its_place() -> None:
    lost = Id("5f9ef1a3-7b2c-4d0e-9c55-0c6f3a1b2d4e")
    assert warnings(alert(entities=(PLACE,))) == [
        ("PRODUCT-REFERENCE", "/items/0/concerns/0"),
        ("PRODUCT-REFERENCE", "/items/1/concerns/0"),
    ]
    assert warnings(strategic(judgements=(evolve(JUDGEMENT, basis=(ITEMS[0].id, lost)),))) == [
        ("PRODUCT-REFERENCE", "/judgements/0/basis/1")
    ]
    assert warnings(operational(entities=(PERSON, CONTAINER))) == [("PRODUCT-REFERENCE", "/links/0/target")]


def test_a_part_is_found_by_its_identifier() -> None:
    product = alert()
    assert product.part(CONTAINER.id) is product.entities[0]
    assert product.part(Id("5f9ef1a3-7b2c-4d0e-9c55-0c6f3a1b2d4e")) is None


@given(st.lists(st.sampled_from([None, "B21", "D31", "B21", "E41"]), max_size=6))
def test_the_summary_names_each_grade_once_in_its_order_and_no_weakest(grades: list[str | None]) -> None:
    items = tuple(
        evolve(ITEMS[0], id=Id.derived("tests", str(index)), grade=None if grade is None else Grade.parse(grade))
        for index, grade in enumerate(grades)
    )
    expected = list(dict.fromkeys(["B21", *(grade for grade in grades if grade is not None)]))
    assert [str(grade) for grade in alert(items=items).grading_summary] == expected


@pytest.mark.parametrize("name", ["requirement", "contact", "cen_heading"])
def test_an_empty_text_is_no_text(name: str) -> None:
    assert errors(alert, **{name: " "}) == [("ENTITY-EMPTY", f"/{name}")]


@pytest.mark.parametrize("name", ["authority", "unit", "contact"])
def test_an_originator_is_named_or_left_out(name: str) -> None:
    with pytest.raises(Invalid) as refused:
        evolve(DESK, **{name: ""})
    assert [(found.code, found.path) for found in refused.value.findings] == [("ORIGINATOR-EMPTY", f"/{name}")]


# --- alerts


@given(st.integers(1, 400))
def test_an_alert_holds_ninety_days_at_most(days: int) -> None:
    for valid in (Period.days(days), Period.between(NOW, NOW.plus(days=days))):
        if days <= 90:
            assert alert(valid=valid).valid == valid
        else:
            assert errors(alert, valid=valid) == [("ALERT-VALID", "/valid")]


def test_an_alert_without_end_is_refused_and_one_without_start_waits_for_its_check() -> None:
    assert errors(alert, valid=Period.since(NOW)) == [("ALERT-VALID", "/valid")]
    assert alert(valid=Period.until(NOW)).valid == Period.until(NOW)


def test_indicators_are_named_by_identifier_and_once() -> None:
    given_twice = ("ROUTE-01", "seals look broken", "ROUTE-01")
    assert errors(alert, indicators=given_twice) == [
        ("INDICATOR-FORM", "/indicators/1"),
        ("INDICATOR-TWICE", "/indicators/2"),
    ]


# --- trends


def test_a_trend_compares_two_different_periods() -> None:
    first, second = trend().baseline_period, trend().comparison_period
    for wrong in (first, Period.days(30), Period.since(NOW)):
        assert errors(trend, comparison_period=wrong) == [("TREND-PERIODS", "/comparison_period")]
    assert warnings(trend(baseline_period=Period.between(first.start, second.end))) == [
        ("TREND-OVERLAP", "/comparison_period")
    ]


def test_figures_of_a_trend_share_their_unit() -> None:
    figure = Figure(period=trend().baseline_period, value=Quantity.parse("3 KGM"))
    assert errors(trend, series=(figure,)) == [("TREND-UNIT", "/series/0/value")]


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_the_change_of_a_trend_is_that_of_its_values(before: int, after: int) -> None:
    product = trend(baseline_value=Quantity(Decimal(before), "C62"), comparison_value=Quantity(Decimal(after), "C62"))
    assert product.change == after - before
    if before == 0:
        assert product.change_percent is None
    else:
        assert round(product.change_percent * before / 100) == after - before


def test_an_unknown_value_gives_no_change() -> None:
    product = trend(baseline_value=None)
    assert (product.change, product.change_percent) == (None, None)


# --- profiles


def test_a_risk_profile_names_nobody_without_a_legal_basis() -> None:
    assert errors(profile, entities=(PERSON,)) == [("PROFILE-NOMINAL", "/legal_basis")]
    basis = Text(en="Example Customs Act, article 5")
    assert profile(entities=(PERSON, CONTAINER), legal_basis=basis, purposes=(Purpose.CONTROL,)).is_nominal


@pytest.mark.parametrize(("kind", "member"), [(ProfileSubType.SUBJECT, "subject"), (ProfileSubType.PROBLEM, "problem")])
def test_a_profile_of_a_subject_or_problem_holds_its_dossier(kind: ProfileSubType, member: str) -> None:
    assert ("PROFILE-SUBJECT", f"/{member}") in warnings(profile(sub_type=kind))


def test_a_problem_profile_with_its_dossier_is_whole() -> None:
    dossier = ProblemDossier(description=Text(en="Under-declared weight of scrap metal"))
    assert warnings(profile(sub_type=ProfileSubType.PROBLEM, problem=dossier)) == []


@pytest.mark.parametrize("rate", [-1, 101])
def test_an_expected_hit_rate_is_a_percentage(rate: int) -> None:
    assert errors(profile, expected_hit_rate_percent=rate) == [("PROFILE-RATE", "/expected_hit_rate_percent")]


@given(st.lists(st.integers(-50, 50), max_size=4), st.integers(0, 200))
def test_a_threshold_that_nothing_reaches_is_a_warning(points: list[int], threshold: int) -> None:
    weights = tuple(Weight(indicator=f"I-{index}", points=value) for index, value in enumerate(points))
    found = ("PROFILE-THRESHOLD", "/threshold") in warnings(profile(weights=weights, threshold=threshold))
    assert found is (bool(points) and threshold > sum(value for value in points if value > 0))


def test_an_indicator_is_weighed_once() -> None:
    weights = (Weight(indicator="I-1", points=1), Weight(indicator="I-1", points=2))
    assert errors(profile, weights=weights) == [("INDICATOR-TWICE", "/weights/1/indicator")]
    assert errors(Weight, indicator="a b", points=1) == [("INDICATOR-FORM", "/indicator")]


@given(st.lists(st.integers(-2, 5), min_size=4, max_size=4))
def test_the_counts_of_a_back_test_are_parts_of_each_other(counts: list[int]) -> None:
    names = ("declarations", "selected", "controlled", "offences")
    members = dict(zip(names, counts, strict=True)) | {"period": Period.between(NOW, NOW.plus(days=1))}
    if counts == sorted(counts, reverse=True) and counts[-1] >= 0:
        assert BackTest(**members).selected == counts[1]
    else:
        assert errors(BackTest, **members) == [("BACK-TEST-COUNTS", "")]


# --- messages


def test_a_message_is_sent_received_and_due_in_this_order() -> None:
    late = message(MessageType.ACK, sent_at=NOW, received_at=NOW.minus(days=1))
    assert ("MESSAGE-TIMES", "/due_at") in warnings(late)
    assert warnings(message(MessageType.RFI, sent_at=NOW, received_at=NOW, due_at=NOW.plus(days=7))) == []


def test_the_language_of_a_message_is_a_tag() -> None:
    assert errors(message, message_type=MessageType.ACK, language="French") == [("MESSAGE-LANGUAGE", "/language")]


def test_the_answers_to_a_message_are_messages() -> None:
    assert MessageType.RFI.answers == (MessageType.REPLY, MessageType.REFUSAL)
    assert MessageType.REFUSAL.answers == ()


# --- parts


def test_a_reason_names_its_requirement() -> None:
    assert errors(Reason, requirement="because", text=Text(en="It was late.")) == [("REASON-STANDARD", "/requirement")]


def test_the_provenance_of_an_item_is_that_of_the_whole_item() -> None:
    assert errors(lambda: evolve(ITEMS[0], provenance=evolve(ITEMS[0].provenance, member="text"))) == [
        ("ITEM-ORIGIN", "/provenance/member")
    ]


def test_two_grades_of_one_item_are_both_kept_and_said_aloud() -> None:
    two = evolve(ITEMS[0], grade=Grade.parse("C31"), provenance=evolve(ITEMS[0].provenance, grade=Grade.parse("B21")))
    assert [finding.code for finding in check(two)] == ["ITEM-GRADES"]


@pytest.mark.parametrize("status", Status)
def test_only_a_draft_is_not_issued(status: Status) -> None:
    assert status.is_issued is (status is not Status.DRAFT)
