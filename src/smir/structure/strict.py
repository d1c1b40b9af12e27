"""The one cattrs converter: plain values to records and back, with a strict hook for every kind of member.

Nothing is coerced. Whatever does not fit becomes a finding at its place, and all findings come at once. Unknown members
are kept. This is the authoritative reading; :mod:`smir.structure.compiled` is a faster one that must agree with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeVar, cast

import attrs
from cattrs import Converter
from cattrs.errors import ClassValidationError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from smir.findings import Finding, Invalid, Outcome
from smir.structure.check import mismatch, quick
from smir.structure.codes import (
    DOCUMENT_DEPTH,
    MEMBER_LIST,
    MEMBER_MISSING,
    MEMBER_NULL,
    MEMBER_NUMBER,
    MEMBER_TYPE,
    MEMBER_UNKNOWN,
)
from smir.structure.extras import Extras
from smir.structure.limits import DEFAULT_LIMITS
from smir.structure.shape import (
    Alternatives,
    Choice,
    Languages,
    Marked,
    Nested,
    Plain,
    Scalar,
    Sequence,
    Shape,
    is_record,
    once,
    shape,
    shape_of,
)
from smir.values.text import Text

R = TypeVar("R")
Read = Callable[[Any], Any]


def from_plain(plain: Any, cls: type[R]) -> Outcome[R]:
    """A record from plain JSON values, with everything found on the way.

    >>> from smir.structure import record
    >>> @record
    ... class Seal:
    ...     number: str
    >>> from_plain({"number": 5, "colour": "red"}, Seal).findings
    (<Finding MEMBER-TEXT error at /number>,)
    >>> from_plain({"number": "SL-0001", "colour": "red"}, Seal).findings
    (<Finding MEMBER-UNKNOWN warning at />,)
    """
    try:
        value: R = _converter().structure(plain, cls)
    except Invalid as invalid:
        return Outcome(None, invalid.findings)
    return Outcome(value, tuple(_unknown(value, "")))


def to_plain(made: Any) -> Any:
    """The plain JSON values of a record: what its document says.

    >>> from smir.structure import record
    >>> @record(tag="seal")
    ... class Seal:
    ...     number: str
    >>> to_plain(Seal(number="SL-0001"))
    {'number': 'SL-0001', 'type': 'seal'}
    """
    return _converter().unstructure(made)


@cache
def _converter() -> Converter:
    converter = Converter(detailed_validation=True)
    for kind in (str, int, bool):  # cattrs knows hooks of its own for these, which coerce
        converter.register_structure_hook(kind, _structure_hook(kind, converter))
    converter.register_structure_hook_factory(_always, lambda kind: _structure_hook(kind, converter))
    converter.register_unstructure_hook_factory(_always, lambda kind: _unstructure_hook(kind, converter))
    return converter


def _always(_: Any) -> bool:
    return True


def _unknown(made: Any, path: str) -> Iterator[Finding]:
    if isinstance(made, tuple):
        for index, item in enumerate(made):
            yield from _unknown(item, f"{path}/{index}")
    elif is_record(type(made)):
        if made.extras:
            yield MEMBER_UNKNOWN.at(path, count=len(made.extras.members))
        for member in shape(type(made)).members:
            yield from _unknown(getattr(made, member.name), f"{path}/{member.name}")


# --- in


def _structure_hook(kind: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    described, nullable = shape_of(kind)
    read = _reader(described, converter)
    if not nullable:
        return lambda value, _: read(value)

    def unless_null(value: Any, _: Any) -> Any:
        if value is None:
            raise Invalid([MEMBER_NULL.at()])
        return read(value)

    return unless_null


def _reader(described: Shape, converter: Converter) -> Read:
    match described:
        case Marked(inner, _):
            return _reader(inner, converter)
        case Plain():
            return _plain_reader(described)
        case Choice():
            return _choice_reader(described)
        case Scalar(kind):
            return _scalar_reader(described, kind.parse)
        case Languages():
            return _scalar_reader(described, _text, dict)
        case Sequence(item):
            return _list_reader(_reader(item, converter))
        case Alternatives():
            return _alternatives_reader(described, converter)
        case Nested(kind, _):
            return _record_reader(kind, converter)
    raise TypeError(described)  # pragma: no cover - the shapes above are all there are


def _plain_reader(described: Plain) -> Read:
    fits = quick(described)

    def read(value: Any) -> Any:
        if not fits(value):
            raise Invalid([mismatch(described, value, "")])
        return value

    return read


def _choice_reader(described: Choice) -> Read:
    kind = described.type
    codes: dict[str, Any] = {code: code if kind is None else kind(code) for code in described.codes}

    def read(value: Any) -> Any:
        if type(value) is not str or value not in codes:
            raise Invalid([mismatch(described, value, "")])
        return codes[value]

    return read


def _scalar_reader(described: Shape, parse: Callable[[Any], Any], plain: type = str) -> Read:
    def read(value: Any) -> Any:
        if type(value) is not plain:
            raise Invalid([mismatch(described, value, "")])
        return parse(value)

    return read


def _text(languages: dict[str, str]) -> Text:
    return Text(languages)


def _list_reader(read_item: Read) -> Read:
    def read(value: Any) -> Any:
        if type(value) is not list:
            raise Invalid([MEMBER_LIST.at()])
        items, found = [], []
        for index, item in enumerate(value):
            try:
                items.append(read_item(item))
            except Invalid as invalid:
                found += [finding.under(f"/{index}") for finding in invalid.findings]
        if found:
            raise Invalid(found)
        return tuple(items)

    return read


def _alternatives_reader(described: Alternatives, converter: Converter) -> Read:
    readers = {tag: _record_reader(kind, converter) for tag, kind in described.by_tag().items()}
    scalar = None if described.scalar is None else _reader(described.scalar, converter)
    of_languages = isinstance(described.scalar, Languages)
    types = ", ".join(readers)

    def read(value: Any) -> Any:
        if type(value) is dict and not (of_languages and "type" not in value):
            tag = value.get("type")
            if type(tag) is not str or tag not in readers:
                raise Invalid([MEMBER_TYPE.at("/type", types=types)])
            return readers[tag](value)
        if scalar is None:
            raise Invalid([mismatch(described, value, "")])
        return scalar(value)

    return read


def _record_reader(cls: type, converter: Converter) -> Read:
    described = shape(cls)
    known = frozenset(member.name for member in described.members) | ({"type"} if described.tag else set())
    required = tuple(member.name for member in described.members if member.required)
    fill: Callable[[Any, Any], Any] = make_dict_structure_fn(
        cls, converter, extras=override(omit=True), _cattrs_detailed_validation=True
    )

    def read(plain: Any) -> Any:
        if type(plain) is not dict:
            raise Invalid([mismatch(Nested(cls, described.tag), plain, "")])
        found = [MEMBER_MISSING.at(name=name) for name in required if name not in plain]
        if described.tag is not None and plain.get("type") != described.tag:
            found.append(MEMBER_TYPE.at("/type", types=described.tag))
        made = None
        try:
            made = fill(plain, cls)
        except ClassValidationError as error:
            found += _flat(error)
        if made is None or found:
            raise Invalid(found)
        return made if plain.keys() <= known else _with_extras(made, plain, known)

    return read


def _with_extras(made: Any, plain: dict[str, Any], known: frozenset[str]) -> Any:
    refusal = MEMBER_NUMBER.at()
    try:
        extras = Extras.of({name: value for name, value in plain.items() if name not in known})
    except ValueError:  # from rfc8785 or from UTF-8, and it may quote the value
        pass
    except RecursionError:
        refusal = DOCUMENT_DEPTH.at(limit=DEFAULT_LIMITS.depth)
    else:
        return attrs.evolve(made, extras=extras)
    raise Invalid([refusal])


def _flat(error: ClassValidationError) -> Iterator[Finding]:
    """Findings from what cattrs gathered; a missing member was already named, so its ``KeyError`` says nothing new."""
    placed, loose = error.group_exceptions()
    for cause, note in placed:
        if isinstance(cause, Invalid):
            for finding in cause.findings:
                yield finding.under(f"/{note.name}")
    for other in loose:
        if isinstance(other, Invalid):
            yield from other.findings


# --- out


def _unstructure_hook(kind: Any, converter: Converter) -> Callable[[Any], Any]:
    described, _ = shape_of(kind)
    return _writer(described, converter)


def _writer(described: Shape, converter: Converter) -> Callable[[Any], Any]:
    match described:
        case Marked(inner, _):
            return _writer(inner, converter)
        case Scalar():
            return _optional(str)
        case Choice(_, type()):
            return _optional(lambda code: code.value)
        case Languages():
            return _optional(lambda text: dict(text.items()))
        case Sequence(item):
            write = _writer(item, converter)
            return lambda items: [write(value) for value in items]
        case Nested(kind, _):
            return _optional(_record_writer(kind, converter))
        case Alternatives(records, scalar):
            writers = {nested.type: _record_writer(nested.type, converter) for nested in records}
            other = None if scalar is None else _writer(scalar, converter)
            return _optional(lambda value: writers.get(type(value), other)(value))  # type: ignore[misc]
    return lambda value: value


def _optional(write: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else write(value)


@once
def _record_writer(cls: type, converter: Converter) -> Callable[[Any], Any]:
    described = shape(cls)
    omitted: Any = {member.name: override(omit_if_default=True) for member in described.members if not member.required}
    empty: Callable[[Any], Any] = make_dict_unstructure_fn(cls, converter, extras=override(omit=True), **omitted)

    def write(made: Any) -> Any:
        plain: dict[str, Any] = empty(made)
        if described.tag is not None:
            plain["type"] = described.tag
        if made.extras:
            plain |= made.extras.plain()
        return plain

    return cast("Callable[[Any], Any]", write)
