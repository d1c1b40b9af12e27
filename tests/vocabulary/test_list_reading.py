"""Reading lists: strictly, with all findings at once; hostile files give our findings, and never a value."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import io
import os
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.findings import Finding, Outcome
from smir.vocabulary import CodeList, French, Head, Standing, Status, read, read_csv, read_toml
from smir.vocabulary.draft import FINDING_LIMIT
from smir.vocabulary.reading import SIZE_LIMIT

CANARY = "canary marjolaine"
GOOD = """
format = "smir.vocabulary/1"
name = "ports-zz"
scheme = "Ports of Zedland"
version = "3"
title = { en = "Ports", fr = "Ports" }
source = "invented"
status = "ours"
valid_from = 2020-01-01
rows = [
  { code = "ZZAAA", en = "Aldport", fr = "Vieuport", pt-BR = "Porto Velho", valid_from = 2020-01-01, depth_m = "12" },
  { code = "ZZBBB", en = "Bexhaven", fr = "Bexhavre", standing = "withdrawn", status = "memory", source = "hearsay" },
]
"""
HEAD = Head("list-zz", scheme="Z", version="1", title=(("en", "Z"),), source="invented", french=French.PARTIAL)


def said(outcome: Outcome[CodeList]) -> list[tuple[str, str]]:
    return [(finding.code, finding.path) for finding in outcome.findings]


def assert_silent_about(finding: Finding, value: str) -> None:
    for language in ("en", "fr"):
        assert value not in finding.message(language)
    assert value not in repr(finding) + str(finding) + finding.path


def test_a_list_in_toml_is_read_whole() -> None:
    codes = read_toml(GOOD.encode()).require()
    first, second = codes
    assert (codes.name, codes.version, codes.head.valid_from) == ("ports-zz", "3", dt.date(2020, 1, 1))
    assert (first.label("fr"), first.label("pt-BR"), first.extra("depth_m")) == ("Vieuport", "Porto Velho", "12")
    assert (first.valid_from, first.source, first.status) == (dt.date(2020, 1, 1), "invented", Status.OURS)
    assert (second.standing, second.status, second.source) == (Standing.WITHDRAWN, Status.MEMORY, "hearsay")


def test_a_list_in_csv_is_read_whole_plain_or_packed(tmp_path: Path) -> None:
    data = b'code,en,fr,valid_until,depth_m\r\n007,"Ald, port",Vieuport,2020-12-31,12\r\n08,Bexhaven,,,\r\n'
    (tmp_path / "ports.csv").write_bytes(data)
    (tmp_path / "ports.csv.gz").write_bytes(gzip.compress(data))
    (tmp_path / "bom.csv").write_bytes(b"\xef\xbb\xbf" + data)
    lists = [read(tmp_path / name, HEAD).require() for name in ("ports.csv", "ports.csv.gz", "bom.csv")]
    assert lists[0] == lists[1] == lists[2]
    assert lists[0].get("007") is not None
    assert lists[0].label("007") == "Ald, port"
    assert lists[0].row("08").require().extras == ()


def test_a_file_tells_everything_wrong_at_once() -> None:
    data = GOOD.replace('"Aldport"', '""').replace("2020-01-01, depth_m", '"2020-02-30", depth_m').replace('"12"', "12")
    data = data.replace('"withdrawn"', '"gone"').replace('version = "3"\n', "").replace('"ours"', '"sure"')
    assert sorted(said(read_toml(data.encode()))) == [
        ("VOCABULARY-DAY", "/rows/0/valid_from"),
        ("VOCABULARY-EXTRA", "/rows/0/extras"),
        ("VOCABULARY-LABEL", "/rows/0/en"),
        ("VOCABULARY-MISSING", ""),
        ("VOCABULARY-WORD", "/rows/1/standing"),
        ("VOCABULARY-WORD", "/status"),
    ]


def test_duplicates_are_told_by_their_line_though_lines_before_are_wrong() -> None:
    data = b"code,en\nA,one\n,wrong\nB,two\nA,again\nA,and again\n"
    assert said(read_csv(data, HEAD)) == [
        ("VOCABULARY-CODE-FORM", "/rows/1/code"),
        ("VOCABULARY-DUPLICATE", "/rows/3/code"),
        ("VOCABULARY-DUPLICATE", "/rows/4/code"),
    ]


def test_a_line_with_too_few_or_too_many_cells_is_told() -> None:
    assert said(read_csv(b"code,en\nA,one\nB\nC,three,3\nD,\n", HEAD)) == [
        ("VOCABULARY-CELLS", "/rows/1"),
        ("VOCABULARY-CELLS", "/rows/2"),
        ("VOCABULARY-LABEL", "/rows/3/en"),
    ]


@pytest.mark.parametrize(
    "first", ["", "en,fr", "code,fr", "code,en,en", "code,en,Depth", "code,en,e2", "code;en", "code,en,"]
)
def test_a_first_line_that_names_no_columns_is_refused(first: str) -> None:
    assert said(read_csv(f"{first}\nA,one\n".encode(), HEAD)) == [("VOCABULARY-COLUMNS", "")]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('format = "smir.vocabulary/1"', "", ("VOCABULARY-FORMAT", "/format")),
        ("vocabulary/1", "vocabulary/2", ("VOCABULARY-FORMAT", "/format")),
        ('name = "ports-zz"', 'name = "Ports"', ("VOCABULARY-NAME", "/name")),
        ('name = "ports-zz"', "name = 3", ("VOCABULARY-TYPE", "/name")),
        ('title = { en = "Ports", fr = "Ports" }', 'title = "Ports"', ("VOCABULARY-TYPE", "/title")),
        ('title = { en = "Ports", fr = "Ports" }', "title = {}", ("VOCABULARY-LABEL", "/title/en")),
        ('source = "invented"', 'source = ""', ("VOCABULARY-TYPE", "/source")),
        ("valid_from = 2020-01-01\nrows", "valid_from = 2020-01-01T00:00:00Z\nrows", ("VOCABULARY-DAY", "/valid_from")),
        ("valid_from = 2020-01-01\nrows", 'valid_from = "20200101"\nrows', ("VOCABULARY-DAY", "/valid_from")),
        ('status = "ours"', 'status = "ours"\nvalid_untill = 2021-01-01', ("VOCABULARY-MEMBER", "")),
        ("rows = [", "rows = 1\nrow = [", ("VOCABULARY-TYPE", "/rows")),
        ("rows = [", "rows = [ 3,", ("VOCABULARY-TYPE", "/rows/0")),
        ('code = "ZZAAA"', "code = 7", ("VOCABULARY-CODE-FORM", "/rows/0/code")),
        ('code = "ZZAAA", ', "", ("VOCABULARY-CODE-FORM", "/rows/0/code")),
        ('"Aldport"', "[]", ("VOCABULARY-LABEL", "/rows/0/en")),
        ('source = "hearsay"', "source = false", ("VOCABULARY-TYPE", "/rows/1/source")),
        ("[", "[[[", ("VOCABULARY-SYNTAX", "")),
    ],
)
def test_each_fault_has_its_finding(old: str, new: str, expected: tuple[str, str]) -> None:
    assert old in GOOD
    outcome = read_toml(GOOD.replace(old, new, 1).encode())
    assert outcome.value is None
    assert expected in said(outcome)


def test_a_missing_member_is_told_once() -> None:
    bare = 'format = "smir.vocabulary/1"\nrows = []\n'
    assert said(read_toml(bare.encode())) == [("VOCABULARY-MISSING", "")] * 6 + [("VOCABULARY-EMPTY", "/rows")]


def test_a_label_missing_in_french_is_a_warning_unless_the_list_says_so() -> None:
    data = GOOD.replace('fr = "Bexhavre", ', "")
    outcome = read_toml(data.encode())
    assert said(outcome) == [("VOCABULARY-FRENCH", "/rows/1")]
    assert outcome.require().label("ZZBBB", "fr") == "Bexhaven"
    declared = data.replace('status = "ours"', 'status = "ours"\nfrench = "partial"')
    assert not read_toml(declared.encode()).findings


def test_rows_beside_the_head_need_a_good_head() -> None:
    bare = GOOD.split("rows = [", maxsplit=1)[0]
    assert read_toml(bare.encode(), rows=b"code,en,fr\nA,one,un\n").require().label("A", "fr") == "un"
    assert said(read_toml(bare.replace('"3"', "3").encode(), rows=b"")) == [("VOCABULARY-TYPE", "/version")]


@pytest.mark.parametrize(
    ("name", "head", "code"),
    [
        ("ports.csv", None, "VOCABULARY-HEAD"),
        ("ports.txt", None, "VOCABULARY-KIND"),
        ("ports.toml", HEAD, "VOCABULARY-KIND"),
        ("absent.toml", None, "VOCABULARY-FILE"),
        ("folder.toml", None, "VOCABULARY-FILE"),
        ("nul\0.toml", None, "VOCABULARY-FILE"),
        ("pipe.toml", None, "VOCABULARY-FILE"),
        ("deep.toml", None, "VOCABULARY-SYNTAX"),
    ],
)
def test_a_file_that_is_no_list_is_refused(tmp_path: Path, name: str, head: Head | None, code: str) -> None:
    (tmp_path / "folder.toml").mkdir()
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "deep.toml").write_text("x" + ".a" * 500_000 + " = 1")
    for present in ("ports.csv", "ports.txt", "ports.toml"):
        (tmp_path / present).write_text(GOOD, encoding="utf-8")
    assert said(read(tmp_path / name, head)) == [(code, "")]


def test_a_file_is_read_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "ports.TOML").write_text(GOOD, encoding="utf-8")
    assert read(str(tmp_path / "ports.TOML")).require().name == "ports-zz"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"code,en\nA,\xff\n", "VOCABULARY-ENCODING"),
        (b"\x1f\x8b\x08garbage", "VOCABULARY-PACKED"),
        (gzip.compress(b"code,en\nA,one\n")[:-9], "VOCABULARY-PACKED"),
        (b'code,en\nA,"open', "VOCABULARY-SYNTAX"),
        (b'"co"de,en\n', "VOCABULARY-SYNTAX"),
        (b"code,en\nA," + b"x" * 200_000, "VOCABULARY-SYNTAX"),
        (b"code,en\nA," + b"x" * 5_000, "VOCABULARY-LABEL"),
        (b"code,en\n", "VOCABULARY-EMPTY"),
        (b"x" * (SIZE_LIMIT + 1), "VOCABULARY-SIZE"),
        (gzip.compress(b"x" * (SIZE_LIMIT + 1)), "VOCABULARY-SIZE"),
        (b"code,en\nA,one\nB," + "\u2028".encode() + b"\n", "VOCABULARY-LABEL"),
    ],
    ids=range(11),
)
def test_a_hostile_file_is_refused_with_one_finding(data: bytes, code: str) -> None:
    outcome = read_csv(data, HEAD)
    assert outcome.value is None
    assert [finding.code for finding in outcome.findings] == [code]


def test_a_small_file_that_unpacks_to_much_is_refused() -> None:
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join(packer.compress(b"\0" * 2**20) for _ in range(200)) + packer.flush()
    assert len(bomb) < 2**20
    assert said(read_csv(bomb, HEAD)) == [("VOCABULARY-SIZE", "")]


def test_more_rows_than_the_limit_are_refused() -> None:
    data = b"code,en\n" + b"".join(b"%d,x\n" % number for number in range(200_001))
    assert said(read_csv(data, HEAD)) == [("VOCABULARY-ROWS", "/rows")]


def test_what_is_too_much_to_tell_is_counted() -> None:
    outcome = read_csv(b"code,en\n" + b"A,\n" * (FINDING_LIMIT + 5), HEAD)
    assert len(outcome.findings) == FINDING_LIMIT + 1
    assert outcome.findings[-1].code == "VOCABULARY-MORE"
    assert "5" in outcome.findings[-1].message("fr")


@pytest.mark.parametrize("depth", [10, 2_000, 100_000])
def test_deep_nesting_is_refused(depth: int) -> None:
    data = 'format = "smir.vocabulary/1"\nrows = ' + "[" * depth + "]" * depth
    outcome = read_toml(data.encode())
    assert outcome.value is None
    assert not outcome.ok


@pytest.mark.parametrize(
    "data",
    [
        GOOD.replace('"ZZAAA"', f'"{CANARY}\\n"'),
        GOOD.replace('"2020', CANARY),
        GOOD.replace("valid_from", f'"{CANARY}"', 1),
        GOOD.replace("depth_m", f'"{CANARY}"'),
        GOOD.replace('"withdrawn"', f'"{CANARY}"'),
        GOOD.replace('"ports-zz"', f'"{CANARY}"'),
        GOOD.replace("2020-01-01", f"{CANARY} 2020-01-01"),
        GOOD.replace('fr = "Ports"', f'"{CANARY}" = "x"'),
    ],
    ids=range(8),
)
def test_no_finding_repeats_what_the_file_says(data: str) -> None:
    outcome = read_toml(data.encode())
    assert outcome.findings or outcome.value is not None
    for finding in outcome.findings:
        assert_silent_about(finding, CANARY)


texts = st.text(min_size=0, max_size=12)
scalars = st.one_of(texts, st.integers(), st.booleans(), st.dates(), st.none(), st.lists(st.integers(), max_size=2))
members = st.one_of(st.sampled_from(["code", "en", "fr", "status", "standing", "valid_from", "valid_until"]), texts)


def toml_value(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case dt.date():
            return value.isoformat()
        case str():
            return '"' + "".join(f"\\U{ord(character):08x}" for character in value) + '"'
        case dict():
            return "{ " + ", ".join(f"{toml_value(key)} = {toml_value(item)}" for key, item in value.items()) + " }"
        case None:
            return '""'
    return str(value)


@given(st.lists(st.dictionaries(members, scalars, max_size=6), max_size=5))
def test_whatever_rows_hold_a_list_or_findings_come_out(rows: list[dict[str, object]]) -> None:
    head = GOOD.split("rows = [", maxsplit=1)[0]
    data = head + "rows = [" + ", ".join(toml_value(row) for row in rows) + "]\n"
    outcome = read_toml(data.encode("utf-8", "replace"))
    assert outcome.ok == (outcome.value is not None)
    assert outcome.value is not None or outcome.findings


@given(st.binary(max_size=300))
def test_whatever_bytes_come_only_our_findings_come_out(data: bytes) -> None:
    for outcome in (
        read_toml(data),
        read_csv(data, HEAD),
        read_csv(b"\x1f\x8b" + data, HEAD),
        read_csv(b"code,en\n" + data, HEAD),
        read_toml(b'format = "smir.vocabulary/1"\n' + data),
    ):
        assert outcome.ok == (outcome.value is not None)


labels = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1, max_size=20)


@given(st.dictionaries(labels, st.tuples(labels, labels), min_size=1, max_size=8))
def test_what_is_written_in_csv_is_what_is_read(table: dict[str, tuple[str, str]]) -> None:
    table = {code: pair for code, pair in table.items() if code.isprintable()} or {"A": ("one", "un")}
    written = io.StringIO(newline="")
    csv.writer(written).writerows([("code", "en", "fr"), *((code, *pair) for code, pair in table.items())])
    codes = read_csv(written.getvalue().encode(), HEAD).require()
    assert {row.code: (row.label("en"), row.label("fr")) for row in codes} == table
