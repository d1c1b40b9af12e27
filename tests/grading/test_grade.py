"""Grades are names with a published form: read strictly, written back, never ordered, never averaged."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.findings import Invalid, Severity
from smir.grading import Grade, grades
from smir.handling import Handling, HandlingScheme
from smir.handling.table import table
from smir.structure import check
from smir.structure.document import dumps, loads
from smir.values import Text

VERSIONED = st.sampled_from([scheme for scheme in HandlingScheme if scheme.is_versioned])
WRITTEN = st.from_regex(re.compile("[A-E][1-5][1-5]", re.ASCII), fullmatch=True)
GRADES = st.builds(lambda text, scheme: Grade.parse(text, scheme=scheme), WRITTEN, VERSIONED)


def codes(text: object, **parts: object) -> list[str]:
    with pytest.raises(Invalid) as caught:
        Grade.parse(text, **parts)  # type: ignore[arg-type]
    return [finding.code for finding in caught.value.findings]


@given(WRITTEN, VERSIONED)
def test_what_is_read_is_written_back(text: str, scheme: HandlingScheme) -> None:
    grade = Grade.parse(text, scheme=scheme)
    assert str(grade) == text
    assert Grade.parse(str(grade), scheme=grade.scheme) == grade


@given(GRADES)
def test_a_document_gives_the_grade_back(grade: Grade) -> None:
    assert loads(dumps(grade), Grade).require() == grade


def test_the_document_of_a_grade() -> None:
    written = b'{"handling":{"code":"1","scheme":"5x5x5/MoPI"},"information":"2","scheme":"5x5x5/MoPI","source":"B"}'
    assert dumps(Grade.parse("B21", scheme=HandlingScheme.MOPI)) == written


@pytest.mark.parametrize("text", ["B21", "B22", "B23", "B24"])
def test_codes_1_to_4_stand_without_a_version(text: str) -> None:
    grade = Grade.parse(text)
    assert grade.scheme is HandlingScheme.UNVERSIONED
    assert grade.handling.scheme is HandlingScheme.UNVERSIONED


def test_code_5_without_a_version_is_refused_with_both_candidates() -> None:
    with pytest.raises(Invalid) as caught:
        Grade.parse("B35")
    (finding,) = caught.value.findings
    assert (finding.code, finding.path) == ("HANDLING-VERSION", "/handling/scheme")
    for language in ("en", "fr"):
        assert "5x5x5/NIM-2000" in finding.message(language)
        assert "5x5x5/MoPI" in finding.message(language)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("b21", ["GRADE-CASE"]),
        ("B 21", ["GRADE-SPACES"]),
        (" B21", ["GRADE-SPACES"]),
        ("B21\n", ["GRADE-SPACES"]),
        ("B\u00a021", ["GRADE-SPACES"]),
        ("21B", ["GRADE-ORDER"]),
        ("2B1", ["GRADE-ORDER"]),
        ("2 1b", ["GRADE-SPACES", "GRADE-CASE", "GRADE-ORDER"]),
        ("Ｂ21", ["GRADE-CHARACTERS"]),
        ("B２1", ["GRADE-CHARACTERS"]),
        ("B٢1", ["GRADE-CHARACTERS"]),
        ("В21", ["GRADE-CHARACTERS"]),
        ("F21", ["GRADE-SOURCE"]),
        ("B61", ["GRADE-INFORMATION"]),
        ("B20", ["GRADE-HANDLING"]),
        ("X09", ["GRADE-SOURCE", "GRADE-INFORMATION", "GRADE-HANDLING"]),
        ("", ["GRADE-FORM"]),
        ("B2", ["GRADE-FORM"]),
        ("B211", ["GRADE-FORM"]),
        ("B-2-1", ["GRADE-FORM"]),
        ("1BP", ["GRADE-FORM"]),
        ("BB1", ["GRADE-FORM"]),
        (21, ["GRADE-TYPE"]),
        (None, ["GRADE-TYPE"]),
        (b"B21", ["GRADE-TYPE"]),
    ],
)
def test_a_wrong_text_is_refused_with_what_to_do(text: object, found: list[str]) -> None:
    assert codes(text) == found


@given(st.text(), st.text())
def test_a_wrong_text_raises_only_our_error_and_is_never_quoted(before: str, after: str) -> None:
    with pytest.raises(Invalid) as caught:
        Grade.parse(f"{before}zq7canary{after}")
    for said in (str(caught.value), caught.value.report("fr"), repr(caught.value)):
        assert "canary" not in said.lower()


@given(st.text(max_size=5))
def test_every_text_is_a_grade_or_invalid(text: str) -> None:
    try:
        grade = Grade.parse(text, scheme=HandlingScheme.MOPI)
    except Invalid as invalid:
        assert invalid.findings
    else:
        assert str(grade) == text


def test_a_scheme_that_is_none_is_refused() -> None:
    assert codes("B21", scheme="5x5x5/MoPI") == ["MEMBER-CHOICE"]


def test_the_parts_of_the_form_go_to_the_handling() -> None:
    grade = Grade.parse("B22", conditions=Text(en="Example condition"), authoriser="Example duty officer")
    assert check(grade) == ()
    assert [finding.path for finding in check(Grade.parse("B22"))] == ["/handling/conditions", "/handling/authoriser"]


def test_what_is_wrong_with_a_part_is_found_under_the_handling() -> None:
    with pytest.raises(Invalid) as caught:
        Grade.parse("B22", authoriser="", recipients=("",))
    assert [(finding.code, finding.path) for finding in caught.value.findings] == [
        ("HANDLING-EMPTY", "/handling/authoriser"),
        ("HANDLING-EMPTY", "/handling/recipients/0"),
        ("HANDLING-CONDITIONS", "/handling/conditions"),
    ]


def test_grade_and_handling_name_one_version() -> None:
    handling = Handling(scheme=HandlingScheme.MOPI, code="1")
    with pytest.raises(Invalid) as caught:
        Grade(scheme=HandlingScheme.NIM_2000, source="B", information="2", handling=handling)
    assert [finding.code for finding in caught.value.findings] == ["GRADE-SCHEME"]


def test_an_untested_source_that_knows_for_sure_is_asked_about() -> None:
    (finding,) = check(Grade.parse("E11"))
    assert (finding.code, finding.severity) == ("GRADE-E1", Severity.WARNING)


@given(GRADES)
def test_off_scale_values_are_missing_values(grade: Grade) -> None:
    assert grade.source_is_known is (grade.source != "E")
    assert grade.information_is_known is (grade.information != "4")
    assert grade.is_suspected_false is (grade.information == "5")


def test_the_off_scale_rows_are_those_of_the_table() -> None:
    off = {
        (kind, row.code)
        for kind, rows in table("grading", "schemes").items()
        for row in rows
        if dict(row.extras)["off_scale"] == "yes"
    }
    assert off == {("source", "E"), ("information", "4")}


def test_each_scale_has_five_codes() -> None:
    scales = table("grading", "schemes")
    assert [row.code for row in scales["source"]] == list("ABCDE")
    assert [row.code for row in scales["information"]] == list("12345")


@given(GRADES)
def test_every_grade_speaks_both_languages(grade: Grade) -> None:
    assert grade.source_label("en") != grade.source_label("fr")
    assert grade.information_label("en") != grade.information_label("fr")


@given(GRADES, GRADES)
def test_grades_have_no_order(one: Grade, other: Grade) -> None:
    for compare in ("__lt__", "__le__", "__gt__", "__ge__"):
        assert getattr(one, compare)(other) is NotImplemented
    with pytest.raises(TypeError, match="not supported"):
        sorted([one, other])
    with pytest.raises(TypeError, match="not supported"):
        max(one, other)


@given(GRADES, GRADES)
def test_grades_have_no_average(one: Grade, other: Grade) -> None:
    with pytest.raises(TypeError, match="unsupported operand"):
        sum([one, other])
    with pytest.raises(TypeError, match="must be a string or"):
        float(one)  # type: ignore[arg-type]


@given(st.lists(st.none() | GRADES, max_size=8))
def test_the_summary_names_each_grade_once_in_order_of_appearance(items: list[Grade | None]) -> None:
    found = grades(items)
    assert len(found) == len(set(found))
    assert set(found) == {grade for grade in items if grade is not None}
    places = [items.index(grade) for grade in found]
    assert places == sorted(places)


@given(GRADES)
def test_a_repr_shows_codes_only(grade: Grade) -> None:
    assert repr(grade) == (
        f"Grade(scheme={grade.scheme.value}, source={grade.source}, information={grade.information}, handling=Handling)"
    )
