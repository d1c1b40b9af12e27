"""Which literals of a criterion may name a person: those compared with an element that may."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smir.criteria.nodes import Boolean, Condition, Date, Like, Literal, Number, Property, String, Timestamp
from smir.criteria.printing import moment_text, number_text
from smir.criteria.walking import leaves, predicates

if TYPE_CHECKING:
    from smir.declarations import Catalogue

SHORTEST: Final = 4
"""Pieces of a pattern shorter than this name nobody; they are not looked for elsewhere."""

_WILD = re.compile(r"(?<!\\)(?:\\\\)*[%_]")


def personal_nodes(condition: Condition, catalogue: Catalogue) -> tuple[tuple[Literal, bool], ...]:
    """The personal literals, and of each whether it is a pattern; an element no catalogue knows is personal."""
    found: list[tuple[Literal, bool]] = []
    for predicate, _ in predicates(condition):
        within = [leaf for leaf, _ in leaves(predicate)]
        if any(is_personal(leaf.name, catalogue) for leaf in within if isinstance(leaf, Property)):
            literals = (leaf for leaf in within if isinstance(leaf, Literal) and not isinstance(leaf, Boolean))
            found += ((literal, isinstance(predicate, Like)) for literal in literals)
    return tuple(found)


def is_personal(name: str, catalogue: Catalogue) -> bool:
    """Whether the values under a name may identify a person."""
    element = catalogue.get(name)
    return element is None or element.personal


def written(literal: Literal, is_pattern: bool) -> tuple[str, ...]:
    """A literal as text; for a pattern also the pieces between its wildcards, which may stand in a free text.

    >>> written(String("Nowhere % Trading"), True)
    ('Nowhere % Trading', 'Nowhere', 'Trading')
    """
    match literal:
        case Number(amount):
            return (number_text(amount),)
        case Date(day):
            return (day.isoformat(),)
        case Timestamp(moment):
            return (moment_text(moment),)
        case String(text):
            pieces = (piece.replace("\\", "").strip() for piece in _WILD.split(text)) if is_pattern else ()
            return tuple(dict.fromkeys((text, *(piece for piece in pieces if len(piece) >= SHORTEST))))
    return ()
