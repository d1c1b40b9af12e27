"""Lists from other packages: found by entry point, each failing alone, none in the place of a list of the house."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import smir.vocabulary
from smir.findings import Unavailable

GOOD = """
from smir.vocabulary import CodeList, CodeRow, Head

smir_api = 1
HEAD = Head("ports-zz", scheme="Zedland", version="1", title=(("en", "Ports"),), source="invented")


def code_list():
    return CodeList(HEAD, (CodeRow("ZZAAA", (("en", "Aldport"), ("fr", "Vieuport"))),))
"""
MODULES = {
    "good": GOOD,
    "exits": "smir_api = 1\ndef code_list():\n    raise SystemExit('canary')\n",
    "other": GOOD.replace('"ports-zz"', '"canary-zz"'),
    "plain": "smir_api = 1\ndef code_list():\n    return [('canary', 1)]\n",
    "bare": "smir_api = 1\n",
    "old": GOOD.replace("smir_api = 1", "smir_api = 99"),
    "broken": "import canary_nowhere\n",
}


def install(site: Path, package: str, name: str, source: str) -> None:
    module = package.replace("-", "_")
    info = site / f"{module}-1.5.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.5\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[smir.vocabularies]\n{name} = {module}\n", encoding="utf-8")
    (site / f"{module}.py").write_text(source, encoding="utf-8")


def run(site: Path, code: str, **environment: str) -> list[str]:
    """Run code in an interpreter of its own, with the packages of ``site`` installed."""
    paths = os.pathsep.join((str(site), *filter(None, sys.path)))
    done = subprocess.run(
        [sys.executable, "-c", "import smir.vocabulary as v\nfrom smir.findings import Unavailable\n" + code],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"} | environment,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


ASK = """
try:
    print(v.get("ports-zz").label("ZZAAA", "fr"))
except Unavailable as error:
    print([finding.code for finding in error.findings])
    print(str(error).replace("\\n", " "))
print(v.get("precedence").label("FLASH"))
"""


def test_a_list_of_another_package_is_found_and_read(tmp_path: Path) -> None:
    install(tmp_path, "example-ports", "ports-zz", GOOD)
    assert run(tmp_path, ASK) == ["Vieuport", "flash"]
    assert run(tmp_path, "print('ports-zz' in v.names())") == ["True"]


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("exits", "VOCABULARY-PLUGIN"),
        ("other", "VOCABULARY-PLUGIN"),
        ("plain", "VOCABULARY-PLUGIN"),
        ("bare", "VOCABULARY-PLUGIN"),
        ("old", "PLUGIN-API"),
        ("broken", "PLUGIN-LOAD"),
    ],
)
def test_a_package_that_fails_fails_alone_and_by_name(tmp_path: Path, kind: str, code: str) -> None:
    install(tmp_path, "example-ports", "ports-zz", MODULES[kind])
    codes, report, flash = run(tmp_path, ASK)
    assert codes == f"['{code}']"
    assert "example-ports 1.5" in report
    assert "canary" not in report
    assert flash == "flash"


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on the search path of this very process, and a shelf that has not been asked yet."""
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delenv("SMIR_PLUGINS", raising=False)
    smir.vocabulary.plugins.cache_clear()
    smir.vocabulary.get.cache_clear()
    yield tmp_path
    smir.vocabulary.plugins.cache_clear()
    smir.vocabulary.get.cache_clear()


@pytest.mark.parametrize("kind", MODULES)
def test_a_failed_list_is_unavailable_and_asked_for_again_next_time(shelf: Path, kind: str) -> None:
    install(shelf, f"example-{kind}-zz", "ports-zz", MODULES[kind])
    if kind == "good":
        assert smir.vocabulary.get("ports-zz") is smir.vocabulary.get("ports-zz")
        return
    for _ in range(2):
        with pytest.raises(Unavailable, match=f"example-{kind}-zz"):
            smir.vocabulary.get("ports-zz")


def test_the_users_interruption_passes_through(shelf: Path) -> None:
    install(shelf, "example-stop-zz", "ports-zz", "smir_api = 1\ndef code_list():\n    raise KeyboardInterrupt\n")
    with pytest.raises(KeyboardInterrupt):
        smir.vocabulary.get("ports-zz")


def test_a_list_of_the_house_cannot_be_replaced(tmp_path: Path) -> None:
    install(tmp_path, "example-ports", "precedence", MODULES["exits"])
    assert run(tmp_path, "print(v.get('precedence').label('FLASH'))") == ["flash"]
    assert run(tmp_path, "print([f.code for f in v.plugins().findings])") == ["['PLUGIN-SHADOW']"]


def test_two_packages_with_one_list_are_both_refused(tmp_path: Path) -> None:
    install(tmp_path, "example-ports", "ports-zz", GOOD)
    install(tmp_path, "example-harbours", "ports-zz", GOOD)
    codes, report, flash = run(tmp_path, ASK)
    assert codes == "['PLUGIN-COLLISION']"
    assert "example-harbours 1.5, example-ports 1.5" in report
    assert flash == "flash"


def test_the_switch_keeps_other_packages_out(tmp_path: Path) -> None:
    install(tmp_path, "example-ports", "ports-zz", GOOD)
    codes, _, flash = run(tmp_path, ASK, SMIR_PLUGINS="0")
    assert (codes, flash) == ("['VOCABULARY-LIST']", "flash")


def test_a_list_of_the_house_is_read_without_looking_for_plugins(tmp_path: Path) -> None:
    install(tmp_path, "example-ports", "ports-zz", MODULES["broken"])
    code = "v.get('countries'); print(v.plugins.cache_info().currsize)"
    assert run(tmp_path, code) == ["0"]
