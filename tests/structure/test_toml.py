"""TOML is read within bounds: what the parser would choke on never reaches it, and no foreign error comes out."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import smir
from smir.structure.toml import DOTS, DOTS_IN_ALL, NotToml, parse

LIMIT = 2**20
DEEP = b"x" + b".a" * 20_000 + b"=1"


@pytest.mark.parametrize(
    "data",
    [
        DEEP,
        b"x" + b".a" * (DOTS + 1) + b"=1",
        b"[x" + b" . a" * 20 + b"]",
        b'"x"' + b".'a'" * 20 + b"=1",
        b'y = ["""a"""", {' + DEEP + b"}]",
        b"y = '''it''s'''\n" + DEEP,
        b'y = "\\""\n' + DEEP,
        b"# a 'comment\n" + DEEP,
        b"\n".join(b"a%d.b=1" % number for number in range(DOTS_IN_ALL + 1)),
        b"x=" + b"[" * 100_000,
        b"x=" + b"{a=" * 100_000,
        b"\xff",
        b"x = Zqxcanary",
        b"x=" + b"9" * 5000,
        b"#" * (LIMIT + 1),
    ],
)
def test_what_is_beyond_measure_is_refused_and_nothing_foreign_hangs_on_it(data: bytes) -> None:
    with pytest.raises(NotToml) as refused:
        parse(data, LIMIT)
    assert refused.value.args == ()
    assert refused.value.__cause__ is None
    assert refused.value.__context__ is None


@pytest.mark.parametrize(
    "data",
    [
        b"x" + b".a" * DOTS + b"=1",
        b'x = "' + b"." * 100 + b'"',
        b"x = '" + b"." * 100 + b"'",
        b'x = """a\n' + b"." * 100 + b'\\""""""',
        b"x = '''a\n" + b"." * 100 + b"'''",
        b"x = 1 #" + b"." * 100,
        b"x = [" + b"1.5, " * 100 + b"]",
        b"\xef\xbb\xbfx = 1",
    ],
)
def test_dots_that_name_nothing_are_no_depth(data: bytes) -> None:
    assert parse(data, LIMIT) == tomllib.loads(data.decode("utf-8-sig"))


@given(st.text(alphabet="ab.\"'\\#\n=[]{}, 1", max_size=300))
def test_whatever_is_read_is_what_the_parser_reads(text: str) -> None:
    data = text.encode()
    try:
        read = parse(data, LIMIT)
    except NotToml:
        return
    assert read == tomllib.loads(text)


def test_every_table_of_the_house_is_within_bounds() -> None:
    files = sorted(Path(smir.__file__).parent.rglob("*.toml"))
    assert files
    for file in files:
        assert parse(file.read_bytes(), LIMIT)
