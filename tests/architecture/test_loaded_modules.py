"""Importing the house loads no heavy part, no plug-in and no engine; how long it takes is a figure of the bench."""

from __future__ import annotations

import subprocess
import sys

import pytest

NEVER_AT_IMPORT = (
    "_pytest",
    "cql2",
    "cryptography",
    "duckdb",
    "hypothesis",
    "ibis",
    "joserfc",
    "lxml",
    "matplotlib",
    "numpy",
    "pandas",
    "polars",
    "pyarrow",
    "pyspark",
    "pytest",
    "requests",
    "rich",
    "sqlalchemy",
    "typer",
    "urllib.request",
)
LAZY_TOO = ("cattrs", "importlib.metadata", "pendulum")


def loaded_after(statement: str) -> set[str]:
    script = f"import sys\n{statement}\nprint('\\n'.join(sys.modules))"
    run = subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def found(loaded: set[str], parts: tuple[str, ...]) -> list[str]:
    return sorted(part for part in parts if part in loaded)


def test_importing_the_package_loads_no_room_behind_the_door() -> None:
    loaded = loaded_after("import smir")
    assert found(loaded, NEVER_AT_IMPORT + LAZY_TOO) == []


def test_the_first_names_load_no_engine_and_no_plug_in() -> None:
    loaded = loaded_after("from smir import Alert, Grade, Office")
    assert found(loaded, NEVER_AT_IMPORT) == []
    assert not {name for name in loaded if name.startswith("smir.serializers.")}, "formats come when they are asked for"


@pytest.mark.parametrize("room", ["findings", "values", "structure", "grading", "handling", "entities", "products"])
def test_a_room_of_notions_loads_no_engine(room: str) -> None:
    assert found(loaded_after(f"import smir.{room}"), NEVER_AT_IMPORT) == []


def test_the_entry_points_for_test_runners_do_not_load_hypothesis() -> None:
    assert found(loaded_after("import smir.conformance.entry"), ("hypothesis",)) == []


def test_importing_reaches_no_network() -> None:
    """An audit hook sees every socket, whoever opens it."""
    hook = "def saw(event, args):\n    if event.startswith('socket.'): raise SystemExit('network')\nsys.addaudithook(saw)\n"
    assert loaded_after(hook + "import smir\nfrom smir import *")
