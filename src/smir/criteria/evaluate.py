"""Running a criterion on a row of a declaration: closures that answer True, False, or None for "cannot tell".

The matching function of the ``cql2`` package gives the same answers where no value is missing, numbers fit a double
and ``CASEI`` meets letters without special folding. It differs on purpose where it raises for a missing value, takes
``x / 0`` for infinity, takes a text in a list of numbers for "not in", compares a text with a date, lower-cases where
Unicode folds, and has no answer for ``CASEI`` in a list.
"""

from __future__ import annotations

import datetime as dt
import decimal
import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final

from smir.criteria.folding import folded, folding, pattern_test
from smir.criteria.nodes import (
    And,
    Arithmetic,
    Array,
    ArrayComparison,
    Between,
    Boolean,
    Calculation,
    Comparison,
    Condition,
    Date,
    Fold,
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
    Value,
)

Cell = str | Decimal | dt.date | tuple[str, ...]
"""What a row holds under a name: a text, a number, a date or a list of texts."""
Row = Mapping[str, Cell]
"""One goods item with the values of its declaration's header; a missing value is an absent key."""
Run = Callable[[Row], bool | None]
"""A condition ready to run: True, False, or None where it cannot be told."""
Take = Callable[[Row], object]
"""A value ready to be taken from a row; None where it is missing or cannot be used."""

DIGITS: Final = 34
"""Digits to which a calculation is rounded (as IEEE 754 decimal128); comparisons never round."""

_RELATIONS: Final[Mapping[Relation, Callable[[Any, Any], bool]]] = MappingProxyType(
    {
        Relation.EQUAL: operator.eq,
        Relation.UNEQUAL: operator.ne,
        Relation.LESS: operator.lt,
        Relation.LESS_OR_EQUAL: operator.le,
        Relation.GREATER: operator.gt,
        Relation.GREATER_OR_EQUAL: operator.ge,
    }
)
_TURNED: Final = MappingProxyType(
    {
        Relation.EQUAL: Relation.EQUAL,
        Relation.UNEQUAL: Relation.UNEQUAL,
        Relation.LESS: Relation.GREATER,
        Relation.LESS_OR_EQUAL: Relation.GREATER_OR_EQUAL,
        Relation.GREATER: Relation.LESS,
        Relation.GREATER_OR_EQUAL: Relation.LESS_OR_EQUAL,
    }
)


def compiled(condition: Condition) -> Run:
    """A condition as a function of a row. Nothing is looked up, written or executed beyond the names it holds.

    >>> run = compiled(Comparison(Relation.EQUAL, Property("origin_country"), String("EC")))
    >>> run({"origin_country": "EC"}), run({"origin_country": "CO"}), run({})
    (True, False, None)
    """
    match condition:
        case And(parts):
            return _all(tuple(map(compiled, parts)))
        case Or(parts):
            return _any(tuple(map(compiled, parts)))
        case Not(part):
            return _negated(compiled(part))
        case Comparison(relation, left, right):
            return _comparison(relation, left, right)
        case Like(value, pattern):
            return _like(value, pattern_test(folded(pattern)))
        case Between(value, low, high):
            above = _comparison(Relation.GREATER_OR_EQUAL, value, low)
            return _all((above, _comparison(Relation.LESS_OR_EQUAL, value, high)))
        case In(value, options):
            return _in(value, options)
        case IsNull(value):
            taken = _taken(value)
            return lambda row: taken(row) is None
        case ArrayComparison(overlap, left, right):
            return _lists(overlap, left, right)
    raise AssertionError(type(condition).__name__)


def _all(runs: tuple[Run, ...]) -> Run:
    if len(runs) == 2:
        first, second = runs

        def both(row: Row) -> bool | None:
            left = first(row)
            if left is False:
                return False
            right = second(row)
            return right if left else (False if right is False else None)

        return both
    if len(runs) == 3:
        one, two, three = runs

        def all_three(row: Row) -> bool | None:
            a = one(row)
            if a is False:
                return False
            b = two(row)
            if b is False:
                return False
            c = three(row)
            return c if (a and b) or c is False else None

        return all_three

    def every(row: Row) -> bool | None:
        answer: bool | None = True
        for run in runs:
            found = run(row)
            if found is False:
                return False
            if found is None:
                answer = None
        return answer

    return every


def _any(runs: tuple[Run, ...]) -> Run:
    def some(row: Row) -> bool | None:
        answer: bool | None = False
        for run in runs:
            found = run(row)
            if found:
                return True
            if found is None:
                answer = None
        return answer

    return some


def _negated(run: Run) -> Run:
    def negated(row: Row) -> bool | None:
        found = run(row)
        return None if found is None else not found

    return negated


def _comparison(relation: Relation, left: Value, right: Value) -> Run:
    if isinstance(left, (String, Number, Date)) and isinstance(right, Property):
        relation, left, right = _TURNED[relation], right, left
    if isinstance(left, Property) and isinstance(right, String):
        return _text_against(left.name, _RELATIONS[relation], right.text)
    if isinstance(left, Property) and isinstance(right, Number):
        return _number_against(left.name, relation, right.amount)
    related = _RELATIONS[relation]
    take_left, take_right = _taken(left), _taken(right)

    def compare(row: Row) -> bool | None:
        one: Any = take_left(row)
        other: Any = take_right(row)
        return related(one, other) if type(one) is type(other) and one is not None else None

    return compare


