"""Leads references to where a thing is documented: under its room, whatever path an annotation or a docstring names."""

from __future__ import annotations

import importlib
from functools import cache
from types import MappingProxyType
from typing import Any

import smir
from _generate.house import rooms


@cache
def places() -> MappingProxyType[str, str]:
    """From every path a public thing can be reached by to the path it is documented under."""
    found: dict[str, str] = {}
    documented: dict[int, str] = {}
    for room in rooms():
        module = importlib.import_module(f"smir.{room}")
        for name in getattr(module, "__all__", ()):
            thing = getattr(module, name)
            place = f"smir.{room}.{name}"
            documented.setdefault(id(thing), place)
            if hasattr(thing, "__qualname__"):
                found.setdefault(f"{thing.__module__}.{thing.__qualname__}", place)
    for name in getattr(smir, "__all__", ()):
        known = documented.get(id(getattr(smir, name)))
        if known is not None:
            found[f"smir.{name}"] = known
    return MappingProxyType(found)


def documented_place(target: str) -> str | None:
    """Where a path is documented; a member follows its class."""
    head, tail = target, ""
    while head:
        if head in places():
            return places()[head] + tail
        head, _, last = head.rpartition(".")
        tail = f".{last}{tail}"
    return None


def is_inside(target: str) -> bool:
    """Whether a path leads to a part of the house that is not public: it is shown as it is written, without a link."""
    module, rest = target, ""
    while module.partition(".")[0] == "smir":
        try:
            found: object = importlib.import_module(module)
        except ImportError:
            module, _, last = module.rpartition(".")
            rest = f"{last}.{rest}" if rest else last
            continue
        for name in filter(None, rest.split(".")):
            found = getattr(found, name, None)
        return found is not None
    return False


def follow(app: Any, env: Any, node: Any, contnode: Any) -> Any:
    """Answer Sphinx's ``missing-reference``: try again under the documented path."""
    if node.get("refdomain") != "py":
        return None
    target = node["reftarget"]
    place = documented_place(target)
    if place is None:
        return contnode if is_inside(target) else None
    if place == target:
        return None
    return env.domains["py"].resolve_xref(env, node["refdoc"], app.builder, "obj", place, node, contnode)


def keep_sentences(app: Any, what: str, name: str, obj: Any, options: Any, lines: list[str]) -> None:
    """Keep Napoleon from taking the words before a colon in a property's docstring for the type of the property."""
    del app, name, obj, options
    if what in ("attribute", "data", "property") and lines and ":" in lines[0]:
        lines.insert(0, "\\ ")  # an escaped space: it shows as nothing


def join_errors(app: Any, what: str, name: str, obj: Any, options: Any, lines: list[str]) -> None:
    """Write each error of a docstring on one line, so that the type of what is returned is not put into its midst."""
    del app, what, name, obj, options
    if "Raises:" not in lines:
        return
    at = lines.index("Raises:") + 1
    while at < len(lines) and lines[at].startswith("    "):
        if lines[at].startswith("     "):
            lines[at - 1] += f" {lines.pop(at).strip()}"
        else:
            at += 1
