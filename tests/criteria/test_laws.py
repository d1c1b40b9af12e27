"""Laws that every criterion obeys, on drawn conditions and rows; CQL2's own reader and matcher are the independent judge."""

from __future__ import annotations

import datetime as dt
import json
import pickle
from decimal import Decimal

import cql2
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from smir.criteria import Criterion, Verdict
from smir.criteria.evaluate import compiled
from smir.criteria.nodes import (
    Arithmetic,
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
    Overlap,
    Property,
    Relation,
    String,
    Timestamp,
    conjunction,
    disjunction,
)
from smir.findings import Invalid

TEXTS, NUMBERS, DAYS, LISTS = ("t1", "t2"), ("n1", "n2"), ("d1",), ("l1", "l2")

words = st.text("abAB%_'é ", max_size=4)
plain_words = st.text("abAB ", max_size=3)
exact_numbers = st.integers(-40, 40).map(lambda quarter: Decimal(quarter) / 4)
any_numbers = st.decimals(
    allow_nan=False, allow_infinity=False, places=None, min_value=-(10**25), max_value=10**25
).filter(lambda number: len(number.as_tuple().digits) <= 40 and abs(number.adjusted()) < 60)
days = st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1))
moments = st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2030, 1, 1), timezones=st.just(dt.UTC))
names = st.from_regex(r"[A-Za-z_:][A-Za-z0-9_.:]{0,5}", fullmatch=True) | st.text("a é\"'(x", min_size=1, max_size=5)


def patterns(letters: str = "ab%_é"):
    return st.lists(st.sampled_from([*letters, "\\%", "\\_", "\\\\"]), max_size=5).map("".join)


# ---- conditions of any form: for reading, writing, hashing -----------------------------------------------------------

literals = (
    any_numbers.map(Number)
    | st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), max_size=8).map(String)
    | st.booleans().map(Boolean)
    | days.map(Date)
    | moments.map(Timestamp)
)
folds = st.recursive(
    names.map(Property) | words.map(String),
    lambda inner: st.builds(Fold, st.sampled_from(Ignoring), inner),
    max_leaves=2,
)
values = st.recursive(
    names.map(Property) | literals | folds,
    lambda inner: st.builds(Arithmetic, st.sampled_from(Calculation), inner, inner),
    max_leaves=5,
)
like_patterns = st.recursive(
    patterns().map(String), lambda inner: st.builds(Fold, st.sampled_from(Ignoring), inner), max_leaves=2
)
arrays = st.builds(Array, st.lists(literals, min_size=1, max_size=3).map(tuple)) | names.map(Property)
any_predicates = (
    st.builds(Comparison, st.sampled_from(Relation), values, values)
    | st.builds(Like, values, like_patterns)
    | st.builds(Between, values, values, values)
    | st.builds(In, values, st.lists(values, min_size=1, max_size=3).map(tuple))
    | st.builds(IsNull, values)
    | st.builds(ArrayComparison, st.sampled_from(Overlap), arrays, arrays)
)


def joined(predicates):
    return st.recursive(
        predicates,
        lambda inner: (
            inner.map(Not)
            | st.lists(inner, min_size=2, max_size=3).map(tuple).map(conjunction)
            | st.lists(inner, min_size=2, max_size=3).map(tuple).map(disjunction)
        ),
        max_leaves=6,
    )


@given(joined(any_predicates))
def test_a_criterion_read_back_from_its_text_is_the_same(root):
    made = Criterion(root)
    again = Criterion.parse(str(made))
    assert again.root == root
    assert str(again) == str(made)


@given(joined(any_predicates))
def test_a_criterion_read_back_from_its_json_is_the_same(root):
    made = Criterion(root)
    assert Criterion.parse(made.to_json()) == made


@given(joined(any_predicates))
def test_a_criterion_survives_pickling_and_hashes_as_its_equal(root):
    made = Criterion(root)
    made.evaluate({})
    again = pickle.loads(pickle.dumps(made))
    assert again == made
    assert hash(again) == hash(made)
    assert again.evaluate({}) is made.evaluate({})


def _as_doubles(form):
    if isinstance(form, dict):
        return {name: _as_doubles(part) for name, part in form.items()}
    if isinstance(form, list):
        return [_as_doubles(part) for part in form]
    return float(form) if isinstance(form, int) and not isinstance(form, bool) else form


