"""The catalogue of data elements: what each is called here, at the WCO and in the EU, and whether it names a person."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from enum import Enum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final, Literal, final

from attrs import field, frozen

from smir.declarations.format import Format
from smir.values import Text

Level = Literal["declaration", "shipment", "item"]
Status = Literal["verified", "memory", "ours"]


class Kind(Enum):
    """What the value of a data element is in a row."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"


@final
@frozen(kw_only=True)
class DataElement:
    """One data element, under the one name that criteria, declarations and national systems share.

    The digits of an id mean nothing without their scheme: ``062`` is the country of exportation in the WCO Data Model,
    version 3, and was the country of origin before. So each scheme has its own field.

    Args:
        name: Our name, in snake case; a plural for a list.
        wco: Element id of the WCO Data Model, version 3; ``None`` where it has none.
        tded: UN/EDIFACT data element.
        eu2021: Id in the EU Customs Data Model of 2021.
        eu2021_status: Whether that id was read in a public text or comes from memory.
        eu2015: Id in Annex B of Delegated Regulation (EU) 2015/2446, always from memory.
        legacy: Id in the versions 1 and 2 of the WCO Data Model.
        label: Name in English and French.
        format: How long it is and of what it is made; ``None`` where no format is published.
        kind: Text, number or date.
        unit: UN/ECE Recommendation 20 code, or ``currency``: an amount in the currency it is declared in.
        many: Whether a declaration may hold several; its value in a row is then a tuple of texts as read.
        takes: How repeated values meet: ``sum`` adds numbers, ``both`` keeps the shipment's and the item's, ``item``
            lets the item's stand in place of the shipment's.
        personal: Whether the value may identify a person.
        why: On what ground it is personal, or not.
        level: Where it is declared at first: the whole declaration, the shipment, the goods item.
        status: ``verified``, or ``ours`` where we split or add to an element.
        source: Where the ids and the format were read.
        identifier: Class of :mod:`smir.values` whose form and check digit a value should pass.
    """

    name: str
    label: Text
    kind: Kind
    level: Level
    personal: bool
    why: str
    status: Status
    source: str
    wco: str | None = None
    tded: str | None = None
    eu2021: str | None = None
    eu2021_status: Status | None = None
    eu2015: str | None = None
    legacy: str | None = None
    format: Format | None = None
    unit: str | None = None
    many: bool = False
    takes: Literal["item", "both", "sum"] = "item"
    identifier: str | None = None


@final
@frozen
class Catalogue:
    """All data elements by name, in the order of the subject: header, goods, parties, places, transport, documents.

    Args:
        elements: The elements; names are unique.

    >>> elements = catalogue()
    >>> elements.get("origin_country").label.in_("fr")
    'pays d’origine'
    >>> elements.suggest("gross_weight"), elements.get("gross_weight")
    (('gross_mass', 'shipment_gross_mass'), None)
    """

    elements: tuple[DataElement, ...] = field(repr=False)
    _by_name: MappingProxyType[str, DataElement] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_by_name", MappingProxyType({element.name: element for element in self.elements}))

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, in the order of the catalogue."""
        return tuple(self._by_name)

    def get(self, name: str, /) -> DataElement | None:
        """The element of that name, or ``None``."""
        return self._by_name.get(name)

    def suggest(self, name: str, /) -> tuple[str, ...]:
        """Up to three of our names close to one that is not in the catalogue; never the name asked for itself."""
        from difflib import get_close_matches

        asked = name[:60].strip().lower().replace(" ", "_").replace("-", "_")
        if asked in self._by_name and asked != name:
            return (asked,)
        near = get_close_matches(asked, self._by_name, n=3, cutoff=0.65)
        words = set(asked.split("_")) - {"of", "the", ""}
        shared = {known: len(words.intersection(known.split("_"))) for known in self._by_name}
        same = [known for known, count in shared.items() if count == len(words) == len(known.split("_"))]
        some = sorted(
            (known for known, count in shared.items() if count), key=lambda known: (-shared[known], len(known))
        )
        found = dict.fromkeys((*same, *(near or some)))
        return tuple(known for known in found if known != name)[:3]

    def __iter__(self) -> Iterator[DataElement]:
        return iter(self.elements)

    def __len__(self) -> int:
        return len(self.elements)

    def __contains__(self, name: object) -> bool:
        return name in self._by_name


@cache
def catalogue() -> Catalogue:
    """The catalogue that ships with the house, read once from ``data/elements.toml``."""
    data = tomllib.loads((files("smir.declarations") / "data" / "elements.toml").read_text(encoding="utf-8"))
    plain = [_element(row, data["sources"]) for row in data["elements"]]
    parties = [_party(role, facet, data["sources"]) for role in data["roles"] for facet in data["facets"]]
    # A reader looks for parties between goods and places.
    after = next(at for at, element in enumerate(plain) if element.name == "aeo_party_ids")
    return Catalogue((*plain[:after], *parties, *plain[after:]))


_COPIED: Final = (
    "name",
    "wco",
    "tded",
    "eu2021",
    "eu2021_status",
    "eu2015",
    "legacy",
    "unit",
    "level",
    "why",
    "status",
)


def _element(row: dict[str, Any], sources: dict[str, str]) -> DataElement:
    """One row of the table."""
    return DataElement(
        **{key: row[key] for key in _COPIED if key in row},
        label=Text(en=row["en"], fr=row["fr"]),
        format=Format.parse(row["format"]) if "format" in row else None,
        kind=Kind(row["kind"]),
        many=row.get("many", False),
        takes=row.get("takes", "item"),
        personal=row["personal"],
        identifier=row.get("identifier"),
        source=sources[row["source"]],
    )


def _party(role: dict[str, Any], facet: dict[str, Any], sources: dict[str, str]) -> DataElement:
    """One facet of one role, such as the city of the carrier."""
    part = facet["name"]
    base, tail = role.get("eu2021"), facet.get("eu2021")
    known = role.get("eu2021_status") == facet.get("eu2021_status") == "verified" and role["name"] == "exporter"
    return DataElement(
        name=f"{role['name']}_{part}",
        wco=facet.get("wco") or role.get(f"{part}_wco"),
        tded=facet["tded"],
        eu2021=f"{base} {tail}" if base and tail else base,
        eu2021_status=None if base is None else "verified" if known else "memory",
        eu2015=role.get(f"{part}_eu2015"),
        legacy=role.get(f"{part}_legacy"),
        label=Text(en=f"{role['en']}, {facet['en']}", fr=f"{role['fr']}, {facet['fr']}"),
        format=Format.parse(facet["format"]),
        kind=Kind.TEXT,
        personal=facet["personal"],
        why=facet["why"],
        level=role["level"],
        identifier=facet.get("identifier"),
        source=sources["wco"],
        status="verified",
    )
