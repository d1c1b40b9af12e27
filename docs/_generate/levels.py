"""The page of the standard of each level: what a product must and should hold, in both languages."""

from __future__ import annotations

from _generate.house import cell
from smir.products import Level, ProductType, Standard
from smir.products.requirement import Requirement, Weighting

WEIGHT = {Weighting.MUST: "must", Weighting.SHOULD: "should"}


def levels_page() -> str:
    """The page as MyST Markdown: a table a level, then what holds for messages at every level."""
    requirements = Standard.load().requirements
    lines = [
        f"The standard of the house has {len(requirements)} requirements. Its source: {cell(Standard.load().source)}.",
        "",
    ]
    everywhere = [one for one in requirements if set(one.levels) == set(Level)]
    for level in Level:
        own = [one for one in requirements if level in one.levels and one not in everywhere]
        lines += [
            f"## {level.label().capitalize()}",
            "",
            f"En français\u00a0: niveau {level.label('fr')}.",
            "",
            *_table(own),
        ]
    lines += ["## At every level", "", *_table(everywhere)]
    return "\n".join(lines)


def _table(requirements: list[Requirement]) -> list[str]:
    lines = ["| code | weight | what is asked | français | of | status |", "|---|---|---|---|---|---|"]
    lines += ["| " + " | ".join(_cells(one)) + " |" for one in requirements]
    return [*lines, ""]


def _cells(one: Requirement) -> tuple[str, ...]:
    return (f"`{one.code}`", WEIGHT[one.weight], cell(one.en), cell(one.fr), _of(one), one.status.value)


def _of(one: Requirement) -> str:
    left_out = [kind.value for kind in ProductType if kind not in one.products]
    kinds = ", ".join(kind.value for kind in one.products)
    if not one.products or not left_out:
        kinds = "all"
    elif len(left_out) == 1:
        kinds = f"all but {left_out[0]}"
    if one.when is None:
        return kinds
    parts = [kinds] if one.products else []
    if one.when.nominal is not None:
        parts.append("nominal products" if one.when.nominal else "products without personal data")
    if one.when.member is not None:
        parts.append(f"`{one.when.member}` " + ", ".join(one.when.codes))
    return "; ".join(parts)
