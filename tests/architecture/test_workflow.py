"""What runs elsewhere is what runs here: the workflow file is the one that the sessions generate."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def noxfile(repository: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("smir_noxfile", repository / "noxfile.py")
    assert spec
    assert spec.loader
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def test_the_workflow_is_the_generated_one(noxfile: ModuleType) -> None:
    assert noxfile.WORKFLOW.read_text(encoding="utf-8") == noxfile.workflow(), "run: nox -s matrix"


def test_every_default_session_runs_in_the_workflow(noxfile: ModuleType) -> None:
    ran = set(re.findall(r"[a-z]+", " ".join(re.findall(r"- run: nox -s (.*)", noxfile.workflow()))))
    assert ran == set(noxfile.DEFAULT)


def test_every_system_and_python_has_its_cell(noxfile: ModuleType) -> None:
    text = noxfile.workflow()
    for cell in ("ubuntu-latest", "windows-latest", "macos-latest", "3.11", "3.12", "3.13", "3.14"):
        assert f'"{cell}"' in text


def test_every_action_is_pinned_by_its_full_hash(noxfile: ModuleType) -> None:
    used = re.findall(r"uses: (\S+)", noxfile.workflow())
    assert used
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", action) for action in used)


def test_no_permission_is_given_by_default(noxfile: ModuleType) -> None:
    assert "\npermissions: {}\n" in noxfile.workflow()


def test_the_tests_close_a_default_run(noxfile: ModuleType) -> None:
    assert noxfile.DEFAULT[-1] == "tests"


def test_the_continuous_integration_runs_the_second_command_of_the_readme(repository: Path) -> None:
    command = "python -m pip install nox && nox"
    assert (repository / ".ci" / "run").read_text(encoding="utf-8").rstrip().endswith("\n" + command)
    readme = (repository / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"```sh\n(.*?)\n```", readme, re.DOTALL)
    assert commands[:2] == ['python -m pip install ".[cli]" && smir demo', command]
