"""The page of vocabularies: every code list that comes with the package, its source, and the rows of the short ones."""

from __future__ import annotations

from _generate.house import cell
from smir import vocabulary
from smir.vocabulary import CodeList

SHORT = 60


def vocabularies_page() -> str:
    """The page as MyST Markdown: an overview, then a section a list."""
    lists = tuple(vocabulary.get(name) for name in sorted(vocabulary.names()))
    lines = [
        "Ask for a list by its name: `smir.vocabulary.get(name)`. *Status* says how sure the rows are: *verified* was read"
        " in the publication itself, *secondary* in a source that quotes it, *memory* was not checked, *ours* is a"
        " proposal of this project and nobody's standard.",
        "",
        "| list | title | version | codes | status | French labels |",
        "|---|---|---|---|---|---|",
    ]
    lines += [_overview(codes) for codes in lists]
    lines.append("")
    for codes in lists:
        lines += _section(codes)
    return "\n".join(lines)


def _title(codes: CodeList, language: str = "en") -> str:
    titles = dict(codes.head.title)
    return titles.get(language) or titles["en"]


def _overview(codes: CodeList) -> str:
    head = codes.head
    cells = (
        f"[`{head.name}`](#list-{head.name})",
        cell(_title(codes)),
        cell(head.version),
        str(len(codes.rows)),
        head.status.value,
        head.french.value,
    )
    return "| " + " | ".join(cells) + " |"


def _section(codes: CodeList) -> list[str]:
    head = codes.head
    lines = [f"(list-{head.name})=", f"## {head.name}", "", f"{cell(_title(codes))} / {cell(_title(codes, 'fr'))}.", ""]
    lines += [f"Source: {cell(head.source)}", ""]
    if head.licence:
        lines += [f"Licence: {cell(head.licence)}", ""]
    if len(codes.rows) > SHORT:
        return [*lines, f'The list has {len(codes.rows)} rows; `smir.vocabulary.get("{head.name}")` gives them.', ""]
    lines += ["| code | English | français | status |", "|---|---|---|---|"]
    for row in codes.rows:
        lines.append(f"| `{row.code}` | {cell(row.label('en'))} | {cell(row.label('fr'))} | {row.status.value} |")
    return [*lines, ""]
