"""The modules of the house, in the order in which a reader goes down it."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import smir

ROOT = Path(__file__).parent.parent.parent


def rooms() -> tuple[str, ...]:
    """The rooms from top to bottom, as the layers contract names them."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    (layers,) = (contract["layers"] for contract in contracts if contract["id"] == "layers")
    return tuple(layers)


def modules() -> Iterator[ModuleType]:
    """Every module of the package, imported; what runs when imported stays out."""
    for found in pkgutil.walk_packages(smir.__path__, prefix="smir."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def room_of(module_name: str) -> str:
    """The room a module stands in."""
    return module_name.split(".")[1] if "." in module_name else ""


def first_sentence(thing: object) -> str:
    """What a docstring opens with, on one line."""
    text = (thing.__doc__ or "").strip().split("\n\n")[0]
    return " ".join(text.split())


def assigned(module: ModuleType) -> tuple[str, ...]:
    """The names that a module itself binds at its top level, in order."""
    names: list[str] = []
    for node in ast.parse(inspect.getsource(module)).body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        names += [target.id for target in targets if isinstance(target, ast.Name)]
    return tuple(names)


def prose(text: str) -> str:
    """A docstring's or a message's text as Markdown: code spans stay, everything else is shown as it is written."""
    plain = re.sub(r":\w+(?::\w+)?:`~?([^`]+)`", r"``\1``", " ".join(re.split(r"[ \n\t]+", text.strip())))
    parts = re.split(r"``(.+?)``|`(.+?)`", plain)
    out = []
    for index, part in enumerate(parts):
        if index % 3 == 0:
            out.append(re.sub(r"([\\*_\[\]<>$#|])", r"\\\1", part or ""))
        elif part is not None:
            out.append(f"`{part}`")
    return "".join(out)


def cell(text: str) -> str:
    """A text made safe for a cell of a Markdown table."""
    return re.sub(r"(?<!\\)\|", r"\\|", prose(text))
