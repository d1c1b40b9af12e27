"""Products that are full of invented values: every member of every record filled by walking the types.

A value that a release withholds is recognised wherever it hides afterwards, because each text holds a word of random
letters that nothing else in the world contains.
"""

from __future__ import annotations

import random
import string
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeVar
from uuid import UUID

from smir.criteria import Criterion, criterion
from smir.entities import ReferenceMark
from smir.findings import Invalid, errors_among
from smir.grading import Grade
from smir.handling import Handling, Marking, Purpose, Withheld
from smir.products import Likelihood, Originator, Product, Status, Urn
from smir.structure.shape import (
    Alternatives,
    Choice,
    Languages,
    Member,
    Nested,
    Plain,
    Scalar,
    Sequence,
    Shape,
    bare,
    marks,
    shape,
)
from smir.values import (
    EORI,
    IBAN,
    MMSI,
    VIN,
    AirWaybill,
    ContainerNumber,
    CountryCode,
    HSCode,
    Id,
    IMONumber,
    Instant,
    Money,
    PartialDate,
    Period,
    Position,
    Quantity,
    Text,
    UNLocode,
    Written,
)

R = TypeVar("R")

#: How many letters a planted word has: enough that chance never writes it.
WORD_LETTERS = 16
#: Letters that change under case folding or compatibility forms: what hides a word from a search that does not fold.
_ODD = "éßÑœﬁＱ"

#: When the invented products were issued.
ISSUED_AT = Instant.parse("2026-06-01T10:00:00Z")

_WRITTEN: Mapping[type[Written], str] = MappingProxyType(
    {
        AirWaybill: "057-12345675",
        ContainerNumber: "CSQU3054383",
        CountryCode: "EC",
        EORI: "FR123456789",
        HSCode: "081190",
        IBAN: "GR1601101050000010547023795",
        IMONumber: "9074729",
        Instant: "2026-05-30T08:15:30.25+02:00",
        MMSI: "226123456",
        Money: "1000.50 EUR",
        PartialDate: "1975-03",
        Period: "2026-05-01T00:00:00Z/2026-06-20T00:00:00Z",
        Position: "51.95 4.14",
        Quantity: "12.5 KGM",
        UNLocode: "ECGYE",
        Urn: "EC-SENAE-2026-000007",
        VIN: "WVWZZZ1JZXW000001",
    }
)

#: What a type alone does not say, by record tag or class name, and member.
_MEMBERS: Mapping[tuple[str, str], Any] = MappingProxyType(
    {
        ("aircraft", "aircraft_address"): "3C4A1B",
        ("aircraft", "type_designator"): "A320",
        ("alert", "valid"): Period.parse("2026-06-01T00:00:00Z/2026-07-01T00:00:00Z"),
        ("attachment", "media_type"): "image/jpeg",
        ("attachment", "sha256"): "0" * 64,
        ("container", "size_type"): "45G1",
        ("goods", "un_number"): "1830",
        ("goods", "purity"): Quantity.parse("75 P1"),
        ("message", "language"): "pt-BR",
        ("person", "height_cm"): 180,
        ("place", "radius"): Quantity.parse("500 MTR"),
        ("reason", "requirement"): "LEVEL-TACTICAL-TWO-ITEMS",
        ("Provenance", "member"): "",
        ("trend", "baseline_period"): Period.parse("2025-01-01T00:00:00Z/2026-01-01T00:00:00Z"),
        ("trend", "comparison_period"): Period.parse("2026-01-01T00:00:00Z/2026-05-01T00:00:00Z"),
        ("Weight", "indicator"): "route.new",
    }
)
_UNSAID = object()
#: How often another draw is tried where what a record must have does not go together.
_PATIENCE = 50


