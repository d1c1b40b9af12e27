"""What the types of the house do not say of their members: a height in centimetres, a term of a yardstick."""

from __future__ import annotations

import string
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, TypeAlias, get_args

from hypothesis import strategies as st

from smir.conformance.values import instants, texts, written
from smir.entities import (
    Aircraft,
    Communication,
    CommunicationKind,
    Consignment,
    Container,
    Entity,
    Goods,
    Link,
    Person,
    Place,
    Provenance,
    Vessel,
)
from smir.grading import Grade
from smir.handling import Caveat, CaveatCode, Handling, Marking, MarkingScheme
from smir.handling.marking_scheme import written_forms
from smir.products import (
    Alert,
    Attachment,
    BackTest,
    Item,
    Level,
    Likelihood,
    Message,
    Product,
    Profile,
    Reason,
    Requirement,
    Status,
    Trend,
    Weight,
    Yardstick,
)
from smir.serializers.document import ReleasedDocument
from smir.serializers.version import CURRENT, FormatVersion
from smir.structure.shape import shape
from smir.values import CountryCode, Period, Quantity

#: The strategy of another class of record, with the same overrides.
Records: TypeAlias = "Callable[[type], st.SearchStrategy[Any]]"

_digits, _capitals, _letters = string.digits, string.ascii_uppercase, string.ascii_letters


def _signs(alphabet: str, smallest: int, largest: int | None = None) -> st.SearchStrategy[str]:
    return st.text(alphabet, min_size=smallest, max_size=largest or smallest)


