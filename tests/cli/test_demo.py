"""The demo tells its story in two languages, and what it writes is what each may have."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from smir.cli.app import app
from smir.serializers import loads


def run(*arguments: str, code: int = 0) -> str:
    result = CliRunner().invoke(app, arguments, env={"COLUMNS": "200", "SMIR_LANG": "en"})
    assert result.exit_code == code, result.output
    return result.output


def test_the_story_is_whole() -> None:
    said = run("demo")
    assert "19 read" in said
    assert "XML-NOT-WELL-FORMED" in said
    for verdict in ("hit", "no hit", "cannot tell"):
        assert f"  {verdict}\n" in said
    assert said.count("refused") >= 2
    assert said.count("equal") == 3
    assert "DIFFERENT" not in said


def test_the_french_story_is_french() -> None:
    said = run("demo", "--lang", "fr")
    for word in (
        "Les déclarations",
        "concordance",
        "impossible de trancher",
        "communiquée",
        "refus",
        "relecture",
        "égale",
    ):
        assert word in said
    for word in ("refused", "released", "withheld", "cannot tell", "Kept aside", "The "):
        assert word not in said


def test_what_is_kept_holds_only_what_each_may_have(tmp_path: Path) -> None:
    run("demo", "--out", str(tmp_path))
    files = {file.stem.rsplit("-", 1)[-1]: file.read_bytes() for file in tmp_path.iterdir()}
    assert set(files) == {"own", "partner", "carrier"}
    assert b"Exemplar" in files["own"]
    assert b"Exemplar" not in files["partner"] + files["carrier"]
    assert b"Duty officer" not in files["carrier"]
    for data in files.values():
        assert loads(data).note is not None
    assert "nothing found" in run("check", *map(str, sorted(tmp_path.iterdir())))


def test_the_schema_of_an_alert_is_json() -> None:
    schema = json.loads(run("schema", "Alert"))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "Alert" in run("schema").splitlines()


def test_an_unknown_type_is_a_wrong_call() -> None:
    assert "Alert" in run("schema", "Alrt", code=2)


def test_all_schemas_are_written(tmp_path: Path) -> None:
    run("schema", "--out", str(tmp_path))
    assert (tmp_path / "Person.schema.json").exists()


@pytest.mark.parametrize("verb", ["demo", "check", "explain", "convert", "release", "schema", "doctor"])
def test_every_verb_teaches_with_an_example(verb: str) -> None:
    assert f"smir {verb}" in run(verb, "--help").split("Example:")[1]


def test_the_version_is_printed() -> None:
    assert run("--version").startswith("smir ")
