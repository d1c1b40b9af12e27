"""JSON Schema (2020-12) of every public type, read off the types themselves."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from types import MappingProxyType, ModuleType
from typing import Any

from smir.findings import Code, Unavailable
from smir.handling import PersonalData
from smir.serializers.version import CURRENT
from smir.structure.check import MAX_INTEGER
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
    marks,
    shape,
)
from smir.values import Text, Written

SCHEMA_TYPE = Code(
    "SCHEMA-TYPE",
    en="Only what stands in documents has a schema: records, values with one written form, lists of codes, Text. "
    "smir.schemas() lists those of the house.",
    fr="Seul ce qui figure dans un document a un schéma\u00a0: enregistrements, valeurs à forme écrite unique, listes "
    "de codes, Text. smir.schemas() énumère ceux de la maison.",
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"

#: Texts hold no control characters but line feed and tab.
_TEXT = r"^[^\u0000-\u0008\u000b-\u001f]*$"
#: What is said in a language holds something else than space, and nothing that XML cannot carry.
_SAID = r"^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]*$"
_NOTE = (
    "Written by smir. Documents also keep rules that no schema can say, such as check digits and references; "
    "members that a reader does not know are kept by smir and are not valid here."
)

Schema = dict[str, Any]


def schema(cls: type, /) -> Schema:
    """The JSON Schema of a record or value class: what a document of this version may say, and no more.

    A member that is not required may be left out and is never ``null``. What is personal data says so in ``$comment``,
    with its category; the place of a withheld value is in the schema too.

    Args:
        cls: A record, a value with one written form, an enumeration or :class:`smir.Text`; a national class as well.

    Raises:
        smir.Unavailable: ``SCHEMA-TYPE``.

    >>> from smir.values import HSCode
    >>> schema(HSCode)["$defs"]["HSCode"]["type"]
    'string'
    """
    if not _has_schema(cls):
        raise Unavailable([SCHEMA_TYPE.at()])
    writer = _Writer()
    root = writer.reference(cls)
    return {
        "$schema": DIALECT,
        "$id": f"urn:smir:schema:{CURRENT}:{cls.__name__}",
        "$comment": _NOTE,
        "title": cls.__name__,
        "description": _summary(cls),
        **root,
        "$defs": dict(sorted(writer.definitions.items())),
    }


@cache
def schemas() -> MappingProxyType[str, type]:
    """Every public type that stands in documents, by name.

    >>> [name for name in schemas() if name.startswith("Aler")]
    ['Alert', 'AlertSubType']
    """
    from smir import criteria, entities, grading, handling, products, release, values
    from smir.serializers.document import ReleasedDocument

    named: set[type] = {ReleasedDocument}
    for room in (values, handling, grading, entities, criteria, products, release):
        named.update(_public(room))
    return MappingProxyType({cls.__name__: cls for cls in sorted(named, key=lambda cls: cls.__name__)})


def _public(room: ModuleType) -> Iterator[type]:
    for name in room.__all__:
        thing = getattr(room, name)
        if isinstance(thing, type) and _has_schema(thing) and not inspect.isabstract(thing):
            yield thing


def _has_schema(cls: object) -> bool:
    if not isinstance(cls, type) or getattr(cls, "product_type", "") is None:  # what the products share is no document
        return False
    if issubclass(cls, Written):
        return isinstance(getattr(cls, "pattern", None), str)
    return is_record(cls) or issubclass(cls, Text) or (issubclass(cls, Enum) and _holds_texts(cls))


def _holds_texts(cls: type[Enum]) -> bool:
    return bool(len(cls)) and all(isinstance(member.value, str) for member in cls)


class _Writer:
    """Writes definitions, each once, while one schema is made."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}
        self._names: dict[type, str] = {}

    def reference(self, cls: type) -> Schema:
        """Point to the definition of a class; write it where it is not there yet."""
        if cls not in self._names:
            name = cls.__name__
            while name in self.definitions:  # two classes of one name, from two rooms or packages
                name = f"{name}_"
            self._names[cls] = name
            self.definitions[name] = {}
            self.definitions[name] = self._definition(cls)
        return {"$ref": f"#/$defs/{self._names[cls]}"}

    def _definition(self, cls: type) -> Schema:
        if is_record(cls):
            return self._record(cls)
        described: Schema = {"description": _summary(cls)}
        if issubclass(cls, Text):
            return described | _languages()
        if issubclass(cls, Enum):
            return described | {"type": "string", "enum": [member.value for member in cls]}
        if issubclass(cls, Written):
            return described | _matching(cls.pattern)
        raise Unavailable([SCHEMA_TYPE.at()])

    def _record(self, cls: type) -> Schema:
        described = shape(cls)
        said = _arguments(cls)
        properties: dict[str, Schema] = {}
        for member in described.members:
            properties[member.name] = self._shape(member.shape)
            if member.name in said:
                properties[member.name]["description"] = said[member.name]
        required = [member.name for member in described.members if member.required]
        if described.tag is not None:
            properties["type"] = {"const": described.tag}
            required.append("type")
        return {
            "type": "object",
            "description": _summary(cls),
            "properties": dict(sorted(properties.items())),
            "required": sorted(required),
            "unevaluatedProperties": False,
        }

    def _shape(self, described: Shape) -> Schema:
        match described:
            case Marked(inner, _):
                return self._marked(described, inner)
            case Plain(kind):
                return _plain(kind)
            case Choice(codes, None):
                return {"const": codes[0]} if len(codes) == 1 else {"type": "string", "enum": list(codes)}
            case Choice(_, type() as kind):
                return self.reference(kind)
            case Scalar(kind) | Nested(kind, _):
                return self.reference(kind)
            case Languages():
                return self.reference(Text)
            case Sequence(item):
                return {"type": "array", "items": self._shape(item)}
            case Alternatives(records, scalar):
                options = [] if scalar is None else [self._shape(scalar)]
                return {"anyOf": [*options, *(self.reference(nested.type) for nested in records)]}
        raise Unavailable([SCHEMA_TYPE.at()])  # pragma: no cover - the shapes above are all there are

    def _marked(self, described: Shape, inner: Shape) -> Schema:
        made = self._shape(inner)
        categories = [mark.category.value for mark in marks(described) if isinstance(mark, PersonalData)]
        return made | {"$comment": f"personal data: {', '.join(categories)}"} if categories else made


