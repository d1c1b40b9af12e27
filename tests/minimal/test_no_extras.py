"""With no extra installed the house works; what needs an extra says which one. ``nox -s minimal`` runs this without any.

The claims hold with extras too, so the other sessions run them as well.
"""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest

import smir

BLOCK = """
import sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {names!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Absent())
"""


def without(*names: str, run: str) -> subprocess.CompletedProcess[str]:
    """Run a script where some packages cannot be imported, whether they are installed or not."""
    script = BLOCK.format(names=set(names)) + run
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", smir.__all__)
def test_every_public_name_can_be_used(name: str) -> None:
    assert getattr(smir, name) is not None


def test_every_public_name_can_be_used_without_extras() -> None:
    run = without("typer", "rich", "hypothesis", "pytest", run="from smir import *")
    assert run.returncode == 0, run.stderr[-2000:]


def test_the_command_says_which_extra_it_needs() -> None:
    run = without("typer", "rich", run="import sys\nfrom smir.cli import main\nsys.argv = ['smir', 'demo']\nmain()")
    assert run.returncode not in (0, 1), "not a success, and not the exit code of a crash"
    assert "smir[cli]" in run.stderr
    assert "Traceback" not in run.stderr


def test_conformance_says_which_extra_it_needs() -> None:
    script = (
        "import smir.conformance\ntry:\n    smir.conformance.strategies\nexcept Exception as error:\n    print(error)"
    )
    run = without("hypothesis", run=script)
    assert "smir[conformance]" in run.stdout + run.stderr


def test_registering_with_hypothesis_needs_no_hypothesis_to_be_found() -> None:
    assert callable(importlib.import_module("smir.conformance.entry").register)
