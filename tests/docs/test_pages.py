"""The pages of the documentation lead somewhere, and what the README says exists does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
TOP = sorted(ROOT.glob("*.md"))
PAGES = [page for page in sorted((ROOT / "docs").rglob("*.md")) if not {"generated", "_build"} & set(page.parts)]
LINK = re.compile(r"(?<!\!)\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", [*TOP, *PAGES], ids=name)
def test_a_link_inside_the_repository_leads_to_a_file(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in LINK.findall(text):
        if target.startswith(("http://", "https://", "mailto:")) or "reference/generated/" in target:
            continue
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_a_page_opens_with_one_title(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert text.startswith("# ")
    assert len(re.findall(r"(?m)^# ", text)) == 1


@pytest.mark.parametrize("page", [page for page in PAGES if "fr" in page.parts], ids=name)
def test_a_french_page_keeps_french_typography(page: Path) -> None:
    text = re.sub(r"```.*?```|`[^`]*`|\]\([^)]*\)|<!--.*?-->", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r"(?m)^(:::|\(|\|[-:| ]+\|).*$", "", text)
    assert not re.search(r"\w['´]\w", text), "the apostrophe is ’"
    assert not re.search(r"[^\u202f\u00a0\s][;!?](?=\s|$)", text), "U+202F stands before ; ! ?"
    assert not re.search(r" [;!?:»](?=\s|$)|« ", text), "the space there does not break"
