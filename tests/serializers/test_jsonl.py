"""JSON Lines: any number of products in constant memory; a bad line is kept aside with its number, and nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO, RawIOBase, StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.conformance.products import releases
from smir.findings import Invalid, Unavailable
from smir.products import Alert, Product
from smir.release import Released
from smir.serializers import Reading, dumps, loads, read, read_many, write_many
from smir.serializers.lines import lines
from smir.structure import Limits


@given(st.lists(releases(), max_size=3))
def test_what_is_written_reads_back_equal_and_in_order(released: list[Released[Product]]) -> None:
    file = BytesIO()
    assert write_many(iter(released), file) == len(released)
    file.seek(0)
    reading = read_many(file)
    assert [(one.product, one.note) for one in reading] == [(one.product, one.note) for one in released]
    assert (reading.count, reading.refused, reading.kept_aside) == (len(released), 0, ())


def test_a_line_is_the_canonical_document(whole: Released[Alert], partners: Released[Alert]) -> None:
    file = BytesIO()
    write_many([whole, partners], file)
    assert file.getvalue() == dumps(whole) + b"\n" + dumps(partners) + b"\n"
    assert dumps(whole, "jsonl") == dumps(whole) + b"\n"


def test_a_file_of_one_line_is_one_document(whole: Released[Alert]) -> None:
    line = dumps(whole, "jsonl")
    for data in (line, line.rstrip(b"\n"), line.replace(b"\n", b"\r\n")):
        received = loads(data, "jsonl")
        assert (received.product, received.format) == (whole.product, "jsonl")


def test_a_file_of_many_lines_says_how_to_read_it(whole: Released[Alert]) -> None:
    data = dumps(whole, "jsonl") * 2
    for form in (None, "jsonl"):
        (finding,) = read(data, form).findings
        assert finding.code == "LINES-MANY"
        assert "read_many" in finding.message("fr")


def test_a_bad_line_is_kept_aside_with_its_number_and_the_rest_goes_on(whole: Released[Alert]) -> None:
    good = dumps(whole)
    bad = {
        2: (b"", "LINES-BLANK"),
        3: (good[:-1], "DOCUMENT-SYNTAX"),
        4: (b"{}", "FORMAT-OTHER"),
        5: (good.replace(b'"version":"1.0"', b'"version":"7.0"'), "FORMAT-MAJOR"),
        6: (b"\xff\xfe", "DOCUMENT-ENCODING"),
        7: (good.replace(b'"level":"TACTICAL"', b'"level":"LOCAL"'), "MEMBER-CHOICE"),
        9: (b"[" * 1000, "DOCUMENT-DEPTH"),
    }
    file = BytesIO(b"\n".join(bad[number][0] if number in bad else good for number in range(1, 11)))
    reading = read_many(file)
    assert [received.product for received in reading] == [whole.product] * 3
    assert [(part.number, part.findings[0].code) for part in reading.kept_aside] == [
        (number, code) for number, (_, code) in bad.items()
    ]
    assert repr(reading) == "<Reading 10 read, 7 refused>"


def test_the_last_line_needs_no_line_feed(whole: Released[Alert]) -> None:
    assert len(list(read_many(BytesIO(dumps(whole))))) == 1


def test_outcomes_give_each_line_with_its_number(whole: Released[Alert]) -> None:
    reading = read_many(BytesIO(b"{}\n" + dumps(whole, "jsonl")))
    assert [(number, outcome.ok) for number, outcome in reading.outcomes()] == [(1, False), (2, True)]


def test_of_many_refused_lines_the_first_are_kept_and_all_are_counted() -> None:
    reading = read_many(BytesIO(b"\n" * (Reading.KEPT + 5)))
    assert list(reading) == []
    assert (reading.refused, len(reading.kept_aside)) == (Reading.KEPT + 5, Reading.KEPT)


@given(st.lists(st.binary(max_size=12).filter(lambda line: b"\n" not in line), max_size=6), st.integers(1, 8))
def test_lines_are_those_of_the_file_and_long_ones_are_skipped(wanted: list[bytes], size: int) -> None:
    found = list(lines(BytesIO(b"".join(line + b"\n" for line in wanted)), size))
    assert [line if isinstance(line, bytes) else line.code for line in found] == [
        line if len(line) <= size else "DOCUMENT-SIZE" for line in wanted
    ]


def test_a_line_beyond_the_limit_never_stands_in_memory(whole: Released[Alert]) -> None:
    class Endless(RawIOBase):
        """A line of 64 MB, piece by piece, then a good one."""

        def __init__(self) -> None:
            self.left, self.asked, self.tail = 64 << 20, 0, BytesIO(b"\n" + dumps(whole, "jsonl"))

        def readline(self, size: int | None = -1, /) -> bytes:
            assert size is not None
            self.asked = max(self.asked, size)
            piece = min(size, self.left)
            self.left -= piece
            return b"x" * piece or self.tail.readline(size)

    file: Any = Endless()
    reading = read_many(file, limits=Limits(size=10_000))
    assert len(list(reading)) == 1
    assert [(part.number, part.findings[0].code) for part in reading.kept_aside] == [(1, "DOCUMENT-SIZE")]
    assert file.asked <= 1 << 20


def test_a_file_opened_for_text_is_refused_with_what_to_do(whole: Released[Alert]) -> None:
    text: Any = StringIO("é")
    for act in (lambda: list(read_many(text)), lambda: write_many([whole], text)):
        with pytest.raises(Invalid, match="LINES-BYTES"):
            act()


@pytest.mark.parametrize("none", [None, 5, b"", "alerts.jsonl"])
def test_what_is_no_file_is_refused_with_what_to_do(whole: Released[Alert], none: Any) -> None:
    for act in (lambda: list(read_many(none)), lambda: write_many([whole], none)):
        with pytest.raises(Invalid, match="LINES-BYTES"):
            act()


def test_a_file_that_fails_is_our_error(whole: Released[Alert], tmp_path: Path) -> None:
    path = tmp_path / "alerts.jsonl"
    path.write_bytes(b"")
    with path.open("rb") as file, pytest.raises(Unavailable, match="LINES-FILE"):
        write_many([whole], file)
    with pytest.raises(Unavailable, match="LINES-FILE"):
        list(read_many(file))  # it is closed by now


def test_a_file_that_takes_bytes_piece_by_piece_gets_all(whole: Released[Alert]) -> None:
    class Slow(BytesIO):
        def write(self, data: Any, /) -> int:
            return super().write(bytes(data[:100]))

    file = Slow()
    write_many([whole], file)
    assert file.getvalue() == dumps(whole, "jsonl")


def test_what_is_no_release_stops_the_writing_and_what_came_before_stands(whole: Released[Alert], alert: Alert) -> None:
    file = BytesIO()
    with pytest.raises(Unavailable, match="FORMAT-RELEASED"):
        write_many([whole, alert], file)  # type: ignore[list-item]
    assert file.getvalue() == dumps(whole, "jsonl")


def test_json_holds_one_product_a_file(whole: Released[Alert]) -> None:
    with pytest.raises(Unavailable, match="FORMAT-STREAMS"):
        write_many([whole], BytesIO(), "json")
    with pytest.raises(Unavailable, match="FORMAT-STREAMS"):
        read_many(BytesIO(), "json")


MEMORY = """
import sys, tracemalloc
from io import RawIOBase
from pathlib import Path
from smir.office import Office
from smir.serializers import dumps, loads, read_many, write_many

