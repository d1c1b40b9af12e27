"""The life of a product: one head a chain, nothing in force before its issue or after its end, no way back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from smir.findings import Invalid
from smir.products import Originator, Product, Status, Urn, expired, is_in_force, new_version, supersede, withdraw
from smir.structure import evolve
from smir.values import CountryCode, Instant, Period, Text
from tests.entities.strategies import instants
from tests.products.exemplars import NOW, alert
from tests.products.strategies import issued, products, urns

REASON = Text(en="The container was found empty.")
OFFICE = Originator(country=CountryCode("FR"), authority="DGDDI")


def issue(product: Product, urn: str = "FR-DGDDI-2026-000002", at: Instant = NOW) -> Any:
    return evolve(product, urn=Urn(urn), created_at=at, originator=OFFICE, status=Status.ISSUED)


def refusal(act: Any, *arguments: Any, **changes: Any) -> list[str]:
    with pytest.raises(Invalid) as refused:
        act(*arguments, **changes)
    return [finding.code for finding in refused.value.findings]


@given(issued(), urns, instants)
def test_a_new_version_continues_the_chain_and_leaves_the_old_one_as_it_is(product: Any, urn: Urn, at: Instant) -> None:
    assume(urn != product.urn)
    draft = new_version(product)
    assert (draft.version, draft.supersedes, draft.status) == (product.version + 1, product.urn, Status.DRAFT)
    assert (draft.urn, draft.created_at, draft.change_note) == (None, None, None)
    assert product.status is Status.ISSUED
    following = evolve(draft, urn=urn, created_at=at, status=Status.ISSUED)
    old = supersede(product, following)
    assert old == evolve(product, status=Status.SUPERSEDED)
    assert new_version(following).version == product.version + 2


@given(products())
def test_only_an_issued_product_has_versions_or_an_end(product: Any) -> None:
    other = issue(alert())
    assert refusal(new_version, product) == ["LIFECYCLE-STATUS"]
    assert refusal(withdraw, product, REASON) == ["LIFECYCLE-STATUS"]
    assert refusal(supersede, product, other)[0] == "LIFECYCLE-STATUS"


@given(issued())
def test_what_is_withdrawn_or_replaced_stays_so(product: Any) -> None:
    over = withdraw(product, REASON)
    assert (over.status, over.change_note) == (Status.WITHDRAWN, REASON)
    for done in (over, evolve(product, status=Status.SUPERSEDED)):
        assert refusal(new_version, done) == ["LIFECYCLE-STATUS"]
        assert refusal(withdraw, done, REASON) == ["LIFECYCLE-STATUS"]


@given(issued(), instants)
def test_nothing_but_an_issued_product_is_ever_in_force(product: Any, at: Instant) -> None:
    assert not is_in_force(withdraw(product, REASON), at)
    assert not is_in_force(evolve(product, status=Status.SUPERSEDED), at)
    assert not is_in_force(new_version(product), at)


@given(issued(), instants)
def test_an_issued_product_that_has_begun_is_in_force_or_expired_and_never_both(product: Any, at: Instant) -> None:
    start = product.valid.start if product.valid is not None else None
    begun = product.created_at <= at and (start is None or start <= at)
    assert is_in_force(product, at) is (begun and not expired(product, at))


@given(issued(), instants, st.integers(1, 1000))
def test_what_has_expired_stays_expired(product: Any, at: Instant, days: int) -> None:
    if expired(product, at):
        assert expired(product, at.plus(days=days))
        assert not is_in_force(product, at.plus(days=days))


@given(st.integers(1, 90), st.integers(0, 200))
def test_a_number_of_days_counts_from_the_issue(days: int, later: int) -> None:
    product = issue(alert(valid=Period.days(days)))
    at = NOW.plus(days=later)
    assert is_in_force(product, at) is (later < days)
    assert expired(product, at) is (later >= days)
    assert is_in_force(product, at) is is_in_force(evolve(product, valid=Period.days(days).starting(NOW)), at)


def test_a_product_is_not_in_force_before_its_issue_or_its_start() -> None:
    product = issue(alert(valid=Period.between(NOW.plus(days=1), NOW.plus(days=2))))
    assert [is_in_force(product, NOW.plus(hours=hours)) for hours in (-1, 0, 23, 24, 47, 48)] == [
        False,
        False,
        False,
        True,
        True,
        False,
    ]


def test_days_beyond_the_last_year_do_not_end() -> None:
    last = Instant.parse("9999-12-01T00:00:00Z")
    product = issue(alert(valid=Period.days(90)), at=last)
    assert is_in_force(product, last)
    assert not expired(alert(valid=Period.days(90)), last)


@pytest.mark.parametrize("name", ["urn", "created_at", "status", "version", "supersedes"])
def test_a_new_version_does_not_choose_its_own_place_in_the_chain(name: str) -> None:
    assert refusal(new_version, issue(alert()), **{name: None}) == ["LIFECYCLE-MEMBER"]


def test_a_new_version_takes_changes_and_their_note() -> None:
    note = Text(en="The vessel was renamed.")
    draft = new_version(issue(alert()), change_note=note, feedback_requested=False)
    assert (draft.change_note, draft.feedback_requested) == (note, False)


def test_a_product_is_replaced_only_by_one_that_names_it_and_was_issued() -> None:
    first = issue(alert(), "FR-DGDDI-2026-000001")
    second = new_version(first)
    assert refusal(supersede, first, second) == ["LIFECYCLE-CHAIN"]
    assert refusal(supersede, first, issue(alert())) == ["LIFECYCLE-CHAIN"]
    assert supersede(first, issue(second)).status is Status.SUPERSEDED


def test_a_withdrawal_needs_its_reason() -> None:
    assert refusal(withdraw, issue(alert()), "empty") == ["LIFECYCLE-REASON"]