def _few(item: st.SearchStrategy[Any], **terms: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(item, max_size=2, **terms).map(tuple)


def _amounts(*units: str, most: int = 10**9) -> st.SearchStrategy[Quantity]:
    return st.builds(Quantity, st.decimals(0, most, places=2), st.sampled_from(units))


@cache
def house() -> Mapping[tuple[type, str], st.SearchStrategy[Any]]:
    """The strategy of each member that its type alone does not describe, by class and name."""
    masses = _amounts("KGM", "TNE")
    names = texts(30).map(str.strip).filter(bool)
    indicators = st.builds("{}{}".format, _signs(_letters, 1), _signs(f"{_letters}{_digits}._:-", 0, 12))
    return MappingProxyType(
        {
            (Handling, "authoriser"): names,
            (Handling, "recipients"): _few(names),
            (Handling, "originator_contact"): names,
            (Aircraft, "aircraft_address"): _signs("0123456789ABCDEF", 6),
            (Aircraft, "type_designator"): _signs(_capitals, 2, 4),
            (Consignment, "gross_mass"): masses,
            (Consignment, "package_count"): st.integers(0, 10**6),
            (Container, "size_type"): _signs(_capitals + _digits, 4),
            (Container, "tare"): masses,
            (Container, "verified_gross_mass"): masses,
            (Goods, "gross_mass"): masses,
            (Goods, "net_mass"): masses,
            (Goods, "package_count"): st.integers(0, 10**6),
            (Goods, "purity"): _amounts("P1", most=100),
            (Goods, "un_number"): _signs(_digits, 4),
            (Link, "period"): _spans(),
            (Person, "height_cm"): st.integers(30, 275),
            (Place, "radius"): _amounts("MTR", "NMI"),
            (Provenance, "source"): _signs(f"{_letters}{_digits}-./:_", 1, 20),
            (Vessel, "gross_tonnage"): st.integers(1, 300_000),
            (Attachment, "name"): _signs(f"{_letters}{_digits}éß水 _-", 1, 30).map(lambda stem: f"{stem}.dat"),
            (Attachment, "media_type"): st.sampled_from(["image/jpeg", "text/csv", "application/pdf"]),
            (Attachment, "size"): st.integers(0, 2**40),
            (Attachment, "sha256"): _signs("0123456789abcdef", 64),
            (Weight, "indicator"): indicators,
            (Reason, "requirement"): _signs(_capitals, 1, 12).map("LEVEL-{}".format),
            (Requirement, "code"): _signs(_capitals, 1, 12).map("LEVEL-{}".format),
            (Requirement, "levels"): st.lists(st.sampled_from(Level), min_size=1, max_size=3, unique=True).map(tuple),
            (Requirement, "en"): _signs(_letters, 1, 30),
            (Requirement, "fr"): _signs(_letters, 1, 30),
            (Product, "version"): st.integers(1, 99),
            (Product, "status"): st.sampled_from(Status),
            (Product, "markings"): st.deferred(lambda: _few(_markings(), unique_by=lambda marking: marking.scheme)),
            (Alert, "valid"): _spans(90) | st.integers(1, 90).map(Period.days),
            (Alert, "indicators"): _few(indicators, unique=True),
            (Profile, "indicators"): _few(indicators, unique=True),
            (Profile, "expected_hit_rate_percent"): st.integers(0, 100),
            (Message, "language"): st.sampled_from(["fr", "en", "pt-BR"]),
            (Trend, "baseline_period"): _spans(),
            (Trend, "comparison_period"): _spans(),
            (ReleasedDocument, "version"): st.just(FormatVersion(CURRENT)),
            **_provenances(),
        }
    )


@cache
def wholes() -> Mapping[type, Callable[[Records], st.SearchStrategy[Any]]]:
    """How to make the records whose members depend on each other."""
    return MappingProxyType(
        {
            Grade: _grades,
            Marking: lambda _: _markings(),
            Caveat: lambda _: _caveats(),
            Likelihood: lambda _: st.sampled_from(Yardstick).flatmap(
                lambda scheme: st.sampled_from(scheme.terms).map(lambda term: Likelihood(scheme=scheme, term=term))
            ),
            BackTest: lambda _: st.builds(
                _back_test, _spans(), st.lists(st.integers(0, 10**6), min_size=4, max_size=4)
            ),
            Communication: _communications,
        }
    )


def _spans(most: int = 900) -> st.SearchStrategy[Period]:
    return st.builds(lambda start, days: Period.between(start, start.plus(days=days)), instants(), st.integers(1, most))


def _provenances() -> dict[tuple[type, str], st.SearchStrategy[Any]]:
    """Provenance that speaks of members which its holder has."""
    found: dict[tuple[type, str], st.SearchStrategy[Any]] = {}
    for cls in (*get_args(Entity), Link):
        names = ("", *(member.name for member in shape(cls).members if member.name not in {"id", "provenance"}))
        found[cls, "provenance"] = _few(_origins(st.sampled_from(names)))
    found[Item, "provenance"] = _origins(st.just(""))
    return found


def _origins(member: st.SearchStrategy[str]) -> st.SearchStrategy[Provenance]:
    sources = _signs(f"{_letters}{_digits}-./:_", 1, 20)
    return st.builds(
        Provenance, member=member, source=sources, as_of=st.none() | instants(), seen_as=st.none() | texts()
    )


def _grades(records: Records) -> st.SearchStrategy[Grade]:
    def grade(handling: Handling, source: Any, information: Any) -> Grade:
        return Grade(scheme=handling.scheme, source=source, information=information, handling=handling)

    return st.builds(grade, records(Handling), st.sampled_from("ABCDE"), st.sampled_from("12345"))


@cache
def _markings() -> st.SearchStrategy[Marking]:
    forms = sorted({meaning for meanings in written_forms().values() for meaning in meanings}, key=repr)

    def marking(form: tuple[MarkingScheme, str, tuple[str, ...]], caveats: tuple[Caveat, ...]) -> Marking:
        return Marking(scheme=form[0], level=form[1], additional=form[2], caveats=caveats)

    return st.builds(marking, st.sampled_from(forms), st.just(()) | _few(_caveats()))


@cache
def _caveats() -> st.SearchStrategy[Caveat]:
    countries = st.lists(written(CountryCode), min_size=1, max_size=3, unique=True).map(tuple)
    plain = [code for code in CaveatCode if code not in (CaveatCode.EYES_ONLY, CaveatCode.EMBARGO)]
    return st.one_of(
        st.builds(Caveat, code=st.sampled_from(plain)),
        st.builds(Caveat, code=st.just(CaveatCode.EYES_ONLY), countries=countries),
        st.builds(Caveat, code=st.just(CaveatCode.EMBARGO), until=instants()),
    )


def _back_test(period: Period, counts: list[int]) -> BackTest:
    declarations, selected, controlled, offences = sorted(counts, reverse=True)
    return BackTest(
        period=period, declarations=declarations, selected=selected, controlled=controlled, offences=offences
    )


def _communications(_: Records) -> st.SearchStrategy[Communication]:
    phones = st.builds(
        Communication,
        kind=st.sampled_from((CommunicationKind.PHONE, CommunicationKind.SATELLITE_PHONE)),
        address=_signs("123456789", 8, 12).map("+{}".format),
    )
    others = st.builds(
        Communication,
        kind=st.sampled_from((CommunicationKind.EMAIL, CommunicationKind.POST, CommunicationKind.WEBSITE)),
        address=texts(),
        last_seen=st.none() | instants(),
    )
    return phones | others
