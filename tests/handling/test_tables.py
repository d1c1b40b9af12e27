"""The tables of handling and grading: every row has two languages, a source and a status, and every code its row."""

from __future__ import annotations

import re
import subprocess
import sys
from enum import Enum
from itertools import chain

import pytest

import smir.handling
from smir.handling import MarkingScheme
from smir.handling.marking_scheme import additions, levels
from smir.handling.table import table, words
from smir.vocabulary import CodeRow

TABLES = [
    ("handling", "audiences"),
    ("handling", "categories"),
    ("handling", "codes"),
    ("handling", "markings"),
    ("grading", "schemes"),
]
ROWS = [row for room, file in TABLES for row in chain.from_iterable(table(room, file).values())]
ENUMERATIONS = [value for value in vars(smir.handling).values() if isinstance(value, type) and issubclass(value, Enum)]


def test_every_row_says_where_it_was_read_and_speaks_both_languages() -> None:
    for row in ROWS:
        assert row.source
        assert row.languages == ("en", "fr")


def test_french_labels_are_set_as_french_is() -> None:
    for row in ROWS:
        french = [label for language, label in row.labels if language == "fr"]
        french += [text for column, text in row.extras if column.endswith("_fr")]
        for text in french:
            assert "'" not in text
            assert not re.search(r"[ \w][;!?](?=\s|$)", text), text
            assert not re.search(r"(?<!\u00a0):\s", text), text


@pytest.mark.parametrize("kind", ENUMERATIONS, ids=lambda kind: kind.__name__)
def test_every_member_of_an_enumeration_has_its_words(kind: type[Enum]) -> None:
    for member in kind:
        english, french = member.label("en"), member.label("fr")  # type: ignore[attr-defined]
        assert english
        assert french
        assert member.label("de") == english  # type: ignore[attr-defined]


def test_every_row_of_an_enumeration_is_a_member() -> None:
    for file, kind, enumeration in (
        ("audiences", "audience", smir.handling.Audience),
        ("audiences", "need", smir.handling.Need),
        ("categories", "category", smir.handling.DataCategory),
        ("categories", "reason", smir.handling.WithheldReason),
        ("codes", "scheme", smir.handling.HandlingScheme),
        ("markings", "scheme", MarkingScheme),
    ):
        assert [row.code for row in table("handling", file)[kind]] == [member.value for member in enumeration]  # type: ignore[attr-defined]


@pytest.mark.parametrize("scheme", MarkingScheme)
def test_the_ranks_of_a_scheme_are_a_count_from_one(scheme: MarkingScheme) -> None:
    assert [level.rank for level in levels(scheme).values()] == list(range(1, len(levels(scheme)) + 1))


@pytest.mark.parametrize("scheme", MarkingScheme)
def test_additional_markings_stand_on_neighbouring_levels(scheme: MarkingScheme) -> None:
    """What a higher level contains never comes back at a still higher one: combining depends on it."""
    for addition in additions(scheme).values():
        assert addition.levels
        assert addition.levels <= set(levels(scheme))
        ranks = sorted(levels(scheme)[level].rank for level in addition.levels)
        assert ranks == list(range(ranks[0], ranks[-1] + 1))


def test_only_sensitive_is_contained_in_a_higher_level() -> None:
    contained = {
        code
        for scheme in MarkingScheme
        for code, addition in additions(scheme).items()
        if scheme.levels[-1] not in addition.levels
    }
    assert contained == {"SENSITIVE"}


def test_references_between_marking_rows_lead_somewhere() -> None:
    markings = table("handling", "markings")
    for row in chain(markings["floor"], markings["equivalence"], markings["old"]):
        cells = dict(row.extras)
        scheme = MarkingScheme(cells.get("target", cells["scheme"]))
        assert cells["level"] in scheme.levels
        if "target" in cells:
            assert row.code in MarkingScheme(cells["scheme"]).levels


def test_every_level_of_the_old_british_scheme_has_its_floor() -> None:
    assert [row.code for row in table("handling", "markings")["floor"]] == list(MarkingScheme.GPMS.levels)


def test_a_list_in_a_cell_is_split_at_its_bars() -> None:
    row = CodeRow("1", labels=(("en", "one"),), extras=(("needs", "A | B"),))
    assert words(row, "needs") == ("A", "B")
    assert words(row, "asks") == ()


@pytest.mark.parametrize("room", ["handling", "grading"])
def test_importing_reads_no_table(room: str) -> None:
    script = (
        "import sys\n"
        "def saw(event, args):\n"
        "    if event == 'open' and str(args[0]).endswith(('.toml', '.csv', '.gz')): raise SystemExit(str(args[0]))\n"
        "sys.addaudithook(saw)\n"
        f"import smir.{room}\n"
        "assert 'tomllib' not in sys.modules\n"
        "assert 'smir.vocabulary' not in sys.modules\n"
    )
    run = subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
