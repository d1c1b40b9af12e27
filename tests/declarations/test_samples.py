"""The declarations that ship with the package, and the golden table view of three of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import pytest

from smir.declarations import Direction, Row, Value, read, samples

GOLDEN = ["TT_EX041__TT_EX041a.xml", "TT_FI001__TT_FI001a.xml", "TT_IM003__TT_IM003b_Amendment__Step_3_.xml"]


def plain(value: Value) -> object:
    """A value in JSON that still tells its type: a number is an array with one text."""
    if isinstance(value, Decimal):
        return {"number": str(value)}
    return list(value) if isinstance(value, tuple) else value if isinstance(value, str) else {"date": value.isoformat()}


@pytest.mark.parametrize("name", GOLDEN)
def test_the_table_view_is_the_golden_one(sample_folder: Path, name: str, repository: Path) -> None:
    (declaration,) = read(sample_folder / name)
    seen = [{key: plain(value) for key, value in sorted(row.items())} for row in declaration.rows]
    golden = repository / "tests" / "golden" / "declarations" / f"{Path(name).stem}.json"
    assert seen == json.loads(golden.read_text(encoding="utf-8"))


def test_19_declarations_are_read_and_one_document_is_kept_aside() -> None:
    reading = read(samples())
    declarations = list(reading)
    assert len(declarations) == 19
    assert [(aside.name, [found.code for found in aside.findings]) for aside in reading.kept_aside] == [
        ("TT_IM084__TT_IM084a.xml", ["XML-NOT-WELL-FORMED"])
    ]
    assert reading.passed_over == ("NOTICE.txt",)
    assert Counter(declaration.direction for declaration in declarations) == {
        Direction.IMPORT: 11,
        Direction.EXPORT: 6,
        None: 2,
    }
    assert sum(declaration.is_amendment for declaration in declarations) == 2


def test_they_cover_the_modes_of_transport_that_their_origin_has() -> None:
    rows = [row for declaration in read(samples()) for row in declaration.rows]
    assert {row["transport_mode"] for row in rows if "transport_mode" in row} == {"1", "4", "5", "6", "7"}
    assert any(row.get("arrival_mode") == "3" for row in rows)


def decided(rows: Iterable[Row]) -> Counter[str]:
    """Three values for: bananas of Botswana of more than 500 kg."""

    def judge(row: Row) -> str:
        code, country, mass = row.get("commodity_code"), row.get("origin_country"), row.get("gross_mass")
        parts = [
            None if code is None else str(code).startswith("0803"),
            None if country is None else country == "BW",
            None if mass is None else isinstance(mass, Decimal) and mass > 500,
        ]
        return "no hit" if False in parts else "cannot tell" if None in parts else "hit"

    return Counter(map(judge, rows))


def test_they_give_a_hit_no_hit_and_cannot_tell() -> None:
    rows = [row for declaration in read(samples()) for row in declaration.rows]
    assert decided(rows) == {"hit": 1, "no hit": 18, "cannot tell": 4}


def test_their_author_licence_and_origin_are_named() -> None:
    notice = (files("smir.declarations") / "samples" / "NOTICE.txt").read_text(encoding="utf-8")
    for word in ("HM Revenue and Customs", "Apache License, Version 2.0", "3d05836938860de81b209559afe8d793725b9462"):
        assert word in notice


def test_they_are_the_public_documents_unchanged(sample_folder: Path, shared_data: Path) -> None:
    for copy in sample_folder.glob("*.xml"):
        assert copy.read_bytes() == (shared_data / "wco-declarations" / "samples" / copy.name).read_bytes(), copy.name
