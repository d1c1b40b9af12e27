"""The map from the XML of the WCO Data Model to our data elements, compiled from ``data/wco.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias, final

from attrs import frozen

from smir.declarations.catalogue import DataElement, Kind, catalogue
from smir.declarations.format import Format
from smir.findings import Finding


@final
@frozen(eq=False)
class Leaf:
    """Where a data element is written, with what the reader asks of it at every turn.

    Args:
        name: Name of the data element.
        element: The data element.
        form: Its format; a number without a published one takes 16 digits, of which 6 decimals.
        identify: What stands against an identifier; ``None`` where no class of values checks it.
        measure: The attribute that holds its unit or its currency; ``None`` where it has neither.
        gives_currency: Whether its currency is the one of the declaration, or of the item.
    """

    name: str
    element: DataElement
    form: Format | None
    identify: Callable[[object], tuple[Finding, ...]] | None
    is_date: bool
    is_number: bool
    is_mass: bool
    measure: str | None
    gives_currency: bool


@final
@frozen(eq=False)
class Record:
    """A class that is read as one record: its leaves, and below a name its records of another class."""

    rule: str
    leaves: frozenset[str]
    inner: tuple[str, str] | None


@final
@frozen(eq=False)
class Branch:
    """A class that is walked into."""

    children: dict[str, Step]


@final
@frozen(eq=False)
class Part:
    """A class that opens a level of its own: the shipment in a declaration, the goods item in a shipment."""


Step: TypeAlias = Leaf | Record | Branch | Part


@final
@frozen(eq=False)
class WcoMap:
    """Everything the reader needs to know of the message, by local name.

    Args:
        declaration: What stands below ``Declaration``.
        shipment: What stands below ``GoodsShipment``.
        item: What stands below ``GovernmentAgencyGoodsItem``.
        structure: Classes that say how the message is built.
        leaves: A leaf for each data element, for what rules find.
        tables: Small tables of ``data/wco.toml``: functions, directions, classification, origin, mass units.
    """

    declaration: Branch
    shipment: Branch
    item: Branch
    structure: frozenset[str]
    leaves: dict[str, Leaf]
    tables: dict[str, Any]


@cache
def wco_map() -> WcoMap:
    """The map that ships with the house."""
    data = tomllib.loads((files("smir.declarations") / "data" / "wco.toml").read_text(encoding="utf-8"))
    leaves = {element.name: _leaf(element) for element in catalogue()}
    scopes = {scope: Branch({}) for scope in ("declaration", "shipment", "item")}
    for scope, branch in scopes.items():
        for path, name in data[scope].items():
            _plant(branch, path, leaves[name])
        for path, parts in data["records"][scope].items():
            _plant(branch, path, _record(path, parts))
    scopes["declaration"].children["GoodsShipment"] = Part()
    scopes["shipment"].children["GovernmentAgencyGoodsItem"] = Part()
    for party, where in data["parties"].items():
        for place in where["at"]:
            scope, _, below = place.partition("/")
            for path, facet in data["facets"].items():
                steps = "/".join(filter(None, (below, party, path)))
                _plant(scopes[scope], steps, leaves[f"{where['role']}_{facet}"])
    return WcoMap(**scopes, structure=frozenset(data["structure"]["classes"]), leaves=leaves, tables=data)


def _leaf(element: DataElement) -> Leaf:
    """What the reader asks of an element, looked up once."""
    import smir.values

    is_number = element.kind is Kind.NUMBER
    unit = "unitCode" if is_number or element.unit is not None else None
    return Leaf(
        element.name,
        element,
        element.format or (Format.parse("n..16,6") if is_number else None),
        getattr(smir.values, element.identifier).findings_of if element.identifier else None,
        is_date=element.kind is Kind.DATE,
        is_number=is_number,
        is_mass=element.unit == "KGM",
        measure="currencyID" if element.unit == "currency" else unit,
        gives_currency=element.name in ("invoice_amount", "item_amount"),
    )


def _record(path: str, parts: list[str]) -> Record:
    inner = next((part for part in parts if "/" in part), None)
    rule = path.rpartition("/")[2]
    own = frozenset(part for part in parts if "/" not in part)
    if inner is None:
        return Record(rule, own, None)
    name, _, leaf = inner.partition("/")
    return Record(rule, own, (name, leaf))


def _plant(branch: Branch, path: str, step: Step) -> None:
    """Hang a step at the end of a path, growing branches on the way."""
    *way, last = path.split("/")
    for name in way:
        grown = branch.children.setdefault(name, Branch({}))
        if not isinstance(grown, Branch):
            raise TypeError(f"data/wco.toml: {path} passes through a leaf or a record")
        branch = grown
    branch.children[last] = step
