"""The table view of declared data: one row for a goods item, in which a criterion looks values up by name."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeAlias, final

from smir.declarations.catalogue import DataElement, catalogue

if TYPE_CHECKING:
    from smir.declarations.element import Element

#: What stands in a row: a text, a number, a day, or the texts of a list.
Value: TypeAlias = str | Decimal | datetime.date | tuple[str, ...]

#: Item level wins over shipment level, and shipment level over the declaration.
_RANKS: Final = MappingProxyType({"declaration": 0, "shipment": 1, "item": 2})


def _refuse(row: Row, *_: object, **__: object) -> NoReturn:
    """Refuse every change."""
    raise TypeError("a row is read only; make a new one with Row(...)")


_READ_ONLY: Final[Any] = _refuse


@final
class Row(dict[str, Value]):
    """Data elements of one goods item by name, with those of its declaration; read only.

    A missing value is an absent key: ``row.get("gross_mass")`` is ``None`` where the declaration does not say. The repr
    gives the number of values and none of them.

    >>> row = Row(origin_country="EC", gross_mass=Decimal("12000"))
    >>> row, row["origin_country"], row.get("net_mass")
    (<Row of 2 values>, 'EC', None)
    """

    __slots__ = ()

    __setitem__ = __delitem__ = __ior__ = _READ_ONLY
    clear = pop = popitem = setdefault = update = _READ_ONLY

    def __reduce__(self) -> tuple[type[Row], tuple[dict[str, Value]]]:
        return Row, (dict(self),)

    def __repr__(self) -> str:
        return f"<Row of {len(self)} values>"


def table_of(header: Iterable[Element], items: Iterable[Iterable[Element]]) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """The rows of a declaration, and the places where several values contradict each other.

    There is a row for each item, the header repeated, and one row where there are no items. Contradicting values leave
    their cell empty: which of them is meant cannot be told. So does a text of the item that has no value: what the
    header says instead is not what the item says.

    >>> from smir.declarations.element import Element
    >>> header = [Element("transport_mode", "1", "1"), Element("office", "A", "A"), Element("office", "B", "B")]
    >>> rows, places = table_of(header, [[Element("origin_country", "EC", "EC", level="item")]])
    >>> [dict(row) for row in rows], places
    ([{'transport_mode': '1', 'origin_country': 'EC'}], ('/header/office',))
    """
    shared, odd = _cells(header)
    places = [f"/header/{name}" for name in odd]
    rows = []
    for number, elements in enumerate(items):
        given = tuple(elements)
        own, odd = _cells(given)
        places += [f"/items/{number}/{name}" for name in odd]
        cells = _meet(shared, own)
        for name in odd:
            cells.pop(name, None)
        for element in given:
            if element.value is None and element.text and element.name not in own:
                cells.pop(element.name, None)
        rows.append(Row(cells))
    return tuple(rows) or (Row(shared),), tuple(places)


def _cells(elements: Iterable[Element]) -> tuple[dict[str, Value], list[str]]:
    """One value for each name, and the names of which no one value can be told."""
    groups: dict[str, list[Element]] = {}
    for element in elements:
        if element.value is not None:
            groups.setdefault(element.name, []).append(element)
    find = catalogue().get
    cells: dict[str, Value] = {}
    contradicted = []
    for name, group in groups.items():
        known = find(name)
        if known is None:
            continue
        value = group[0].value if len(group) == 1 and not known.many else _cell(known, group)
        if value is None:
            contradicted.append(name)
        else:
            cells[name] = value
    return cells, contradicted


def _cell(known: DataElement, group: Sequence[Element]) -> Value | None:
    """What several elements of one name come to; ``None`` where they contradict each other."""
    if known.takes != "both":
        deepest = max(_RANKS[element.level] for element in group)
        group = [element for element in group if _RANKS[element.level] == deepest]
    if known.many:
        return tuple(value if isinstance(value := element.value, str) else element.text.strip() for element in group)
    first = group[0].value
    if known.takes == "sum":
        return sum((element.value for element in group if isinstance(element.value, Decimal)), Decimal(0))
    return first if all(element.value == first for element in group) else None


def _meet(shared: Mapping[str, Value], own: Mapping[str, Value]) -> dict[str, Value]:
    """The shipment's values with those of the item in their place, or beside them where both count."""
    find = catalogue().get
    cells = dict(shared)
    for name, value in own.items():
        before = cells.get(name)
        if isinstance(before, tuple) and isinstance(value, tuple) and (known := find(name)) and known.takes == "both":
            cells[name] = before + value
        else:
            cells[name] = value
    return cells
