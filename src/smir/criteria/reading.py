"""Reading a criterion: each frame goes through the CQL2 reader, and what it makes of it becomes nodes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from attrs import define, field, frozen

from smir.criteria.guard import CRITERION_DEPTH, NODES_DEEP
from smir.criteria.moments import CRITERION_DATE, CRITERION_TIMESTAMP, day, moment
from smir.criteria.nodes import (
    CRITERION_PATTERN,
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
    Ignoring,
    In,
    IsNull,
    Like,
    Literal,
    Node,
    Not,
    Number,
    Overlap,
    Property,
    Relation,
    String,
    Timestamp,
    Value,
    conjunction,
    disjunction,
)
from smir.criteria.place import Place
from smir.criteria.skeleton import Atom, Atoms, Frame, Joined, Tree
from smir.criteria.text_form import CRITERION_SYNTAX
from smir.criteria.tokens import Kind
from smir.findings import Code, Finding, Invalid

CRITERION_UNSUPPORTED = Code(
    "CRITERION-UNSUPPORTED",
    en="{operator} at {place} is part of CQL2 but cannot be used in a criterion: a declaration holds no geometry and "
    "no time interval. Compare dates with <, > or BETWEEN and DATE('…').",
    fr="{operator} en {place} fait partie de CQL2 mais ne s’emploie pas dans un critère\u00a0: une déclaration ne "
    "contient ni géométrie ni intervalle de temps. Comparez les dates avec <, > ou BETWEEN et DATE('…').",
)
CRITERION_FUNCTION = Code(
    "CRITERION-FUNCTION",
    en="The function at {place} is not known; known are CASEI, ACCENTI, DATE, TIMESTAMP, A_CONTAINS, A_CONTAINEDBY, "
    "A_EQUALS and A_OVERLAPS.",
    fr="La fonction en {place} est inconnue\u202f; sont connues CASEI, ACCENTI, DATE, TIMESTAMP, A_CONTAINS, "
    "A_CONTAINEDBY, A_EQUALS et A_OVERLAPS.",
)
CRITERION_NULL = Code(
    "CRITERION-NULL",
    en="NULL at {place} is not a value to compare with; write IS NULL or IS NOT NULL after a name.",
    fr="NULL en {place} n’est pas une valeur à comparer\u202f; écrivez IS NULL ou IS NOT NULL après un nom.",
)
CRITERION_WANTS_CONDITION = Code(
    "CRITERION-WANTS-CONDITION",
    en="At {place} a condition is expected, not a value: compare it with something, such as = or LIKE.",
    fr="En {place}, une condition est attendue et non une valeur\u00a0: comparez-la, par exemple avec = ou LIKE.",
)
CRITERION_WANTS_VALUE = Code(
    "CRITERION-WANTS-VALUE",
    en="In the condition at {place} a name, number, text or date is expected where a condition or a list stands; join "
    "conditions with AND or OR, and use lists only after IN or in an array predicate.",
    fr="Dans la condition en {place}, un nom, un nombre, un texte ou une date est attendu là où se trouve une "
    "condition ou une liste\u202f; reliez les conditions par AND ou OR, et n’employez les listes qu’après IN ou dans "
    "un prédicat de liste.",
)
CRITERION_ARGUMENTS = Code(
    "CRITERION-ARGUMENTS",
    en="An operator in the condition at {place} has too few, too many or unfit operands.",
    fr="Un opérateur de la condition en {place} a trop peu ou trop d’opérandes, ou des opérandes inadaptés.",
)

_NAMED: Final = frozenset(
    "interval bbox s_intersects s_equals s_disjoint s_touches s_within s_overlaps s_crosses s_contains t_after "
    "t_before t_contains t_disjoint t_during t_equals t_finishedby t_finishes t_intersects t_meets t_metby "
    "t_overlappedby t_overlaps t_startedby t_starts point linestring polygon multipoint multilinestring multipolygon "
    "geometrycollection".split()
)
_RELATIONS: Final = MappingProxyType({relation.value: relation for relation in Relation})
_CALCULATIONS: Final = MappingProxyType({calculation.value: calculation for calculation in Calculation})
_OVERLAPS: Final = MappingProxyType({overlap.value.lower(): overlap for overlap in Overlap})
_IGNORING: Final = MappingProxyType({ignoring.value: ignoring for ignoring in Ignoring})
_COLUMN = re.compile(r"\s*--> 1:([0-9]{1,9})\n")


@frozen
class Read:
    """A criterion as it was read.

    Args:
        root: The whole condition.
        places: The place of each name and each literal, in the order in which the nodes hold them.
    """

    root: Condition
    places: tuple[Place, ...]


def read(tree: Tree, atoms: Atoms) -> Read:
    """Make nodes of frames; all that is wrong with the conditions is raised at once."""
    reader = _Reader(atoms)
    node = reader.tree(tree, 0)
    if reader.findings or not isinstance(node, Condition):
        raise Invalid(reader.findings or (reader.here.finding(CRITERION_WANTS_CONDITION),))
    leaves = [index for index, atom in enumerate(atoms.taken) if atom.kind is not Kind.OPEN]
    if reader.used != leaves:  # a part was dropped or moved on the way: refuse rather than approximate
        raise Invalid((reader.here.finding(CRITERION_ARGUMENTS),))
    return Read(node, tuple(reader.places))


def _foreign(frame: Frame) -> object:
    """What the CQL2 reader makes of a frame, as plain JSON."""
    from cql2 import parse_json, parse_text

    try:
        return (parse_json if frame.is_json else parse_text)(frame.written).to_json()
    except BaseException as error:
        # a panic in the foreign code is a BaseException of its own kind; those of Python (interrupt, exit) go on
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        raise _place_of(error, frame).invalid(CRITERION_SYNTAX) from None


def _place_of(error: BaseException, frame: Frame) -> Place:
    """Of a foreign error only the column is used, never the words."""
    found = _COLUMN.match(str(error))
    if found is None:
        return frame.place
    column = int(found.group(1))
    later = [place for start, place in zip(frame.columns, frame.places, strict=True) if start <= column]
    return later[-1] if later else frame.place


@define
class _Reader:
    atoms: Atoms
    findings: list[Finding] = field(factory=list)
    used: list[int] = field(factory=list)
    places: list[Place] = field(factory=list)
    here: Place = field(factory=Place)

    def tree(self, tree: Tree, depth: int) -> Node:
        if isinstance(tree, Joined):
            parts = tuple(self.joined(part, depth + 1) for part in tree.parts)
            if tree.word == "not":
                return Not(parts[0])
            return conjunction(parts) if tree.word == "and" else disjunction(parts)
        self.here = tree.place
        try:
            return self.node(_foreign(tree), depth)
        except Invalid as error:
            self.findings += error.findings
            return IsNull(Property("unread"))

    def joined(self, tree: Tree, depth: int) -> Condition:
        if depth > NODES_DEEP:
            raise self.here.invalid(CRITERION_DEPTH, limit=NODES_DEEP)
        node = self.tree(tree, depth)
        if isinstance(node, Condition):
            return node
        self.findings.append(self.here.finding(CRITERION_WANTS_CONDITION))
        return IsNull(Property("unread"))

    def node(self, form: object, depth: int) -> Node:
        if depth > NODES_DEEP:
            raise self.here.invalid(CRITERION_DEPTH, limit=NODES_DEEP)
        match form:
            case {"op": str(op), "args": list(args)}:
                return self.operation(op.lower(), args, depth + 1)
            case {"property": str(stand_in)}:
                return self.named(stand_in, depth)
            case {"date": written}:
                text = self.literal_text(written, CRITERION_DATE)
                return Date(day(text, self.places[-1]))
            case {"timestamp": written}:
                text = self.literal_text(written, CRITERION_TIMESTAMP)
                return Timestamp(moment(text, self.places[-1]))
            case str():
                return String(self.literal_text(form, CRITERION_SYNTAX))
            case float() | int():
                return self.number(form)
        raise self.here.invalid(CRITERION_WANTS_VALUE)

    def operation(self, op: str, args: list[object], depth: int) -> Node:
        if op in _RELATIONS and len(args) == 2:
            return Comparison(_RELATIONS[op], self.value(args[0], depth), self.value(args[1], depth))
        if op in _CALCULATIONS and len(args) == 2:
            return self.arithmetic(_CALCULATIONS[op], args, depth)
        if op in _OVERLAPS and len(args) == 2:
            left, right = self.list_side(args[0], depth), self.list_side(args[1], depth)
            return self.fitting(ArrayComparison, _OVERLAPS[op], left, right)
        if op in _IGNORING and len(args) == 1:
            return self.fitting(Fold, _IGNORING[op], self.value(args[0], depth))
        match op, args:
            case "not", [part]:
                return Not(self.condition(part, depth))
            case "like", [value, pattern]:
                return self.fitting(Like, self.value(value, depth), self.value(pattern, depth))
            case "between", [value, low, high]:
                return Between(self.value(value, depth), self.value(low, depth), self.value(high, depth))
            case "isnull", [value]:
                return IsNull(self.value(value, depth))
            case "in", [value, list(options)]:
                subject = self.value(value, depth)
                return self.fitting(In, subject, tuple(self.value(option, depth) for option in options))
        atom = self.stand_in(op)
        if atom is not None and atom.kind is Kind.CALL:
            raise self.unsupported(atom)
        raise self.here.invalid(CRITERION_ARGUMENTS)

    def fitting(self, kind: type[Node], *parts: object) -> Node:
        """A node of these parts, or the finding that they do not fit, with its place."""
        try:
            return kind(*parts)
        except Invalid as error:
            lone = any(finding.kind is CRITERION_PATTERN for finding in error.findings)
            raise self.here.invalid(CRITERION_PATTERN if lone else CRITERION_ARGUMENTS) from None

    def arithmetic(self, calculation: Calculation, args: Sequence[object], depth: int) -> Value:
        is_sign = calculation is Calculation.TIMES and args[0] == -1
        left, right = self.value(args[0], depth), self.value(args[1], depth)
        if is_sign and isinstance(right, Number):
            del self.places[-2]
            return Number(right.amount.copy_negate())
        return Arithmetic(calculation, left, right)

    def value(self, form: object, depth: int) -> Value:
        node = self.node(form, depth)
        if isinstance(node, (Condition, Array)):
            raise self.here.invalid(CRITERION_WANTS_VALUE)
        return node

    def condition(self, form: object, depth: int) -> Condition:
        node = self.node(form, depth)
        if isinstance(node, Condition):
            return node
        raise self.here.invalid(CRITERION_WANTS_CONDITION)

    def list_side(self, form: object, depth: int) -> Value:
        if isinstance(form, list):
            return self.array(tuple(self.value(item, depth) for item in form))
        value = self.value(form, depth)
        grouped = isinstance(form, dict) and str(form.get("property", "")).startswith("g")
        return self.array((value,)) if grouped and isinstance(value, (Literal, Fold)) else value

    def array(self, items: tuple[Value, ...]) -> Value:
        try:
            return Array(items)
        except Invalid:
            raise self.here.invalid(CRITERION_ARGUMENTS) from None

    def stand_in(self, written: str) -> Atom | None:
        digits = written.lstrip("pbnxfg")
        return self.atoms.at(int(digits)) if digits.isascii() and digits.isdigit() and len(digits) < 9 else None

    def leaf(self, written: str) -> Atom:
        atom = self.stand_in(written)
        if atom is None:
            raise self.here.invalid(CRITERION_SYNTAX)
        if atom.kind is not Kind.OPEN:
            self.used.append(int(written.lstrip("pbnxfg")) - 2)
            self.places.append(atom.place)
        return atom

    def named(self, stand_in: str, depth: int) -> Node:
        atom = self.leaf(stand_in)
        match atom.kind, atom.meaning:
            case Kind.OPEN, (Frame() | Joined()) as tree:
                return self.tree_inside(tree, depth + 1)
            case Kind.NAME, str(name) if 0 < len(name) <= 200:
                return Property(name)
            case Kind.TRUTH, bool(holds):
                return Boolean(holds)
            case Kind.NULL, _:
                raise atom.place.invalid(CRITERION_NULL)
            case Kind.GEOMETRY, _:
                raise self.unsupported(atom)
        raise atom.place.invalid(CRITERION_SYNTAX)

    def tree_inside(self, tree: Tree, depth: int) -> Node:
        outside, self.here = self.here, tree.place if isinstance(tree, Frame) else self.here
        node = self.tree(tree, depth)
        self.here = outside
        return node

    def number(self, form: float) -> Value:
        if form == -1:
            self.places.append(self.here)
            return Number(Decimal(-1))
        atom = self.leaf(str(abs(int(form))))
        if not isinstance(atom.meaning, Decimal):
            raise self.here.invalid(CRITERION_SYNTAX)
        return Number(atom.meaning if form > 0 else atom.meaning.copy_negate())

    def literal_text(self, form: object, code: Code) -> str:
        atom = self.leaf(form) if isinstance(form, str) else None
        if atom is None or not isinstance(atom.meaning, str):
            raise self.here.invalid(code)
        return atom.meaning

    def unsupported(self, atom: Atom) -> Invalid:
        if atom.meaning in _NAMED:
            return atom.place.invalid(CRITERION_UNSUPPORTED, operator=str(atom.meaning).upper())
        return atom.place.invalid(CRITERION_FUNCTION)
