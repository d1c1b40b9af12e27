"""The bench says what it measured: ratios, bars and a calibration row in every table. No test here looks at a clock."""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType

import pytest

import bench.__main__ as command
from bench.row import Figure, Work, duration
from bench.timing import calibration, measure


def nothing() -> None:
    """A piece of work for the tests."""


def figure(ours: float, peer: float | None, **bars: float) -> Figure:
    return Figure("example", Work("nothing", nothing, nothing if peer else None, "peer 1.0", **bars), ours, peer)


def test_a_ratio_under_one_means_faster_than_the_peer() -> None:
    assert figure(1.0, 4.0).ratio == 0.25


@pytest.mark.parametrize(("ours", "holds"), [(1.0, True), (1.5, False)])
def test_a_ratio_is_held_to_its_bar(ours: float, holds: bool) -> None:
    assert figure(ours, 1.0, at_most=1.2).holds is holds


def test_every_bar_of_a_figure_must_hold() -> None:
    assert figure(1.0, 1.0, at_most=2, within=0.5).holds is False


def test_a_figure_without_a_bar_neither_holds_nor_fails() -> None:
    assert figure(1.0, 1.0).holds is None


def test_every_group_has_a_peer_or_a_bar_somewhere() -> None:
    assert {"import", "criteria", "declarations"} <= set(command.groups())


def test_a_table_has_the_promised_columns_and_one_row_a_figure() -> None:
    lines = command.table([figure(1e-6, 4e-6, at_most=1), figure(1.0, None)]).splitlines()
    assert lines[0].split() == ["group", "work", "ours", "peer", "ratio", "bar", "holds"]
    assert len(lines) == 4
    assert "4 µs (peer 1.0)" in lines[2]
    assert lines[2].endswith("yes")


@pytest.mark.parametrize(("seconds", "text"), [(2.0, "2 s"), (0.1, "100 ms"), (5e-6, "5 µs"), (3e-9, "3 ns")])
def test_a_duration_has_the_unit_that_suits_it(seconds: float, text: str) -> None:
    assert duration(seconds) == text


def test_a_timed_job_gives_its_own_seconds() -> None:
    work = Work("elsewhere", lambda: 6.0, timed=True, units=3, rounds=1)
    assert measure("example", work).ours == 2.0


@pytest.fixture
def one_group(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("bench.example")
    module.works = lambda: [Work("one", nothing, nothing, "peer 1.0", at_most=1e9, rounds=1)]  # type: ignore[attr-defined]
    monkeypatch.setattr(command, "groups", lambda: {"example": "bench.example"})
    monkeypatch.setitem(__import__("sys").modules, "bench.example", module)


@pytest.mark.usefixtures("one_group")
def test_a_run_writes_one_row_a_figure_and_begins_with_the_calibration(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "figures.json"
    assert command.main(["example", "--json", str(target)]) == 0
    written = json.loads(target.read_text(encoding="utf-8"))["figures"]
    assert [row["work"] for row in written] == [calibration().name, "one"]
    assert set(written[1]) >= {"group", "work", "ours", "peer", "ratio", "bar", "holds"}
    assert "2 figures, 0 over their bar" in capsys.readouterr().out


@pytest.mark.usefixtures("one_group")
def test_an_unknown_group_is_refused_with_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command.main(["nothing-like-it"])
    assert "there are example" in capsys.readouterr().err
