"""The page of record types: what each holds, what must be there, and what is personal data."""

from __future__ import annotations

import importlib
import re
from functools import cache

from _generate.house import cell, first_sentence, prose, rooms
from smir.serializers import schema, schemas
from smir.structure import Mark
from smir.structure.shape import (
    Alternatives,
    Choice,
    Languages,
    Marked,
    Member,
    Nested,
    Plain,
    Scalar,
    Sequence,
    Shape,
    bare,
    is_record,
    marks,
    shape,
)

PLAIN = {str: "text", int: "whole number", bool: "true or false"}
SHOWN_CODES = 12


def public_records() -> dict[str, tuple[type, ...]]:
    """The record classes each room names in public, from the bottom of the house to the top."""
    seen: set[type] = set()
    found: dict[str, tuple[type, ...]] = {}
    for room in reversed(rooms()):
        module = importlib.import_module(f"smir.{room}")
        named = [getattr(module, name) for name in getattr(module, "__all__", ())]
        records = [thing for thing in named if is_record(thing) and thing not in seen]
        seen.update(records)
        if records:
            found[room] = tuple(sorted(records, key=lambda record: record.__name__))
    return found


def types_page() -> str:
    """The page as MyST Markdown: a section a room, a table a type."""
    linked = {record for records in public_records().values() for record in records}
    lines = [
        "Members stand under the same names in Python and in JSON. A member that is not required may be left out; then"
        " it is `None` in Python, or an empty tuple. A type with a tag writes it in the member `type`.",
        "",
    ]
    for room, records in public_records().items():
        lines += [f"## {room}", ""]
        for record in records:
            lines += _entry(record, linked)
    return "\n".join(lines)


def _entry(record: type, linked: set[type]) -> list[str]:
    described = shape(record)
    tag = f" In JSON its `type` is `{described.tag}`." if described.tag else ""
    said = meanings(record)
    rows = [_row(member, said.get(member.name, ""), linked) for member in described.members]
    return [
        f"({anchor(record)})=",
        f"### {record.__name__}",
        "",
        prose(first_sentence(record)) + tag,
        "",
        "| member | meaning | holds | required | marks |",
        "|---|---|---|---|---|",
        *rows,
        "",
    ]


def anchor(record: type) -> str:
    """Where the page describes a type."""
    return f"type-{record.__name__.lower()}"


@cache
def meanings(record: type) -> dict[str, str]:
    """What the docstrings of a record say of each member, as its schema passes it on.

    What the products share has no schema of its own; any product says the same.
    """
    named = next(cls for cls in (record, *schemas().values()) if issubclass(cls, record) and cls in schemas().values())
    members = schema(named)["$defs"][named.__name__]["properties"]
    return {name: member.get("description", "") for name, member in members.items()}


def _row(member: Member, meaning: str, linked: set[type]) -> str:
    said = [*marks(member.shape)]
    inner = bare(member.shape)
    if isinstance(inner, Sequence):
        said += marks(inner.item)
    about = ", ".join(dict.fromkeys(describe_mark(mark) for mark in said))
    return f"| `{member.name}` | {cell(meaning)} | {holds(member.shape, linked)} | {'yes' if member.required else ''} | {about} |"


def holds(described: Shape, linked: set[type]) -> str:
    """What a shape holds, in words."""
    if isinstance(described, Marked):
        return holds(described.inner, linked)
    if isinstance(described, Plain):
        return PLAIN[described.type]
    if isinstance(described, Choice):
        codes = ", ".join(f"`{code}`" for code in described.codes[:SHOWN_CODES])
        rest = len(described.codes) - SHOWN_CODES
        return codes + (f" and {rest} more" if rest > 0 else "")
    if isinstance(described, Scalar):
        return f"`{described.type.__name__}`"
    if isinstance(described, Languages):
        return "text in several languages"
    if isinstance(described, Sequence):
        return "any number of " + holds(described.item, linked)
    if isinstance(described, Nested):
        name = described.type.__name__
        return f"[{name}](#{anchor(described.type)})" if described.type in linked else f"`{name}`"
    return _alternatives(described, linked)


def _alternatives(described: Alternatives, linked: set[type]) -> str:
    options = [holds(nested, linked) for nested in described.records]
    if described.scalar is not None:
        options.insert(0, holds(described.scalar, linked))
    return " or ".join(options)


def describe_mark(mark: Mark) -> str:
    """What a mark says of a member: the category of personal data, or the kind of mark."""
    label = getattr(getattr(mark, "category", None), "label", None)
    if callable(label):
        return cell(str(label()))
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(mark).__name__.removesuffix("Mark")).lower()
