"""Reading files: what can be read goes on, what is refused is kept aside."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from zipfile import Path as ZipPath
from zipfile import ZipFile

import pytest

from smir.declarations import Limits, read, read_bytes, samples
from smir.findings import Invalid, Unavailable

GOOD = b"<Declaration><ID>%s</ID></Declaration>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three documents, one of them broken, and a file that is no document."""
    (tmp_path / "c.xml").write_bytes(GOOD % b"C")
    (tmp_path / "a.XML").write_bytes(GOOD % b"A")
    (tmp_path / "b.xml").write_bytes(b"<Declaration>")
    (tmp_path / "notes.txt").write_bytes(b"CANARY")
    return tmp_path


def kept(reading: object) -> list[tuple[str, list[str]]]:
    return [(aside.name, [found.code for found in aside.findings]) for aside in reading.kept_aside]  # type: ignore[attr-defined]


def test_a_directory_is_read_in_the_order_of_its_names(folder: Path) -> None:
    reading = read(folder)
    assert [(declaration.source, declaration.reference) for declaration in reading] == [("a.XML", "A"), ("c.xml", "C")]
    assert kept(reading) == [("b.xml", ["XML-NOT-WELL-FORMED"])]
    assert reading.passed_over == ("notes.txt",)
    assert reading.done == 3


def test_reading_again_reads_again(folder: Path) -> None:
    reading = read(str(folder))
    assert [declaration.source for declaration in reading] == [declaration.source for declaration in reading]
    assert len(reading.kept_aside) == 1


def test_nothing_is_read_before_it_is_asked_for(folder: Path) -> None:
    reading = read(folder)
    (folder / "a.XML").unlink()
    first = next(iter(reading))
    assert first.source == "c.xml"
    assert kept(reading) == [("a.XML", ["READING-MISSING"]), ("b.xml", ["XML-NOT-WELL-FORMED"])]


def test_one_document_at_a_time_is_held(folder: Path) -> None:
    asked = []

    def paths() -> Iterator[Path]:
        for name in ("a.XML", "c.xml"):
            asked.append(name)
            yield folder / name

    stream = iter(read(paths()))
    next(stream)
    assert asked == ["a.XML"]


def test_several_paths_are_read_in_the_order_given(folder: Path) -> None:
    reading = read([folder / "c.xml", str(folder / "gone.xml"), folder, folder / "a.XML"])
    assert [declaration.source for declaration in reading] == ["c.xml", "a.XML"]
    assert kept(reading) == [("gone.xml", ["READING-MISSING"]), (folder.name, ["READING-KIND"])]


def test_progress_is_told_after_each_document(folder: Path) -> None:
    told: list[tuple[int, int | None]] = []
    list(read(folder, progress=lambda done, total: told.append((done, total))))
    assert told == [(1, 3), (2, 3), (3, 3)]
    told.clear()
    list(read(iter([folder / "a.XML"]), progress=lambda done, total: told.append((done, total))))
    assert told == [(1, None)]


@pytest.mark.parametrize("name", ["gone", "gone/a.xml", "a.XML/b.xml", "with\x00nul"])
def test_a_path_that_does_not_exist_is_told_at_once(folder: Path, name: str) -> None:
    with pytest.raises(Unavailable) as caught:
        read(folder / name)
    assert [found.code for found in caught.value.findings] == ["READING-MISSING"]


def test_a_path_that_cannot_be_opened_is_told_at_once(folder: Path) -> None:
    with pytest.raises(Unavailable) as caught:
        read(folder / ("x" * 5000))
    assert [found.code for found in caught.value.findings] == ["READING-UNREADABLE"]


def test_a_directory_without_documents_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as caught:
        read(tmp_path)
    assert [found.code for found in caught.value.findings] == ["READING-NO-XML"]


class Locked(os.PathLike[str]):
    """A path whose file the operating system does not hand out."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __fspath__(self) -> str:
        return str(self.path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="a superuser reads every file")
def test_a_file_without_permission_is_kept_aside(folder: Path) -> None:
    (folder / "a.XML").chmod(0)
    reading = read(folder)
    assert [declaration.source for declaration in reading] == ["c.xml"]
    assert kept(reading)[0] == ("a.XML", ["READING-UNREADABLE"])


def test_a_path_too_long_for_the_system_is_kept_aside(folder: Path) -> None:
    reading = read([folder / ("x" * 5000), Locked(folder / "a.XML")])
    assert [declaration.source for declaration in reading] == ["a.XML"]
    assert kept(reading)[0][1] == ["READING-UNREADABLE"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "d.xml")
    reading = read(folder)
    assert len(list(reading)) == 2
    assert kept(reading)[-1] == ("d.xml", ["READING-KIND"])


def test_a_directory_named_like_a_document_is_kept_aside(folder: Path) -> None:
    (folder / "d.xml").mkdir()
    reading = read(folder)
    assert len(list(reading)) == 2
    assert kept(reading)[-1] == ("d.xml", ["READING-KIND"])


def test_a_file_beyond_the_limit_is_not_read_whole(folder: Path) -> None:
    with (folder / "c.xml").open("wb") as file:
        file.truncate(10_000_000_000)  # sparse: it takes no room
    reading = read(folder, limits=Limits(size=1000))
    assert [declaration.source for declaration in reading] == ["a.XML"]
    assert kept(reading)[-1] == ("c.xml", ["XML-SIZE"])


@pytest.mark.parametrize("wrong", [b"<Declaration/>", 3, None, 2.5])
def test_what_is_no_path_is_refused(wrong: object) -> None:
    with pytest.raises(Invalid) as caught:
        read(wrong)  # type: ignore[arg-type]
    assert [found.code for found in caught.value.findings] == ["READING-PATH"]


def test_what_is_no_path_among_several_is_kept_aside(folder: Path) -> None:
    reading = read([3, folder / "a.XML"])  # type: ignore[list-item]
    assert len(list(reading)) == 1
    assert kept(reading) == [("document", ["READING-PATH"])]


def test_resources_inside_an_archive_are_read(folder: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive.zip"
    with ZipFile(archive, "w") as written:
        written.write(folder / "a.XML", "inside/a.xml")
        written.write(folder / "b.xml", "inside/b.xml")
    with ZipFile(archive) as opened:
        reading = read(ZipPath(opened, "inside/"))
        assert [declaration.source for declaration in reading] == ["a.xml"]
        assert kept(reading) == [("b.xml", ["XML-NOT-WELL-FORMED"])]


@pytest.mark.parametrize("wrong", ["<Declaration/>", None, 3])
def test_bytes_are_bytes(wrong: object) -> None:
    outcome = read_bytes(wrong)  # type: ignore[arg-type]
    assert outcome.value is None
    assert [found.code for found in outcome.findings] == ["READING-BYTES"]


def test_a_buffer_is_bytes_too() -> None:
    data = GOOD % b"A"
    for given in (bytearray(data), memoryview(data)):
        assert read_bytes(given, name="mine").require().source == "mine"  # type: ignore[arg-type]


def test_a_reading_shows_counts_and_no_names(folder: Path) -> None:
    reading = read(folder)
    list(reading)
    assert repr(reading) == "<Reading, 3 documents done, 1 kept aside>"
    assert str(samples()) not in repr(read(samples()))
