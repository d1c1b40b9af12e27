"""The neutral declaration: what one customs declaration says, whatever message it came in."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import final

from attrs import field, frozen

from smir.declarations.element import Element
from smir.declarations.row import Row, table_of
from smir.findings import Code, Finding, Severity

DECLARATION_CONTRADICTION = Code(
    "DECLARATION-CONTRADICTION",
    en="One value is expected and several different ones are declared. All are kept; the row leaves the cell empty.",
    fr="Une seule valeur est attendue et plusieurs valeurs différentes sont déclarées. Toutes sont conservées\u202f; "
    "la ligne laisse la cellule vide.",
    severity=Severity.WARNING,
)


class Function(Enum):
    """What a declaration is sent for."""

    ORIGINAL = "original"
    AMENDMENT = "amendment"
    REPLACEMENT = "replacement"
    CANCELLATION = "cancellation"


class Direction(Enum):
    """Which way the goods cross the border."""

    IMPORT = "import"
    EXPORT = "export"


@final
@frozen(repr=False)
class Item:
    """One goods item of a declaration.

    Args:
        sequence: Its number in the declaration, by which other parts point to it; ``None`` where it has none.
        elements: Its data elements, in the order of the document.
    """

    sequence: int | None
    elements: tuple[Element, ...] = ()

    def get(self, name: str, /) -> tuple[Element, ...]:
        """Every element of that name; empty where the item does not say."""
        return tuple(element for element in self.elements if element.name == name)

    def __repr__(self) -> str:
        return f"<Item {'without number' if self.sequence is None else self.sequence}, {len(self.elements)} elements>"


@final
@frozen(kw_only=True, repr=False)
class Declaration:
    """What one declaration says, element by element, and the same as rows.

    An amendment holds only what it changes: an absent value there means *unchanged*, not *none*. So does the reply of a
    customs system about a declaration. The repr shows no reference and no name: both may be personal.

    Args:
        source: Name of the document it was read from.
        header: Elements of the declaration and of its shipment.
        items: The goods items, in the order of the document.
        function: Original, amendment, replacement or cancellation; ``None`` where the message does not say.
        direction: Import or export, where the declaration type tells.
        type_code: The declaration type as declared.
        reference: The declarant's own reference, or the number customs gave where there is none.
        model_version: Version of the data model that the message names.
        country: Country whose profile the message follows.
        agency: Agency responsible for that profile.
        is_reply: Whether a customs system sent it about a declaration.
        unmapped: Number of filled-in leaves of the document that no element of the catalogue takes.
        remarks: Findings about the document as a whole.

    >>> declaration = Declaration(
    ...     source="made up", header=(Element("transport_mode", "1", "1"),), items=(Item(1), Item(2)),
    ...     function=Function.ORIGINAL, direction=Direction.IMPORT)
    >>> declaration, declaration.rows[1]["transport_mode"]
    (<Declaration original import, 2 items, 0 findings>, '1')
    """

    source: str
    header: tuple[Element, ...] = ()
    items: tuple[Item, ...] = ()
    function: Function | None = None
    direction: Direction | None = None
    type_code: str | None = None
    reference: str | None = None
    model_version: str | None = None
    country: str | None = None
    agency: str | None = None
    is_reply: bool = False
    unmapped: int = 0
    remarks: tuple[Finding, ...] = ()
    #: One row for each goods item, the header repeated; a declaration without items is one row.
    rows: tuple[Row, ...] = field(init=False, eq=False)
    #: Everything found: about the document, then element by element, with the place in the declaration.
    findings: tuple[Finding, ...] = field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        rows, contradictions = table_of(self.header, (item.elements for item in self.items))
        object.__setattr__(self, "rows", rows)
        found = [*self.remarks, *_found("/header", self.header)]
        for number, item in enumerate(self.items):
            found += _found(f"/items/{number}", item.elements)
        found += [DECLARATION_CONTRADICTION.at(place) for place in contradictions]
        object.__setattr__(self, "findings", tuple(found))

    @property
    def is_amendment(self) -> bool:
        """Whether it holds only what it changes in an earlier declaration."""
        return self.function is Function.AMENDMENT

    def get(self, name: str, /) -> tuple[Element, ...]:
        """Every element of that name in the header; empty where it does not say."""
        return tuple(element for element in self.header if element.name == name)

    def __repr__(self) -> str:
        words = [kind.value for kind in (self.function, self.direction) if kind is not None]
        kind = " ".join(words) or "of unknown function"
        return f"<Declaration {kind}, {len(self.items)} items, {len(self.findings)} findings>"


def _found(prefix: str, elements: tuple[Element, ...]) -> Iterator[Finding]:
    """Findings of elements, each with its place: name, and number where the name comes several times."""
    seen: dict[str, int] = {}
    for element in elements:
        before = seen.get(element.name, 0)
        seen[element.name] = before + 1
        if element.findings:
            place = f"{prefix}/{element.name}" + (f"/{before}" if before else "")
            yield from (finding.under(place) for finding in element.findings)