def _text_against(name: str, related: Callable[[Any, Any], bool], literal: str) -> Run:
    if related is operator.eq:

        def equals(row: Row) -> bool | None:
            value = row.get(name)
            return value == literal if type(value) is str else None

        return equals

    def compare(row: Row) -> bool | None:
        value = row.get(name)
        return related(value, literal) if type(value) is str else None

    return compare


def _number_against(name: str, relation: Relation, literal: Decimal) -> Run:
    related = _RELATIONS[relation]
    if relation in (Relation.EQUAL, Relation.UNEQUAL):

        def same(row: Row) -> bool | None:
            value = usable(row.get(name))
            return related(value, literal) if type(value) is Decimal else None

        return same

    def compare(row: Row) -> bool | None:
        value: object = row.get(name)
        try:
            if type(value) is Decimal:
                return related(value, literal)
            value = usable(value)
            return related(value, literal) if type(value) is Decimal else None
        except decimal.InvalidOperation:  # not a number: it is neither above nor below
            return None

    return compare


def usable(value: object) -> object:
    """A value as comparisons take it, or None where they cannot: binary fractions and "not a number" are not used.

    >>> usable(12), usable(0.1), usable(Decimal("NaN"))
    (Decimal('12'), None, None)
    """
    kind = type(value)
    if kind is Decimal:
        return value if value.is_finite() else None  # type: ignore[attr-defined]
    if kind is str or kind is dt.date or kind is tuple or kind is bool:
        return value
    if kind is int:
        return Decimal(value)  # type: ignore[arg-type]
    if isinstance(value, dt.datetime) and value.utcoffset() is not None:
        return value.astimezone(dt.UTC)
    return None


def _taken(value: Value) -> Take:
    match value:
        case Property(name):
            return lambda row: usable(row.get(name))
        case Number(held) | String(held) | Boolean(held) | Date(held) | Timestamp(held):
            return lambda row: held
        case Fold(ignoring, inner):
            return _fold(folding(ignoring), _taken(inner))
        case Arithmetic(calculation, left, right):
            return _calculation(calculation, _taken(left), _taken(right))
    raise AssertionError(type(value).__name__)


def _fold(fold: Callable[[str], str], take: Take) -> Take:
    def folded_text(row: Row) -> object:
        text = take(row)
        return fold(text) if type(text) is str else None

    return folded_text


def _calculation(calculation: Calculation, take_left: Take, take_right: Take) -> Take:
    rules = decimal.Context(prec=DIGITS, rounding=decimal.ROUND_HALF_EVEN, Emin=-6143, Emax=6144)
    rules.traps[decimal.InvalidOperation] = rules.traps[decimal.DivisionByZero] = rules.traps[decimal.Overflow] = True
    calculate = {
        Calculation.PLUS: rules.add,
        Calculation.MINUS: rules.subtract,
        Calculation.TIMES: rules.multiply,
        Calculation.OVER: rules.divide,
        Calculation.REMAINDER: rules.remainder,
        Calculation.DIV: rules.divide_int,
        Calculation.POWER: rules.power,
    }[calculation]

    def result(row: Row) -> object:
        left, right = take_left(row), take_right(row)
        if type(left) is not Decimal or type(right) is not Decimal:
            return None
        try:
            return calculate(left, right)
        except ArithmeticError:  # division by zero, a root of a negative number, a result beyond bounds
            return None

    return result


def _like(value: Value, fits: Callable[[str], bool]) -> Run:
    if isinstance(value, Property):
        name = value.name

        def like(row: Row) -> bool | None:
            text = row.get(name)
            return fits(text) if type(text) is str else None

        return like
    take = _taken(value)

    def like_taken(row: Row) -> bool | None:
        text = take(row)
        return fits(text) if type(text) is str else None

    return like_taken


def _in(value: Value, options: tuple[Value, ...]) -> Run:
    if all(isinstance(option, String) for option in options):
        texts = frozenset(option.text for option in options if isinstance(option, String))
        return _like(value, texts.__contains__)
    return _any(tuple(_comparison(Relation.EQUAL, value, option) for option in options))


def _lists(overlap: Overlap, left: Value, right: Value) -> Run:
    compare: Callable[[frozenset[object], frozenset[object]], bool] = {
        Overlap.EQUALS: frozenset.__eq__,
        Overlap.CONTAINS: frozenset.issuperset,
        Overlap.CONTAINED_BY: frozenset.issubset,
        Overlap.OVERLAPS: lambda one, other: not one.isdisjoint(other),
    }[overlap]
    take_left, take_right = _set(left), _set(right)

    def lists(row: Row) -> bool | None:
        one, other = take_left(row), take_right(row)
        return None if one is None or other is None else compare(one, other)

    return lists


def _set(value: Value) -> Callable[[Row], frozenset[object] | None]:
    if isinstance(value, Array):
        constant = frozenset((type(held), held) for held in (_taken(item)({}) for item in value.items))
        return lambda row: constant
    name = value.name if isinstance(value, Property) else ""

    def members(row: Row) -> frozenset[object] | None:
        held = row.get(name)
        return frozenset((type(one), one) for one in held) if type(held) is tuple else None

    return members
