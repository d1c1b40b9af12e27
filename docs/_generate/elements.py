"""The page of data elements: what a criterion may name, with the ids of the published schemes."""

from __future__ import annotations

from _generate.house import cell
from smir.declarations import DataElement, catalogue

LEVELS = (
    ("declaration", "Of the whole declaration", "It stands on every row of the declaration."),
    ("shipment", "Of the shipment", "It stands on every row of the shipment."),
    ("item", "Of one goods item", "It stands on the row of its item."),
)


def elements_page() -> str:
    """The page as MyST Markdown, one table a level."""
    elements = tuple(catalogue())
    personal = sum(element.personal for element in elements)
    lines = [
        f"The catalogue names {len(elements)} data elements; {personal} of them are personal data. A literal that a"
        " criterion compares with one of those is personal data too.",
        "",
        "*WCO* is the id in version 3 of the WCO Data Model, *EU 2021* the id in the EU Customs Data Model, *EU 2015* the"
        " box of the older annex, *TDED* the id in the Trade Data Elements Directory. *Status* says how sure the row is. An EU 2021 id with ° and every EU 2015 id come from"
        " memory and were not checked against the publication.",
        "",
    ]
    for level, title, meaning in LEVELS:
        of_level = sorted((element for element in elements if element.level == level), key=lambda element: element.name)
        if of_level:
            lines += [f"## {title}", "", meaning, "", *_table(of_level), ""]
    return "\n".join(lines)


def _table(elements: list[DataElement]) -> list[str]:
    lines = [
        "| name | English | français | WCO | EU 2021 | EU 2015 | TDED | format | holds | personal | status |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    lines += ["| " + " | ".join(_cells(element)) + " |" for element in elements]
    return lines


def _cells(element: DataElement) -> tuple[str, ...]:
    label = element.label
    kind = str(element.kind.value)
    unit = element.unit
    holds = ("list of " if element.many else "") + kind + (f", {unit}" if unit else "")
    memory = "°" if element.eu2021 and element.eu2021_status == "memory" else ""
    ids = (element.wco, f"{element.eu2021 or ''}{memory}", element.eu2015, element.tded, element.format)
    return (
        f"`{element.name}`",
        cell(label.in_("en")),
        cell(label.in_("fr")),
        *(cell(str(text or "–")) for text in ids),
        cell(holds),
        "yes" if element.personal else "",
        cell(str(getattr(element.status, "value", element.status))),
    )
