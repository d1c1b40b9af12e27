"""What every change must pass, one session a question; ``nox`` alone runs what the continuous integration runs."""

from __future__ import annotations

import atexit
import json
import shutil
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import nox

ROOT = Path(__file__).parent
PROJECT = nox.project.load_toml(ROOT / "pyproject.toml")
#: The sessions of a plain ``nox``, in this order: the tests come last, and so does their closing line.
DEFAULT = ("lint", "types", "docs", "minimal", "wheel", "demo", "tests")
#: Sessions that answer differently from one operating system or Python to the next.
PORTABLE = ("minimal", "wheel", "demo", "tests")
WORKFLOW = ROOT / ".github" / "workflows" / "ci.yml"

nox.needs_version = ">=2025.5.1"
nox.options.sessions = list(DEFAULT)
nox.options.default_venv_backend = "virtualenv"
nox.options.error_on_external_run = True


def group(*names: str) -> list[str]:
    """The requirements of dependency groups of ``pyproject.toml``."""
    return list(nox.project.dependency_groups(PROJECT, *names))


def closing_line(report: Path) -> None:
    """Say once more, as the last line of a run, how many tests passed."""
    if report.exists():
        suite = ET.parse(report).getroot().find("testsuite")  # noqa: S314 - our own report
        if suite is not None:
            failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
            skipped = int(suite.get("skipped", 0))
            passed = int(suite.get("tests", 0)) - failed - skipped
            print(f"\n{passed} passed, {failed} failed, {skipped} skipped", flush=True)


@nox.session
def lint(session: nox.Session) -> None:
    """Style, format, the layers of the house, and a fragment for the changelog."""
    session.install("-e", ".", *group("lint"))
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("lint-imports", "--no-cache")
    session.run("towncrier", "build", "--draft", "--version", "next", silent=True)


@nox.session
def types(session: nox.Session) -> None:
    """Two type checkers agree."""
    session.install("-e", ".[all]", *group("types", "test"))
    session.run("mypy")
    session.run("pyright")


@nox.session
def tests(session: nox.Session) -> None:
    """Every test with every extra, doctests among them, and the coverage; arguments go to pytest."""
    session.install("-e", ".[all]", *group("test"))
    report = Path(session.create_tmp()).resolve() / "tests.xml"
    report.unlink(missing_ok=True)
    atexit.register(closing_line, report)
    coverage = () if session.posargs else ("--cov", "--cov-report=term")
    session.run("pytest", "-n", "2", "--junit-xml", str(report), *coverage, *session.posargs)


@nox.session
def properties(session: nox.Session) -> None:
    """The Hypothesis tests alone; ``-- --slow`` draws 10,000 examples of each."""
    session.install("-e", ".[all]", *group("test"))
    session.run("pytest", "-n", "2", "-m", "hypothesis", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """The documentation, with every warning an error; its blocks of code run in ``tests``."""
    session.install("-e", ".[all]", *group("docs"))
    target = ROOT / "docs" / "_build"
    for builder in ("html", *session.posargs):
        session.run(
            "sphinx-build", "-W", "-n", "-E", "--keep-going", "-q", "-b", builder, "docs", str(target / builder)
        )


@nox.session
def minimal(session: nox.Session) -> None:
    """No extra installed: what needs none works, what needs one says which.

    On the oldest Python the oldest allowed dependencies are taken too.
    """
    oldest = session.python is None and sys.version_info[:2] == (3, 11)
    pins = [need.replace(">=", "==") for need in PROJECT["project"]["dependencies"]] if oldest else []
    session.install(".", *pins, *group("minimal"))
    session.run("pytest", "-p", "no:cacheprovider", "-W", "default", "tests/minimal")


@nox.session
def wheel(session: nox.Session) -> None:
    """Build the source distribution, from it the wheel, and use that as a stranger would."""
    session.install(*group("wheel"))
    dist = Path(session.create_tmp()).resolve() / "dist"
    shutil.rmtree(dist, ignore_errors=True)
    session.run("python", "-m", "build", "--outdir", str(dist), silent=True)
    (built,) = dist.glob("*.whl")
    session.install("--force-reinstall", f"{built}[all]")
    elsewhere = dist / "elsewhere"
    elsewhere.mkdir()
    session.chdir(elsewhere)
    session.run("python", "-I", str(ROOT / "tests" / "wheel" / "smoke.py"), str(built))
    session.run("smir", "demo", "--lang", "fr", "--out", str(elsewhere / "demo"), silent=True)


@nox.session
def demo(session: nox.Session) -> None:
    """The first story, as the README tells it."""
    session.install(".[cli]")
    session.run("smir", "demo", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Figures as ratios against named peers: ``-- [GROUP …] [--json FILE]``."""
    session.install(".[all]", "-r", "bench/requirements.txt")
    session.run("python", "-m", "bench", *session.posargs)


@nox.session
def matrix(session: nox.Session) -> None:
    """Write the workflow of the continuous integration from the sessions above."""
    WORKFLOW.parent.mkdir(parents=True, exist_ok=True)
    WORKFLOW.write_text(workflow(), encoding="utf-8", newline="\n")
    session.log(f"wrote {WORKFLOW.relative_to(ROOT)}")


def pythons() -> list[str]:
    """The Python versions the project's classifiers name."""
    found = nox.project.python_versions(PROJECT)
    return sorted(found, key=lambda version: tuple(map(int, version.split("."))))


def workflow() -> str:
    """The workflow file: every portable session on every system and Python, the others once."""
    once = [name for name in DEFAULT if name not in PORTABLE]
    cells = json.dumps(pythons())
    checkout = "actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0"
    python = "actions/setup-python@e797f83bcb11b83ae66e0230d6156d7c80228e7c # v6.0.0"
    return f"""\
# Written by `nox -s matrix`; change noxfile.py instead.
name: CI

on:
  push:
    branches: [main]
  pull_request:
  schedule:
    - cron: "17 4 * * 1"
  workflow_dispatch:

permissions: {{}}

concurrency:
  group: ${{{{ github.workflow }}}}-${{{{ github.ref }}}}
  cancel-in-progress: true

env:
  FORCE_COLOR: "1"
  PYTHONUTF8: "1"

jobs:
  house:
    name: {", ".join(once)}
    runs-on: ubuntu-latest
    timeout-minutes: 30
    permissions:
      contents: read
    steps:
      - uses: {checkout}
        with:
          persist-credentials: false
      - uses: {python}
        with:
          python-version: "{pythons()[0]}"
      - run: python -m pip install nox
      - run: nox -s {" ".join(once)}

  cells:
    name: ${{{{ matrix.system }}}}, Python ${{{{ matrix.python }}}}
    runs-on: ${{{{ matrix.system }}}}
    timeout-minutes: 60
    permissions:
      contents: read
    strategy:
      fail-fast: false
      matrix:
        system: ["ubuntu-latest", "windows-latest", "macos-latest"]
        python: {cells}
    steps:
      - uses: {checkout}
        with:
          persist-credentials: false
      - uses: {python}
        with:
          python-version: ${{{{ matrix.python }}}}
          allow-prereleases: true
      - run: python -m pip install nox
      - run: nox -s {" ".join(PORTABLE)}
"""
