"""No module of the house holds state that can change."""

from __future__ import annotations

import re
import typing
from types import ModuleType

MUTABLE = (list, dict, set, bytearray)
#: Names that Python itself, or a type checker, expects to be a list or a dictionary.
ITS_OWN = re.compile(r"__\w+__")


def test_a_module_holds_no_list_dictionary_or_set(module: ModuleType) -> None:
    held = [name for name, value in vars(module).items() if isinstance(value, MUTABLE) and not ITS_OWN.fullmatch(name)]
    assert held == []


def test_a_class_holds_no_list_dictionary_or_set(module: ModuleType) -> None:
    held = [
        f"{kind.__name__}.{name}"
        for kind in own_classes(module)
        for name, value in vars(kind).items()
        if isinstance(value, MUTABLE) and not name.startswith("_")
    ]
    assert held == []


def test_no_module_uses_the_global_statement(module: ModuleType) -> None:
    source = typing.cast("str", module.__spec__ and module.__spec__.origin)
    with open(source, encoding="utf-8") as file:  # noqa: PTH123 - a path that Python gave as text
        assert not re.search(r"^\s+global\s", file.read(), re.MULTILINE)


def own_classes(module: ModuleType) -> list[type]:
    return [kind for kind in vars(module).values() if isinstance(kind, type) and kind.__module__ == module.__name__]