def _plain(kind: type) -> Schema:
    if kind is bool:
        return {"type": "boolean"}
    if kind is int:
        return {"type": "integer", "minimum": -MAX_INTEGER, "maximum": MAX_INTEGER}
    return _matching(_TEXT)


def _languages() -> Schema:
    return {
        "type": "object",
        "minProperties": 1,
        "patternProperties": {Text.tag_pattern: {"type": "string", "allOf": [_matching(_SAID), _matching(r"\S")]}},
        "unevaluatedProperties": False,
    }


def _matching(pattern: str) -> Schema:
    return {"type": "string", "pattern": pattern}


# --- what the docstrings say

_ROLE = re.compile(r":[a-z:]+:`~?!?([^`]+)`")
_ARGUMENT = re.compile(r"^([a-z_][a-z0-9_]*): (.+)$")


def _summary(cls: type) -> str:
    """The first paragraph of a class's docstring, as plain text."""
    return _plainly(inspect.cleandoc(cls.__doc__ or "").partition("\n\n")[0])


def _arguments(cls: type) -> dict[str, str]:
    """What the docstrings of a class and its parents say of each member."""
    found: dict[str, str] = {}
    for parent in reversed(cls.__mro__):
        _, _, part = inspect.cleandoc(vars(parent).get("__doc__") or "").partition("Args:\n")
        name = ""
        for line in inspect.cleandoc(part.partition("\n\n")[0]).splitlines() if part else ():
            entry = _ARGUMENT.match(line)
            if entry is not None:
                name = entry[1]
                found[name] = entry[2]
            elif name:
                found[name] += f" {line.strip()}"
    return {name: _plainly(text) for name, text in found.items()}


def _plainly(text: str) -> str:
    return " ".join(_ROLE.sub(lambda role: role[1].rpartition(".")[2], text).replace("``", "").split())
