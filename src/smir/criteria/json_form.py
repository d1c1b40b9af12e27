"""The JSON form of a criterion: from its JSON to the frames of its conditions, and from nodes to JSON."""

from __future__ import annotations

import json
from typing import Final

from attrs import define

from smir.criteria.characters import CRITERION_CHARACTER, unwanted
from smir.criteria.guard import CONDITION, CRITERION_CONDITION, CRITERION_DEPTH, DEPTH, guard_json
from smir.criteria.nodes import (
    And,
    Arithmetic,
    Array,
    ArrayComparison,
    Between,
    Boolean,
    Comparison,
    Date,
    Fold,
    In,
    Like,
    Node,
    Not,
    Number,
    Or,
    Property,
    String,
    Timestamp,
    children,
)
from smir.criteria.place import Place
from smir.criteria.printing import moment_text, number_text
from smir.criteria.skeleton import Atoms, Frame, Joined, Tree
from smir.criteria.text_form import CALLS, number
from smir.criteria.tokens import CRITERION_NUMBER, Kind
from smir.findings import Code

CRITERION_JSON = Code(
    "CRITERION-JSON",
    en="This is not JSON that can be read without loss: write one CQL2 expression, each member once, no NaN.",
    fr="Ceci n’est pas un JSON lisible sans perte\u00a0: écrivez une seule expression CQL2, chaque membre une fois, "
    "sans NaN.",
)
CRITERION_JSON_MEMBER = Code(
    "CRITERION-JSON-MEMBER",
    en="The object at {place} is none that CQL2 knows: write op and args, or property, or date, or timestamp.",
    fr="L’objet en {place} n’est pas connu de CQL2\u00a0: écrivez op et args, ou property, ou date, ou timestamp.",
)

#: Operators other than the connectives, as the standard writes them, by their lower-case name.
_OPERATORS: Final = (
    frozenset(name.lower() for name in "= <> < <= > >= like between in isNull + - * / % ^ div".split()) | CALLS
)


class _Repeated(ValueError):
    """A member stands twice in one object."""


def frames_of_json(text: object) -> tuple[Tree, Atoms]:
    """Guard a criterion in JSON form and split it into frames, one a condition.

    Raises:
        smir.Invalid: What :func:`smir.criteria.guard.guard_json` raises, ``CRITERION-JSON``,
            ``CRITERION-JSON-MEMBER``, ``CRITERION-NUMBER``.

    >>> tree, atoms = frames_of_json('{"op": ">", "args": [{"property": "gross_mass"}, 10000]}')
    >>> tree.written
    '{"op": ">", "args": [{"property": "p2"}, 3]}'
    """
    sure = guard_json(text)
    try:
        form = json.loads(
            sure, parse_float=_Digits, parse_int=_Digits, parse_constant=_refused, object_pairs_hook=_once
        )
    except (ValueError, RecursionError):
        raise Place().invalid(CRITERION_JSON) from None
    splitter = _Splitter(Atoms())
    return splitter.tree(form, ""), splitter.atoms


class _Digits(str):
    """A number as it was written."""

    __slots__ = ()


def _refused(_: str) -> None:
    raise ValueError


def _once(members: list[tuple[str, object]]) -> dict[str, object]:
    held = dict(members)
    if len(held) != len(members):
        raise _Repeated
    return held


