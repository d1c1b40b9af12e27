"""The number of a product: one written form for each, and its parts come back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.findings import Invalid
from smir.products import Urn
from smir.values import CountryCode
from tests.products.strategies import urns


@given(urns)
def test_a_number_is_the_sum_of_its_parts(urn: Urn) -> None:
    assert Urn.parse(str(urn)) == urn
    parts = {"country": urn.country, "authority": urn.authority, "year": urn.year, "serial": urn.serial}
    assert Urn.of(**parts) == urn


@given(st.integers(1, 10**12 - 1), st.integers(0, 3))
def test_a_serial_number_has_one_written_form(serial: int, zeros: int) -> None:
    canonical = f"{serial:06}"
    written = "0" * zeros + str(serial)
    assert Urn.try_parse(f"FR-DGDDI-2026-{written}").ok is (written == canonical)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused_and_the_pattern_agrees(text: str) -> None:
    outcome = Urn.try_parse(text)
    assert outcome.ok is bool(re.search(Urn.pattern, text, re.ASCII) and not text.endswith("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "FR-DGDDI-2026-000000",
        "FR-DGDDI-2026-1",
        "FR-DGDDI-2026-0000001",
        "fr-DGDDI-2026-000001",
        "FR-D-2026-000001",
        "FR-DGDDI-26-000001",
        "FR-DGDDI-2026-00000\u0661",
        "FR-DGDDI-2026-000001\n",
        "",
    ],
)
def test_what_is_no_number_is_refused_without_being_repeated(text: str) -> None:
    with pytest.raises(Invalid) as refused:
        Urn(text)
    assert [finding.code for finding in refused.value.findings] == ["URN-FORM"]
    assert not text or text not in str(refused.value)


@pytest.mark.parametrize(
    "parts",
    [
        {"country": "FR", "authority": "DGDDI", "year": 2026, "serial": 1},
        {"country": CountryCode("FR"), "authority": 1, "year": 2026, "serial": 1},
        {"country": CountryCode("FR"), "authority": "DGDDI", "year": "2026", "serial": 1},
        {"country": CountryCode("FR"), "authority": "DGDDI", "year": 2026, "serial": 0},
        {"country": CountryCode("FR"), "authority": "DGDDI", "year": 2026, "serial": True},
    ],
)
def test_parts_of_the_wrong_kind_are_refused(parts: dict[str, object]) -> None:
    with pytest.raises(Invalid) as refused:
        Urn.of(**parts)
    assert [finding.code for finding in refused.value.findings] == ["URN-PARTS"]
