"""What is asked of every entity: nothing empty, provenance of its own members, something that tells it from others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from smir.entities.as_seen import AS_SEEN_VALID, AsSeen
from smir.entities.provenance import PROVENANCE_MEMBER
from smir.findings import Code, Finding, Severity
from smir.structure.shape import Alternatives, Marked, Nested, Plain, Scalar, Sequence, Shape, shape, taker
from smir.values import Written

ENTITY_EMPTY = Code(
    "ENTITY-EMPTY",
    en="This text is empty or only spaces. Leave the member out where nothing is known.",
    fr="Ce texte est vide ou ne contient que des espaces. Omettez le membre lorsque rien n’est connu.",
)
ENTITY_IDENTITY = Code(
    "ENTITY-IDENTITY",
    en="Nothing here tells this apart from others of its kind. Give at least one of: {members}.",
    fr="Rien ici ne le distingue d’autres du même genre. Indiquez au moins un de\u00a0: {members}.",
    severity=Severity.WARNING,
)


def soundness(made: Any, *identifying: str) -> Iterable[Finding]:
    """What every entity is asked.

    Args:
        made: The entity.
        identifying: Names of the members of which it should have one at least; a withheld one counts.
    """
    return () if _is_sound(made, identifying) else _unsound(made, identifying)


def _is_sound(made: Any, identifying: tuple[str, ...]) -> bool:
    """Whether there is certainly nothing to say; asked of every entity that is made or read, so it is quick."""
    kind: type = type(made)
    if made.provenance:
        return False
    for value in _take_texts(kind)(made):
        if value is not None and _says_nothing(value):
            return False
    for value in _take_checked(kind)(made):
        if type(value) is AsSeen or (type(value) is tuple and value):
            return False
    return not identifying or any(_is_given(getattr(made, name)) for name in identifying)


def _is_given(value: object) -> bool:
    return value is not None and (type(value) is not tuple or bool(value))


def _unsound(made: Any, identifying: tuple[str, ...]) -> Iterator[Finding]:
    yield from filled(made)
    yield from _needless_as_seen(made)
    kind: type = type(made)
    members = _speakable(kind)
    for index, origin in enumerate(made.provenance):
        if origin.member not in members:
            yield PROVENANCE_MEMBER.at(f"/provenance/{index}/member", members=", ".join(filter(None, members)))
    if identifying and not any(_is_given(getattr(made, name)) for name in identifying):
        yield ENTITY_IDENTITY.at(members=", ".join(identifying))


def filled(made: Any) -> Iterator[Finding]:
    """A finding for each plain text of a record that says nothing."""
    kind: type = type(made)
    for value in _take_texts(kind)(made):
        if value is not None and _says_nothing(value):
            break
    else:  # nearly always, and this is asked of every record
        return
    for name in _texts(kind):
        value = getattr(made, name)
        if isinstance(value, str) and not value.strip():
            yield ENTITY_EMPTY.at(f"/{name}")
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, str) and not item.strip():
                    yield ENTITY_EMPTY.at(f"/{name}/{index}")


def _says_nothing(value: object) -> bool:
    if type(value) is str:
        return not value or value.isspace()
    return type(value) is tuple and any(map(_says_nothing, value))


def _needless_as_seen(made: Any) -> Iterator[Finding]:
    kind: type = type(made)
    for name, standard in _checked(kind):
        for place, item in _places(f"/{name}", getattr(made, name)):
            if isinstance(item, AsSeen) and isinstance(item.text, str) and standard.try_parse(item.text).ok:
                yield AS_SEEN_VALID.at(place, type=standard.__name__)


def _places(path: str, value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, tuple):
        yield from ((f"{path}/{index}", item) for index, item in enumerate(value))
    else:
        yield path, value


@cache
def _take_texts(cls: type) -> Callable[[Any], tuple[Any, ...]]:
    return taker(_texts(cls))


@cache
def _take_checked(cls: type) -> Callable[[Any], tuple[Any, ...]]:
    return taker(name for name, _ in _checked(cls))


@cache
def _speakable(cls: type) -> tuple[str, ...]:
    """The members that provenance may speak of, and the empty text for the whole."""
    return ("", *(member.name for member in shape(cls).members if member.name not in {"id", "provenance"}))


@cache
def _texts(cls: type) -> tuple[str, ...]:
    """The members that hold plain texts."""
    return tuple(member.name for member in shape(cls).members if _holds_text(member.shape))


def _holds_text(described: Shape) -> bool:
    match described:
        case Marked(inner, _) | Sequence(inner):
            return _holds_text(inner)
        case Alternatives(_, scalar) if scalar is not None:
            return _holds_text(scalar)
    return described == Plain(str)


@cache
def _checked(cls: type) -> tuple[tuple[str, type[Written]], ...]:
    """The members that hold an identifier of a standard or what was seen in its place, with the identifier's type."""
    return tuple(
        (member.name, kind) for member in shape(cls).members if (kind := _standard_of(member.shape)) is not None
    )


def _standard_of(described: Shape) -> type[Written] | None:
    match described:
        case Marked(inner, _) | Sequence(inner):
            return _standard_of(inner)
        case Alternatives(records, Scalar(kind)) if Nested(AsSeen, "as-seen") in records:
            return kind
    return None
