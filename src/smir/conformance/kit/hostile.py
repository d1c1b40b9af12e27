"""Hostile documents: cut, mutated, random, deep, huge, doubled and mistyped, each with what was done to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from smir.conformance.kit.members import Members, Place, changed, leaves, objects, parse, pointer
from smir.conformance.kit.members import text as written
from smir.conformance.kit.outline import Outline
from smir.findings import Words

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

_DEEP = 20_000
#: How many places of one document are spoiled in turn.
_MOST = 20


@frozen
class Hostile:
    """One hostile document.

    Args:
        what: What was done to it.
        data: The document.
        at: Where it was done, where that is one place of a JSON document.
        place: The same place, as positions.
    """

    what: Words
    data: bytes = field(repr=False)
    at: str = ""
    place: Place = ()

    @property
    def outline(self) -> Outline:
        """What was done and where, without a byte of the document."""
        size = len(self.data)
        said = Words(f"{self.what.en}, {size} bytes", f"{self.what.fr}, {size} octets")
        return Outline(said, (self.at,) if self.at else ())


def fixed(document: bytes) -> Iterator[Hostile]:
    """Hostile documents that are always tried.

    >>> {one.what.en for one in fixed(b"{}")} >= {"an empty document", "objects nested deep"}
    True
    """
    yield Hostile(Words("an empty document", "un document vide"), b"")
    yield Hostile(Words("spaces", "des espaces"), b" \n\t ")
    yield Hostile(
        Words("a byte-order mark before the document", "une marque d’ordre des octets"), b"\xef\xbb\xbf" + document
    )
    yield Hostile(
        Words("the document in UTF-16", "le document en UTF-16"), document.decode("utf-8", "replace").encode("utf-16")
    )
    yield Hostile(Words("a zero byte inside", "un octet nul à l’intérieur"), document[:9] + b"\0" + document[9:])
    yield Hostile(Words("half a character inside", "un demi-caractère"), document[:9] + b"\xc3" + document[9:])
    yield Hostile(Words("the document twice", "le document en double"), document + document)
    yield Hostile(Words("lists nested deep", "des listes imbriquées"), b"[" * _DEEP + b"]" * _DEEP)
    yield Hostile(Words("objects nested deep", "des objets imbriqués"), b'{"a":' * _DEEP + b"1" + b"}" * _DEEP)
    yield Hostile(Words("elements nested deep", "des éléments imbriqués"), b"<a>" * _DEEP + b"</a>" * _DEEP)
    yield Hostile(Words("a number of many digits", "un nombre de maints chiffres"), b"9" * 5000)
    yield Hostile(
        Words("entities that grow", "des entités qui gonflent"),
        b'<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;&c;</a>',
    )
    for scalar in (b"null", b"true", b"0", b"NaN", b"-Infinity", b'""', b"[]", b"{}", b"[null]", b'{"":null}'):
        yield Hostile(Words("one bare value", "une valeur nue"), scalar)


def mutated(document: bytes) -> SearchStrategy[Hostile]:
    """Documents that were cut, changed, or made at random."""
    from hypothesis import strategies as st

    @st.composite
    def cut(draw: DrawFn) -> Hostile:
        at = draw(st.integers(0, max(0, len(document) - 1)))
        return Hostile(Words("a document that is cut off", "un document tronqué"), document[:at])

    @st.composite
    def replaced(draw: DrawFn) -> Hostile:
        data = bytearray(document)
        for _ in range(draw(st.integers(1, 4))):
            at = draw(st.integers(0, max(0, len(data) - 1)))
            long = draw(st.integers(0, 3))
            data[at : at + long] = draw(st.binary(max_size=4))
        return Hostile(Words("a document with bytes changed", "un document aux octets modifiés"), bytes(data))

    @st.composite
    def repeated(draw: DrawFn) -> Hostile:
        begin = draw(st.integers(0, len(document)))
        end = draw(st.integers(begin, min(len(document), begin + 200)))
        data = document[:end] + document[begin:]
        return Hostile(Words("a document with a part twice", "un document au passage répété"), data)

    at_random = st.binary(max_size=300).map(lambda data: Hostile(Words("random bytes", "des octets au hasard"), data))
    if not document:
        return at_random
    options = [cut(), replaced(), repeated(), at_random]
    return st.one_of([*options, mistyped(document)] if parse(document) is not NotImplemented else options)


def mistyped(document: bytes) -> SearchStrategy[Hostile]:
    """JSON documents with one value of another type that says the same: what a reader that coerces would take."""
    from hypothesis import strategies as st

    tree = parse(document)
    places = tuple(leaves(tree))

    @st.composite
    def draw_one(draw: DrawFn) -> Hostile:
        place = draw(st.sampled_from(places))
        which = draw(st.integers(0, 2))
        return retyped(tree, place, which)

    return draw_one()


def retyped(tree: Any, place: Place, which: int) -> Hostile:
    """The document with the value at one place written as another type."""
    data = written(changed(tree, place, lambda value: _other_type(value, which)))
    what = Words("a document with a value of another type", "un document avec une valeur d’un autre type")
    return Hostile(what, data, pointer(tree, place), place)


@lru_cache(maxsize=2)
def coerced(document: bytes) -> tuple[Hostile, ...]:
    """Numbers as texts, truth values as texts, and texts of digits as numbers."""
    tree = parse(document)
    places = _some(tuple(leaves(tree)), lambda place: _is_coercible(_at(tree, place)))
    return tuple(retyped(tree, place, 0) for place in places)


def altered(document: bytes, place: Place) -> bytes:
    """The document with another value of the same type at a place: what no reader can take for the old one."""
    return written(changed(parse(document), place, _other_value))


@lru_cache(maxsize=2)
def doubled(document: bytes) -> tuple[Hostile, ...]:
    """The document with one member named twice, in some of its objects in turn: with the same value, with another."""
    tree = parse(document)
    what = Words("a document with a member named twice", "un document au membre nommé deux fois")
    return tuple(
        Hostile(what, written(changed(tree, place, twice)), pointer(tree, place))
        for place in _some(tuple(objects(tree)))
        for twice in (_again, _otherwise)
    )


def _again(members: Members) -> Members:
    return Members([*members, members[0]])


def _otherwise(members: Members) -> Members:
    return Members([(members[0][0], "otherwise"), *members])


def _some(places: tuple[Place, ...], wanted: Callable[[Place], bool] = lambda _: True) -> Iterator[Place]:
    """The first of the wanted places, and others evenly among the rest: enough to meet every kind of record."""
    kept = tuple(place for place in places if wanted(place))
    step = max(1, len(kept) // _MOST)
    yield from dict.fromkeys((*kept[:10], *kept[::step]))


def _is_coercible(value: Any) -> bool:
    return not isinstance(value, str) or (value.isdigit() and value.isascii())


def _at(value: Any, place: tuple[int, ...]) -> Any:
    for at in place:
        value = value[at][1] if isinstance(value, Members) else value[at]
    return value


def _other_value(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int | float) else f"{value}0"


def _other_type(value: Any, which: int) -> Any:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return ["true" if value else "false", int(value), [value]][which]
    if isinstance(value, int | float):
        return [str(value), [value], None][which]
    if value.isdigit() and value.isascii():
        return [int(value), float(value), [value]][which]
    return [[value], None, 7][which]


def nested(document: bytes, depth: int) -> Hostile:
    """A JSON document with a member that nobody knows, nested as deep as is said."""
    tree = parse(document)
    deep: Any = "end"
    for _ in range(depth):
        deep = [deep]
    what = Words("a document with an unknown member nested deep", "un document au membre inconnu très imbriqué")
    return Hostile(what, written(Members([*tree, ("novel-member", deep)])))
