"""The generated pages hold everything the code holds, and nothing in them can be taken for markup."""

from __future__ import annotations

import re
from typing import Any

import pytest

from _generate.house import cell, prose, rooms


def test_the_types_page_describes_every_public_record_and_member() -> None:
    from _generate.types import anchor, public_records, types_page
    from smir.structure.shape import shape

    page = types_page()
    records = [record for named in public_records().values() for record in named]
    assert len(records) > 10
    for record in records:
        section = page.partition(f"\n({anchor(record)})=\n")[2].partition("\n## ")[0]
        for member in shape(record).members:
            assert f"| `{member.name}` |" in section


def test_no_two_public_records_share_an_anchor() -> None:
    from _generate.types import anchor, public_records

    anchors = [anchor(record) for named in public_records().values() for record in named]
    assert len(anchors) == len(set(anchors))


def test_the_page_of_data_elements_names_every_element() -> None:
    from _generate.elements import elements_page
    from smir.declarations import catalogue

    page = elements_page()
    assert [element.name for element in catalogue() if f"| `{element.name}` |" not in page] == []


def test_the_page_of_vocabularies_names_every_list_and_its_source() -> None:
    from _generate.vocabularies import vocabularies_page
    from smir import vocabulary

    page = vocabularies_page()
    for name in vocabulary.names():
        assert f"\n(list-{name})=\n" in page
        assert f"Source: {cell(vocabulary.get(name).head.source)}" in page


def test_every_room_has_its_page() -> None:
    from _generate.api import api_pages

    assert set(api_pages()) == {"index.md", *(f"{room}.md" for room in rooms())}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a_b [c] <d> *e* $f$ # | g", r"a\_b \[c\] \<d\> \*e\* \$f\$ \# \| g"),
        ("call ``smir.loads`` or `x_y`", "call `smir.loads` or `x_y`"),
        ("see :func:`smir.structure.shape`", "see `smir.structure.shape`"),
        ("two\n    lines", "two lines"),
    ],
)
def test_prose_shows_what_is_written(text: str, shown: str) -> None:
    assert prose(text) == shown


def test_a_cell_never_breaks_its_table() -> None:
    assert not re.search(r"(?<!\\)\|", cell("a | b `c | d`"))


def test_every_member_of_a_record_says_what_it_means() -> None:
    from _generate.types import meanings, public_records
    from smir.structure.shape import shape

    silent = [
        f"{record.__name__}.{member.name}"
        for named in public_records().values()
        for record in named
        for member in shape(record).members
        if not meanings(record).get(member.name)
    ]
    assert silent == []


def test_the_page_of_formats_tells_every_format_of_the_house_and_every_check() -> None:
    from _generate.formats import formats_page
    from smir.conformance import checks
    from smir.serializers.registry import BUILTINS

    page = formats_page()
    assert [name for name in BUILTINS if f"| `{name}` |" not in page] == []
    assert [check.id for check in checks() if f"| `{check.id}` |" not in page] == []


def test_the_page_of_schemas_names_every_schema() -> None:
    from _generate.schemas import schemas_page
    from smir.serializers import schema, schemas

    page = schemas_page()
    assert [name for name, cls in schemas().items() if f"`{schema(cls)['$id']}`" not in page] == []


def test_the_page_of_levels_holds_every_requirement_once() -> None:
    from _generate.levels import levels_page
    from smir.products import Standard

    page = levels_page()
    assert [
        one.code for one in Standard.load().requirements if page.count(f"| `{one.code}` |") != len(levels_of(one))
    ] == []


def levels_of(requirement: Any) -> tuple[Any, ...]:
    """The tables a requirement stands in: one a level, and one for what holds at every level."""
    from smir.products import Level

    return (None,) if set(requirement.levels) == set(Level) else requirement.levels


def test_the_page_of_the_command_tells_every_verb_and_option() -> None:
    from _generate.commands import commands, commands_page

    page = commands_page()
    for name, verb in commands().items():
        section = page.partition(f"## {name}\n")[2].partition("\n## ")[0]
        assert f"smir {name}" in section
        for given in verb.params:
            assert given.help
            assert all(f"`{option}`" in section for option in given.opts if option.startswith("-"))


def test_a_part_that_is_not_public_is_shown_and_one_that_is_not_there_is_an_error() -> None:
    from _generate.links import documented_place, is_inside

    assert documented_place("smir.conformance.kit.outline.Outline") is None
    assert is_inside("smir.conformance.kit.outline.Outline")
    assert not is_inside("smir.conformance.kit.outline.Nothing")
    assert not is_inside("other.Nothing")


def test_an_error_that_takes_two_lines_is_joined() -> None:
    from _generate.links import join_errors

    lines = [
        "What it does.",
        "",
        "Raises:",
        "    Invalid: one",
        "        and more.",
        "    Other: two",
        "",
        ">>> 1",
        "1",
    ]
    join_errors(None, "function", "f", None, None, lines)
    assert lines[2:6] == ["Raises:", "    Invalid: one and more.", "    Other: two", ""]
