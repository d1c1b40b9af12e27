"""Equipment that a shipment declares once and that its items point to, by its id or by its number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import final

from attrs import define, field

from smir.declarations.wco_rules import DOUBTS, Fields


@final
@define(eq=False)
class Equipment:
    """The equipment of a declaration or of a shipment, found by its id or by its number; the first of each counts."""

    by_id: dict[str, Fields] = field(factory=dict)
    by_number: dict[str, Fields] = field(factory=dict)

    @classmethod
    def of(cls, records: Iterable[Fields]) -> Equipment:
        """Equipment in doubt is left out: no item is to be linked to what cannot be told."""
        found = cls()
        for record in records:
            if DOUBTS not in record:
                found.by_id.setdefault(record.get("ID", "").strip(), record)
                found.by_number.setdefault(record.get("SequenceNumeric", "").strip(), record)
        return found


def link(own: Iterable[Fields], declared: Sequence[Equipment]) -> bool:
    """Fill in what the shipment says of an item's equipment, by its number or its id; say whether a link is broken."""
    broken = False
    for record in own:
        if DOUBTS in record:
            continue
        name, number = record.get("ID", "").strip(), record.get("SequenceNumeric", "").strip()
        if name:
            known = next((found.by_id[name] for found in declared if name in found.by_id), None)
        else:
            known = next((found.by_number[number] for found in declared if number and number in found.by_number), None)
        if known is not None:
            record.update({key: value for key, value in known.items() if not record.get(key)})
        elif not name:
            broken = True
    return broken
