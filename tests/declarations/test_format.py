"""Formats of data elements."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.declarations import Format, catalogue
from smir.findings import Invalid, Severity

formats = st.one_of(
    st.builds(lambda kind, length: f"{kind}{length}", st.sampled_from(["a", "n", "an"]), st.integers(1, 60)),
    st.builds(lambda kind, length: f"{kind}..{length}", st.sampled_from(["a", "n", "an"]), st.integers(2, 60)),
    st.integers(2, 16).flatmap(lambda digits: st.integers(1, digits - 1).map(lambda part: f"n..{digits},{part}")),
)
texts = st.one_of(
    st.text(max_size=70),
    st.from_regex(r"[0-9]{0,20}(\.[0-9]{0,8})?", fullmatch=True),
    st.from_regex(r"[A-Za-z]{0,20}", fullmatch=True),
)


def codes(notation: str, text: str) -> list[str]:
    return [finding.code for finding in Format.parse(notation).check(text)]


@given(formats)
def test_a_format_is_written_as_it_was_read(notation: str) -> None:
    assert str(Format.parse(notation)) == notation


@given(formats, texts)
def test_the_quick_check_and_the_one_that_explains_agree(notation: str, text: str) -> None:
    form = Format.parse(notation)
    assert (form.fits(text) is not None) == (form.check(text) == ())


@given(formats, texts)
def test_a_finding_about_a_format_warns_and_does_not_quote(notation: str, text: str) -> None:
    for finding in Format.parse(notation).check(f"{text}CANARY\x00"):
        assert finding.severity is Severity.WARNING
        assert "CANARY" not in finding.message("en") + finding.message("fr")


@pytest.mark.parametrize(
    "text", ["", "x", "an", "an..", "n..0", "n..3,3", "a..3,1", "an3..5", "N..3", "n..16,6 ", "n٣", 3]
)
def test_what_is_no_format_is_refused(text: str) -> None:
    with pytest.raises(Invalid) as caught:
        Format.parse(text)
    assert [finding.code for finding in caught.value.findings] == ["FORMAT-NOTATION"]


@pytest.mark.parametrize(
    ("notation", "text", "expected"),
    [
        ("n..16,6", "111.110000", []),
        ("n..16,6", "1234567890123456", []),
        ("n..16,6", "1234567890.123456", []),
        ("n..16,6", "12345678901.123456", ["FORMAT-LENGTH"]),
        ("n..16,6", "1.1234567", ["FORMAT-DECIMALS"]),
        ("n..16,6", "1,5", ["FORMAT-DIGITS"]),
        ("n..16,6", "-1", ["FORMAT-DIGITS"]),
        ("n..16,6", "1e3", ["FORMAT-DIGITS"]),
        ("n..16,6", "٣", ["FORMAT-DIGITS"]),
        ("n..16,6", ".5", ["FORMAT-DIGITS"]),
        ("n..16,6", "5.", ["FORMAT-DIGITS"]),
        ("n..5", "1.5", ["FORMAT-DECIMALS"]),
        ("n1", "12", ["FORMAT-LENGTH"]),
        ("a2", "F1", ["FORMAT-LETTERS"]),
        ("a2", "F", ["FORMAT-LENGTH"]),
        ("a2", "é1é", ["FORMAT-LENGTH", "FORMAT-LETTERS"]),
        ("an..9", "Été 2026!", []),
        ("an..9", "a\tb", ["FORMAT-CHARACTERS"]),
    ],
)
def test_each_breach_of_a_format_has_its_code(notation: str, text: str, expected: list[str]) -> None:
    assert codes(notation, text) == expected


def test_every_format_of_the_catalogue_has_an_element_that_keeps_its_notation() -> None:
    for element in catalogue():
        if element.format is not None:
            assert Format.parse(str(element.format)) == element.format
