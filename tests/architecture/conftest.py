"""The source as the architecture tests see it: its files, its modules and what they name in public."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from types import ModuleType

import pytest

import smir

SOURCE = Path(smir.__file__).parent


def source_files() -> list[Path]:
    """Every Python file of the package, in a fixed order."""
    return sorted(SOURCE.rglob("*.py"))


def module_names() -> list[str]:
    """Every module of the package, in a fixed order; ``__main__`` runs when imported, so it stays out."""
    found = pkgutil.walk_packages([str(SOURCE)], prefix="smir.", onerror=None)
    return ["smir", *sorted(module.name for module in found if not module.name.endswith("__main__"))]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for ``source_file`` or ``module`` runs once for each."""
    if "source_file" in metafunc.fixturenames:
        files = source_files()
        metafunc.parametrize("source_file", files, ids=[str(file.relative_to(SOURCE)) for file in files])
    if "module" in metafunc.fixturenames:
        metafunc.parametrize("module", module_names(), indirect=True)


@pytest.fixture
def module(request: pytest.FixtureRequest) -> ModuleType:
    """One module of the package, imported."""
    return importlib.import_module(request.param)
