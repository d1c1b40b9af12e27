"""The pages of the interface: what each room names in public, from its docstrings."""

from __future__ import annotations

import importlib
import inspect

import smir
from _generate.house import cell, first_sentence, prose, rooms
from _generate.links import places


def api_pages() -> dict[str, str]:
    """A page a room, and the page of the front door, by file name."""
    pages = {f"{room}.md": _page(f"smir.{room}") for room in rooms()}
    pages["index.md"] = _index()
    return pages


def _index() -> str:
    lines = [
        "# Interface",
        "",
        "What a room names here is public; [compatibility](../../../compatibility.md) says what that promises. The names"
        " that most programs need can be imported from `smir` itself.",
        "",
        "| room | holds |",
        "|---|---|",
    ]
    for room in rooms():
        module = importlib.import_module(f"smir.{room}")
        lines.append(f"| [`smir.{room}`]({room}.md) | {prose(first_sentence(module))} |")
    lines += ["", "## Names in `smir` itself", "", *_front_door()]
    lines += ["", "```{toctree}", ":hidden:", "", *rooms(), "```", ""]
    return "\n".join(lines)


def _front_door() -> list[str]:
    """The names of the front door, each with its room; the rooms among them lead to their pages."""
    lines = ["| name | room | what it is |", "|---|---|---|"]
    homeless: list[str] = []
    for name in sorted(smir.__all__, key=str.lower):
        thing = getattr(smir, name)
        place = places().get(f"smir.{name}")
        if inspect.ismodule(thing):  # a room that is a name of the front door
            lines.append(f"| [`smir.{name}`]({name}.md) | itself | {cell(first_sentence(thing))} |")
            continue
        if place is None:  # it stands on this page, below
            lines.append(f"| {{py:obj}}`smir.{name}` | – | {cell(first_sentence(thing))} |")
            homeless.append(name)
            continue
        room = place.split(".")[1]
        about = first_sentence(thing) if inspect.isclass(thing) or inspect.isroutine(thing) else ""
        lines.append(f"| {{py:obj}}`smir.{name} <{place}>` | [`{room}`]({room}.md) | {cell(about)} |")
    lines += ["", "```{eval-rst}", *(f".. autofunction:: smir.{name}" for name in homeless), "```"] if homeless else []
    return lines


def _page(name: str) -> str:
    module = importlib.import_module(name)
    public = list(getattr(module, "__all__", ()))
    lines = [f"# {name.removeprefix('smir.')}", "", "```{eval-rst}", f".. automodule:: {name}", "   :no-members:", ""]
    for thing in public:
        kind = _kind(getattr(module, thing))
        lines.append(f".. auto{kind}:: {name}.{thing}")
        if kind in ("class", "exception"):
            lines += ["   :members:"]
        lines.append("")
    return "\n".join([*lines, "```", ""])


def _kind(thing: object) -> str:
    if inspect.isclass(thing):
        return "exception" if issubclass(thing, BaseException) else "class"
    return "function" if callable(thing) and inspect.isroutine(inspect.unwrap(thing)) else "data"
