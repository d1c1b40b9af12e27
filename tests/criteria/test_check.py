"""Holding a criterion against the catalogue: names, sorts of value, lists, constants."""

from __future__ import annotations

import pytest

from smir.criteria import Criterion, criterion
from smir.declarations import Catalogue, DataElement, Kind
from smir.findings import Invalid, Severity
from smir.values import Text

NATIONAL = Catalogue(
    (
        DataElement(
            name="dock_number",
            label=Text(en="dock number", fr="numéro de quai"),
            kind=Kind.TEXT,
            level="item",
            personal=False,
            why="invented for the tests",
            status="ours",
            source="invented for the tests",
        ),
    )
)


def findings(text, **options):
    with pytest.raises(Invalid) as caught:
        criterion(text, **options)
    return [(finding.code, dict(finding.details)["place"]) for finding in caught.value.findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gros_mass > 5", [("CRITERION-NAME", "1:1")]),
        ("origin_country = 'EC' AND\n qqqqqqqq > 5", [("CRITERION-NAME-UNKNOWN", "2:2")]),
        ("commodity_code = 0811", [("CRITERION-WANTS-TEXT", "1:18")]),
        ("commodity_code IN ('0811', 0812)", [("CRITERION-WANTS-TEXT", "1:28")]),
        ("gross_mass > '5'", [("CRITERION-WANTS-NUMBER", "1:14")]),
        ("'5' < gross_mass", [("CRITERION-WANTS-NUMBER", "1:1")]),
        ("gross_mass BETWEEN 1 AND 'x'", [("CRITERION-WANTS-NUMBER", "1:26")]),
        ("gross_mass > commodity_code", [("CRITERION-WANTS-NUMBER", "1:14")]),
        ("gross_mass + '1' > 5", [("CRITERION-WANTS-NUMBER", "1:14")]),
        ("gross_mass = TRUE", [("CRITERION-WANTS-NUMBER", "1:14")]),
        ("acceptance_date > '2026-06-01'", [("CRITERION-WANTS-DATE", "1:19")]),
        ("acceptance_date > TIMESTAMP('2026-06-01T00:00:00Z')", [("CRITERION-WANTS-DATE", "1:29")]),
        ("CASEI(gross_mass) = 'x'", [("CRITERION-WANTS-TEXT", "1:7")]),
        ("gross_mass LIKE '5%'", [("CRITERION-LIKE", "1:1")]),
        ("containers = 'CSQU3054383'", [("CRITERION-MANY", "1:1")]),
        ("containers LIKE 'CSQU%'", [("CRITERION-MANY", "1:1")]),
        ("CASEI(containers) = 'x'", [("CRITERION-MANY", "1:7")]),
        ("A_CONTAINS(origin_country, ('EC'))", [("CRITERION-SINGLE", "1:12")]),
        ("A_CONTAINS(containers, (1, 'x'))", [("CRITERION-WANTS-TEXT", "1:25")]),
        ("A_CONTAINS(boxes_of_things, ('x'))", [("CRITERION-NAME-UNKNOWN", "1:12")]),
        ("1 = 1", [("CRITERION-CONSTANT", "1:1")]),
        ("gross_mass > 5 OR 'a' = 'b'", [("CRITERION-CONSTANT", "1:19")]),
        ("A_EQUALS(('a'), ('b'))", [("CRITERION-CONSTANT", "1:11")]),
        ("gross_mass / 0 > 5", [("CRITERION-ZERO", "1:14")]),
        ("gross_mass % 0 > 5", [("CRITERION-ZERO", "1:14")]),
        ("nowhere_else IS NULL", [("CRITERION-NAME-UNKNOWN", "1:1")]),
    ],
)
def test_each_mistake_has_its_finding_and_its_place(text, expected):
    assert findings(text) == expected


def test_all_mistakes_are_found_at_once():
    text = "gros_mass > 5 AND (commodity_code = 811 OR NOT containers = 'x') AND gross_mass LIKE 'a'"
    codes = [code for code, _ in findings(text)]
    assert codes == ["CRITERION-NAME", "CRITERION-WANTS-TEXT", "CRITERION-MANY", "CRITERION-LIKE"]


def test_a_wrong_name_comes_with_the_names_that_may_have_been_meant():
    with pytest.raises(Invalid) as caught:
        criterion("gros_mass > 5")
    (finding,) = caught.value.findings
    assert "gross_mass" in finding.message("en")
    assert "Vouliez-vous dire gross_mass" in finding.message("fr")
    assert finding.path == "/args/0"


@pytest.mark.parametrize(
    "text",
    [
        "commodity_code LIKE '0811%' AND origin_country = 'EC' AND gross_mass > 10000",
        "item_amount / net_mass < 0.5",
        "A_OVERLAPS(containers, ('CSQU3054383')) AND containers IS NOT NULL",
        "CASEI(ACCENTI(goods_description)) LIKE '%fruit%'",
        "acceptance_date BETWEEN DATE('2026-01-01') AND DATE('2026-06-30')",
        "origin_country <> export_country",
        "A_CONTAINS(routing_countries, ('EC', 'NL'))",
        "gross_mass IS NULL OR net_mass > 2 * gross_mass",
        "commodity_code BETWEEN '080000' AND '089999'",
    ],
)
def test_a_sound_criterion_has_no_findings(text):
    made = criterion(text)
    assert made.check() == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("gross_mass > 2 * 5000", "CRITERION-CALCULATED"),
        ("gross_mass BETWEEN 5 AND 1", "CRITERION-RANGE"),
        ("commodity_code BETWEEN '09' AND '08'", "CRITERION-RANGE"),
        ("exit_date BETWEEN DATE('2026-02-01') AND DATE('2026-01-01')", "CRITERION-RANGE"),
    ],
)
def test_what_is_odd_but_means_something_is_a_warning(text, code):
    (finding,) = criterion(text).check()
    assert (finding.code, finding.severity) == (code, Severity.WARNING)
    assert finding.message("fr") != finding.message("en")


def test_a_national_catalogue_gives_its_own_names():
    made = criterion("dock_number = '7'", catalogue=NATIONAL)
    assert made.check(NATIONAL) == ()
    assert made.check()[0].code in ("CRITERION-NAME", "CRITERION-NAME-UNKNOWN")
    assert findings("gross_mass > 5", catalogue=NATIONAL) == [("CRITERION-NAME-UNKNOWN", "1:1")]


def test_a_national_criterion_can_be_read_where_its_names_are_unknown():
    made = criterion("dock_number = '7'", catalogue=NATIONAL)
    again = Criterion.parse(str(made))
    assert again == made
    assert again.is_personal


def test_the_place_in_the_json_form_is_a_pointer():
    with pytest.raises(Invalid) as caught:
        criterion('{"op":"in","args":[{"property":"origin_country"},["EC",5]]}')
    (finding,) = caught.value.findings
    assert (finding.path, dict(finding.details)["place"]) == ("/args/1/1", "/args/1/1")