def _lowered(form):
    """The reader writes operators in lower case where the standard has capitals, and fractions with fewer zeros."""
    if isinstance(form, dict) and str(form.get("op")).lower().startswith("a_"):  # it reads (DATE('…')) as no list
        sides = [side if isinstance(side, list) or "property" in side else [side] for side in form["args"]]
        return {"op": form["op"].lower(), "args": _lowered(sides)}
    if isinstance(form, dict):
        shown = {"op": str.lower, "timestamp": dt.datetime.fromisoformat}
        return {name: shown.get(name, _lowered)(part) for name, part in form.items()}
    return [_lowered(part) for part in form] if isinstance(form, list) else form


@given(joined(any_predicates))
def test_the_whole_text_means_to_the_foreign_reader_what_it_means_here(root):
    made = Criterion(root)
    foreign = cql2.parse_text(str(made)).to_json()
    assert _lowered(foreign) == _lowered(_as_doubles(json.loads(made.to_json())))


# ---- well-typed conditions and rows: for the answers -----------------------------------------------------------------

text_values = st.sampled_from(TEXTS).map(Property)
number_values = st.recursive(
    st.sampled_from(NUMBERS).map(Property) | exact_numbers.map(Number),
    lambda inner: st.builds(
        Arithmetic, st.sampled_from([Calculation.PLUS, Calculation.MINUS, Calculation.TIMES]), inner, inner
    ),
    max_leaves=3,
)
relations = st.sampled_from(Relation)
text_arrays = st.builds(Array, st.lists(plain_words.map(String), min_size=1, max_size=3).map(tuple))
list_values = st.sampled_from(LISTS).map(Property)
folded_texts = st.builds(Fold, st.sampled_from(Ignoring), text_values)
decided_predicates = (
    st.builds(Comparison, relations, text_values | folded_texts, plain_words.map(String) | text_values)
    | st.builds(Comparison, relations, number_values, number_values)
    | st.builds(Like, text_values, patterns("ab%_AB ").map(String))
    | st.builds(Between, number_values, number_values, number_values)
    | st.builds(Between, text_values, plain_words.map(String), plain_words.map(String))
    | st.builds(In, text_values, st.lists(plain_words.map(String), min_size=1, max_size=3).map(tuple))
    | st.builds(
        In,
        st.sampled_from(NUMBERS).map(Property),
        st.lists(exact_numbers.map(Number), min_size=1, max_size=3).map(tuple),
    )
    | st.builds(ArrayComparison, st.sampled_from(Overlap), list_values, text_arrays | list_values)
)
missing_predicates = st.builds(IsNull, st.sampled_from([*TEXTS, *NUMBERS]).map(Property))
day_predicates = st.builds(Comparison, relations, st.sampled_from(DAYS).map(Property), days.map(Date))
lists_of_texts = st.lists(plain_words, max_size=3).map(tuple)
full_rows = st.fixed_dictionaries(
    {
        **dict.fromkeys(TEXTS, plain_words),
        **dict.fromkeys(NUMBERS, exact_numbers),
        **dict.fromkeys(DAYS, days),
        **dict.fromkeys(LISTS, lists_of_texts),
    }
)
conditions = joined(decided_predicates | day_predicates)


@st.composite
def partial_rows(draw):
    row = draw(full_rows)
    return {name: value for name, value in row.items() if draw(st.booleans())}


def answer(condition, row):
    return compiled(condition)(row)


@given(joined(decided_predicates | missing_predicates), full_rows)
def test_the_foreign_matcher_agrees_where_no_value_is_missing_and_numbers_fit_a_double(root, row):
    made = Criterion(root)
    item = {
        name: float(value) if isinstance(value, Decimal) else list(value) if isinstance(value, tuple) else value
        for name, value in row.items()
        if name not in DAYS
    }
    judged = cql2.parse_text(str(made)).matches(item)
    assert made.evaluate(row) is (Verdict.HIT if judged else Verdict.NO_HIT)


@given(conditions, full_rows)
def test_every_value_present_always_decides(root, row):
    assert answer(root, row) in (True, False)


