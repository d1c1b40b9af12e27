"""Parcel: the house's JSON behind a line that says so; a whole format in one short module."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from smir.findings import Code, Outcome, Words
from smir.products import Product
from smir.release import Received, Released
from smir.serializers import Capabilities, JsonFormat
from smir.structure import Limits

PARCEL_LABEL = Code(
    "PARCEL-LABEL",
    en="A parcel begins with the line “PARCEL 1”.",
    fr="Un colis commence par la ligne «\u00a0PARCEL 1\u00a0».",
)
_LABEL = b"PARCEL 1\n"

capabilities = Capabilities(
    smir_api=1,
    name="parcel",
    format_version="1",
    media_type="application/x-parcel",
    suffix=".parcel",
    description=Words("JSON in a parcel", "JSON dans un colis"),
    writes=True,
    reads=True,
    lossless=True,
)


def write(released: Released[Any], /) -> bytes:
    """The label, then the document."""
    return _LABEL + JsonFormat().write(released)


def read(data: bytes, /, limits: Limits) -> Outcome[Received[Product]]:
    """What stands behind the label."""
    if not detects(data):
        return Outcome(None, (PARCEL_LABEL.at(),))
    inside = JsonFormat().read(data.removeprefix(_LABEL), limits)
    return inside if inside.value is None else Outcome(evolve(inside.value, format="parcel"), inside.findings)


def detects(data: bytes, /) -> bool:
    """Whether the label is there."""
    return data.startswith(_LABEL)
