"""Devices, pipes, folders and unruly names: the command ends with a finding of ours, and the terminal only prints."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from smir.cli import story
from smir.cli.app import app
from smir.cli.desk import tame
from smir.declarations import samples
from smir.serializers import dumps

OFFICE = '[office]\ncountry = "FR"\nauthority = "DGDDI"\n'


def run(*arguments: object, code: int) -> str:
    result = CliRunner().invoke(app, [str(one) for one in arguments], env={"COLUMNS": "300", "SMIR_LANG": "en"})
    assert result.exit_code == code, result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.output


@pytest.fixture
def held(tmp_path: Path) -> Path:
    office = story.desk()
    path = tmp_path / "alert.json"
    path.write_bytes(dumps(office.release(office.issue(story.first_alert(office)), to=office.itself), "json"))
    return path


@pytest.fixture(params=["pipe", "device", "folder"])
def unordinary(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "device":
        return Path("/dev/zero")
    path = tmp_path / str(request.param)
    if request.param == "pipe":
        os.mkfifo(path)
    else:
        path.mkdir()
    return path


def test_only_ordinary_files_are_read(held: Path, unordinary: Path) -> None:
    assert "FILE-KIND" in run("convert", unordinary, "--to", "json", code=4)
    assert "FILE-KIND" in run("explain", unordinary, samples(), code=4)
    for verb in (["check"], ["convert", "--to", "json"], ["release", "--country", "BE", "--authority", "AGDA"]):
        assert "FILE-KIND" in run(*verb, held, "--office", unordinary, code=4)


def test_check_ends_with_four_where_a_file_cannot_be_read_and_nothing_else_is_wrong(held: Path, tmp_path: Path) -> None:
    assert "FILE-KIND" in run("check", held, "/dev/zero", code=4)
    lines = tmp_path / "many.jsonl"
    os.mkfifo(lines)
    assert "FILE-KIND" in run("check", held, lines, code=4)
    assert "FILE-MISSING" in run("check", tmp_path / "none.json", code=4)
    assert "FILE-MISSING" in run("check", held, "--office", tmp_path / "none.toml", code=4)


def test_an_office_may_not_lead_to_a_device(held: Path, tmp_path: Path) -> None:
    office = tmp_path / "office.toml"
    office.write_text(OFFICE + 'standard = "/dev/zero"')
    assert "STANDARD-FILE" in run("check", held, "--office", office, code=1)


@pytest.mark.parametrize("out", [".", "/", "folder", "alert.json/alert.json"])
def test_what_cannot_be_written_is_a_finding_and_leaves_nothing_behind(
    held: Path, out: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    assert "FILE-UNWRITABLE" in run("convert", held, "--to", "json", "--out", out, code=4)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["alert.json", "folder"]


def test_schemas_are_not_written_into_a_file(held: Path) -> None:
    assert "FILE-UNWRITABLE" in run("schema", "Alert", "--out", held, code=4)


def test_the_name_of_a_file_commands_no_terminal(held: Path, tmp_path: Path) -> None:
    for name in ("a\x1b[2Jb.json", "a\u202eb.json", os.fsdecode(b"a\xffb.json"), "a\nb.json"):
        path = tmp_path / name
        path.write_bytes(held.read_bytes())
        said = run("check", path, code=0)
        assert "a\ufffd" in said
        assert "\x1b[2J" not in said
        assert json.loads(run("check", path, "--json", code=0))[0]["file"] == str(path)


def test_what_is_tamed_stays_one_printable_line() -> None:
    assert tame("é [x] \x1b]0;\x07\x9b\r\n\t") == "é [x] \ufffd]0;" + "\ufffd" * 5


def test_explaining_nothing_but_broken_declarations_ends_with_one(held: Path, tmp_path: Path) -> None:
    folder = tmp_path / "declarations"
    folder.mkdir()
    (folder / "broken.xml").write_text("<broken")
    assert "Kept aside" in run("explain", held, folder, code=1)
    assert json.loads(run("explain", held, folder, "--json", code=1))["results"] == []
