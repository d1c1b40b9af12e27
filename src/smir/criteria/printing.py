"""The canonical text of a criterion: one spelling for each meaning, with the fewest parentheses."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from smir.criteria.nodes import (
    And,
    Arithmetic,
    Array,
    ArrayComparison,
    Between,
    Boolean,
    Calculation,
    Comparison,
    Date,
    Fold,
    In,
    IsNull,
    Like,
    Node,
    Not,
    Number,
    Or,
    Property,
    String,
    Timestamp,
    Value,
)
from smir.criteria.tokens import RESERVED

_LOOSEST, _ALL, _NEGATED, _PREDICATE, _ADDING, _MULTIPLYING, _RAISING, _TIGHTEST = range(1, 9)
_STRENGTH: Final = MappingProxyType(
    {
        Calculation.PLUS: _ADDING,
        Calculation.MINUS: _ADDING,
        Calculation.POWER: _RAISING,
    }
)
_PLAIN_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.:]*")
_LONGEST_PLAIN: Final = 30


def text_of(node: Node, hidden: frozenset[int] = frozenset()) -> str:
    """A node in the text form of CQL2. Reading it again gives an equal node.

    Args:
        node: What to write.
        hidden: Literals (by ``id``) to show as ``'…'``; a text with one of them cannot be read again.

    >>> from smir.criteria.nodes import Relation
    >>> text_of(Comparison(Relation.LESS, Property("net_mass"), Number(Decimal("0.50"))))
    'net_mass < 0.5'
    """
    return _Printer(hidden).text(node)


def number_text(amount: Decimal) -> str:
    """A number to its last digit, with an exponent only where it would be long otherwise.

    >>> number_text(Decimal("1E+3")), number_text(Decimal("1E+400"))
    ('1000', '1e400')
    """
    if amount == 0:
        return "0"
    sign, digits, exponent = amount.as_tuple()
    adjusted = amount.adjusted()
    if isinstance(exponent, int) and exponent >= -_LONGEST_PLAIN and adjusted <= _LONGEST_PLAIN:
        return f"{amount:f}"
    return f"{'-' if sign else ''}{''.join(map(str, digits))}e{exponent}"


def moment_text(moment: dt.datetime) -> str:
    """A moment in UTC, as RFC 3339 writes it, with a fraction only where there is one."""
    return moment.replace(tzinfo=None).isoformat() + "Z"


class _Printer:
    """Writes nodes, hiding some literals."""

    __slots__ = ("hidden",)

    def __init__(self, hidden: frozenset[int]) -> None:
        self.hidden = hidden

    def text(self, node: Node) -> str:
        return self._written(node)[0]

    def _at_least(self, node: Node, strength: int) -> str:
        text, own = self._written(node)
        return text if own >= strength else f"({text})"

    def _written(self, node: Node) -> tuple[str, int]:
        """The text and how strongly its outermost operator binds."""
        match node:
            case Or(parts):
                return " OR ".join(self._at_least(part, _ALL) for part in parts), _LOOSEST
            case And(parts):
                return " AND ".join(self._at_least(part, _NEGATED) for part in parts), _ALL
            case Not(Like() | Between() | In() | IsNull() as part):
                return self._predicate(part, "NOT "), _PREDICATE
            case Not(part):
                return f"NOT {self._at_least(part, _NEGATED)}", _NEGATED
            case Like() | Between() | In() | IsNull():
                return self._predicate(node, ""), _PREDICATE
            case Comparison(relation, left, right):
                return f"{self.text(left)} {relation.value} {self.text(right)}", _PREDICATE
            case ArrayComparison(overlap, left, right):
                return f"{overlap.value.upper()}({self.text(left)}, {self.text(right)})", _TIGHTEST
            case Arithmetic(calculation, left, right):
                own = _STRENGTH.get(calculation, _MULTIPLYING)
                sign = calculation.value.upper()
                return f"{self._at_least(left, own)} {sign} {self._at_least(right, own + 1)}", own
            case _:
                return self._value(node), _TIGHTEST

    def _predicate(self, node: Node, negation: str) -> str:
        match node:
            case Like(value, pattern):
                return f"{self.text(value)} {negation}LIKE {self.text(pattern)}"
            case Between(value, low, high):
                return f"{self.text(value)} {negation}BETWEEN {self.text(low)} AND {self.text(high)}"
            case In(value, options):
                return f"{self.text(value)} {negation}IN {self._list(options)}"
            case IsNull(value):
                return f"{self.text(value)} IS {negation}NULL"
        raise AssertionError(type(node).__name__)

    def _value(self, node: Node) -> str:
        if id(node) in self.hidden:
            return "'…'"
        match node:
            case Property(name):
                return name_text(name)
            case Number(amount):
                return number_text(amount)
            case String(text):
                return "'" + text.replace("'", "''") + "'"
            case Boolean(holds):
                return "TRUE" if holds else "FALSE"
            case Date(day):
                return f"DATE('{day.isoformat()}')"
            case Timestamp(moment):
                return f"TIMESTAMP('{moment_text(moment)}')"
            case Fold(ignoring, value):
                return f"{ignoring.value.upper()}({self.text(value)})"
            case Array(items):
                return self._list(items)
        raise AssertionError(type(node).__name__)

    def _list(self, values: tuple[Value, ...]) -> str:
        return f"({', '.join(map(self.text, values))})"


def name_text(name: str) -> str:
    """A name as the text form writes it: in double quotes where it is a reserved word or has unusual characters.

    >>> name_text("gross_mass"), name_text("like")
    ('gross_mass', '"like"')
    """
    if _PLAIN_NAME.fullmatch(name) and name.upper() not in RESERVED:
        return name
    return '"' + name.replace('"', '""') + '"'
