"""A handling: what its form asks is a warning, what would be ambiguous is refused, and a document gives it back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.findings import Invalid, Severity
from smir.handling import Audience, DataCategory, Handling, HandlingScheme, Withheld, WithheldReason
from smir.structure import check, evolve
from smir.structure.document import dumps, loads
from smir.structure.shape import marks, shape
from smir.values import Instant, Text

CODES = st.sampled_from("12345")
REVIEW = Instant.parse("2026-06-01T10:00:00Z")
WITHHELD = st.builds(Withheld, category=st.sampled_from(DataCategory), reason=st.sampled_from(WithheldReason))
WORDS = st.text(st.characters(codec="ascii", categories=("L", "N")), min_size=1, max_size=12)
TEXTS = st.builds(lambda text: Text(en=text), WORDS)
PARTS = st.fixed_dictionaries(
    {},
    optional={
        "conditions": TEXTS | WITHHELD,
        "authoriser": WORDS | WITHHELD,
        "reason": TEXTS | WITHHELD,
        "recipients": st.lists(WORDS, max_size=3).map(tuple),
        "named_audiences": st.lists(st.sampled_from(Audience), max_size=3).map(tuple),
        "review_by": st.just(REVIEW),
        "originator_contact": WORDS,
    },
)
VERSIONS = st.sampled_from([scheme for scheme in HandlingScheme if scheme.is_versioned])
HANDLINGS = st.builds(lambda scheme, code, parts: Handling(scheme=scheme, code=code, **parts), VERSIONS, CODES, PARTS)

ASKED = {
    ("5x5x5/NIM-2000", "1"): set(),
    ("5x5x5/NIM-2000", "2"): {"HANDLING-CONDITIONS", "HANDLING-AUTHORISER"},
    ("5x5x5/NIM-2000", "3"): {"HANDLING-CONDITIONS", "HANDLING-AUTHORISER"},
    ("5x5x5/NIM-2000", "4"): {"HANDLING-REASON", "HANDLING-RECIPIENTS", "HANDLING-REVIEW"},
    ("5x5x5/NIM-2000", "5"): {"HANDLING-CONTACT"},
    ("5x5x5/MoPI", "1"): set(),
    ("5x5x5/MoPI", "2"): {"HANDLING-CONDITIONS", "HANDLING-AUTHORISER"},
    ("5x5x5/MoPI", "3"): {"HANDLING-CONDITIONS", "HANDLING-AUTHORISER"},
    ("5x5x5/MoPI", "4"): {"HANDLING-REASON", "HANDLING-RECIPIENTS", "HANDLING-REVIEW"},
    ("5x5x5/MoPI", "5"): {"HANDLING-CONDITIONS"},
}


@pytest.mark.parametrize(("form", "codes"), ASKED.items())
def test_what_the_form_asks_and_is_not_there_is_a_warning(form: tuple[str, str], codes: set[str]) -> None:
    found = check(Handling(scheme=HandlingScheme(form[0]), code=form[1]))
    assert {finding.code for finding in found} == codes
    assert all(finding.severity is Severity.WARNING for finding in found)


def test_a_form_filled_in_has_nothing_to_say() -> None:
    handling = Handling(
        scheme=HandlingScheme.UNVERSIONED,
        code="4",
        reason=Text(en="Example reason"),
        recipients=("Example Unit 7",),
        review_by=REVIEW,
    )
    assert check(handling) == ()


@pytest.mark.parametrize("member", ["authoriser", "originator_contact"])
@pytest.mark.parametrize("text", ["", " ", " Unit 7", "Unit 7\n", "\u00a0"])
def test_an_empty_text_is_refused(member: str, text: str) -> None:
    with pytest.raises(Invalid) as caught:
        Handling(scheme=HandlingScheme.MOPI, code="1", **{member: text})
    assert [(finding.code, finding.path) for finding in caught.value.findings] == [("HANDLING-EMPTY", f"/{member}")]


def test_all_findings_come_at_once() -> None:
    with pytest.raises(Invalid) as caught:
        Handling(scheme=HandlingScheme.UNVERSIONED, code="5", authoriser="", recipients=("Example Unit 7", " "))
    assert [(finding.code, finding.path) for finding in caught.value.findings] == [
        ("HANDLING-EMPTY", "/authoriser"),
        ("HANDLING-EMPTY", "/recipients/1"),
        ("HANDLING-VERSION", "/scheme"),
    ]


@pytest.mark.parametrize("code", [5, "6", "0", "", "１", "٢", None, True])
def test_a_code_that_is_none_is_refused(code: object) -> None:
    with pytest.raises(Invalid) as caught:
        Handling(scheme=HandlingScheme.MOPI, code=code)  # type: ignore[arg-type]
    assert [finding.code for finding in caught.value.findings] == ["MEMBER-CHOICE"]


def test_a_document_with_code_5_and_no_form_is_refused() -> None:
    outcome = loads(b'{"code":"5","scheme":"5x5x5"}', Handling)
    assert [finding.code for finding in outcome.findings] == ["HANDLING-VERSION"]


def test_naming_an_audience_that_the_code_does_not_ask_about_is_said() -> None:
    handling = Handling(
        scheme=HandlingScheme.MOPI,
        code="5",
        conditions=Text(en="Example condition"),
        named_audiences=(Audience.HOME_OTHER, Audience.FOREIGN_OTHER),
    )
    assert [(finding.code, finding.path) for finding in check(handling)] == [("HANDLING-NAMED", "/named_audiences/1")]


@given(HANDLINGS)
def test_a_document_gives_the_handling_back(handling: Handling) -> None:
    assert loads(dumps(handling), Handling).require() == handling


@given(HANDLINGS)
def test_a_repr_shows_no_text(handling: Handling) -> None:
    marked = evolve(handling, authoriser="canary-5b1f", reason=Text(en="canary-5b1f"), originator_contact="canary-5b1f")
    assert "canary" not in repr(marked)


def test_a_handling_code_has_no_order() -> None:
    one, other = (Handling(scheme=HandlingScheme.MOPI, code=code) for code in "12")
    with pytest.raises(TypeError, match="not supported"):
        one < other  # type: ignore[operator]  # noqa: B015


def test_the_authoriser_is_the_offices_own_business() -> None:
    (mark,) = marks(shape(Handling).member("authoriser").shape)
    assert mark.category is DataCategory.INTERNAL  # type: ignore[attr-defined]


@pytest.mark.parametrize("scheme", HandlingScheme)
@pytest.mark.parametrize("code", "12345")
def test_every_code_has_words_of_its_own_in_both_languages(scheme: HandlingScheme, code: str) -> None:
    if code == "5" and not scheme.is_versioned:
        scheme = HandlingScheme.MOPI
    handling = Handling(scheme=scheme, code=code)
    assert handling.label("en") != handling.label("fr")
    assert handling.label("pt-BR") == handling.label("en")


def test_the_two_forms_say_different_things_of_code_5() -> None:
    labels = {Handling(scheme=scheme, code="5").label() for scheme in HandlingScheme if scheme.is_versioned}
    assert len(labels) == 2
