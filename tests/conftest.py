"""What all tests share: the reference data where it is present, and how hard the properties look."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--slow`` asks every property for 10,000 examples."""
    parser.addoption("--slow", action="store_true", help="draw 10,000 examples for every property")


def pytest_configure(config: pytest.Config) -> None:
    """Choose the Hypothesis profile; without Hypothesis there are no properties to run."""
    try:
        from hypothesis import HealthCheck, settings
    except ModuleNotFoundError:
        return
    patient = [HealthCheck.too_slow, HealthCheck.data_too_large]
    settings.register_profile("default", max_examples=100, deadline=None, suppress_health_check=patient)
    settings.register_profile("ci", parent=settings.get_profile("default"), derandomize=True, print_blob=True)
    settings.register_profile("slow", parent=settings.get_profile("default"), max_examples=10_000)
    slow = config.getoption("--slow") or os.environ.get("SMIR_SLOW") == "1"
    if slow:
        os.environ["SMIR_SLOW"] = "1"  # the workers of pytest-xdist read it
    settings.load_profile("slow" if slow else "ci" if os.environ.get("CI") else "default")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the repository these tests stand in."""
    return ROOT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The reference data that lies outside the repository; a test that asks for it is skipped where it is absent."""
    named = os.environ.get("SMIR_SHARED_DATA")
    folder = Path(named) if named else ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the reference data is not on this machine; name its folder in SMIR_SHARED_DATA")
    return folder
