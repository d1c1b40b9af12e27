"""Every block of Python in the documentation and the README runs, from top to bottom of its page.

A block that is a session (``>>>``) must print what it shows; any other block must run. Pages run in an empty folder.
"""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

ROOT = Path(__file__).parent.parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
PAGES = [page for page in PAGES if not {"generated", "_build"} & set(page.parts)]
SYBIL = Sybil(parsers=[PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS)])


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def with_blocks() -> list[Path]:
    return [page for page in PAGES if "```python" in page.read_text(encoding="utf-8")]


@pytest.mark.parametrize("page", with_blocks(), ids=name)
def test_every_block_of_a_page_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    examples = list(SYBIL.parse(page).examples())
    assert examples
    for example in examples:
        example.evaluate()


def test_a_block_that_does_not_hold_is_seen(tmp_path: Path) -> None:
    """The saboteur: a page whose session prints something else."""
    page = tmp_path / "wrong.md"
    page.write_text("```python\n>>> 1 + 1\n3\n```\n", encoding="utf-8")
    (example,) = SYBIL.parse(page).examples()
    with pytest.raises(Exception, match="Expected"):
        example.evaluate()


def test_the_readme_tells_the_story() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "```python" in readme.partition("## One story")[2].partition("\n## ")[0]
