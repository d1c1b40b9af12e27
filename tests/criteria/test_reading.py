"""Reading CQL2, text and JSON: exact numbers, places, and what is refused with a reason."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.criteria import Criterion
from smir.criteria.nodes import Arithmetic, Comparison, Number, Property, Relation, String
from smir.findings import Invalid

CANARY = "Zwxqv"


def codes(text):
    with pytest.raises(Invalid) as caught:
        Criterion.parse(text)
    return [finding.code for finding in caught.value.findings]


def places(text):
    with pytest.raises(Invalid) as caught:
        Criterion.parse(text)
    return [dict(finding.details)["place"] for finding in caught.value.findings]


def test_every_example_of_the_standard_is_read_or_refused_with_a_reason(shared_data):
    reasons = {"CRITERION-UNSUPPORTED": 0, "CRITERION-FUNCTION": 0}
    read = 0
    for file in sorted((shared_data / "cql2" / "text").glob("*.txt")):
        try:
            made = Criterion.parse(file.read_text(encoding="utf-8"))
        except Invalid as error:
            (finding,) = error.findings
            reasons[finding.code] += 1
        else:
            read += 1
            assert Criterion.parse(str(made)) == made, file.name
            assert Criterion.parse(made.to_json()) == made, file.name
    assert (read, reasons) == (72, {"CRITERION-UNSUPPORTED": 44, "CRITERION-FUNCTION": 4})


def test_text_and_json_of_one_example_of_the_standard_are_the_same_criterion(shared_data):
    both = 0
    for file in sorted((shared_data / "cql2" / "json").glob("*.json")):
        text = Criterion.try_parse((shared_data / "cql2" / "text" / f"{file.stem}.txt").read_text(encoding="utf-8"))
        form = Criterion.try_parse(file.read_text(encoding="utf-8"))
        assert text.value == form.value, file.name
        assert [finding.code for finding in text.findings] == [finding.code for finding in form.findings], file.name
        both += text.value is not None
    assert both == 65


@given(
    st.from_regex(r"[0-9]{1,45}(\.[0-9]{0,4})?([eE][+-]?[0-9]{1,2})?", fullmatch=True), st.sampled_from(["", "-", "- "])
)
def test_a_number_keeps_every_digit_that_was_written(digits, sign):
    exact = Decimal(sign.strip() + digits)
    root = Criterion.parse(f"a = {sign}{digits}").root
    assert root == Comparison(Relation.EQUAL, Property("a"), Number(exact))
    assert Criterion.parse(str(Criterion(root))).root == root
    form = json.loads(Criterion(root).to_json(), parse_float=Decimal, parse_int=Decimal)
    assert form["args"][1] == exact


@pytest.mark.parametrize(
    ("written", "amount", "shown"),
    [
        ("0.1", "0.1", "0.1"),
        ("1e400", "1e400", "1e400"),
        ("-2.50e-400", "-2.5e-400", "-25e-401"),
        ("12345678901234567890", "12345678901234567890", "12345678901234567890"),
        ("9007199254740993", "9007199254740993", "9007199254740993"),
        ("0.30000000000000004", "0.30000000000000004", "0.30000000000000004"),
        (".5", "0.5", "0.5"),
        ("5.", "5", "5"),
        ("+7", "7", "7"),
        ("007", "7", "7"),
        ("--3", "3", "3"),
        ("-(3)", "-3", "-3"),
        ("-0.0", "0", "0"),
        ("1E3", "1000", "1000"),
    ],
)
def test_a_number_has_one_canonical_spelling(written, amount, shown):
    made = Criterion.parse(f"a = {written}")
    assert made.root == Comparison(Relation.EQUAL, Property("a"), Number(Decimal(amount)))
    assert str(made) == f"a = {shown}"


@pytest.mark.parametrize(
    "number", ["1" * 51, "1e1001", "1e-1001", "1e99999999999999999999", "1_000", "1.2.3", "0x1F", "5kg"]
)
def test_a_number_that_cannot_be_kept_is_refused(number):
    assert codes(f"a = {number}") == ["CRITERION-NUMBER"]


def test_json_numbers_keep_their_digits_and_their_bounds():
    text = '{"op":"=","args":[{"property":"a"},%s]}'
    assert str(Criterion.parse(text % "0.30000000000000004")) == "a = 0.30000000000000004"
    assert str(Criterion.parse(text % "1e400")) == "a = 1e400"
    assert codes(text % "1e4000") == ["CRITERION-NUMBER"]
    assert codes(text % "NaN") == ["CRITERION-JSON"]
    assert codes(text % "Infinity") == ["CRITERION-JSON"]


def test_numbers_in_lists_and_calculations_stay_in_their_places():
    made = Criterion.parse("a + 0.1 * 3 IN (1, -2, 3.50, 1) OR b BETWEEN 0.1 + 0.2 AND 4e2")
    assert str(made) == "a + 0.1 * 3 IN (1, -2, 3.5, 1) OR b BETWEEN 0.1 + 0.2 AND 400"


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("((a=1))", "a = 1"),
        ("a=1 and (b=2 and c=3)", "a = 1 AND b = 2 AND c = 3"),
        ("(a=1 or b=2) and c=3", "(a = 1 OR b = 2) AND c = 3"),
        ("a=1 or (b=2 and c=3)", "a = 1 OR b = 2 AND c = 3"),
        ("NOT (a LIKE 'x')", "a NOT LIKE 'x'"),
        ("not a is null", "a IS NOT NULL"),
        ("NOT (a=1 OR b=2)", "NOT (a = 1 OR b = 2)"),
        ("a != 1", "a <> 1"),
        ("a - (b - c) = (d * e) + f", "a - (b - c) = d * e + f"),
        ("a = 5 div (2)", "a = 5 DIV 2"),
        ("-a < 1", "-1 * a < 1"),
        ("a = (-2) ^ 2", "a = -2 ^ 2"),
        ("a in (1)", "a IN (1)"),
        ("a_contains(l, 'x')", "A_CONTAINS(l, ('x'))"),
        ("A_OVERLAPS(l, (CASEI('x')))", "A_OVERLAPS(l, (CASEI('x')))"),
        ('"like" = "a b"', '"like" = "a b"'),
        ('"a" = "b"', "a = b"),
        ("a = 'it''s'", "a = 'it''s'"),
        ("a BETWEEN 1 AND 2 AND b BETWEEN 3 AND 4", "a BETWEEN 1 AND 2 AND b BETWEEN 3 AND 4"),
        ("a > TIMESTAMP('2026-06-01T10:00:00+02:00')", "a > TIMESTAMP('2026-06-01T08:00:00Z')"),
        ("a > TIMESTAMP('2026-06-01T10:00:00.5000000Z')", "a > TIMESTAMP('2026-06-01T10:00:00.500000Z')"),
        ("a\u00a0=\r\n\t1", "a = 1"),
        ("swimming = true", "swimming = TRUE"),
    ],
)
def test_one_meaning_has_one_canonical_text(written, canonical):
    assert str(Criterion.parse(written)) == canonical


@pytest.mark.parametrize(
    ("text", "code", "operator"),
    [
        ("S_INTERSECTS(a, POINT(1 2))", "CRITERION-UNSUPPORTED", "S_INTERSECTS"),
        ("a = 1 AND t_during(a, INTERVAL('2026-01-01', '..'))", "CRITERION-UNSUPPORTED", "T_DURING"),
        ("a = INTERVAL('2026-01-01', '..')", "CRITERION-UNSUPPORTED", "INTERVAL"),
        ("a = BBOX(1, 2, 3, 4)", "CRITERION-UNSUPPORTED", "BBOX"),
        ("a = POLYGON Z((1 2 3, 4 5 6))", "CRITERION-UNSUPPORTED", "POLYGON"),
        ('{"op":"t_before","args":[{"property":"a"},{"date":"2026-01-01"}]}', "CRITERION-UNSUPPORTED", "T_BEFORE"),
        ('{"op":"=","args":[{"property":"a"},{"type":"Point","coordinates":[1,2]}]}', "CRITERION-UNSUPPORTED", "POINT"),
        ('{"op":"=","args":[{"property":"a"},{"interval":["..",".."]}]}', "CRITERION-UNSUPPORTED", "INTERVAL"),
        ('{"op":"=","args":[{"property":"a"},{"bbox":[1,2,3,4]}]}', "CRITERION-UNSUPPORTED", "BBOX"),
    ],
)
def test_what_no_declaration_holds_is_refused_by_name(text, code, operator):
    with pytest.raises(Invalid) as caught:
        Criterion.parse(text)
    (finding,) = caught.value.findings
    assert (finding.code, dict(finding.details)["operator"]) == (code, operator)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a = 1 AND", "CRITERION-SYNTAX"),
        ("AND a = 1", "CRITERION-SYNTAX"),
        ("a == 1", "CRITERION-SYNTAX"),
        ("a = 1 b = 2", "CRITERION-SYNTAX"),
        ("a LIKE 'x' ESCAPE '!'", "CRITERION-SYNTAX"),
        ("a IN ()", "CRITERION-SYNTAX"),
        ("and = 1", "CRITERION-SYNTAX"),
        ("()", "CRITERION-SYNTAX"),
        ("a = 1, b = 2", "CRITERION-SYNTAX"),
        ('"" = 1', "CRITERION-SYNTAX"),
        ("avg(a) > 1", "CRITERION-FUNCTION"),
        ("a = NULL", "CRITERION-NULL"),
        ("a", "CRITERION-WANTS-CONDITION"),
        ("TRUE", "CRITERION-WANTS-CONDITION"),
        ("a AND b = 1", "CRITERION-WANTS-CONDITION"),
        ("NOT a", "CRITERION-WANTS-CONDITION"),
        ("(a = 1) = TRUE", "CRITERION-WANTS-VALUE"),
        ("a = b = c", "CRITERION-WANTS-VALUE"),
        ("(a, b) = c", "CRITERION-WANTS-VALUE"),
        ("a LIKE b", "CRITERION-ARGUMENTS"),
        ("a LIKE 5", "CRITERION-ARGUMENTS"),
        ("A_CONTAINS(a)", "CRITERION-ARGUMENTS"),
        ("A_CONTAINS(a, (b, c))", "CRITERION-ARGUMENTS"),
        ("CASEI(a, b) = 'x'", "CRITERION-ARGUMENTS"),
        ("CASEI(5) = 'x'", "CRITERION-ARGUMENTS"),
        ("a = DATE('2026-06-01', 'x')", "CRITERION-ARGUMENTS"),
        ("a LIKE 'x\\'", "CRITERION-PATTERN"),
        ("a = DATE('2026-02-30')", "CRITERION-DATE"),
        ("a = DATE('20260601')", "CRITERION-DATE"),
        ("a = DATE(b)", "CRITERION-DATE"),
        ("a = TIMESTAMP('2026-06-01')", "CRITERION-TIMESTAMP"),
        ("a = TIMESTAMP('2026-06-01T10:00:00')", "CRITERION-TIMESTAMP"),
        ("a = TIMESTAMP('2026-06-01T10:00:60Z')", "CRITERION-TIMESTAMP"),
        ("a = TIMESTAMP('2026-06-01T10:00:00.1234567Z')", "CRITERION-TIMESTAMP"),
        ("a = TIMESTAMP('0001-01-01T00:00:00+05:00')", "CRITERION-TIMESTAMP"),
        ('{"op":"=","args":[{"property":"a"},1],"x":1}', "CRITERION-JSON-MEMBER"),
        ('{"op":"=","args":[{"property":"a","x":1},1]}', "CRITERION-JSON-MEMBER"),
        ('{"op":"=","args":[{"property":5},1]}', "CRITERION-JSON-MEMBER"),
        ('{"op":"=","op":"=","args":[{"property":"a"},1]}', "CRITERION-JSON"),
        ('{"op":"=","args":[{"property":"a"},1]} 5', "CRITERION-JSON"),
        ('{"op":"=","args":[1]}', "CRITERION-ARGUMENTS"),
        ('{"op":"in","args":[{"property":"a"},1]}', "CRITERION-ARGUMENTS"),
        ('{"op":"in","args":[{"property":"a"},[]]}', "CRITERION-ARGUMENTS"),
        ('{"op":"and","args":[{"op":"isNull","args":[{"property":"a"}]}]}', "CRITERION-FUNCTION"),
        ('{"op":"=","args":[{"property":"a"},null]}', "CRITERION-NULL"),
        ('{"op":"sum","args":[]}', "CRITERION-FUNCTION"),
        ('{"property":"a"}', "CRITERION-WANTS-CONDITION"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_reason(text, code):
    assert codes(text) == [code]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a = 1 AND\n  b == 2", "2:6"),
        ("a = 1 AND b = 2 c", "1:17"),
        ("a = 1 AND (b = 'x' OR d d)", "1:25"),
        ("a = 1 OR b = NULL", "1:14"),
        ("a = 1 OR\nb = DATE('x')", "2:10"),
        ("a = 1 AND", "1:10"),
        ("a = 1 AND S_WITHIN(b, POINT(1 2))", "1:11"),
        ('{"op":"or","args":[{"op":"isNull","args":[{"property":"a"}]},{"op":"=","args":[1,null]}]}', "/args/1/args/1"),
    ],
)
def test_the_place_of_an_error_is_that_in_the_text_as_written(text, place):
    assert places(text) == [place]


def test_all_conditions_that_cannot_be_read_are_found_at_once():
    assert places("a == 1 AND b = 2 OR avg(c) = 1 OR (d = NULL AND e e)") == ["1:4", "1:21", "1:40", "1:51"]


@pytest.mark.parametrize(
    "text",
    [
        f"a = '{CANARY}' b",
        f"{CANARY} = 1 1",
        f"{CANARY}(a) = 1",
        f"a = DATE('{CANARY}')",
        f"a = TIMESTAMP('{CANARY}')",
        f"a LIKE '{CANARY}\\'",
        f"a = '{CANARY}",
        f'{{"op":"{CANARY}","args":[]}}',
        f'{{"{CANARY}":1}}',
        f'{{"op":"=","args":["{CANARY}",null]}}',
        f'{{"op":"=","args":[{CANARY}]}}',
    ],
)
def test_no_finding_quotes_the_criterion(text):
    with pytest.raises(Invalid) as caught:
        Criterion.parse(text)
    error = caught.value
    said = [str(error), repr(error), error.report("fr"), repr(error.findings), str(error.__cause__)]
    assert error.__suppress_context__ or error.__context__ is None
    assert not any(CANARY in words for words in said)


def test_the_foreign_reader_never_sees_names_texts_or_numbers():
    from smir.criteria.text_form import frames_of_text

    tree, _ = frames_of_text(f"importer_name = '{CANARY}' AND gross_mass > 12345")
    assert [frame.written for frame in tree.parts] == ["p2 = '3'", "p4 > 5"]


def test_the_foreign_reader_is_loaded_with_the_first_criterion():
    program = (
        "import sys, smir.criteria; before = 'cql2' in sys.modules; "
        "smir.criteria.Criterion.parse('a = 1'); print(before, 'cql2' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False True\n"


def test_minus_one_as_written_and_as_a_sign_are_told_apart():
    signed = Criterion.parse("-a = 1").root
    assert signed.left == Arithmetic(signed.left.calculation, Number(Decimal(-1)), Property("a"))
    assert Criterion.parse("a = -1").root == Comparison(Relation.EQUAL, Property("a"), Number(Decimal(-1)))
    assert str(Criterion.parse("a = -1 * 3")) == "a = -1 * 3"


def test_a_text_that_looks_like_a_stand_in_stays_a_text():
    made = Criterion.parse("p2 = '3' AND g5 = 'p2' AND f7 = '9'")
    assert made.elements == ("p2", "g5", "f7")
    assert made.root.parts[0] == Comparison(Relation.EQUAL, Property("p2"), String("3"))
