"""How a record shows itself to a developer: codes, numbers and counts; never a free text, never personal data."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

from smir.structure.shape import Alternatives, Choice, Marked, Nested, Plain, Scalar, Sequence, Shape, is_record, shape
from smir.values.written import Written


def show(made: Any) -> str:
    """The repr of a record.

    Plain texts and texts by language are left out whole, and so is every member with a mark: what a person wrote may
    repeat a name. Lists show their length, other records their class.
    """
    shown = ", ".join(f"{name}={text}" for name, text in _pieces(made))
    return f"{type(made).__name__}({shown})"


def show_html(made: Any) -> str:
    """What a notebook shows of a record: the same as its repr, as a table."""
    from html import escape

    rows = "".join(f"<tr><th>{escape(name)}</th><td>{escape(text)}</td></tr>" for name, text in _pieces(made))
    return f"<table><caption>{escape(type(made).__name__)}</caption>{rows}</table>"


def _pieces(made: Any) -> Iterator[tuple[str, str]]:
    for member in shape(type(made)).members:
        value = getattr(made, member.name)
        if value is not None and value != () and (text := _piece(member.shape, value)) is not None:
            yield member.name, text


def _piece(described: Shape, value: Any) -> str | None:
    if isinstance(described, Marked) and any(mark.hides for mark in described.marks):
        return None
    match described:
        case Marked(inner, _):
            return _piece(inner, value)
        case Plain(kind):
            return None if kind is str else repr(value)
        case Choice():
            return str(value.value if isinstance(value, Enum) else value)
        case Scalar(kind):
            return value.showing() if kind.shown and isinstance(value, Written) else None
        case Sequence():
            return f"<{len(value)}>" if isinstance(value, tuple) else None
        case Nested() | Alternatives() if is_record(type(value)):
            return type(value).__name__
        case Alternatives(_, scalar) if scalar is not None:
            return _piece(scalar, value)
    return None
