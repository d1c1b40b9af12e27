"""Strategies that make valid values: every written form, and texts in several languages."""

from __future__ import annotations

import datetime as dt
import string
from collections.abc import Callable
from functools import cache
from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

from smir.criteria import Criterion
from smir.products import Urn
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
    Quantity,
    Text,
    UNLocode,
    Written,
)

_digits = string.digits
_capitals = string.ascii_uppercase

#: Every character that a text of a product may hold.
characters = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")


_FIRST = dt.datetime(1900, 1, 2)  # noqa: DTZ001 - Hypothesis wants naive bounds and adds the offset
_LAST = dt.datetime(2099, 12, 30)  # noqa: DTZ001


def texts(max_size: int = 60) -> st.SearchStrategy[str]:
    """Plain texts that a document can hold, the odd and the long among them."""
    said = st.text(characters | st.sampled_from("\n\t"), min_size=1, max_size=max_size)
    return said.filter(lambda text: bool(text.strip()))


def by_language() -> st.SearchStrategy[Text]:
    """Texts in one to three languages."""
    tags = st.sampled_from(["en", "fr", "ar", "es", "pt-BR", "sr-Latn-RS", "zh-Hant"])
    return st.dictionaries(tags, texts(), min_size=1, max_size=3).map(Text)


def instants() -> st.SearchStrategy[Instant]:
    """Instants of this century and the last, with any whole-minute offset."""
    offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
    moments = st.datetimes(_FIRST, _LAST, timezones=st.just(dt.UTC))
    return st.builds(lambda moment, zone: Instant.of(moment.astimezone(zone)), moments, offsets)


def periods() -> st.SearchStrategy[Period]:
    """Periods with two ends, and periods that have not begun."""
    spans = st.integers(1, 3000)
    fixed = st.builds(lambda start, days: Period.parse(f"{start}/{start.plus(days=days)}"), instants(), spans)
    return st.integers(1, 400).map(Period.days) | fixed


@cache
def countries() -> st.SearchStrategy[CountryCode]:
    """Country codes of the list in force."""
    from smir import vocabulary

    return st.sampled_from([row.code for row in vocabulary.get("countries").rows]).map(CountryCode)


def _decimals() -> st.SearchStrategy[str]:
    return st.from_regex(r"(0|[1-9][0-9]{0,9})(\.[0-9]{1,6})?", fullmatch=True, alphabet=st.characters(codec="ascii"))


def _by_pattern(kind: type[Written]) -> st.SearchStrategy[Any]:
    """Texts of the pattern that also pass whatever the pattern cannot say."""
    pattern = kind.pattern.removeprefix("^").removesuffix("$")
    texts_ = st.from_regex(pattern, fullmatch=True, alphabet=st.characters(codec="ascii"))
    return texts_.filter(lambda text: not kind.findings_of(text)).map(kind.parse)


def _with_check(body: st.SearchStrategy[str], last: str, kind: type[Written]) -> st.SearchStrategy[Any]:
    """Complete a text with the one character that agrees with it."""

    def complete(text: str) -> Any:
        return next((kind.parse(text + sign) for sign in last if not kind.findings_of(text + sign)), None)

    return body.map(complete).filter(lambda made: made is not None)


def _ibans() -> st.SearchStrategy[IBAN]:
    def complete(account: str) -> IBAN:
        rest = int(account + "131400") % 97  # the letters D and E as numbers, and two zeros for the check digits
        return IBAN(f"DE{98 - rest:02d}{account}")

    return st.text(_digits, min_size=18, max_size=18).map(complete)


def _text_of(alphabet: str, size: int) -> st.SearchStrategy[str]:
    return st.text(alphabet, min_size=size, max_size=size)


def _criteria() -> st.SearchStrategy[Criterion]:
    from smir.criteria import criterion

    parts = st.sampled_from(
        [
            "commodity_code LIKE '0811%'",
            "origin_country = 'EC'",
            "gross_mass > 10000.5",
            "importer_name = 'Invented Trading'",
            "A_CONTAINS(containers, 'CSQU3054383')",
            "net_mass IS NULL",
            "destination_country IN ('FR', 'BE')",
        ]
    )
    joined = st.lists(parts, min_size=1, max_size=3, unique=True).map(" AND ".join)
    return st.builds(lambda left, right: criterion(f"({left}) OR NOT ({right})"), joined, joined) | joined.map(
        criterion
    )


_MAKERS: MappingProxyType[type, Callable[[], st.SearchStrategy[Any]]] = MappingProxyType(
    {
        Instant: instants,
        Period: periods,
        CountryCode: countries,
        Id: lambda: st.uuids(version=4).map(str).map(Id),
        HSCode: lambda: (
            st.sampled_from((2, 4, 6, 8, 10))
            .flatmap(lambda size: _text_of(_digits, size))
            .filter(lambda text: not HSCode.findings_of(text))
            .map(HSCode)
        ),
        PartialDate: lambda: (
            st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31))
            .flatmap(lambda day: st.sampled_from([f"{day:%Y}", f"{day:%Y-%m}", f"{day:%Y-%m-%d}"]))
            .map(PartialDate.parse)
        ),
        Quantity: lambda: st.builds("{} {}".format, _decimals(), st.sampled_from(["KGM", "C62", "LTR", "GRM"])).map(
            Quantity.parse
        ),
        Money: lambda: st.builds("{} {}".format, _decimals(), st.sampled_from(["EUR", "USD", "XOF"])).map(Money.parse),
        ContainerNumber: lambda: _with_check(
            st.builds("{}{}{}".format, _text_of(_capitals, 3), st.sampled_from("UJZ"), _text_of(_digits, 6)),
            _digits,
            ContainerNumber,
        ),
        IMONumber: lambda: _with_check(_text_of(_digits, 6), _digits, IMONumber),
        IBAN: _ibans,
        AirWaybill: lambda: _with_check(
            st.builds("{}-{}".format, _text_of(_digits, 3), _text_of(_digits, 7)), _digits, AirWaybill
        ),
        Urn: lambda: st.builds(
            lambda country, year, serial: Urn.of(country=country, authority="DGDDI", year=year, serial=serial),
            countries(),
            st.integers(2000, 2099),
            st.integers(1, 999_999),
        ),
        Criterion: _criteria,
        MMSI: lambda: _by_pattern(MMSI),
        VIN: lambda: _by_pattern(VIN),
        EORI: lambda: _by_pattern(EORI),
        UNLocode: lambda: _by_pattern(UNLocode),
    }
)


def written(kind: type[Written]) -> st.SearchStrategy[Any]:
    """Valid values of a class with one written form; a national class is followed by its pattern and its findings."""
    maker = _MAKERS.get(kind)
    return _by_pattern(kind) if maker is None else maker()
