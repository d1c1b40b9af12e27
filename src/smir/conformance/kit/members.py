"""JSON with its members in order and twice where they are twice, so that a document can be spoiled at one place."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

#: Where a value stands: the positions to go through from the top.
Place = tuple[int, ...]


class Members(list[tuple[str, Any]]):
    """The members of one object, in order.

    >>> text(parse(b'{"b": 1, "a": [true, null]}'))
    b'{"b":1,"a":[true,null]}'
    """


def parse(data: bytes) -> Any:
    """JSON whose objects are lists of members; nothing (not even ``None``) where it is not one JSON object.

    >>> parse(b"<alert/>") is NotImplemented
    True
    """
    try:
        found = json.loads(data.decode("utf-8"), object_pairs_hook=Members)
    except (ValueError, RecursionError):
        return NotImplemented
    return found if isinstance(found, Members) else NotImplemented


def text(value: Any) -> bytes:
    """The JSON of members, as short as it gets."""
    return _text(value).encode("utf-8")


def _text(value: Any) -> str:
    if isinstance(value, Members):
        return "{" + ",".join(f"{_text(name)}:{_text(inner)}" for name, inner in value) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_text, value)) + "]"
    return _encode(value)


_encode = json.JSONEncoder(ensure_ascii=False).encode


def objects(value: Any, place: Place = ()) -> Iterator[Place]:
    """The places of all objects that have members."""
    if isinstance(value, Members) and value:
        yield place
    for at, inner in _inside(value):
        yield from objects(inner, (*place, at))


def leaves(value: Any, place: Place = ()) -> Iterator[Place]:
    """The places of all texts, numbers and truth values."""
    if not isinstance(value, list):
        yield place
    for at, inner in _inside(value):
        yield from leaves(inner, (*place, at))


def _inside(value: Any) -> Iterator[tuple[int, Any]]:
    if isinstance(value, Members):
        yield from enumerate(inner for _, inner in value)
    elif isinstance(value, list):
        yield from enumerate(value)


def changed(value: Any, place: Place, change: Callable[[Any], Any]) -> Any:
    """The same with one value changed."""
    if not place:
        return change(value)
    at, rest = place[0], place[1:]
    if isinstance(value, Members):
        return Members(
            (name, changed(inner, rest, change) if index == at else inner) for index, (name, inner) in enumerate(value)
        )
    return [changed(inner, rest, change) if index == at else inner for index, inner in enumerate(value)]


def pointer(value: Any, place: Place) -> str:
    """The JSON pointer to a place."""
    steps = []
    for at in place:
        if isinstance(value, Members):
            name, value = value[at]
            steps.append(name.replace("~", "~0").replace("/", "~1"))
        else:
            value = value[at]
            steps.append(str(at))
    return "".join(f"/{step}" for step in steps)
