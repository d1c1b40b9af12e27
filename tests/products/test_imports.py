"""Importing the room and making an alert loads no engine, no calendar and no XML."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("cql2", "hypothesis", "lxml", "pendulum", "pytest", "smir.conformance")
MAKE = """
from smir.grading import Grade
from smir.products import Alert, Level, check_standard
from smir.values import Instant, Period, Text
alert = Alert(level=Level.TACTICAL, title=Text(en="Test"), grade=Grade.parse("B21"), valid=Period.days(30))
assert check_standard(alert, on=Instant.parse("2026-06-01T10:00:00Z"))
"""


def loaded_after(statement: str) -> set[str]:
    script = f"import sys\n{statement}\nprint('\\n'.join(sys.modules))"
    run = subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_importing_the_room_loads_none_of_its_files() -> None:
    loaded = loaded_after("import smir.products")
    assert not {name for name in loaded if name.startswith("smir.products.")}
    assert loaded.isdisjoint(HEAVY)


def test_every_name_of_the_room_comes_without_anything_heavy() -> None:
    assert loaded_after("from smir.products import *").isdisjoint(HEAVY)


def test_making_and_checking_an_alert_loads_nothing_heavy() -> None:
    assert loaded_after(MAKE).isdisjoint(HEAVY)
