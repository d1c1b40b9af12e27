"""What the pages say of the code, where a table or a list can be held against it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from smir.grading import Grade
from smir.handling import Audience, Handling, HandlingScheme, Need, permission

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
COLUMNS = (
    *((HandlingScheme.NIM_2000, code) for code in "12345"),
    (HandlingScheme.MOPI, "5"),
)
NEEDS = {
    Need.CONDITIONS: "conditions",
    Need.CONDITIONS_NAME_AUDIENCE: "name it",
    Need.CONDITIONS_ACCEPTED: "accepted",
    Need.NAMED_RECIPIENT: "named persons",
    Need.REASON: "reason",
    Need.REVIEW_DATE: "review date",
    Need.AUTHORISING_OFFICER: "officer who authorised",
    Need.REFER_TO_ORIGINATOR: "ask the originator",
}


def table_under(page: str, heading: str) -> list[list[str]]:
    """The rows of the first table under a heading, head and rule left out."""
    part = (DOCS / page).read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip("|"))] for line in lines[2:]]


@pytest.mark.parametrize(("row", "audience"), tuple(enumerate(Audience)), ids=lambda one: getattr(one, "name", ""))
def test_the_table_of_audiences_is_that_of_the_code(row: int, audience: Audience) -> None:
    cells = table_under("explanation/release.md", "Codes are permissions that depend on where you stand")[row][1:]
    for cell, (scheme, code) in zip(cells, COLUMNS, strict=True):
        found = permission(Handling(scheme=scheme, code=code), audience)
        assert cell.startswith("no") is not found.allowed
        said = [need for need in found.needs if need in NEEDS and NEEDS[need] not in cell]
        if Need.CONDITIONS_NAME_AUDIENCE in found.needs:  # who is named by accepted conditions needs no more said
            said = [need for need in said if need is not Need.CONDITIONS_ACCEPTED]
        assert said == []


def test_the_table_of_grades_has_the_labels_of_the_code() -> None:
    for letter, source, _, digit, information in table_under(
        "explanation/grading.md", "Three questions, three answers"
    ):
        grade = Grade.parse(f"{letter}{digit}1")
        assert grade.source_label("en").lower().startswith(source)
        assert grade.information_label("en").lower().startswith(information)


def test_the_architecture_names_the_rooms_in_the_order_of_the_contract() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    (layers,) = (contract["layers"] for contract in contracts if contract["id"] == "layers")
    assert [row[0].strip("`") for row in table_under("architecture.md", "Rooms")] == layers


def test_the_architecture_points_to_files_that_are_there() -> None:
    rows = table_under("architecture.md", "Where things are decided")
    named = [cell.strip("`") for row in rows for cell in row[1:] if cell.startswith("`")]
    named += re.findall(
        r"`((?:structure|criteria|declarations)/\w+\.py)`", (DOCS / "architecture.md").read_text("utf-8")
    )
    assert len(named) > 10
    assert [name for name in named if not (ROOT / "src" / "smir" / name).is_file()] == []


def test_the_only_code_made_of_text_is_where_the_architecture_says() -> None:
    sources = (ROOT / "src" / "smir").rglob("*.py")
    found = {
        path.relative_to(ROOT / "src" / "smir").as_posix()
        for path in sources
        if re.search(r"\b(?:exec|eval)\(", path.read_text("utf-8"))
    }
    assert found == {"structure/compiled.py"}


def test_a_rule_that_a_check_proves_stands_in_the_architecture() -> None:
    from smir.conformance import checks

    rules = (DOCS / "architecture.md").read_text(encoding="utf-8").partition("\n## Rules\n")[2].partition("\n## ")[0]
    numbers = set(re.findall(r"(?m)^(\d+)\. ", rules))
    assert {check.clause for check in checks()} <= numbers


def test_both_tutorials_have_the_same_parts_and_blocks() -> None:
    english, french = (
        (DOCS / page).read_text(encoding="utf-8") for page in ("tutorial/first-hour.md", "fr/premiere-heure.md")
    )
    for mark in (r"(?m)^## ", r"(?m)^```python$", r"(?m)^>>> "):
        assert len(re.findall(mark, english)) == len(re.findall(mark, french))
