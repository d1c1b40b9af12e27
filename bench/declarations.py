"""Reading WCO Data Model documents into neutral declarations: documents a second on one core."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

from lxml import etree

import smir.declarations
from bench.row import Work

ROOT = Path(__file__).parent.parent
DOCUMENTS_A_SECOND = 1_000


def works() -> list[Work]:
    """The shipped samples, and the large set where it is present; bare parsing by lxml gives the scale."""
    found = [_work("shipped samples", _contents(Path(str(files("smir.declarations") / "samples"))))]
    folder = Path(os.environ.get("SMIR_SHARED_DATA") or ROOT.parent / "shared" / "data")
    large = _contents(folder / "wco-declarations" / "samples")
    return [*found, _work("large set", large)] if large else found


def _contents(folder: Path) -> list[tuple[str, bytes]]:
    """Every well-formed document under a folder."""
    found = []
    for path in sorted(folder.rglob("*.xml")):
        data = path.read_bytes()
        try:
            etree.fromstring(data)
        except etree.XMLSyntaxError:
            continue
        found.append((path.name, data))
    return found


def _work(name: str, documents: list[tuple[str, bytes]]) -> Work:
    kilobytes = sum(len(data) for _, data in documents) / len(documents) / 1000

    def ours() -> None:
        for title, data in documents:
            smir.declarations.read_bytes(data, name=title)

    def peer() -> None:
        for _, data in documents:
            etree.fromstring(data)

    return Work(
        f"read {len(documents)} documents, {name}, {kilobytes:.1f} kB each",
        ours,
        peer,
        f"lxml {etree.__version__}, tree only",
        within=1 / DOCUMENTS_A_SECOND,
        calls=3,
        units=len(documents),
    )
