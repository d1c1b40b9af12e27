"""Every source file keeps the rules of the house that can be read off its text."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import smir

FORBIDDEN_NAMES = {"util", "utils", "common", "helper", "helpers", "base", "misc", "tools", "stuff", "core", "lib"}
# Written in halves, so that this file keeps the rule too.
FORBIDDEN_WORDS = [
    "TO" + "DO",
    "FIX" + "ME",
    "X" + "XX",
    "HA" + "CK",
    "NotImplemented" + "Error",
    "/ho" + "me/",
    "/ro" + "ot/",
    "/wo" + "rk/",
    "/tm" + "p/",
    "C:" + "\\",
    "py" + "pi.org",
]
#: One file writes functions from the member names of our own classes, as attrs does; no input reaches it.
GENERATES_CODE = {"exec"}
ROOMS = {folder.parent.name for folder in Path(smir.__file__).parent.glob("*/__init__.py")}


def test_a_file_ends_before_line_400(source_file: Path) -> None:
    assert len(source_file.read_text(encoding="utf-8").splitlines()) < 400


def test_a_file_opens_with_a_docstring(source_file: Path) -> None:
    docstring = ast.get_docstring(ast.parse(source_file.read_text(encoding="utf-8")))
    assert docstring
    first = re.split(r"\n\s*\n", docstring)[0]
    assert len(first.split()) >= 3, "one sentence says what the file is about"
    assert first.rstrip().endswith((".", ":", "?")), "it is a whole sentence"


def test_a_file_is_named_after_a_noun_of_the_field(source_file: Path) -> None:
    assert not {source_file.stem, source_file.parent.name} & FORBIDDEN_NAMES


def test_no_file_says_a_forbidden_word(source_file: Path) -> None:
    text = source_file.read_text(encoding="utf-8")
    assert [word for word in FORBIDDEN_WORDS if re.search(rf"(?<![A-Za-z]){re.escape(word)}", text)] == []


def test_a_file_with_code_defers_its_annotations(source_file: Path) -> None:
    tree = ast.parse(source_file.read_text(encoding="utf-8"))
    if not any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in tree.body):
        pytest.skip("only names and imports")
    assert any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in tree.body)


def test_no_room_imports_the_front_door(source_file: Path) -> None:
    """``smir`` itself stands above all rooms, so none of them reaches up to it."""
    if source_file.parent.name in {"smir", "cli"}:
        pytest.skip("the front door itself, or the command, which stands above it")
    for node in ast.walk(ast.parse(source_file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            assert "smir" not in [alias.name for alias in node.names]
        if isinstance(node, ast.ImportFrom):
            assert node.module != "smir" or {alias.name for alias in node.names} <= ROOMS
            assert node.level == 0, "imports are written in full"


def test_no_file_prints_or_hides_errors(source_file: Path) -> None:
    for node in ast.walk(ast.parse(source_file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, f"line {node.lineno}: name what is caught"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            allowed = GENERATES_CODE if source_file.match("structure/compiled.py") else set()
            assert node.func.id not in {"print", "eval", "exec", "breakpoint"} - allowed, f"line {node.lineno}"


def test_only_the_command_line_reads_the_time_of_day_or_the_environment(source_file: Path) -> None:
    """A library that looks around gives two answers to one question: clocks and settings are handed in."""
    if source_file.parent.name in {"cli", "conformance"} or source_file.match("plugins/registry.py"):
        pytest.skip("it stands at the edge, or it is the switch that turns foreign plug-ins off")
    text = source_file.read_text(encoding="utf-8")
    assert "os.environ" not in text
    assert "os.getenv" not in text
    assert "datetime.utcnow" not in text
