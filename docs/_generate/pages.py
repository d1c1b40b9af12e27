"""The reference pages that are read off the code each time the documentation is built."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from _generate.api import api_pages
from _generate.codes import findings_page
from _generate.commands import commands_page
from _generate.elements import elements_page
from _generate.formats import formats_page
from _generate.levels import levels_page
from _generate.schemas import schemas_page
from _generate.types import types_page
from _generate.vocabularies import vocabularies_page

#: Each generated page, and what writes it.
PAGES: tuple[tuple[str, Callable[[], str]], ...] = (
    ("findings.md", findings_page),
    ("types.md", types_page),
    ("data-elements.md", elements_page),
    ("vocabularies.md", vocabularies_page),
    ("levels.md", levels_page),
    ("formats.md", formats_page),
    ("schemas.md", schemas_page),
    ("command-line.md", commands_page),
)


def write_all(folder: Path) -> tuple[Path, ...]:
    """Write every generated page under a folder and say which files it holds now; what has not changed stays as it is."""
    pages = {folder / name: page() for name, page in PAGES}
    pages |= {folder / "api" / name: text for name, text in api_pages().items()}
    for path, text in pages.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
    for stale in set(folder.rglob("*.md")) - set(pages):
        stale.unlink()
    return tuple(sorted(pages))
