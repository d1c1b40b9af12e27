"""What a criterion is made of: conditions and the values they compare, as frozen nodes."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from enum import Enum

from attrs import field, frozen

from smir.criteria.characters import unwanted
from smir.findings import Code, Invalid

CRITERION_NODE = Code(
    "CRITERION-NODE",
    en="A {node} is made of other parts; see its description.",
    fr="Un nœud {node} se compose d’autres éléments\u202f; voyez sa description.",
)
CRITERION_PATTERN = Code(
    "CRITERION-PATTERN",
    en="The pattern of the LIKE at {place} ends in a lone backslash; write two to mean one.",
    fr="Le modèle du LIKE en {place} se termine par une barre oblique inverse isolée\u202f; écrivez-en deux pour en "
    "signifier une.",
)


def _sure(right: bool, node: object) -> None:
    if not right:
        raise Invalid((CRITERION_NODE.at(node=type(node).__name__),))


def exact(amount: object) -> Decimal:
    """One form for each number, without rounding: 1.0 and 1 are the same number.

    >>> exact(Decimal("12.500"))
    Decimal('12.5')
    """
    if type(amount) is not Decimal or not amount.is_finite():
        raise Invalid((CRITERION_NODE.at(node="Number"),))
    sign, digits, exponent = amount.as_tuple()
    shown = "".join(map(str, digits)).lstrip("0")
    if not shown:
        return Decimal(0)
    short = shown.rstrip("0")
    return Decimal(f"{'-' if sign else ''}{short}E{int(exponent) + len(shown) - len(short)}")


class Relation(Enum):
    """How a comparison relates its two sides."""

    EQUAL = "="
    UNEQUAL = "<>"
    LESS = "<"
    LESS_OR_EQUAL = "<="
    GREATER = ">"
    GREATER_OR_EQUAL = ">="


class Calculation(Enum):
    """How two numbers make a third. ``DIV`` and ``REMAINDER`` cut towards zero."""

    PLUS = "+"
    MINUS = "-"
    TIMES = "*"
    OVER = "/"
    REMAINDER = "%"
    DIV = "div"
    POWER = "^"


class Overlap(Enum):
    """How two lists relate, as sets: order and repetition do not count."""

    EQUALS = "a_equals"
    CONTAINS = "a_contains"
    CONTAINED_BY = "a_containedBy"
    OVERLAPS = "a_overlaps"


class Ignoring(Enum):
    """What a comparison of texts ignores: upper and lower case, or accents."""

    CASE = "casei"
    ACCENTS = "accenti"


@frozen
class Value:
    """The parent of all that is compared."""


@frozen
class Literal(Value):
    """The parent of the values written in the criterion itself. They may name a person: no repr shows them."""


@frozen
class Property(Value):
    """A data element, by its machine name."""

    name: str

    def __attrs_post_init__(self) -> None:
        _sure(_clean(self.name) and 0 < len(self.name) <= 200 and "\n" not in self.name, self)


@frozen
class Number(Literal):
    """A number, exact: the decimal that was written."""

    amount: Decimal = field(converter=exact, repr=False)

    def __attrs_post_init__(self) -> None:
        digits = self.amount.as_tuple().digits
        _sure(len(digits) <= 50 and abs(self.amount.adjusted()) <= 1050, self)


@frozen
class String(Literal):
    """A text."""

    text: str = field(repr=False)

    def __attrs_post_init__(self) -> None:
        _sure(_clean(self.text), self)


@frozen
class Boolean(Literal):
    """True or false."""

    holds: bool = field(repr=False)

    def __attrs_post_init__(self) -> None:
        _sure(type(self.holds) is bool, self)


@frozen
class Date(Literal):
    """A day of the calendar."""

    day: dt.date = field(repr=False)

    def __attrs_post_init__(self) -> None:
        _sure(type(self.day) is dt.date, self)


def _utc(moment: object) -> dt.datetime:
    if not isinstance(moment, dt.datetime) or moment.utcoffset() is None:
        raise Invalid((CRITERION_NODE.at(node="Timestamp"),))
    try:
        return moment.astimezone(dt.UTC)
    except OverflowError:
        raise Invalid((CRITERION_NODE.at(node="Timestamp"),)) from None


@frozen
class Timestamp(Literal):
    """A moment, kept in UTC."""

    moment: dt.datetime = field(converter=_utc, repr=False)


@frozen
class Fold(Value):
    """A text without the difference of case, or without accents."""

    ignoring: Ignoring
    value: Value

    def __attrs_post_init__(self) -> None:
        _sure(_is(self.ignoring, Ignoring) and _is(self.value, (Property, String, Fold)), self)


@frozen
class Arithmetic(Value):
    """A calculation on two numbers."""

    calculation: Calculation
    left: Value
    right: Value

    def __attrs_post_init__(self) -> None:
        sides = _scalar(self.left) and _scalar(self.right)
        _sure(_is(self.calculation, Calculation) and sides, self)


@frozen
class Array(Value):
    """A list of literals, as the array predicates compare it."""

    items: tuple[Value, ...]

    def __attrs_post_init__(self) -> None:
        _sure(type(self.items) is tuple and bool(self.items) and all(map(_constant, self.items)), self)


@frozen
class Condition:
    """The parent of all that holds, does not hold, or cannot be told."""


@frozen
class And(Condition):
    """All parts hold. Parts are never themselves an ``And``; :func:`conjunction` makes it so."""

    parts: tuple[Condition, ...]

    def __attrs_post_init__(self) -> None:
        _sure(_parts(self.parts, And), self)


@frozen
class Or(Condition):
    """At least one part holds. Parts are never themselves an ``Or``; :func:`disjunction` makes it so."""

    parts: tuple[Condition, ...]

    def __attrs_post_init__(self) -> None:
        _sure(_parts(self.parts, Or), self)


@frozen
class Not(Condition):
    """The part does not hold; what cannot be told stays so."""

    part: Condition

    def __attrs_post_init__(self) -> None:
        _sure(_is(self.part, Condition), self)


@frozen
class Comparison(Condition):
    """Two values of one kind in a relation. A text and a number are never compared."""

    relation: Relation
    left: Value
    right: Value

    def __attrs_post_init__(self) -> None:
        _sure(_is(self.relation, Relation) and _scalar(self.left) and _scalar(self.right), self)


@frozen
class Like(Condition):
    """A text fits a pattern: ``%`` is any run of characters, ``_`` any one, a backslash takes the next as it is."""

    value: Value
    pattern: Value

    def __attrs_post_init__(self) -> None:
        pattern = self.pattern
        while isinstance(pattern, Fold):
            pattern = pattern.value
        _sure(_scalar(self.value) and isinstance(pattern, String), self)
        if isinstance(pattern, String) and re.search(r"(?<!\\)(?:\\\\)*+\\\Z", pattern.text):
            raise Invalid((CRITERION_PATTERN.at(place="/"),))


@frozen
class Between(Condition):
    """A value lies between two others, both included."""

    value: Value
    low: Value
    high: Value

    def __attrs_post_init__(self) -> None:
        _sure(_scalar(self.value) and _scalar(self.low) and _scalar(self.high), self)


@frozen
class In(Condition):
    """A value equals one of a list."""

    value: Value
    options: tuple[Value, ...]

    def __attrs_post_init__(self) -> None:
        listed = type(self.options) is tuple and bool(self.options) and all(map(_scalar, self.options))
        _sure(listed and _scalar(self.value), self)


@frozen
class IsNull(Condition):
    """A value is missing. This is always decided."""

    value: Value

    def __attrs_post_init__(self) -> None:
        _sure(_scalar(self.value), self)


@frozen
class ArrayComparison(Condition):
    """Two lists in a relation, as sets."""

    overlap: Overlap
    left: Value
    right: Value

    def __attrs_post_init__(self) -> None:
        sides = isinstance(self.left, (Property, Array)) and isinstance(self.right, (Property, Array))
        _sure(_is(self.overlap, Overlap) and sides, self)


Node = Value | Condition


def _clean(text: object) -> bool:
    return type(text) is str and unwanted(text) < 0


def _is(value: object, kind: type | tuple[type, ...]) -> bool:
    """Whether a part is of its kind, whatever its annotation promises."""
    return isinstance(value, kind)


def _scalar(value: object) -> bool:
    return isinstance(value, Value) and not isinstance(value, Array)


def _constant(value: object) -> bool:
    while isinstance(value, Fold):
        value = value.value
    return isinstance(value, Literal)


def _parts(parts: object, kind: type[Condition]) -> bool:
    if type(parts) is not tuple or len(parts) < 2:
        return False
    return all(isinstance(part, Condition) and not isinstance(part, kind) for part in parts)


def conjunction(parts: tuple[Condition, ...]) -> Condition:
    """All of these, as one flat ``And``; one alone stays itself."""
    flat = tuple(inner for part in parts for inner in (part.parts if isinstance(part, And) else (part,)))
    return flat[0] if len(flat) == 1 else And(flat)


def disjunction(parts: tuple[Condition, ...]) -> Condition:
    """At least one of these, as one flat ``Or``; one alone stays itself."""
    flat = tuple(inner for part in parts for inner in (part.parts if isinstance(part, Or) else (part,)))
    return flat[0] if len(flat) == 1 else Or(flat)


def children(node: Node) -> tuple[Node, ...]:
    """The nodes right inside a node, in the order of the text and of ``args`` in the JSON form."""
    match node:
        case And(parts) | Or(parts):
            return parts
        case Not(part):
            return (part,)
        case Comparison(_, left, right) | Arithmetic(_, left, right) | ArrayComparison(_, left, right):
            return (left, right)
        case Like(value, pattern):
            return (value, pattern)
        case Between(value, low, high):
            return (value, low, high)
        case In(value, options):
            return (value, *options)
        case IsNull(value) | Fold(_, value):
            return (value,)
        case Array(items):
            return items
        case _:
            return ()
