"""Products held against declarations: what fires, what never does, and why."""

from __future__ import annotations

from typing import Any

import pytest

from smir.criteria import Verdict, criterion
from smir.declarations import read, samples
from smir.products import Status, Urn
from smir.release import Received
from smir.serializers import dumps, loads
from smir.structure import evolve
from smir.targeting import Result, screen
from tests.release.case import NOW, alert, office, recipient

BANANAS = criterion("commodity_code LIKE '0803%' AND origin_country = 'BW' AND gross_mass > 500")


def screened(product: Any, **options: Any) -> list[Result]:
    return list(screen([product], read(samples()), **({"at": NOW} | options)))


def test_every_declaration_gets_one_of_three_answers() -> None:
    results = screened(alert(criteria=BANANAS))
    verdicts = [result.verdict for result in results]
    assert len(results) == 19
    assert (verdicts.count(Verdict.HIT), verdicts.count(Verdict.CANNOT_TELL)) == (1, 4)
    assert [result.declaration.source for result in results if result.is_hit] == ["TT_FI001__TT_FI001a.xml"]


def test_a_declaration_is_a_hit_where_one_of_its_items_is() -> None:
    cartridges = alert(criteria=criterion("commodity_code LIKE '9306%' AND gross_mass > 100"))
    (hit,) = [result for result in screened(cartridges) if result.declaration.source.startswith("TT_IM017")]
    assert hit.verdicts == (Verdict.HIT, Verdict.NO_HIT)
    assert (hit.verdict, hit.items) == (Verdict.HIT, (0,))


def test_the_explanation_names_fields_and_no_values_unless_asked() -> None:
    result = next(result for result in screened(alert(criteria=BANANAS)) if result.is_hit)
    assert "origin" in result.message("en")
    assert "origine" in result.message("fr")
    assert "BW" not in result.message("en")
    assert "BW" in result.explain(values=True).message("en")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"status": Status.WITHDRAWN}, "SCREEN-STATUS"),
        ({"status": Status.SUPERSEDED}, "SCREEN-STATUS"),
        ({"status": Status.DRAFT}, "SCREEN-STATUS"),
        ({"criteria": None}, "SCREEN-NO-CRITERION"),
    ],
)
def test_what_is_not_in_force_never_fires_and_is_named(change: dict[str, Any], code: str) -> None:
    screening = screen([evolve(alert(criteria=BANANAS), **change)], read(samples()), at=NOW)
    assert list(screening) == []
    assert [(skipped.place, skipped.findings[0].code) for skipped in screening.not_run] == [(0, code)]


@pytest.mark.parametrize("days", [-1, 40])
def test_a_product_does_not_fire_outside_its_period(days: int) -> None:
    at = NOW.plus(days=days) if days > 0 else NOW.minus(days=-days)
    screening = screen([alert(criteria=BANANAS)], read(samples()), at=at)
    assert list(screening.hits()) == []
    assert screening.not_run[0].findings[0].code == "SCREEN-PERIOD"


def test_a_partner_runs_what_it_received() -> None:
    released = office().release(alert(criteria=BANANAS), to=recipient())
    received = loads(dumps(released, "json"))
    assert isinstance(received, Received)
    hits = [result for result in screened(received) if result.is_hit]
    assert len(hits) == 1
    assert hits[0].product == released.product


def test_a_withheld_criterion_is_named_and_not_run() -> None:
    released = office().release(alert(), to=recipient())
    screening = screen([released], read(samples()), at=NOW)
    assert screening.not_run[0].findings[0].code == "SCREEN-WITHHELD"


def test_several_products_run_on_each_declaration() -> None:
    two = [alert(criteria=BANANAS), alert(criteria=criterion("transport_mode = '1'"))]
    results = list(screen(two, read(samples()), at=NOW))
    assert len(results) == 2 * 19
    assert [result.product for result in results[:2]] == two


def test_nothing_to_look_at_is_no_hit() -> None:
    result = Result(product=alert(), declaration=next(iter(read(samples()))), criterion=BANANAS, verdicts=())
    assert result.verdict is Verdict.NO_HIT
    assert result.items == ()


def test_a_version_that_was_replaced_does_not_fire_beside_the_new_one() -> None:
    old = alert(criteria=BANANAS)
    new = evolve(old, urn=Urn("FR-DGDDI-2026-000002"), supersedes=old.urn, version=2)
    screening = screen([old, new], read(samples()), at=NOW)
    assert [skipped.place for skipped in screening.not_run] == [0]
    assert len(list(screening.hits())) == 1
