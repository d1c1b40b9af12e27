"""The public names are a promise: adding or losing one is seen here first.

``SMIR_REGENERATE=1`` writes the snapshot anew and fails once, so that somebody looks at the difference.
"""

from __future__ import annotations

import importlib
import os
from pathlib import Path

import pytest

SNAPSHOT = Path(__file__).with_name("public_names.txt")


def public_names(repository: Path) -> str:
    rooms = sorted(folder.parent.name for folder in (repository / "src" / "smir").glob("*/__init__.py"))
    lines = []
    for module in ("smir", *(f"smir.{room}" for room in rooms)):
        named = getattr(importlib.import_module(module), "__all__", ())
        lines += [f"{module}.{name}" for name in sorted(named)]
    return "\n".join(lines) + "\n"


def test_the_public_names_are_those_promised(repository: Path) -> None:
    found = public_names(repository)
    if os.environ.get("SMIR_REGENERATE") == "1":
        SNAPSHOT.write_text(found, encoding="utf-8", newline="\n")
        pytest.fail(f"wrote {SNAPSHOT.name} anew: read the difference, write a changelog fragment, run again")
    promised = SNAPSHOT.read_text(encoding="utf-8") if SNAPSHOT.exists() else ""
    gained = sorted(set(found.splitlines()) - set(promised.splitlines()))
    lost = sorted(set(promised.splitlines()) - set(found.splitlines()))
    assert (gained, lost) == ([], []), "see CONTRIBUTING.md for what a new or lost public name asks"


def test_every_name_of_the_front_door_is_listed_by_dir() -> None:
    smir = importlib.import_module("smir")
    assert set(smir.__all__) <= set(dir(smir))


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    smir = importlib.import_module("smir")
    assert not hasattr(smir, "no_such_name")
