"""Drafts: hold what is known, name what is missing, and become the product that the class itself would make."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.findings import Invalid
from smir.products import Alert, Draft, Level, Product, Profile, Trend
from smir.structure.shape import shape
from smir.values import Text
from tests.products.exemplars import GRADE, alert, trend
from tests.products.strategies import PRODUCTS, products


@given(products())
def test_a_draft_of_a_product_freezes_to_the_same_product(product: Product) -> None:
    draft = Draft.of(product)
    assert draft.missing() == ()
    assert draft.freeze() == product


@given(products(), st.randoms(use_true_random=False))
def test_members_may_come_one_by_one_and_in_any_order(product: Product, random: Any) -> None:
    names = [member.name for member in shape(type(product)).members]
    random.shuffle(names)
    draft = Draft(type(product))
    for name in names:
        draft.set(**{name: getattr(product, name)})
    assert draft.freeze() == product


@pytest.mark.parametrize("cls", PRODUCTS)
def test_an_empty_draft_misses_exactly_what_a_document_must_have_from_its_author(cls: type[Product]) -> None:
    missing = {finding.path[1:] for finding in Draft(cls).missing()}
    assert missing == {"level", "title", "grade"} | {
        Trend: {"phenomenon", "baseline_period", "comparison_period"},
        PRODUCTS[4]: {"message_type"},
    }.get(cls, set())


def test_freezing_says_everything_at_once() -> None:
    draft = Draft(Alert, title="plain", valid="P30D", version=True)
    with pytest.raises(Invalid) as refused:
        draft.freeze()
    assert [(found.code, found.path) for found in refused.value.findings] == [
        ("MEMBER-MISSING", "/level"),
        ("MEMBER-MISSING", "/grade"),
        ("MEMBER-LANGUAGES", "/title"),
        ("MEMBER-INTEGER", "/version"),
        ("MEMBER-FORM", "/valid"),
    ]


def test_a_whole_draft_that_breaks_a_rule_says_which() -> None:
    draft = Draft.of(alert()).set(version=0)
    with pytest.raises(Invalid) as refused:
        draft.freeze()
    assert [finding.code for finding in refused.value.findings] == ["PRODUCT-VERSION"]


def test_none_takes_a_member_out() -> None:
    draft = Draft.of(trend()).set(phenomenon=None, coverage=None)
    assert [finding.path for finding in draft.missing()] == ["/phenomenon"]
    assert "coverage" not in draft.members


def test_an_unknown_member_is_refused_with_the_nearest_and_nothing_is_written() -> None:
    draft = Draft(Alert, level=Level.TACTICAL)
    with pytest.raises(Invalid) as refused:
        draft.set(grade=GRADE, modus_operandy=Text(en="…"))
    (finding,) = refused.value.findings
    assert finding.code == "DRAFT-MEMBER"
    assert "modus_operandi" in finding.message()
    assert "operandy" not in finding.message("fr")
    assert dict(draft.members) == {"level": Level.TACTICAL}


@pytest.mark.parametrize("cls", [dict, "Alert", Text, None])
def test_a_draft_is_of_a_product(cls: Any) -> None:
    with pytest.raises(Invalid) as refused:
        Draft(cls)
    assert [finding.code for finding in refused.value.findings] == ["DRAFT-CLASS"]


def test_what_a_draft_holds_is_read_and_not_changed_from_outside() -> None:
    draft = Draft(Profile, title=Text(en="Ignatius Invented"))
    with pytest.raises(TypeError, match="assignment"):
        draft.members["title"] = None  # type: ignore[index]
    assert repr(draft) == "<Draft Profile: 1 members, 2 missing>"
