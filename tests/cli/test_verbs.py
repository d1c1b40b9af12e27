"""The verbs on files: check, explain, convert, release, doctor; what they print, write and exit with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from smir.cli import story
from smir.cli.app import app
from smir.declarations import samples
from smir.serializers import dumps, loads

OFFICE = '[office]\ncountry = "FR"\nauthority = "DGDDI"\nunit = "DNRED"\ncontact = "duty-desk@dnred.example"\n'


def run(*arguments: object, code: int = 0) -> str:
    result = CliRunner().invoke(app, [str(one) for one in arguments], env={"COLUMNS": "300", "SMIR_LANG": "en"})
    assert result.exit_code == code, result.output
    return result.output


@pytest.fixture
def held(tmp_path: Path) -> Path:
    office = story.desk()
    path = tmp_path / "alert.json"
    path.write_bytes(dumps(office.release(office.issue(story.first_alert(office)), to=office.itself), "json"))
    return path


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = tmp_path / "office.toml"
    path.write_text(OFFICE)
    return path


def test_a_sound_product_has_nothing_found(held: Path) -> None:
    assert "nothing found" in run("check", held)


def test_check_goes_on_after_a_bad_file_and_ends_with_one(held: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_bytes(held.read_bytes().replace(b'"B"', b'"Q"', 1))
    said = run("check", broken, held, samples(), tmp_path / "none.json", code=1)
    for wanted in ("MEMBER-CHOICE", "nothing found", "XML-NOT-WELL-FORMED", "FILE-MISSING"):
        assert wanted in said


def test_check_looks_at_every_line_of_a_file_of_many(held: Path, tmp_path: Path) -> None:
    lines = tmp_path / "many.jsonl"
    lines.write_bytes(held.read_bytes() + b"\n" + b"{}\n" + held.read_bytes() + b"\n")
    said = run("check", lines, code=1)
    assert said.count("nothing found") == 2
    assert f"{lines}:2" in said


def test_check_prints_json_for_other_programs(held: Path) -> None:
    (report,) = json.loads(run("check", held, "--json"))
    assert report == {"file": str(held), "findings": []}


def test_explain_says_why_and_in_which_language(held: Path) -> None:
    assert "Cannot tell." in run("explain", held, samples())
    assert "Impossible de trancher" in run("explain", held, samples(), "--lang", "fr")
    answers = json.loads(run("explain", held, samples(), "--json"))
    assert len(answers["results"]) == 19
    assert answers["kept_aside"][0]["file"] == "TT_IM084__TT_IM084a.xml"


def test_an_expired_product_is_said_not_to_run(held: Path) -> None:
    assert "SCREEN-PERIOD" in run("explain", held, samples(), "--at", "2036-01-01T00:00:00Z")


def test_convert_keeps_the_product(held: Path, tmp_path: Path) -> None:
    lines = tmp_path / "alert.jsonl"
    run("convert", held, "--to", "jsonl", "--out", lines)
    assert loads(lines.read_bytes()).product == loads(held.read_bytes()).product
    assert json.loads(run("convert", lines, "--to", "json"))["product"]["type"] == "alert"


def test_an_unknown_format_names_those_there_are(held: Path) -> None:
    assert "jsonl" in run("convert", held, "--to", "xlsx", code=4)


def test_release_withholds_and_writes(held: Path, office: Path, tmp_path: Path) -> None:
    out = tmp_path / "partner.json"
    common: tuple[Any, ...] = ("--country", "BE", "--authority", "AGDA", "--purpose", "DETECT", "--office", office)
    said = run("release", held, *common, "--out", out)
    assert "/entities/0" in said
    assert b"Exemplar" not in out.read_bytes()
    previewed = json.loads(run("release", held, *common, "--preview", "--json"))
    assert previewed["permits"] is True
    assert previewed["withheld"]


def test_a_refusal_ends_with_three_and_writes_nothing(held: Path, tmp_path: Path) -> None:
    out = tmp_path / "none.json"
    said = run(
        "release", held, "--country", "BR", "--authority", "CUSTOMS", "--purpose", "DETECT", "--out", out, code=3
    )
    assert "PERMISSION-AUDIENCE" in said
    assert not out.exists()


def test_what_was_received_is_not_passed_on(held: Path, office: Path, tmp_path: Path) -> None:
    out = tmp_path / "partner.json"
    run(
        "release",
        held,
        "--country",
        "BE",
        "--authority",
        "AGDA",
        "--purpose",
        "DETECT",
        "--out",
        out,
        "--office",
        office,
    )
    said = run("release", out, "--country", "NL", "--authority", "DOUANE", "--purpose", "DETECT", code=3)
    assert "RELEASE-THIRD-PARTY" in said


@pytest.mark.parametrize("country", ["be", "BEL", ""])
def test_a_wrong_country_is_a_finding(held: Path, country: str) -> None:
    assert "COUNTRY" in run("release", held, "--country", country, "--authority", "AGDA", code=1)


def test_a_missing_file_ends_with_four(tmp_path: Path) -> None:
    assert "FILE-MISSING" in run("convert", tmp_path / "none.json", "--to", "json", code=4)


def test_the_doctor_lists_parts_and_formats() -> None:
    said = run("doctor")
    for wanted in ("attrs", "jsonl", "transport-modes"):
        assert wanted in said
    assert json.loads(run("doctor", "--json"))["findings"] == []
