"""The criterion as a value: equality, personal literals, freezing, and what its constructor refuses."""

from __future__ import annotations

import copy
import threading
from decimal import Decimal

import attrs
import pytest

from smir.criteria import Criterion, Verdict, criterion
from smir.criteria.nodes import (
    And,
    Array,
    ArrayComparison,
    Between,
    Boolean,
    Calculation,
    Comparison,
    Date,
    Fold,
    Ignoring,
    In,
    IsNull,
    Like,
    Not,
    Number,
    Or,
    Overlap,
    Property,
    Relation,
    String,
    Timestamp,
    conjunction,
)
from smir.findings import Invalid
from smir.values import Written

MISSING = IsNull(Property("a"))


def test_equal_criteria_are_equal_however_they_were_written():
    text = Criterion.parse("(a = 1.0) AND ((b) = 'x')")
    form = Criterion.parse(
        ' {"op":"and","args":[{"op":"=","args":[{"property":"a"},1]},{"op":"=","args":[{"property":"b"},"x"]}]}'
    )
    assert text == form
    assert len({text, form}) == 1
    assert text != Criterion.parse("b = 'x' AND a = 1")
    assert text != "a = 1 AND b = 'x'"


def test_a_criterion_is_a_written_value():
    made = Criterion.parse("a=1")
    assert isinstance(made, Written)
    assert Criterion.parse(str(made)) == made
    assert Criterion.try_parse("a =").value is None


def test_a_criterion_is_frozen_and_has_no_room_for_more():
    made = Criterion.parse("a = 1")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.root = MISSING
    with pytest.raises(AttributeError):
        made.note = "x"
    assert not hasattr(made, "__dict__")
    assert copy.deepcopy(made) == made


@pytest.mark.parametrize(
    ("text", "literals"),
    [
        ("gross_mass > 5", ()),
        ("importer_name = 'Nowhere Trading' AND gross_mass > 5", ("Nowhere Trading",)),
        ("'Nowhere' = importer_name", ("Nowhere",)),
        ("CASEI(consignee_name) LIKE CASEI('%nowhere%b_sea')", ("%nowhere%b_sea", "nowhere")),
        ("importer_id IN ('XX123', 'XX124') OR importer_id = 'XX123'", ("XX123", "XX124")),
        ("importer_name = exporter_name", ()),
        ("importer_name IS NULL", ()),
        ("dock_number = 7 AND dock_day = DATE('2026-06-01')", ("7", "2026-06-01")),
        ("dock_time > TIMESTAMP('2026-06-01T00:00:00Z') AND dock_open = TRUE", ("2026-06-01T00:00:00Z",)),
        ("A_CONTAINS(aeo_party_ids, ('XX125'))", ("XX125",)),
    ],
)
def test_a_literal_compared_with_a_personal_or_unknown_element_is_personal(text, literals):
    made = Criterion.parse(text)
    assert made.personal_literals == literals
    assert made.is_personal is bool(literals)
    assert not any(literal in repr(made) for literal in literals if len(literal) > 1)


def test_the_repr_shows_the_criterion_without_its_personal_literals():
    made = criterion("importer_name = 'Nowhere' AND gross_mass > 5")
    assert repr(made) == """Criterion("importer_name = '…' AND gross_mass > 5")"""


@pytest.mark.parametrize(
    "build",
    [
        lambda: And((MISSING,)),
        lambda: And((MISSING, And((MISSING, MISSING)))),
        lambda: Or([MISSING, MISSING]),
        lambda: Not(Property("a")),
        lambda: Comparison("=", Property("a"), Number(Decimal(1))),
        lambda: Comparison(Relation.EQUAL, Property("a"), 1),
        lambda: Comparison(Relation.EQUAL, Property("a"), Array((String("x"),))),
        lambda: Between(Property("a"), 1, 2),
        lambda: In(Property("a"), ()),
        lambda: Like(Property("a"), Property("b")),
        lambda: IsNull("a"),
        lambda: ArrayComparison(Overlap.EQUALS, String("a"), Property("b")),
        lambda: Array((Property("a"),)),
        lambda: Array(()),
        lambda: Fold(Ignoring.CASE, Number(Decimal(1))),
        lambda: Property(""),
        lambda: Property("a\nb"),
        lambda: Property("a" * 201),
        lambda: Number(1),
        lambda: Number(Decimal("NaN")),
        lambda: Number(Decimal("1" * 51)),
        lambda: Number(Decimal("1e2000")),
        lambda: String("\x00"),
        lambda: String(5),
        lambda: Boolean(1),
        lambda: Date("2026-06-01"),
        lambda: Timestamp(__import__("datetime").datetime(2026, 6, 1)),
        lambda: Criterion(Property("a")),
        lambda: Criterion("a = 1"),
    ],
)
def test_a_node_is_made_of_the_right_parts(build):
    attrs.validators.set_disabled(True)
    try:
        with pytest.raises(Invalid) as caught:
            build()
    finally:
        attrs.validators.set_disabled(False)
    assert [finding.code for finding in caught.value.findings] == ["CRITERION-NODE"]


def test_nodes_beyond_the_limits_make_no_criterion():
    deep = MISSING
    for _ in range(2000):
        deep = Not(deep)
    with pytest.raises(Invalid) as caught:
        Criterion(deep)
    assert caught.value.findings[0].code == "CRITERION-DEPTH"
    with pytest.raises(Invalid) as caught:
        Criterion(conjunction((MISSING,) * 2000))
    assert caught.value.findings[0].code == "CRITERION-OPERATORS"
    assert Calculation.PLUS.value == "+"


def test_one_criterion_answers_in_many_threads_at_once():
    made = criterion("item_amount / net_mass < 0.5 AND gross_mass > 10")
    row = {"item_amount": Decimal(1), "net_mass": Decimal(4), "gross_mass": Decimal(20)}
    answers = []
    threads = [
        threading.Thread(target=lambda: answers.extend(made.evaluate(row) for _ in range(200))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [Verdict.HIT] * 1600
