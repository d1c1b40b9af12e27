"""Holding a criterion against the catalogue of data elements, before it sees any declaration."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

from attrs import define, evolve, field

from smir.criteria.nodes import (
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
    Number,
    Property,
    String,
    Timestamp,
    Value,
)
from smir.criteria.place import Place
from smir.criteria.walking import leaves, names, predicates, steps
from smir.findings import Code, Finding, Severity

if TYPE_CHECKING:
    from smir.declarations import Catalogue

Sort = Literal["text", "number", "date", "other"]
"""What a value is, as far as the catalogue and the literals tell."""

CRITERION_NAME = Code(
    "CRITERION-NAME",
    en="The name at {place} is not in the catalogue of data elements. Did you mean {names}?",
    fr="Le nom en {place} ne figure pas au catalogue des éléments de données. Vouliez-vous dire {names}\u202f?",
)
CRITERION_NAME_UNKNOWN = Code(
    "CRITERION-NAME-UNKNOWN",
    en="The name at {place} is not in the catalogue of data elements; look it up, or give the catalogue that has it.",
    fr="Le nom en {place} ne figure pas au catalogue des éléments de données\u202f; cherchez-le dans le catalogue ou "
    "indiquez le catalogue qui le contient.",
)
CRITERION_WANTS_TEXT = Code(
    "CRITERION-WANTS-TEXT",
    en="At {place} a text is expected, as it is compared with one or must be one; write texts and codes between '.",
    fr="En {place}, un texte est attendu, car il est comparé à un texte ou doit en être un\u202f; écrivez les "
    "textes et les codes entre deux '.",
)
CRITERION_WANTS_NUMBER = Code(
    "CRITERION-WANTS-NUMBER",
    en="At {place} a number is expected, as it is compared or calculated with one; write it without quotation marks.",
    fr="En {place}, un nombre est attendu, car il entre dans une comparaison ou un calcul avec un nombre\u202f; "
    "écrivez-le sans apostrophes.",
)
CRITERION_WANTS_DATE = Code(
    "CRITERION-WANTS-DATE",
    en="At {place} a date is expected, as it is compared with one; write it as DATE('2026-06-01').",
    fr="En {place}, une date est attendue, car elle est comparée à une date\u202f; écrivez-la sous la forme "
    "DATE('2026-06-01').",
)
CRITERION_LIKE = Code(
    "CRITERION-LIKE",
    en="The LIKE at {place} needs a text on its left; compare numbers and dates with <, > or BETWEEN.",
    fr="Le LIKE en {place} exige un texte à sa gauche\u202f; comparez les nombres et les dates avec <, > ou BETWEEN.",
)
CRITERION_MANY = Code(
    "CRITERION-MANY",
    en="{name} at {place} holds a list. Write A_OVERLAPS({name}, ('…', '…')) for at least one of these, "
    "A_CONTAINS({name}, ('…')) for all of these, A_CONTAINEDBY for nothing else, A_EQUALS for exactly these.",
    fr="{name} en {place} contient une liste. Écrivez A_OVERLAPS({name}, ('…', '…')) pour au moins l’une de ces "
    "valeurs, A_CONTAINS({name}, ('…')) pour toutes ces valeurs, A_CONTAINEDBY pour rien d’autre, A_EQUALS "
    "pour exactement celles-ci.",
)
CRITERION_SINGLE = Code(
    "CRITERION-SINGLE",
    en="{name} at {place} holds one value, not a list; write {name} = or {name} IN.",
    fr="{name} en {place} contient une seule valeur et non une liste\u202f; écrivez {name} = ou {name} IN.",
)
CRITERION_CONSTANT = Code(
    "CRITERION-CONSTANT",
    en="The condition at {place} names no data element, so it is the same for all declarations; remove it or name one.",
    fr="La condition en {place} ne nomme aucun élément de données et vaut donc pour toute déclaration\u202f; "
    "retirez-la ou nommez-en un.",
)
CRITERION_CALCULATED = Code(
    "CRITERION-CALCULATED",
    en="The calculation at {place} is made of numbers only; write its result.",
    fr="Le calcul en {place} ne comporte que des nombres\u202f; écrivez son résultat.",
    severity=Severity.WARNING,
)
CRITERION_ZERO = Code(
    "CRITERION-ZERO",
    en="At {place} a number is divided by zero, so the condition can never be told; correct the divisor.",
    fr="En {place}, un nombre est divisé par zéro\u202f; la condition reste indécidable. Corrigez le diviseur.",
)
CRITERION_RANGE = Code(
    "CRITERION-RANGE",
    en="In the BETWEEN at {place} the first bound is above the second, so nothing lies between; exchange them.",
    fr="Dans le BETWEEN en {place}, la première borne dépasse la seconde\u202f; rien ne se trouve entre elles. "
    "Inversez-les.",
    severity=Severity.WARNING,
)

_WANTED: Final = MappingProxyType(
    {"text": CRITERION_WANTS_TEXT, "number": CRITERION_WANTS_NUMBER, "date": CRITERION_WANTS_DATE}
)
_DIVISIONS: Final = frozenset((Calculation.OVER, Calculation.DIV, Calculation.REMAINDER))


def check(root: Condition, catalogue: Catalogue, places: tuple[Place, ...] = ()) -> tuple[Finding, ...]:
    """Everything the catalogue has against a criterion, in the order of its text.

    Args:
        root: The criterion.
        catalogue: The data elements it may name.
        places: The place of each name and literal, where the criterion was read from text.

    >>> from smir.criteria.nodes import Relation
    >>> from smir.declarations import catalogue
    >>> root = Comparison(Relation.EQUAL, Property("gros_mass"), Number(Decimal(5)))
    >>> check(root, catalogue())
    (<Finding CRITERION-NAME error at /args/0>,)
    """
    pointers = [pointer for _, pointer in leaves(root)]
    known = dict(zip(pointers, places, strict=True)) if places else {}
    checker = _Checker(catalogue, known)
    for predicate, pointer in predicates(root):
        checker.predicate(predicate, pointer)
    return tuple(checker.findings)


@define
class _Checker:
    catalogue: Catalogue
    places: dict[str, Place]
    findings: list[Finding] = field(factory=list)

    def find(self, code: Code, node: Value | Condition, pointer: str, **words: str) -> None:
        """Note a finding at a node; its place in the text is that of the first name or literal in it."""
        first = next((place for _, place in leaves(node, pointer)), pointer)
        place = self.places.get(first, Place())
        self.findings.append(evolve(place, pointer=pointer).finding(code, **words))

    def predicate(self, condition: Condition, pointer: str) -> None:
        inside = [(inner, place) for inner, place in steps(condition, pointer) if isinstance(inner, Value)]
        if not names(condition):
            self.find(CRITERION_CONSTANT, condition, pointer)
        match condition:
            case ArrayComparison():
                for side, place in inside:
                    self.list_side(side, place)
            case Like(value, _):
                sort = self.sort(*inside[0])
                if sort not in ("text", None):
                    self.find(CRITERION_LIKE, value, inside[0][1])
            case IsNull(Property(name) as value):
                self.known(name, value, inside[0][1])
            case IsNull(value):
                self.sort(value, inside[0][1])
            case Comparison() | In() | Between():
                self.alike(inside)
        if isinstance(condition, Between):
            self.bounds(condition, pointer)

    def alike(self, values: list[tuple[Value, str]]) -> None:
        """All values are of the sort of the first data element among them, or of the first value."""
        sorts = [(value, place, self.sort(value, place)) for value, place in values]
        named = [sort for value, _, sort in sorts if sort and names(value)]
        wanted = next(iter(named or [sort for _, _, sort in sorts if sort]), None)
        for value, place, sort in sorts:
            if wanted in _WANTED and sort not in (wanted, None):
                self.find(_WANTED[str(wanted)], value, place)

    def sort(self, value: Value, pointer: str) -> Sort | None:
        """What a value is; None where that is not known or already found wrong."""
        match value:
            case Property(name):
                return self.element(name, value, pointer)
            case Number():
                return "number"
            case String():
                return "text"
            case Date():
                return "date"
            case Fold(_, inner):
                if self.sort(inner, f"{pointer}/args/0") not in ("text", None):
                    self.find(CRITERION_WANTS_TEXT, inner, f"{pointer}/args/0")
                return "text"
            case Arithmetic():
                return self.arithmetic(value, pointer)
            case Boolean() | Timestamp():
                return "other"
        return None

    def arithmetic(self, value: Arithmetic, pointer: str) -> Sort:
        for side, place in steps(value, pointer):
            if isinstance(side, Value) and self.sort(side, place) not in ("number", None):
                self.find(CRITERION_WANTS_NUMBER, side, place)
        if not names(value):
            self.find(CRITERION_CALCULATED, value, pointer)
        if value.calculation in _DIVISIONS and value.right == _ZERO:
            self.find(CRITERION_ZERO, value.right, f"{pointer}/args/1")
        return "number"

    def known(self, name: str, value: Value, pointer: str) -> bool:
        if self.catalogue.get(name) is not None:
            return True
        near = self.catalogue.suggest(name)
        if near:
            self.find(CRITERION_NAME, value, pointer, names=", ".join(near))
        else:
            self.find(CRITERION_NAME_UNKNOWN, value, pointer)
        return False

    def element(self, name: str, value: Value, pointer: str) -> Sort | None:
        element = self.catalogue.get(name)
        if not self.known(name, value, pointer) or element is None:
            return None
        if element.many:
            self.find(CRITERION_MANY, value, pointer, name=element.name)
            return None
        return element.kind.value

    def list_side(self, side: Value, pointer: str) -> None:
        if isinstance(side, Property) and self.known(side.name, side, pointer):
            element = self.catalogue.get(side.name)
            if element is not None and not element.many:
                self.find(CRITERION_SINGLE, side, pointer, name=element.name)
        if isinstance(side, Array):
            for item, place in self.values_in(side, pointer):
                if self.sort(item, place) not in ("text", None):
                    self.find(CRITERION_WANTS_TEXT, item, place)

    def values_in(self, node: Value, pointer: str) -> Iterator[tuple[Value, str]]:
        return ((inner, place) for inner, place in steps(node, pointer) if isinstance(inner, Value))

    def bounds(self, condition: Between, pointer: str) -> None:
        match condition.low, condition.high:
            case (Number(low), Number(high)) if low > high:
                self.find(CRITERION_RANGE, condition, pointer)
            case (String(first), String(last)) if first > last:
                self.find(CRITERION_RANGE, condition, pointer)
            case (Date(since), Date(until)) if since > until:
                self.find(CRITERION_RANGE, condition, pointer)


_ZERO: Final = Number(Decimal(0))
