"""The lists that come with the house: all load, all are labelled, and they agree with what others count."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import smir.vocabulary
from smir.findings import Unavailable
from smir.vocabulary import French, Standing, Status, edition, get, names
from smir.vocabulary.shelf import from_house, shipped

EXPECTED = {
    "caveats": 6,
    "confidence-levels": 3,
    "countries": 249,
    "currencies": 307,
    "cycle-stages": 5,
    "cycle-stages-app": 7,
    "data-subject-categories": 11,
    "hs-2017": 6_705,
    "hs-2022": 6_936,
    "intelligence-levels": 3,
    "likelihood-icd-203": 7,
    "likelihood-kent": 5,
    "likelihood-phia": 7,
    "message-types": 18,
    "package-types": 406,
    "precedence": 4,
    "product-sub-types": 23,
    "product-types": 5,
    "purposes": 12,
    "special-categories": 8,
    "transfer-bases": 10,
    "transport-modes": 10,
    "units": 2_136,
}


def source_rows(folder: Path, name: str) -> list[dict[str, str]]:
    data = (folder / "reference-codes" / name).read_bytes()
    text = (gzip.decompress(data) if name.endswith(".gz") else data).decode()
    return list(csv.DictReader(text.splitlines()))


def test_the_shelf_holds_the_lists_it_should() -> None:
    assert set(shipped()) == set(EXPECTED)
    assert set(names()) >= set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_every_list_reads_without_a_finding(name: str) -> None:
    outcome = from_house(name)
    assert not outcome.findings
    codes = outcome.require()
    assert (codes.name, len(codes)) == (name, EXPECTED[name])


@pytest.mark.parametrize("name", EXPECTED)
def test_every_code_stands_once(name: str) -> None:
    assert len(get(name).codes) == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_every_row_is_labelled_in_english_and_in_french_unless_the_list_says_not(name: str) -> None:
    codes = get(name)
    assert all("en" in row.languages for row in codes)
    with_french = sum("fr" in row.languages for row in codes)
    wanted = {French.ABSENT: with_french == 0, French.PARTIAL: 0 < with_french < len(codes)}
    assert wanted.get(codes.head.french, with_french == len(codes))
    assert {tag for tag, _ in codes.head.title} == {"en", "fr"}


@pytest.mark.parametrize("name", EXPECTED)
def test_every_row_has_source_status_and_every_list_a_licence(name: str) -> None:
    codes = get(name)
    assert codes.head.licence
    assert all(row.source and type(row.status) is Status for row in codes)


@pytest.mark.parametrize("name", EXPECTED)
def test_french_is_written_with_its_typography(name: str) -> None:
    french = [row.label("fr") for row in get(name) if "fr" in row.languages] + [dict(get(name).head.title)["fr"]]
    wrong = re.compile(r"'|« |[^\u00a0]»|[^\u00a0\u202f][:;!?](?!\w)| %")
    assert [label for label in french if wrong.search(label)] == []


def test_the_house_fits_its_size() -> None:
    folder = files("smir.vocabulary") / "data"
    assert sum(len(entry.read_bytes()) for entry in folder.iterdir()) < 1_500_000


def test_every_source_is_told() -> None:
    sources = (files("smir.vocabulary") / "data" / "SOURCES.md").read_text(encoding="utf-8")
    foreign = [name for name in EXPECTED if get(name).head.licence != "Apache-2.0"]
    assert foreign
    assert [name for name in foreign if f"`{name}`" not in sources] == []


def test_a_list_is_read_once_and_shared() -> None:
    assert get("countries") is get("countries")


def test_importing_the_room_reads_no_list() -> None:
    code = (
        "import sys; seen = []\n"
        "sys.addaudithook(lambda event, args: seen.append(str(args[0])) if event == 'open' else None)\n"
        "import smir.vocabulary\n"
        "print([name for name in seen if name.endswith(('.toml', '.csv', '.gz'))])\n"
        "print([name for name in ('pendulum', 'lxml', 'cattrs', 'csv', 'tomllib') if name in sys.modules])\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split("\n")[:2] == ["[]", "[]"]


def test_an_unknown_list_is_unavailable_and_its_name_not_repeated() -> None:
    with pytest.raises(Unavailable) as caught:
        get("canary-marjolaine")
    assert "canary" not in str(caught.value) + caught.value.report("fr")
    assert "countries" in str(caught.value)


@given(st.dates(dt.date(2017, 1, 1), dt.date(2040, 1, 1)))
def test_the_edition_of_a_day_was_in_force_that_day(on: dt.date) -> None:
    codes = edition("hs", on)
    assert codes.name == ("hs-2022" if on >= dt.date(2022, 1, 1) else "hs-2017")
    assert not codes.row("081190", on).findings


def test_a_day_without_an_edition_and_a_family_without_a_list_are_told() -> None:
    for family, on, code in (
        ("hs", dt.date(2016, 12, 31), "VOCABULARY-NO-EDITION"),
        ("canary", dt.date(2020, 1, 1), "VOCABULARY-LIST"),
    ):
        with pytest.raises(Unavailable) as caught:
            edition(family, on)
        assert [finding.code for finding in caught.value.findings] == [code]
        assert "canary" not in str(caught.value)
    assert edition("countries", dt.date(1900, 1, 1)).name == "countries"


def test_the_levels_stages_and_products_are_those_of_the_strategy() -> None:
    assert get("intelligence-levels").codes == ("TACTICAL", "OPERATIONAL", "STRATEGIC")
    french = [row.label("fr") for row in get("cycle-stages")]
    assert french == ["recueil", "comparaison", "évaluation", "analyse", "diffusion"]
    assert get("product-types").codes == ("ALERT", "TREND", "PROFILE", "REPORT", "MESSAGE")


def test_what_a_row_points_to_exists() -> None:
    types, stages, messages = get("product-types"), get("cycle-stages"), get("message-types")
    assert all(row.extra("product") in types for row in get("product-sub-types"))
    assert all((row.extra("stage") or row.code) in stages for row in get("cycle-stages-app") if row.extra("stage"))
    assert all(answer in messages for row in messages for answer in (row.extra("answer") or "").split())
    currencies = get("currencies")
    assert all(code in currencies for row in get("countries") for code in (row.extra("currency") or "").split())


#: Chapters (one of 97 is reserved), headings and subheadings of the two editions.
COUNTS = [("2017", 96, 1_222, 5_387), ("2022", 96, 1_228, 5_612)]
BANDS = {
    "likelihood-icd-203": [(1, 5), (5, 20), (20, 45), (45, 55), (55, 80), (80, 95), (95, 99)],
    "likelihood-phia": [(0, 5), (10, 20), (25, 35), (40, 50), (55, 75), (80, 90), (95, 100)],
    "likelihood-kent": [(2, 12), (20, 40), (40, 60), (63, 87), (87, 99)],
}


@pytest.mark.parametrize("name", BANDS)
def test_the_yardsticks_have_the_published_edges(name: str) -> None:
    bands = [(int(row.extra("low") or -1), int(row.extra("high") or -1)) for row in get(name)]
    assert bands == BANDS[name]


def test_the_five_purposes_of_the_directive_are_marked() -> None:
    marked = [row.code for row in get("purposes") if row.extra("led") == "1(1)"]
    assert marked == ["PREVENT", "INVESTIGATE", "DETECT", "PROSECUTE", "EXECUTE_PENALTIES"]
    assert {row.status for row in get("purposes") if row.code not in marked} == {Status.OURS}


def test_countries_have_three_codes_each_unique() -> None:
    countries = get("countries")
    forms = {"alpha3": r"[A-Z]{3}", "numeric": r"[0-9]{3}"}
    assert all(re.fullmatch(r"[A-Z]{2}", row.code) for row in countries)
    for column, form in forms.items():
        texts = [row.extra(column) or "" for row in countries]
        assert len(set(texts)) == 249
        assert all(re.fullmatch(form, text) for text in texts)
    namibia = countries.row("NA").require()
    assert (namibia.extra("alpha3"), namibia.label("fr")) == ("NAM", "Namibie")


def test_countries_are_among_those_of_the_unicode_consortium() -> None:
    babel = pytest.importorskip("babel", reason="an independent list of countries; pip install babel")
    english = babel.Locale("en").territories
    regional = {code for code in english if re.fullmatch(r"[A-Z]{2}", code)}
    assert set(get("countries").codes) <= regional
    outside = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"}
    assert regional - set(get("countries").codes) <= outside


def test_countries_agree_with_the_source(shared_data: Path) -> None:
    source = {row["ISO3166-1-Alpha-2"]: row["ISO3166-1-Alpha-3"] for row in source_rows(shared_data, "countries.csv")}
    assert {row.code: row.extra("alpha3") for row in get("countries")} == source


def test_currencies_agree_with_the_source(shared_data: Path) -> None:
    source = source_rows(shared_data, "currencies.csv")
    current = {row["AlphabeticCode"] for row in source if not row["WithdrawalDate"]} - {""}
    every = {row["AlphabeticCode"] for row in source} - {""}
    assert {row.code for row in get("currencies")} == every
    assert {row.code for row in get("currencies") if row.standing is Standing.CURRENT} == current


def test_a_withdrawn_currency_is_told_by_its_day() -> None:
    currencies = get("currencies")
    assert not currencies.row("FRF", dt.date(2001, 12, 31)).findings
    assert [finding.code for finding in currencies.row("FRF", dt.date(2010, 1, 1)).findings] == ["VOCABULARY-DATE"]
    assert all(row.valid_until for row in currencies if row.standing is Standing.WITHDRAWN)
    assert all(row.valid_until is None for row in currencies if row.standing is Standing.CURRENT)


def test_packages_agree_with_the_source(shared_data: Path) -> None:
    source = source_rows(shared_data, "packages_rec21.csv")
    assert [row.code for row in get("package-types")] == [row["Code"] for row in source]
    withdrawn = [row["Code"] for row in source if row["Status"] == "X"]
    assert [row.code for row in get("package-types") if row.standing is Standing.WITHDRAWN] == withdrawn


def test_units_agree_with_the_source(shared_data: Path) -> None:
    source = source_rows(shared_data, "units_rec20.csv.gz")
    marks = {"X": Standing.WITHDRAWN, "D": Standing.DEPRECATED}
    expected = {row["CommonCode"]: marks.get(row["Status"], Standing.CURRENT) for row in source}
    assert {row.code: row.standing for row in get("units")} == expected
    assert sum(standing is Standing.WITHDRAWN for standing in expected.values()) == 309
    assert [finding.code for finding in get("units").row("05").findings] == ["VOCABULARY-WITHDRAWN"]


@pytest.mark.parametrize("year", ["2017", "2022"])
def test_the_harmonized_system_agrees_with_the_source(shared_data: Path, year: str) -> None:
    source = source_rows(shared_data, f"hs{year}.csv.gz")
    codes = get(f"hs-{year}")
    assert {row.code: row.label() for row in codes} == {
        row["hscode"]: " ".join(row["description"].split()) for row in source if row["section"] != "TOTAL"
    }


@pytest.mark.parametrize(("year", "chapters", "headings", "subheadings"), COUNTS)
def test_the_harmonized_system_has_as_many_codes_as_its_keeper_says(
    year: str, chapters: int, headings: int, subheadings: int
) -> None:
    lengths = [len(code) for code in get(f"hs-{year}").codes]
    assert [lengths.count(length) for length in (2, 4, 6)] == [chapters, headings, subheadings]


@pytest.mark.parametrize("year", ["2017", "2022"])
def test_every_subheading_stands_under_its_heading_and_chapter(year: str) -> None:
    codes = get(f"hs-{year}")
    assert all(re.fullmatch(r"[0-9]{2}|[0-9]{4}|[0-9]{6}", code) for code in codes.codes)
    assert [code for code in codes.codes if code[:2] not in codes or code[:4] not in codes] == []
    assert all((row.extra("section") is not None) == (len(row.code) == 2) for row in codes)


def test_where_french_is_absent_english_answers() -> None:
    assert get("hs-2022").head.french is French.ABSENT
    assert get("hs-2022").label("0101", "fr") == "Horses, asses, mules and hinnies; live"


def test_suggestions_find_a_country_in_either_language() -> None:
    countries = get("countries")
    assert countries.suggest("Équateur") == ("EC",)
    assert countries.suggest("cote d'ivoire")[0] == "CI"
    assert countries.suggest("fr")[0] == "FR"


def test_public_names_are_those_documented() -> None:
    assert sorted(smir.vocabulary.__all__) == sorted(set(smir.vocabulary.__all__))
    assert all(getattr(smir.vocabulary, name) is not None for name in smir.vocabulary.__all__)
