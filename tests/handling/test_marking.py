"""Markings are read and written as their schemes write them, and never taken for those of another scheme."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.findings import Invalid, Severity
from smir.handling import Caveat, CaveatCode, Marking, MarkingScheme
from smir.handling.marking_scheme import additions, written_forms
from smir.structure import evolve
from smir.structure.document import dumps, loads
from smir.values import CountryCode, Instant, Text

TIME = Instant.parse("2026-06-01T10:00:00Z")
WITHOUT_MEMBERS = [CaveatCode.ORIGINATOR_CONTROL, CaveatCode.THIRD_PARTY_RULE, CaveatCode.NO_EVIDENTIAL_USE]
CAVEATS = st.one_of(
    st.builds(Caveat, code=st.sampled_from(WITHOUT_MEMBERS)),
    st.builds(
        lambda codes: Caveat(code=CaveatCode.EYES_ONLY, countries=tuple(CountryCode(code) for code in codes)),
        st.lists(st.sampled_from(["BE", "FR", "SN"]), min_size=1, unique=True),
    ),
    st.just(Caveat(code=CaveatCode.EMBARGO, until=TIME, text=Text(en="Example"))),
)


@st.composite
def markings(draw: st.DrawFn) -> Marking:
    scheme = draw(st.sampled_from(MarkingScheme))
    level = draw(st.sampled_from(scheme.levels))
    fitting = [code for code, addition in additions(scheme).items() if level in addition.levels]
    chosen = draw(st.sets(st.sampled_from(fitting))) if fitting else set()
    return Marking(
        scheme=scheme,
        level=level,
        additional=tuple(code for code in fitting if code in chosen),
        caveats=tuple(draw(st.lists(CAVEATS, max_size=2))),
        raised_for=tuple(draw(st.lists(st.just(Text(en="Example")), max_size=1))),
    )


#: As people write them, and what each means.
READ = [
    ("OFFICIAL", "GSC", "OFFICIAL", ()),
    ("OFFICIAL-SENSITIVE", "GSC", "OFFICIAL", ("SENSITIVE",)),
    ("UK OFFICIAL-SENSITIVE [COMMERCIAL]", "GSC", "OFFICIAL", ("UK", "SENSITIVE", "COMMERCIAL")),
    ("UK SECRET", "GSC", "SECRET", ("UK",)),
    ("PROTECT", "GPMS", "PROTECT", ()),
    ("RESTREINT UE/EU RESTRICTED", "EUCI", "RESTREINT UE/EU RESTRICTED", ()),
    ("TRÈS SECRET UE/EU TOP SECRET", "EUCI", "TRÈS SECRET UE/EU TOP SECRET", ()),
    ("DIFFUSION RESTREINTE", "FR-2021", "DIFFUSION RESTREINTE", ()),
    ("TRÈS SECRET", "FR-2021", "TRÈS SECRET", ()),
    ("SECRET SPÉCIAL FRANCE", "FR-2021", "SECRET", ("SPÉCIAL FRANCE",)),
    ("CONFIDENTIEL DÉFENSE", "FR-2011", "CONFIDENTIEL DÉFENSE", ()),
    ("NATO SECRET", "NATO", "NS", ()),
    ("NS", "NATO", "NS", ()),
    ("COSMIC TOP SECRET BOHEMIA", "NATO", "CTS", ("BOHEMIA",)),
    ("TLP:AMBER+STRICT", "TLP-2.0", "AMBER+STRICT", ()),
    ("PAP:GREEN", "PAP", "GREEN", ()),
    ("FOR OFFICIAL USE ONLY", "WCO", "FOR OFFICIAL USE ONLY", ()),
    ("USAGE OFFICIEL UNIQUEMENT", "WCO", "FOR OFFICIAL USE ONLY", ()),
    ("LIMITE", "LIMITE", "LIMITE", ()),
]


@pytest.mark.parametrize(("text", "scheme", "level", "additional"), READ)
def test_a_marking_is_read_as_people_write_it(text: str, scheme: str, level: str, additional: tuple[str, ...]) -> None:
    assert Marking.parse(text) == Marking(scheme=MarkingScheme(scheme), level=level, additional=additional)


@given(markings())
def test_what_is_written_is_read_back_within_its_scheme(marking: Marking) -> None:
    shown = evolve(marking, caveats=(), raised_for=())
    assert Marking.read(str(marking), scheme=marking.scheme).value == shown
    assert Marking.read(str(marking), scheme=marking.scheme).findings == ()


@given(markings())
def test_without_a_scheme_a_text_is_read_alone_or_asks_for_one(marking: Marking) -> None:
    outcome = Marking.read(str(marking))
    if outcome.value is None:
        (finding,) = outcome.findings
        assert finding.code == "MARKING-SCHEME"
        assert marking.scheme.value in finding.message().rpartition(": ")[2].rstrip(".").split(", ")
    else:
        assert outcome.value == evolve(marking, caveats=(), raised_for=())


@given(markings())
def test_a_document_gives_the_marking_back(marking: Marking) -> None:
    assert loads(dumps(marking), Marking).require() == marking


@pytest.mark.parametrize(
    ("text", "schemes"),
    [("SECRET", "GSC, GPMS, FR-2021"), ("TOP SECRET", "GSC, GPMS")],
)
def test_a_text_that_several_schemes_write_is_not_guessed(text: str, schemes: str) -> None:
    (finding,) = Marking.read(text).findings
    assert finding.code == "MARKING-SCHEME"
    assert schemes in finding.message("en")
    assert schemes in finding.message("fr")


@pytest.mark.parametrize(("text", "read"), [("TLP:WHITE", "TLP:CLEAR"), ("PAP:WHITE", "PAP:CLEAR")])
def test_white_is_read_as_clear_with_a_note_and_never_written(text: str, read: str) -> None:
    outcome = Marking.read(text)
    assert str(outcome.require()) == read
    assert [(finding.code, finding.severity) for finding in outcome.findings] == [("MARKING-OLD", Severity.NOTE)]
    assert str(Marking.parse(text)) == read
    assert text not in written_forms()


def test_white_is_no_level() -> None:
    with pytest.raises(Invalid, match="CLEAR, GREEN, AMBER"):
        Marking(scheme=MarkingScheme.TLP, level="WHITE")


def test_amber_is_never_read_as_amber_strict() -> None:
    strict = {
        text for text, meanings in written_forms().items() if any(level == "AMBER+STRICT" for _, level, _ in meanings)
    }
    assert strict == {"TLP:AMBER+STRICT"}
    assert Marking.parse("TLP:AMBER").level == "AMBER"


@pytest.mark.parametrize("text", ["tlp:red", " TLP:RED", "TLP:RED\n", "Tlp:Red"])
def test_small_letters_and_spaces_are_taught(text: str) -> None:
    (finding,) = Marking.read(text).findings
    assert finding.code == "MARKING-CASE"
    assert finding.message().endswith("TLP:RED.")


def test_an_old_form_in_small_letters_teaches_the_form_of_today() -> None:
    (finding,) = Marking.read("tlp:white").findings
    assert finding.message().endswith("TLP:CLEAR.")


def test_a_small_letter_text_of_several_schemes_keeps_its_own_words() -> None:
    (finding,) = Marking.read("secret").findings
    assert (finding.code, finding.message().endswith("SECRET.")) == ("MARKING-CASE", True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "SECRET-SENSITIVE",
        "SENSITIVE",
        "OFFICIAL SENSITIVE",
        "ＴＬＰ:RED",
        "TLP:AMBER STRICT",
        "TRES SECRET",
        "OFFICIAL [COMMERCIAL] [COMMERCIAL]",
        "NATO RESTRICTED ATOMAL",
    ],
)
def test_what_no_scheme_writes_is_refused(text: str) -> None:
    assert [finding.code for finding in Marking.read(text).findings] == ["MARKING-FORM"]


def test_a_text_of_another_scheme_than_the_one_named_is_refused() -> None:
    (finding,) = Marking.read("TLP:RED", scheme=MarkingScheme.PAP).findings
    assert finding.code == "MARKING-LEVEL"
    assert [finding.code for finding in Marking.read("TLP:WHITE", scheme=MarkingScheme.PAP).findings] == [
        "MARKING-LEVEL"
    ]


@pytest.mark.parametrize(("text", "scheme"), [(5, None), (None, None), (b"TLP:RED", None), ("TLP:RED", "TLP-2.0")])
def test_what_is_no_text_or_no_scheme_is_refused(text: object, scheme: object) -> None:
    with pytest.raises(Invalid) as caught:
        Marking.parse(text, scheme=scheme)  # type: ignore[arg-type]
    assert [finding.code for finding in caught.value.findings] == ["MARKING-TYPE"]


@given(st.text(), st.text(), st.none() | st.sampled_from(MarkingScheme))
def test_a_wrong_text_raises_only_our_error_and_is_never_quoted(
    before: str, after: str, scheme: MarkingScheme | None
) -> None:
    text = f"{before}zq7canary{after}"
    with pytest.raises(Invalid) as caught:
        Marking.parse(text, scheme=scheme)
    for said in (str(caught.value), caught.value.report("fr"), repr(caught.value)):
        assert "canary" not in said.lower()


@pytest.mark.parametrize(
    ("scheme", "level", "additional"),
    [
        ("GSC", "SECRET", ("SENSITIVE",)),
        ("GSC", "OFFICIAL", ("SENSITIVE", "UK")),
        ("GSC", "OFFICIAL", ("UK", "UK")),
        ("GSC", "OFFICIAL", ("zq7canary",)),
        ("TLP-2.0", "RED", ("SENSITIVE",)),
    ],
)
def test_an_additional_marking_stands_where_its_scheme_allows(
    scheme: str, level: str, additional: tuple[str, ...]
) -> None:
    with pytest.raises(Invalid) as caught:
        Marking(scheme=MarkingScheme(scheme), level=level, additional=additional)
    assert [finding.code for finding in caught.value.findings] == ["MARKING-ADDITIONAL"]
    assert "canary" not in caught.value.report("fr")


def test_a_marking_has_no_order_of_its_own() -> None:
    with pytest.raises(TypeError, match="not supported"):
        Marking.parse("TLP:RED") < Marking.parse("TLP:AMBER")  # type: ignore[operator]  # noqa: B015


@pytest.mark.parametrize("scheme", MarkingScheme)
def test_every_level_has_words_in_both_languages(scheme: MarkingScheme) -> None:
    for level in scheme.levels:
        marking = Marking(scheme=scheme, level=level)
        assert marking.label("en")
        assert marking.label("fr")
        assert marking.label("pt-BR") == marking.label("en")


def test_a_scheme_names_its_additional_markings_in_order() -> None:
    assert MarkingScheme.GSC.additional == ("UK", "SENSITIVE", "COMMERCIAL", "LOCSEN", "PERSONAL")


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"code": CaveatCode.EYES_ONLY}, "CAVEAT-COUNTRIES"),
        ({"code": CaveatCode.ORIGINATOR_CONTROL, "countries": (CountryCode("FR"),)}, "CAVEAT-COUNTRIES"),
        ({"code": CaveatCode.EYES_ONLY, "countries": (CountryCode("FR"), CountryCode("FR"))}, "CAVEAT-COUNTRIES"),
        ({"code": CaveatCode.EMBARGO}, "CAVEAT-UNTIL"),
        ({"code": CaveatCode.THIRD_PARTY_RULE, "until": TIME}, "CAVEAT-UNTIL"),
    ],
)
def test_a_caveat_says_what_it_needs_and_no_more(members: dict[str, object], code: str) -> None:
    with pytest.raises(Invalid) as caught:
        Caveat(**members)  # type: ignore[arg-type]
    assert [finding.code for finding in caught.value.findings] == [code]
