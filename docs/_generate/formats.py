"""The page of formats: what each can do, the shape of a plug-in, and the checks that try one."""

from __future__ import annotations

from _generate.house import cell
from smir.conformance import checks
from smir.products import ProductType
from smir.serializers import Capabilities
from smir.serializers.registry import BUILTINS, Registry
from smir.serializers.serializer import GROUP
from smir.serializers.version import history

ABLE = ("writes", "reads", "lossless", "streams")


def house_formats() -> tuple[Capabilities, ...]:
    """What the formats of the house can do; those that happen to be installed beside them stay out."""
    registry = Registry.discover()
    return tuple(registry.get(name).capabilities for name in BUILTINS)


def formats_page() -> str:
    """The page as MyST Markdown."""
    lines = [
        "## Formats of the house",
        "",
        "| name | what it is | français | media type | ending | version | " + " | ".join(ABLE) + " | products |",
        "|---|---|---|---|---|---|" + "---|" * len(ABLE) + "---|",
        *(_row(able) for able in house_formats()),
        "",
        "*Lossless* means that reading what was written gives an equal product and equal terms of release. *Streams*"
        " means any number of products one after the other, in constant memory. `smir.formats()` gives the same table"
        " for your installation, with the formats that other packages brought.",
        "",
        "## Versions of the document format",
        "",
        "Both formats of the house write the same document, which opens with its format and version.",
        "",
        "| version | what it brought | français |",
        "|---|---|---|",
        *(f"| {step.version} | {cell(step.change.en)} | {cell(step.change.fr)} |" for step in history()),
        "",
        "## Entry point",
        "",
        f"A package adds a format by an entry point in the group `{GROUP}`, whose name is that of its capabilities."
        " [How to write a serializer](../how-to/write-a-serializer.md) makes one.",
        "",
        "## What the serializer kit checks",
        "",
        "*Rule* is the number of the rule in [architecture](../architecture.md#rules) that the check proves.",
        "",
        "| check | claim | français | why | rule |",
        "|---|---|---|---|---|",
        *(
            f"| `{one.id}` | {cell(one.claim.en)} | {cell(one.claim.fr)} | {cell(one.why.en)} | {cell(one.clause)} |"
            for one in checks()
        ),
        "",
    ]
    return "\n".join(lines)


def _row(able: Capabilities) -> str:
    taken = "all five" if set(able.products) == set(ProductType) else ", ".join(one.value for one in able.products)
    cells = (
        f"`{able.name}`",
        cell(able.description.en),
        cell(able.description.fr),
        f"`{able.media_type}`",
        f"`{able.suffix}`",
        able.format_version,
        *("yes" if getattr(able, name) else "no" for name in ABLE),
        taken,
    )
    return "| " + " | ".join(cells) + " |"
