"""The page of JSON Schemas: every public type that stands in documents, and what its schema is called."""

from __future__ import annotations

from enum import Enum

from _generate.house import cell, first_sentence
from _generate.types import anchor, public_records
from smir.serializers import schema, schemas
from smir.structure.shape import is_record, tag_of
from smir.values import Written


def schemas_page() -> str:
    """The page as MyST Markdown: a table a kind of type."""
    described = {record for records in public_records().values() for record in records}
    named = dict(schemas())
    kinds = (
        ("Records", [cls for cls in named.values() if is_record(cls)]),
        ("Values with one written form", [cls for cls in named.values() if issubclass(cls, Written)]),
        ("Closed lists of codes", [cls for cls in named.values() if issubclass(cls, Enum)]),
    )
    listed = [cls for _, classes in kinds for cls in classes]
    others = [cls for cls in named.values() if cls not in listed]
    lines = [f"There are {len(named)} schemas.", ""]
    for title, classes in (*kinds, ("Other", others)):
        if classes:
            lines += [f"## {title}", "", "| type | what it is | `$id` |", "|---|---|---|"]
            lines += [_row(cls, linked=cls in described) for cls in classes]
            lines.append("")
    return "\n".join(lines)


def _row(cls: type, *, linked: bool) -> str:
    name = f"[{cls.__name__}](types.md#{anchor(cls)})" if linked else f"`{cls.__name__}`"
    tag = tag_of(cls) if is_record(cls) else None
    about = cell(first_sentence(cls)) + (f" Tag `{tag}`." if tag else "")
    return f"| {name} | {about} | `{schema(cls)['$id']}` |"
