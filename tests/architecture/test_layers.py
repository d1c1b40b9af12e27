"""The layers of the house and the rooms of outside parts are a contract that a tool checks."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

CLI = (
    "import sys; from importlinter.cli import lint_imports_command; sys.argv = ['lint-imports']; lint_imports_command()"
)


def contracts(repository: Path) -> list[dict[str, object]]:
    with (repository / "pyproject.toml").open("rb") as file:
        found: list[dict[str, object]] = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    return found


def test_every_contract_is_kept(repository: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", CLI, "--no-cache"], cwd=repository, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-2000:]
    assert " 0 broken" in run.stdout


def test_the_layers_name_every_room(repository: Path) -> None:
    (layers,) = (contract for contract in contracts(repository) if contract["type"] == "layers")
    rooms = {folder.parent.name for folder in (repository / "src" / "smir").glob("*/__init__.py")}
    assert set(layers["layers"]) == rooms  # type: ignore[call-overload]
    assert layers["exhaustive"] is True


def test_every_dependency_that_is_no_class_maker_has_its_rooms(repository: Path) -> None:
    """``attrs`` and the number checks may stand anywhere; each other part is bound to the rooms about it."""
    with (repository / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    needs = list(project["dependencies"])
    for extra, wanted in project["optional-dependencies"].items():
        if extra != "all":
            needs += wanted
    names = {need.partition(">")[0].strip() for need in needs} - {"attrs", "python-stdnum", "pytest"}
    bound = {
        part
        for contract in contracts(repository)
        if contract["type"] == "protected"
        for part in contract["protected_modules"]  # type: ignore[attr-defined]
    }
    assert names == bound
