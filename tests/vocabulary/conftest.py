"""Lists plainly invented, for tests about code lists."""

from __future__ import annotations

import datetime as dt

import pytest

from smir.vocabulary import CodeList, CodeRow, French, Head

TITLE = (("en", "Ports of Zedland"), ("fr", "Ports de Zedland"))


@pytest.fixture
def head() -> Head:
    """The head of an invented national list."""
    return Head(
        "ports-zz", scheme="Ports of Zedland", version="3", title=TITLE, source="invented", french=French.PARTIAL
    )


@pytest.fixture
def ports(head: Head) -> CodeList:
    """An invented list in which one code changed hands."""
    return CodeList(
        head,
        (
            CodeRow("ZZAAA", (("en", "Old Aldport"),), valid_until=dt.date(2010, 12, 31)),
            CodeRow("ZZBBB", (("en", "Bexhaven"), ("fr", "Bexhavre"))),
            CodeRow("ZZAAA", (("en", "New Aldport"), ("fr", "Aldport-Neuf")), valid_from=dt.date(2015, 1, 1)),
        ),
    )