@define
class _Splitter:
    atoms: Atoms
    operators: int = 0

    def tree(self, form: object, pointer: str) -> Tree:
        if isinstance(form, dict) and form.keys() == {"op", "args"} and isinstance(form["args"], list):
            word = str(form["op"]).lower()
            few = len(form["args"]) == 1 if word == "not" else len(form["args"]) > 1
            if word in ("and", "or", "not") and few:
                parts = (self.tree(part, f"{pointer}/args/{place}") for place, part in enumerate(form["args"]))
                return Joined(word, tuple(parts))
        self.operators = 0
        return Frame(json.dumps(self.bare(form, pointer, 0)), True, Place(pointer=pointer))

    def bare(self, form: object, pointer: str, depth: int) -> object:
        """The same form with stand-ins, within the limits of one condition."""
        place = Place(pointer=pointer)
        if isinstance(form, _Digits):
            return self._number(form, place)
        if isinstance(form, str):
            return self._text(form, place)
        if isinstance(form, list):
            return [self.bare(part, f"{pointer}/{index}", depth + 1) for index, part in enumerate(form)]
        if isinstance(form, bool):
            return {"property": self.atoms.take(Kind.TRUTH, form, place)}
        if isinstance(form, dict):
            return self._object(form, place, depth + 1)
        return {"property": self.atoms.take(Kind.NULL, "null", place)}

    def _weigh(self, name: str, place: Place, depth: int) -> None:
        self.operators += name not in CALLS
        if self.operators > CONDITION:
            raise place.invalid(CRITERION_CONDITION, limit=CONDITION)
        if depth > 2 * (DEPTH + CONDITION):
            raise place.invalid(CRITERION_DEPTH, limit=DEPTH)

    def _number(self, written: str, place: Place) -> int:
        amount = number(written)
        if amount is None:
            raise place.invalid(CRITERION_NUMBER)
        return int(self.atoms.take(Kind.NUMBER, amount, place))

    def _text(self, written: str, place: Place) -> str:
        if unwanted(written) >= 0:
            raise place.invalid(CRITERION_CHARACTER)
        return self.atoms.take(Kind.STRING, written, place)

    def _object(self, form: dict[str, object], place: Place, depth: int) -> object:
        match form:
            case {"op": str(op), "args": list(args)} if len(form) == 2:
                name = op.lower()
                if name not in _OPERATORS:
                    return {"op": self.atoms.take(Kind.CALL, name, place), "args": []}
                self._weigh(name, place, depth)
                return {"op": name, "args": self.bare(args, f"{place.pointer}/args", depth)}
            case {"property": str(name)} if len(form) == 1 and not isinstance(name, _Digits):
                if unwanted(name) >= 0:
                    raise place.invalid(CRITERION_CHARACTER)
                return {"property": self.atoms.take(Kind.NAME, name, place)}
            case {"date": str(written)} if len(form) == 1 and not isinstance(written, _Digits):
                return {"date": self._text(written, place)}
            case {"timestamp": str(written)} if len(form) == 1 and not isinstance(written, _Digits):
                return {"timestamp": self._text(written, place)}
            case {"interval": list()} if len(form) == 1:
                return {"op": self.atoms.take(Kind.CALL, "interval", place), "args": []}
            case {"bbox": list()} if len(form) == 1:
                return {"op": self.atoms.take(Kind.CALL, "bbox", place), "args": []}
            case {"type": str(name), "coordinates": list()} | {"type": str(name), "geometries": list()} if (
                len(form) == 2
            ):
                return {"property": self.atoms.take(Kind.GEOMETRY, name.lower(), place)}
        raise place.invalid(CRITERION_JSON_MEMBER)


def json_text(node: Node) -> str:
    """A node in the JSON form of CQL2, numbers to their last digit.

    >>> from decimal import Decimal
    >>> from smir.criteria.nodes import Relation
    >>> json_text(Comparison(Relation.GREATER, Property("gross_mass"), Number(Decimal("0.10"))))
    '{"op":">","args":[{"property":"gross_mass"},0.1]}'
    """
    match node:
        case Number(amount):
            return number_text(amount)
        case String(text):
            return json.dumps(text, ensure_ascii=False)
        case Boolean(holds):
            return "true" if holds else "false"
        case Date(day):
            return _member("date", day.isoformat())
        case Timestamp(moment):
            return _member("timestamp", moment_text(moment))
        case Property(name):
            return _member("property", name)
        case Array(items):
            return _list(items)
        case In(value, options):
            return f'{{"op":"in","args":[{json_text(value)},{_list(options)}]}}'
        case _:
            return f'{{"op":"{operator_of(node)}","args":{_list(children(node))}}}'


def _member(name: str, text: str) -> str:
    return f'{{"{name}":{json.dumps(text, ensure_ascii=False)}}}'


def _list(nodes: tuple[Node, ...]) -> str:
    return f"[{','.join(map(json_text, nodes))}]"


def operator_of(node: Node) -> str:
    """The operator of a node, as the standard writes it in the JSON form."""
    match node:
        case And():
            return "and"
        case Or():
            return "or"
        case Not():
            return "not"
        case Comparison(relation):
            return relation.value
        case Arithmetic(calculation):
            return calculation.value
        case ArrayComparison(overlap):
            return overlap.value
        case Fold(ignoring):
            return ignoring.value
        case Like():
            return "like"
        case Between():
            return "between"
        case _:
            return "isNull"
