"""The closed lists of this room: members and data agree, and every code is named in both languages."""

from __future__ import annotations

import pytest

from smir import vocabulary
from smir.products import (
    ActionTaken,
    AlertSubType,
    Confidence,
    CorrectionAction,
    FeedbackResult,
    Level,
    MessageType,
    Precedence,
    ProductType,
    ProfileSubType,
    RefusalGround,
    ReplyResult,
    ReportSubType,
    StatementKind,
    Status,
    TrendSubType,
)
from smir.products.coded import Coded, SubType

WHOLE = (
    ActionTaken,
    Confidence,
    CorrectionAction,
    FeedbackResult,
    Level,
    MessageType,
    Precedence,
    ProductType,
    RefusalGround,
    ReplyResult,
    StatementKind,
    Status,
)
SUB_TYPES = {"ALERT": AlertSubType, "TREND": TrendSubType, "PROFILE": ProfileSubType, "REPORT": ReportSubType}


def test_no_list_is_forgotten_here() -> None:
    assert set(Coded.__subclasses__()) == {*WHOLE, SubType}
    assert set(SubType.__subclasses__()) == set(SUB_TYPES.values())


@pytest.mark.parametrize("listed", WHOLE, ids=lambda listed: listed.__name__)
def test_members_and_rows_are_the_same(listed: type[Coded]) -> None:
    assert tuple(member.value for member in listed) == listed.code_list().codes


@pytest.mark.parametrize(("product", "listed"), SUB_TYPES.items(), ids=SUB_TYPES)
def test_sub_types_are_those_of_their_product(product: str, listed: type[Coded]) -> None:
    rows = [row.code for row in vocabulary.get("product-sub-types") if dict(row.extras)["product"] == product]
    assert [member.value for member in listed] == rows


@pytest.mark.parametrize("listed", [*WHOLE, *SUB_TYPES.values()], ids=lambda listed: listed.__name__)
def test_every_code_is_named_in_both_languages(listed: type[Coded]) -> None:
    for member in listed:
        row = listed.code_list().get(member.value)
        assert row is not None
        assert {"en", "fr"} <= set(row.languages)
        assert member.label("pt") == member.label("en")
        assert member.name == member.value


@pytest.mark.parametrize("listed", [Level, Precedence, Confidence, Status])
def test_codes_have_no_order(listed: type[Coded]) -> None:
    first, second, *_ = listed
    with pytest.raises(TypeError, match="not supported"):
        _ = first < second  # type: ignore[operator]
