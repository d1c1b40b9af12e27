"""Only ordinary files are read, never beyond a limit, and a file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from smir.structure.ordinary import NotOrdinary, ordinary_bytes, ordinary_file, write_whole


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    return path


def test_a_pipe_a_folder_and_a_device_are_refused_before_they_are_opened(pipe: Path, tmp_path: Path) -> None:
    for path in (pipe, tmp_path, Path(os.devnull), Path("/dev/zero")):
        with pytest.raises(NotOrdinary):
            ordinary_bytes(path, 10)
        with pytest.raises(NotOrdinary):
            ordinary_file(path)


@pytest.mark.parametrize("name", ["none", "a\0b", "\ud800", "x" * 5000])
def test_what_is_no_file_is_one_kind_of_error(name: str, tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"^(\[Errno|$)") as refused:
        ordinary_bytes(tmp_path / name, 10)
    assert not isinstance(refused.value, NotOrdinary)
    with pytest.raises(OSError, match=r"^(\[Errno|$)"):
        write_whole(tmp_path / name / "in", b"")


@pytest.mark.parametrize("size", [0, 1, 70_000, 200_000])
def test_a_file_is_read_to_one_byte_beyond_the_limit(size: int, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * size)
    assert ordinary_bytes(path, size) == b"x" * size
    assert len(ordinary_bytes(path, 69_999)) == min(size, 70_000)


@pytest.mark.parametrize("name", [".", "/", "folder", "a\0b", "missing/file"])
def test_what_cannot_be_written_leaves_nothing_behind(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match=r"^(\[Errno|$)"):
        write_whole(Path(name), b"data")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_file_that_is_there_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    write_whole(path, b"new")
    assert (path.read_bytes(), [*tmp_path.iterdir()]) == (b"new", [path])
