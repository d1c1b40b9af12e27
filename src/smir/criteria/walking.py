"""Going through a criterion: its nodes in the order of the text, each with its JSON pointer."""

from __future__ import annotations

from collections.abc import Iterator

from smir.criteria.nodes import (
    And,
    Array,
    Condition,
    In,
    Literal,
    Node,
    Not,
    Or,
    Property,
    children,
)


def steps(node: Node, pointer: str = "") -> Iterator[tuple[Node, str]]:
    """The nodes right inside a node, each with its pointer into the JSON form."""
    for index, inner in enumerate(children(node)):
        if isinstance(node, Array):
            yield inner, f"{pointer}/{index}"
        elif isinstance(node, In) and index:
            yield inner, f"{pointer}/args/1/{index - 1}"
        else:
            yield inner, f"{pointer}/args/{index}"


def leaves(node: Node, pointer: str = "") -> Iterator[tuple[Property | Literal, str]]:
    """The names and literals under a node, in the order of the text."""
    if isinstance(node, (Property, Literal)):
        yield node, pointer
    for inner, place in steps(node, pointer):
        yield from leaves(inner, place)


def predicates(condition: Condition, pointer: str = "") -> Iterator[tuple[Condition, str]]:
    """The conditions that hold no other condition, in the order of the text."""
    if isinstance(condition, (And, Or, Not)):
        for inner, place in steps(condition, pointer):
            if isinstance(inner, Condition):
                yield from predicates(inner, place)
    else:
        yield condition, pointer


def names(node: Node) -> tuple[str, ...]:
    """The data elements a node names, each once, in the order of the text.

    >>> from smir.criteria.nodes import IsNull
    >>> names(IsNull(Property("net_mass")))
    ('net_mass',)
    """
    return tuple(dict.fromkeys(leaf.name for leaf, _ in leaves(node) if isinstance(leaf, Property)))


def depth(node: Node, limit: int) -> int:
    """How many nodes stand inside each other, counted no further than just beyond the limit."""
    deep, layer = 0, [node]
    while layer and deep <= limit:
        deep += 1
        layer = [inner for outer in layer for inner in children(outer)]
    return deep