@given(conditions, partial_rows())
def test_not_turns_the_answer_and_leaves_cannot_tell(root, row):
    expected = {True: False, False: True, None: None}
    assert answer(Not(root), row) is expected[answer(root, row)]


@given(conditions, conditions, partial_rows())
def test_and_and_or_follow_the_tables_of_kleene(left, right, row):
    order = [False, None, True]
    one, other = order.index(answer(left, row)), order.index(answer(right, row))
    assert answer(conjunction((left, right)), row) is order[min(one, other)]
    assert answer(disjunction((left, right)), row) is order[max(one, other)]


@given(st.lists(conditions, min_size=2, max_size=5), partial_rows())
def test_de_morgan_holds_in_three_values(parts, row):
    all_of, any_of = conjunction(tuple(parts)), disjunction(tuple(Not(part) for part in parts))
    assert answer(Not(all_of), row) is answer(any_of, row)


@given(st.lists(conditions, min_size=2, max_size=5), partial_rows(), st.randoms(use_true_random=False))
def test_the_order_of_parts_does_not_change_the_answer(parts, row, random):
    shuffled = list(parts)
    random.shuffle(shuffled)
    assert answer(conjunction(tuple(parts)), row) is answer(conjunction(tuple(shuffled)), row)
    assert answer(disjunction(tuple(parts)), row) is answer(disjunction(tuple(shuffled)), row)


@given(conditions, full_rows, st.data())
def test_filling_in_a_missing_value_never_overturns_a_decision(root, row, data):
    kept = data.draw(st.sets(st.sampled_from(sorted(row))))
    before = answer(root, {name: value for name, value in row.items() if name in kept})
    assume(before is not None)
    assert answer(root, row) is before


@given(
    joined(any_predicates),
    st.dictionaries(names, st.none() | st.text() | st.decimals() | st.integers() | st.floats() | days),
)
def test_no_row_makes_an_error(root, row):
    assert Criterion(root).evaluate(row) in Verdict


@given(st.text() | st.text("ab'\"()=<>!,.-+*/%^019eE \n{}[]:ANDORNTLIKE", max_size=60))
def test_any_text_gives_a_criterion_or_our_error(text):
    try:
        made = Criterion.parse(text)
    except Invalid as error:
        assert error.findings
        assert error.report("en")
        assert error.report("fr")
    else:
        assert Criterion.parse(str(made)) == made


fragments = st.lists(
    st.sampled_from(
        "a b AND OR NOT ( ) ( ) , = < > <= <> 1 -1 .5 1e400 'x' 'it''s' \"n m\" LIKE IN BETWEEN IS NULL TRUE DIV + - * / % ^ "
        "CASEI( ACCENTI( DATE( TIMESTAMP( A_CONTAINS( A_EQUALS( S_WITHIN( POINT(1 2) INTERVAL( '2026-06-01' unknown(".split()
    ),
    max_size=14,
).map(" ".join)


@given(fragments)
def test_any_run_of_words_gives_a_criterion_or_our_error(text):
    try:
        made = Criterion.parse(text)
    except Invalid as error:
        assert error.report("fr")
    else:
        assert Criterion.parse(str(made)) == made


json_forms = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just({"property": "a"}),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.fixed_dictionaries(
            {
                "op": st.sampled_from(["and", "or", "not", "=", "in", "like", "a_equals", "isNull", "+", "casei", "?"])
                | st.text(max_size=3),
                "args": st.lists(inner, max_size=3),
            }
        )
        | st.dictionaries(
            st.sampled_from(["op", "args", "property", "date", "timestamp", "interval", "type", "x"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)


@given(json_forms.map(json.dumps) | st.text('{}[]":,op args0123.eE-', max_size=40).map(lambda text: "{" + text))
def test_any_json_gives_a_criterion_or_our_error(text):
    try:
        made = Criterion.parse(text)
    except Invalid as error:
        assert error.findings
    else:
        assert Criterion.parse(made.to_json()) == made


@given(st.none() | st.integers() | st.binary() | st.lists(st.text()))
def test_what_is_no_text_is_refused(other):
    with pytest.raises(Invalid) as caught:
        Criterion.parse(other)
    assert [finding.code for finding in caught.value.findings] == ["WRITTEN-TYPE"]
