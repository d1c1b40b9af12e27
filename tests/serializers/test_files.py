"""Files: a document is written whole or not at all, in the format its name asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from smir.findings import Unavailable
from smir.products import Alert
from smir.release import Released
from smir.serializers import dump, dumps, loads


@pytest.mark.parametrize(("name", "form"), [("a.json", "json"), ("a.JSON", "json"), ("a.b.jsonl", "jsonl")])
def test_the_ending_of_the_name_says_the_format(whole: Released[Alert], tmp_path: Path, name: str, form: str) -> None:
    path = dump(whole, tmp_path / name)
    assert path.read_bytes() == dumps(whole, form)
    assert loads(path.read_bytes()).product == whole.product


def test_a_format_that_is_named_goes_before_the_ending(whole: Released[Alert], tmp_path: Path) -> None:
    assert dump(whole, str(tmp_path / "a.json"), "jsonl").read_bytes() == dumps(whole, "jsonl")


def test_an_unknown_ending_gives_the_known_ones(whole: Released[Alert], tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match=r"FORMAT-SUFFIX.*\.json, \.jsonl"):
        dump(whole, tmp_path / "a.doc")
    assert not list(tmp_path.iterdir())


def test_a_product_leaves_no_file(alert: Alert, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="FORMAT-RELEASED"):
        dump(alert, tmp_path / "a.json")  # type: ignore[arg-type]
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_our_error(whole: Released[Alert], tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="FORMAT-FILE"):
        dump(whole, tmp_path / "nowhere" / "a.json")


@pytest.mark.parametrize("name", [".", "/", "folder", "a\0.json"])
def test_what_no_file_can_be_is_our_error_and_leaves_nothing_behind(
    whole: Released[Alert], name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    with pytest.raises(Unavailable, match="FORMAT-FILE"):
        dump(whole, name, format="json")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]
