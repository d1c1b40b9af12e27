"""Rules for the classes of the WCO Data Model that repeat and speak together, such as the parts of a tariff code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from types import MappingProxyType
from typing import Any, Final, TypeAlias, final

from attrs import frozen

from smir.findings import Finding

#: One class as read: local name of a leaf to its text, ``""`` to the texts of the class inside it, and under ``DOUBTS``
#: what cannot be told of them.
Fields: TypeAlias = dict[str, Any]
#: Where a class keeps its doubts; no leaf has this name.
DOUBTS: Final = "?"
#: Stands for a text that cannot be told: no document can hold it.
_UNKNOWN: Final = "\x00"
#: How many other texts of one place are each read on their own.
_TURNS: Final = 4
#: Name of a data element and its text as read.
Named: TypeAlias = tuple[str, str]
Tables: TypeAlias = dict[str, Any]


def classifications(records: Sequence[Fields], tables: Tables) -> Iterator[Named]:
    """Join the tariff code: the base, then what is appended to it; other codes stand beside it.

    >>> beside = {"GN": "national_commodity_codes"}
    >>> tables = {"classification": {"bases": ["TSP"], "appended": ["TRC"], "beside": beside}}
    >>> parts = [("VATZ", "GN"), ("08119095", "TSP"), ("90", "TRC")]
    >>> list(classifications([{"ID": id, "IdentificationTypeCode": type} for id, type in parts], tables))
    [('national_commodity_codes', 'VATZ'), ('commodity_code', '0811909590')]
    """
    table = tables["classification"]
    by_type: dict[str, list[str]] = {}
    for record in records:
        kind, text = record.get("IdentificationTypeCode", "").strip(), record.get("ID", "")
        if kind in table["beside"]:
            if text.strip():
                yield table["beside"][kind], text
        else:
            by_type.setdefault(kind, []).append(text.strip())
    base = next((kind for kind in table["bases"] if any(by_type.get(kind, ()))), None)
    if base is not None:
        tails = "".join(text for kind in table["appended"] for text in by_type.get(kind, ()))
        for text in by_type[base]:
            yield "commodity_code", text + tails


def origins(records: Sequence[Fields], tables: Tables) -> Iterator[Named]:
    """Tell the country of origin from that of preferential origin; the latter stands in where it is the only one.

    >>> tables = {"origin": {"general": ["1", ""], "preferential": ["2"]}}
    >>> list(origins([{"CountryCode": "EC", "TypeCode": "2"}], tables))
    [('preferential_origin_country', 'EC'), ('origin_country', 'EC'), ('origin_type', '2'), ('origin_region', '')]
    """
    table = tables["origin"]
    general = [record for record in records if record.get("TypeCode", "").strip() in table["general"]]
    preferential = [record for record in records if record.get("TypeCode", "").strip() in table["preferential"]]
    for record in preferential:
        yield "preferential_origin_country", record.get("CountryCode", "")
    for record in general or preferential or records:
        yield "origin_country", record.get("CountryCode", "")
        yield "origin_type", record.get("TypeCode", "")
        yield "origin_region", record.get("RegionID", "")


def procedures(records: Sequence[Fields], tables: Tables) -> Iterator[Named]:
    """Tell the procedure, which comes with the previous one or first, from the additional procedures.

    >>> list(procedures([{"CurrentCode": "40", "PreviousCode": "00"}, {"CurrentCode": "C07"}], {}))
    [('procedure', '40'), ('previous_procedure', '00'), ('additional_procedures', 'C07')]
    """
    main = next((record for record in records if record.get("PreviousCode", "").strip()), records[0])
    for record in records:
        if record is main:
            yield "procedure", record.get("CurrentCode", "")
            yield "previous_procedure", record.get("PreviousCode", "")
        else:
            yield "additional_procedures", record.get("CurrentCode", "")


def additional_documents(records: Sequence[Fields], tables: Tables) -> Iterator[Named]:
    """Number, type and name of each document, and its category and type read together (``N`` and ``935``: ``N935``)."""
    for record in records:
        kind = record.get("TypeCode", "")
        yield "additional_document_numbers", record.get("ID", "")
        yield "additional_document_types", kind
        yield "additional_document_codes", record.get("CategoryCode", "").strip() + kind.strip()
        yield "additional_document_names", record.get("Name", "")
        yield "licence_exemption_codes", record.get("LPCOExemptionCode", "")


def previous_documents(records: Sequence[Fields], tables: Tables) -> Iterator[Named]:
    """Number and type of each previous document."""
    for record in records:
        yield "previous_document_numbers", record.get("ID", "")
        yield "previous_document_types", record.get("TypeCode", "")


def equipment(records: Sequence[Fields], tables: Tables) -> Iterator[Named]:
    """Containers with their seals."""
    for record in records:
        yield "containers", record.get("ID", "")
        yield "container_types", record.get("CharacteristicCode", "")
        yield "container_load_statuses", record.get("FullnessCode", "")
        yield "container_suppliers", record.get("SupplierPartyTypeCode", "")
        for seal in record.get("", ()):
            yield "seals", seal


@final
@frozen(eq=False)
class Doubt:
    """A text of a record that cannot be told: written twice and differently, or broken by an element inside it.

    Args:
        fields: What holds the text: a record, or the texts of the class inside it.
        key: Where it stands there.
        other: What it may be as well; the same text where only that one was found.
        finding: What is wrong with it.
    """

    fields: Any
    key: Any
    other: str
    finding: Finding


def apply(rule: str, records: Sequence[Fields], tables: Tables) -> Iterator[tuple[str, str, tuple[Finding, ...]]]:
    """What a class says, by its rule: name and text of each element, and what stands against taking it for a value.

    With a doubt the rule is run on each reading of it. What comes out the same whatever the doubtful text is stays
    certain; all else is kept with the doubt, so that no reading is preferred to another.

    >>> record = {"CountryCode": "EC", "RegionID": "1"}
    >>> tables = {"origin": {"general": ["1", ""], "preferential": ["2"]}}
    >>> [(name, text) for name, text, _ in apply("Origin", [record], tables) if text]
    [('origin_country', 'EC'), ('origin_region', '1')]
    """
    doubts: list[Doubt] = [doubt for record in records if DOUBTS in record for doubt in record[DOUBTS]]
    first = list(RULES[rule](records, tables))
    if not doubts:
        for name, text in first:
            yield name, text, ()
        return
    readings = [_by_name(first)]
    for turn in _turns(doubts):
        for doubt in turn:
            doubt.fields[doubt.key] = doubt.other
        readings.append(_by_name(RULES[rule](records, tables)))
    for doubt in doubts:
        doubt.fields[doubt.key] = _UNKNOWN
    unknown = _by_name(RULES[rule](records, tables))
    findings = tuple({doubt.finding.code: doubt.finding for doubt in doubts}.values())
    for name in dict.fromkeys(name for reading in (*readings, unknown) for name in reading):
        texts = [reading.get(name, []) for reading in readings]
        if all(each == unknown.get(name, []) for each in texts):
            yield from ((name, text, ()) for text in texts[0])
        else:
            kept = dict.fromkeys(text for each in texts for text in each)
            yield from ((name, text, findings) for text in kept or ("",))


def _turns(doubts: Iterable[Doubt]) -> list[list[Doubt]]:
    """Doubts of which no two of a turn are about the same place; a place with very many has the rest in the last."""
    turns: list[list[Doubt]] = []
    met: dict[tuple[int, Any], int] = {}
    for doubt in doubts:
        place = (id(doubt.fields), doubt.key)
        turn = met[place] = min(met.get(place, -1) + 1, _TURNS - 1)
        if turn == len(turns):
            turns.append([])
        turns[turn].append(doubt)
    return turns


def _by_name(found: Iterable[Named]) -> dict[str, list[str]]:
    """The texts of each data element, those that say nothing left out."""
    texts: dict[str, list[str]] = {}
    for name, text in found:
        if text.strip():
            texts.setdefault(name, []).append(text)
    return texts


#: The rule of each class.
RULES: Final = MappingProxyType[str, Callable[[Sequence[Fields], Tables], Iterator[Named]]](
    {
        "AdditionalDocument": additional_documents,
        "Classification": classifications,
        "GovernmentProcedure": procedures,
        "Origin": origins,
        "PreviousDocument": previous_documents,
        "TransportEquipment": equipment,
    }
)