line = Path(sys.argv[1]).read_bytes() + b"\\n"
received = loads(line)
office = Office(country="FR", authority="DGDDI", clock=lambda: received.note.released_at)
released = office.release(received, to=office.itself)

class Repeated(RawIOBase):
    def __init__(self, count):
        self.left = count
    def readline(self, size=-1):
        self.left -= 1
        return line if self.left >= 0 else b""

class Counted(RawIOBase):
    size = 0
    def write(self, data):
        self.size += len(data)
        return len(data)

def work(count):
    read = sum(1 for _ in read_many(Repeated(count)))
    sink = Counted()
    written = write_many((released for _ in range(count)), sink)
    return read, written, sink.size

few, many = map(int, sys.argv[2:])
work(few)
tracemalloc.start()
work(few)
_, first = tracemalloc.get_traced_memory()
tracemalloc.reset_peak()
read, written, size = work(many)
_, second = tracemalloc.get_traced_memory()
print(read == written == many, size, second - first)
"""


def memory_over(path: Path, few: int, many: int) -> tuple[str, int, int]:
    command = [sys.executable, "-c", MEMORY, str(path), str(few), str(many)]
    sound, size, growth = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return sound, int(size), int(growth)


def test_memory_does_not_grow_with_the_file(whole: Released[Alert], tmp_path: Path) -> None:
    path = tmp_path / "alert.json"
    path.write_bytes(dumps(whole))
    sound, size, growth = memory_over(path, 50, 1_000)
    assert sound == "True"
    assert size > 1_000_000
    assert growth < 100_000


def test_memory_does_not_grow_over_200_megabytes(
    whole: Released[Alert], tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    if not pytestconfig.getoption("--slow"):
        pytest.skip("it takes minutes under the eyes of tracemalloc; ask for it with --slow")
    path = tmp_path / "alert.json"
    path.write_bytes(dumps(whole))
    sound, size, growth = memory_over(path, 50, 200_000_000 // len(dumps(whole)) + 1)
    assert sound == "True"
    assert size > 200_000_000
    assert growth < 100_000
