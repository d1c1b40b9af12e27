"""The standard of each level: each requirement can be met, and can be the only one that is not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.findings import Severity, errors_among
from smir.grading import Grade
from smir.handling import DataCategory, Withheld, WithheldReason
from smir.products import (
    Level,
    MessageType,
    Product,
    ProductType,
    Reason,
    Reply,
    Standard,
    Weighting,
    check_standard,
)
from smir.structure import evolve
from smir.values import Instant, Period, Text
from tests.products.exemplars import (
    CONTAINER,
    DESK,
    ITEMS,
    JUDGEMENT,
    NOW,
    PERSON,
    PLACE,
    REQUEST,
    alert,
    item,
    message,
    operational,
    profile,
    strategic,
    trend,
)
from tests.products.strategies import products

GONE = Withheld(category=DataCategory.ITEM, reason=WithheldReason.HANDLING)
ANONYMOUS = evolve(ITEMS[0], concerns=())

#: For each requirement a product that meets all of its level but this one.
LACKING: dict[str, Product] = {
    "TACTICAL-ACTION": alert(action_requested=None),
    "TACTICAL-WHERE": alert(entities=(), items=(ANONYMOUS, evolve(ITEMS[1], concerns=()))),
    "TACTICAL-VALID": alert(valid=None),
    "TACTICAL-ITEM": alert(
        items=(),
        reasons=(Reason(requirement="LEVEL-TACTICAL-TWO-ITEMS", text=Text(en="There is one source only.")),),
    ),
    "TACTICAL-ACT-ON": alert(entities=(PLACE,), criteria=None, items=(ANONYMOUS, evolve(ITEMS[1], concerns=()))),
    "TACTICAL-CONTACT": alert(contact=None),
    "TACTICAL-TWO-ITEMS": alert(items=ITEMS[:1]),
    "TACTICAL-METHOD": alert(modus_operandi=None),
    "TACTICAL-FEEDBACK": alert(feedback_requested=False),
    "TACTICAL-TYPE": trend(
        level=Level.TACTICAL,
        valid=Period.days(30),
        entities=(CONTAINER,),
        originator=profile().originator,
        feedback_requested=True,
        attachments=profile().attachments,
    ),
    "OPERATIONAL-SUBJECT": operational(
        entities=(PLACE,), links=(), no_known_links=Text(en="None."), items=(ANONYMOUS, evolve(ITEMS[1], concerns=()))
    ),
    "OPERATIONAL-PROVENANCE": operational(items=(*ITEMS, evolve(item("third"), provenance=None))),
    "OPERATIONAL-LINKS": operational(links=()),
    "OPERATIONAL-GAPS": operational(gaps=()),
    "OPERATIONAL-REVIEW": operational(review_by=Instant.parse("2026-12-01T10:00:01Z")),
    "OPERATIONAL-LEGAL-BASIS": operational(legal_basis=None),
    "OPERATIONAL-PURPOSE": operational(purposes=()),
    "OPERATIONAL-TWO-SOURCES": operational(items=(item("first"), item("second"))),
    "OPERATIONAL-OPTIONS": operational(options=()),
    "OPERATIONAL-INVESTIGATION": operational(investigation=None),
    "OPERATIONAL-TYPE": alert(
        **{
            name: getattr(operational(), name)
            for name in ("level", "entities", "links", "gaps", "review_by", "legal_basis", "purposes", "options")
        },
        investigation="CASE-2026-17",
    ),
    "STRATEGIC-SCOPE": strategic(scope=None),
    "STRATEGIC-PERIOD": strategic(
        period_covered=None,
        reasons=(Reason(requirement="LEVEL-STRATEGIC-TWO-PERIODS", text=Text(en="There is no earlier one.")),),
    ),
    "STRATEGIC-JUDGEMENT": strategic(judgements=(evolve(JUDGEMENT, confidence=None),)),
    "STRATEGIC-ASSUMPTIONS": strategic(assumptions=()),
    "STRATEGIC-SOURCES": strategic(sources=None),
    "STRATEGIC-RECOMMENDATIONS": strategic(recommendations=()),
    "STRATEGIC-IMPERSONAL": strategic(entities=(PERSON,)),
    "STRATEGIC-REVIEW": strategic(review_by=Instant.parse("2026-06-01T10:00:00Z")),
    "STRATEGIC-TWO-PERIODS": strategic(baseline_period=None),
    "STRATEGIC-ALTERNATIVE": strategic(alternatives=()),
    "STRATEGIC-WOULD-CHANGE": strategic(judgements=(evolve(JUDGEMENT, would_change=None),)),
    "STRATEGIC-FIGURES": strategic(attachments=profile().attachments),
    "STRATEGIC-TYPE": alert(
        **{
            name: getattr(strategic(), name)
            for name in ("level", "scope", "judgements", "assumptions", "sources", "recommendations", "alternatives")
        },
        period_covered=strategic().period_covered,
        review_by=strategic().review_by,
        attachments=strategic().attachments,
        reasons=(Reason(requirement="LEVEL-STRATEGIC-TWO-PERIODS", text=Text(en="There is no earlier one.")),),
    ),
    "MESSAGE-REQUEST": message(MessageType.NOTIFICATION, request=None),
    "MESSAGE-FACTS": message(MessageType.RFI, request=evolve(REQUEST, facts_and_enquiries=None)),
    "MESSAGE-DUE": message(MessageType.RFI, due_at=None),
    "MESSAGE-URGENCY": message(MessageType.RFI, urgency=None),
    "MESSAGE-INTEREST": message(MessageType.SPONTANEOUS, interest=None),
    "MESSAGE-ORIGIN": message(MessageType.SPONTANEOUS, items=()),
    "MESSAGE-LIMITS": message(MessageType.SPONTANEOUS, usage_limits=()),
    "MESSAGE-CORRELATION": message(MessageType.ACK, correlation=None),
    "MESSAGE-RESULT": message(MessageType.REPLY, reply=None),
    "MESSAGE-GROUND": message(MessageType.REFUSAL, reply=Reply(explanation=Text(en="Not now."))),
    "MESSAGE-EXPLANATION": message(
        MessageType.REFUSAL, reply=evolve(message(MessageType.REFUSAL).reply, explanation=None)
    ),
    "MESSAGE-CONSIGNMENT": message(MessageType.WARNING, entities=(PLACE,)),
    "MESSAGE-COMMODITY": message(MessageType.WARNING, threat_commodities=()),
    "MESSAGE-ROUTE": message(MessageType.WARNING, entities=(CONTAINER,)),
    "MESSAGE-EXPECTED": message(MessageType.WARNING, expected_at=None),
    "MESSAGE-ACTION": message(MessageType.WARNING, action_requested=None),
    "MESSAGE-VALID": message(MessageType.WARNING, valid=Period.days(91)),
    "MESSAGE-FEEDBACK": message(MessageType.FEEDBACK, feedback=None),
    "MESSAGE-GOODS": message(MessageType.SEIZURE, entities=()),
    "MESSAGE-CORRECTION": message(MessageType.CORRECTION, correction=None),
}

WHOLE: dict[str, Product] = {
    "alert": alert(),
    "profile": profile(),
    "operational report": operational(),
    "strategic report": strategic(),
    "trend": trend(),
    **{f"message {kind.value}": message(kind) for kind in MessageType},
}


def codes(product: Product, on: Instant = NOW) -> list[str]:
    return [finding.code for finding in check_standard(product, on=on)]


@pytest.mark.parametrize("product", WHOLE.values(), ids=WHOLE.keys())
def test_a_whole_product_lacks_nothing(product: Product) -> None:
    assert codes(product) == []


@pytest.mark.parametrize(("code", "product"), LACKING.items(), ids=LACKING.keys())
def test_each_requirement_can_be_the_only_one_that_is_not_met(code: str, product: Product) -> None:
    assert codes(product) == [f"LEVEL-{code}"]


def test_every_requirement_of_the_house_has_a_product_that_lacks_it() -> None:
    assert {f"LEVEL-{code}" for code in LACKING} == {row.code for row in Standard.load().requirements}


@pytest.mark.parametrize("row", Standard.load().requirements, ids=lambda row: row.code)
def test_a_must_is_an_error_and_a_should_a_warning(row: Any) -> None:
    (finding,) = check_standard(LACKING[row.code.removeprefix("LEVEL-")], on=NOW)
    assert finding.severity is (Severity.ERROR if row.weight is Weighting.MUST else Severity.WARNING)
    assert finding.message("en") == row.en
    assert finding.message("fr") == row.fr


@pytest.mark.parametrize("row", Standard.load().requirements, ids=lambda row: row.code)
def test_a_reason_answers_a_should_and_never_a_must(row: Any) -> None:
    lacking = LACKING[row.code.removeprefix("LEVEL-")]
    reason = Reason(requirement=row.code, text=Text(en="It could not be had in time."))
    excused = codes(evolve(lacking, reasons=(*lacking.reasons, reason)))
    assert excused == ([] if row.weight is Weighting.SHOULD else [row.code, "STANDARD-REASON"])


def test_french_messages_keep_french_typography() -> None:
    for row in Standard.load().requirements:
        assert " :" not in row.fr.replace("\u00a0:", "")
        assert not any(f" {sign}" in row.fr for sign in ";!?")
        assert "'" not in row.fr


@given(products())
def test_a_check_of_any_product_ends_in_findings_and_changes_nothing(product: Product) -> None:
    before = evolve(product)
    first = check_standard(product, on=NOW)
    assert first == check_standard(product, on=NOW)
    assert product == before


@given(st.sampled_from(sorted(LACKING)), st.data())
def test_what_was_withheld_counts_as_absent(code: str, data: st.DataObject) -> None:
    product = LACKING[code]
    emptied = evolve(product, items=(*product.items, GONE), gaps=(*product.gaps, GONE))
    assert codes(emptied) == [f"LEVEL-{code}"]


def test_a_product_that_is_checked_later_than_its_period_is_not_valid() -> None:
    begun = alert(valid=Period.between(NOW, NOW.plus(days=30)))
    assert codes(begun) == []
    assert codes(begun, NOW.plus(days=30)) == ["LEVEL-TACTICAL-VALID"]
    assert codes(begun, NOW.minus(days=60)) == []
    assert codes(begun, NOW.minus(days=61)) == ["LEVEL-TACTICAL-VALID"]


def test_a_finding_stands_at_a_member_that_the_product_has() -> None:
    for product in LACKING.values():
        for finding in check_standard(product, on=NOW):
            assert finding.path == "" or hasattr(product, finding.path.split("/")[1])


@pytest.mark.parametrize("grade", ["D21", "B51", "D51"])
def test_a_judgement_never_rests_on_an_unreliable_source_or_a_suspected_lie_alone(grade: str) -> None:
    weak = evolve(ANONYMOUS, grade=Grade.parse(grade))
    product = strategic(items=(weak, *strategic().items[1:]))
    (finding,) = errors_among(check_standard(product, on=NOW))
    assert (finding.code, finding.path) == ("JUDGEMENT-BASIS", "/judgements/0/basis")


def test_a_weak_item_may_stand_beside_a_better_one_in_a_basis() -> None:
    weak = evolve(ANONYMOUS, grade=Grade.parse("D51"))
    other = strategic().items[1]
    judgement = evolve(JUDGEMENT, basis=(weak.id, other.id))
    assert codes(strategic(items=(weak, other), judgements=(judgement,))) == []


def test_the_grade_of_the_product_holds_for_an_item_without_one() -> None:
    assert codes(strategic(grade=Grade.parse("D51"))) == ["JUDGEMENT-BASIS"]


@pytest.mark.parametrize("title", ["On Ignatius Invented", "on IGNATIUS INVENTED", "Invented’s boat"])
def test_a_title_that_names_someone_in_the_product_is_found(title: str) -> None:
    product = operational(title=Text(en="A network by rail", fr=title))
    (finding,) = check_standard(product, on=NOW)
    assert (finding.code, finding.path) == ("TITLE-NAME", "/title/fr")
    assert "Invented" not in str(finding)


def test_a_contact_of_the_originator_is_a_contact() -> None:
    assert codes(alert(contact=None, originator=profile().originator)) == []
    assert profile().originator.contact == DESK


def test_levels_and_types_that_the_standard_does_not_meet_are_not_asked() -> None:
    rows = Standard.load().requirements
    assert all(ProductType.MESSAGE not in row.products for row in rows if "MESSAGE" not in row.code)


def test_months_are_counted_by_the_calendar() -> None:
    on = Instant.parse("2026-08-31T10:00:00+02:00")
    last = Instant.parse("2027-02-28T10:00:00+02:00")
    assert codes(operational(review_by=last), on) == []
    assert codes(operational(review_by=last.plus(seconds=1)), on) == ["LEVEL-OPERATIONAL-REVIEW"]
    assert codes(operational(review_by=on), on) == ["LEVEL-OPERATIONAL-REVIEW"]


def test_nothing_is_too_far_ahead_at_the_end_of_time() -> None:
    on = Instant.parse("9999-12-01T00:00:00Z")
    assert codes(operational(review_by=on.plus(days=30)), on) == []
    assert codes(alert(valid=Period.until(on.plus(days=30))), on) == []