class Planter:
    """Fills records with invented values, and knows every word it planted.

    Args:
        seed: Decides every value; the same seed gives the same products in every process.

    >>> from smir.products import Report
    >>> planter = Planter(7)
    >>> report = planter.product(Report)
    >>> len(planter.words) > 100, Planter(7).product(Report) == report
    (True, True)
    """

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - repeatable on purpose
        self._ids: list[Id] = []
        self.words: list[str] = []
        self._serial = self._random.randrange(1, 10**6)

    def word(self) -> str:
        """A new word of random letters; every fourth holds letters that fold."""
        letters = self._random.choices(string.ascii_lowercase, k=WORD_LETTERS)
        if len(self.words) % 4 == 3:
            letters[self._random.randrange(1, WORD_LETTERS)] = self._random.choice(_ODD)
        word = "".join(letters).capitalize()
        self.words.append(word)
        return word

    def product(self, cls: type[R]) -> R:
        """An issued product of a class, every member filled, its parts referring to each other."""
        self._ids = [self._id() for _ in range(4)]
        return self.record(cls)

    def record(self, cls: type[R]) -> R:
        """A record of a class with as many members as its rules allow together."""
        for _ in range(_PATIENCE):
            members = {member.name: self._member(cls, member) for member in shape(cls).members}
            while found := self._against(cls, members):
                optional = {member.name for member in shape(cls).members if not member.required} & members.keys()
                barred = found & optional or optional
                if not barred:
                    break
                for name in barred:
                    del members[name]
            else:
                return cls(**members)
        raise TypeError(f"no example of {cls.__name__} could be made")

    @staticmethod
    def _against(kind: type, members: dict[str, Any]) -> set[str]:
        """The members that the rules of a class speak against; an empty name where they speak of the whole."""
        try:
            kind(**members)
        except Invalid as invalid:
            return {finding.path.split("/")[1] if finding.path else "" for finding in errors_among(invalid.findings)}
        return set()

    def _member(self, cls: type, member: Member) -> Any:
        described = shape(cls)
        said = _MEMBERS.get((described.tag or cls.__name__, member.name), _UNSAID)
        if said is not _UNSAID:
            return said
        if issubclass(cls, Product) and (own := self._header(member.name)) is not None:
            return own
        if member.name == "id":
            identity = self._id()
            self._ids.append(identity)
            return identity
        return self._value(member.shape)

    def _header(self, name: str) -> Any:
        """What an issued product has in its header."""
        if name == "urn":
            return Urn.of(country=CountryCode("FR"), authority="DGDDI", year=2026, serial=self._serial)
        fixed = {
            "originator": Originator(country=CountryCode("FR"), authority="DGDDI", unit="Unit 1"),
            "status": Status.ISSUED,
            "created_at": ISSUED_AT,
            "version": 2,
            "grade": self._grade(),
            "purposes": (Purpose.DETECT, Purpose.INVESTIGATE),
            "indicators": ("route.new", "consignee.new"),
        }
        return fixed.get(name)

    def _id(self) -> Id:
        return Id(str(UUID(int=self._random.getrandbits(128), version=4)))

    def _grade(self) -> Grade:
        return Grade.parse(
            "B22",
            conditions=Text(en="Ask before any action.", fr="Demander avant toute action."),
            authoriser=self.word(),
        )

    def _text(self) -> Text:
        languages = ("en", "fr", "pt-BR") if len(self.words) % 5 == 0 else ("en", "fr")
        return Text({language: self.word() for language in languages})

    def _value(self, described: Shape) -> Any:
        if any(isinstance(mark, ReferenceMark) for mark in marks(described)):
            return self._random.choice(self._ids) if self._ids else self._id()
        match bare(described):
            case Plain(kind):
                return self.word() if kind is str else True if kind is bool else 7
            case Choice(codes, None):
                return self._random.choice(codes)
            case Choice(_, type() as kind):
                return self._random.choice(list(kind))
            case Scalar(kind):
                return self._written(kind)
            case Languages():
                return self._text()
            case Sequence(item):
                return self._list(item)
            case Alternatives(records, scalar):
                if scalar is not None:
                    return self._value(scalar)
                kinds = [nested.type for nested in records if nested.type is not Withheld]
                return self._record(self._random.choice(kinds))
            case Nested(kind, _):
                return self._record(kind)
        raise TypeError(described)  # pragma: no cover - the shapes above are all there are

    def _list(self, item: Shape) -> tuple[Any, ...]:
        inner = bare(item)
        if isinstance(inner, Alternatives) and inner.scalar is None:
            kinds = [nested.type for nested in inner.records if nested.type is not Withheld]
            return tuple(self._record(kind) for kind in (kinds if len(kinds) > 1 else kinds * 2))
        if isinstance(inner, Nested) and inner.type is Marking:
            return (Marking.parse("TLP:AMBER+STRICT"), Marking.parse("OFFICIAL-SENSITIVE"))
        made = (self._value(item), self._value(item))
        return tuple(dict.fromkeys(made))

    def _record(self, kind: type) -> Any:
        if kind is Grade:
            return self._grade()
        if kind is Handling:
            return self._grade().handling
        if kind is Marking:
            return Marking.parse("TLP:GREEN")
        if kind is Likelihood:
            return _likelihood()
        return self.record(kind)

    def _written(self, kind: type[Written]) -> Any:
        if kind is Id:
            return self._id()
        if kind is Criterion:
            return criterion(f"commodity_code LIKE '0811%' AND importer_name = '{self.word()}'")
        return kind.parse(_WRITTEN[kind])


def _likelihood() -> Likelihood:
    from smir.products import Yardstick

    return Likelihood.from_percent(Yardstick.ICD_203, 85)
