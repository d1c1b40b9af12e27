"""What an office adds to a product, and what it refuses to issue."""

from __future__ import annotations

import multiprocessing
from pathlib import Path
from typing import Any

import pytest

from smir.findings import Invalid
from smir.handling import HandlingScheme
from smir.office import FileNumbering, MemoryNumbering, Office
from smir.products import Originator, Status
from smir.structure import evolve
from smir.values import CountryCode, Period, Text
from tests.release.case import NOW, alert, office


def draft(**changes: Any) -> Any:
    return evolve(
        alert(),
        **({"status": Status.DRAFT, "urn": None, "created_at": None, "originator": None, "valid": None} | changes),
    )


def test_issuing_numbers_dates_and_signs() -> None:
    issued = office(numbering=MemoryNumbering({2026: 6})).issue(draft())
    assert str(issued.urn) == "FR-DGDDI-2026-000007"
    assert (issued.created_at, issued.status) == (NOW, Status.ISSUED)
    assert issued.originator == Originator(country=CountryCode("FR"), authority="DGDDI", contact="desk@example")


def test_an_alert_is_valid_for_thirty_days_unless_it_says_otherwise() -> None:
    assert office().issue(draft()).valid == Period.days(30).starting(NOW)
    assert office().issue(draft(valid=Period.days(3))).valid == Period.days(3).starting(NOW)


def test_what_the_standard_demands_is_named_all_at_once() -> None:
    with pytest.raises(Invalid) as caught:
        office(contact=None).issue(draft(action_requested=None, contact=None, items=(), judgements=()))
    codes = [finding.code for finding in caught.value.findings if finding.severity.value == "error"]
    assert len(codes) >= 3


def test_a_product_is_issued_once() -> None:
    with pytest.raises(Invalid) as caught:
        office().issue(alert())
    assert caught.value.findings[0].code == "OFFICE-ISSUED"


def test_an_office_issues_only_its_own() -> None:
    with pytest.raises(Invalid) as caught:
        office().issue(draft(originator=Originator(country=CountryCode("BE"), authority="AGDA")))
    assert caught.value.findings[0].code == "OFFICE-ORIGIN"


def test_offices_share_nothing() -> None:
    first, second = office(), office()
    first.issue(draft())
    assert str(second.issue(draft()).urn) == "FR-DGDDI-2026-000001"


def test_the_version_of_a_grade_is_never_guessed() -> None:
    assert office().grade("B21").scheme is HandlingScheme.UNVERSIONED
    with pytest.raises(Invalid) as caught:
        office().grade("B35")
    assert "HANDLING-VERSION" in [finding.code for finding in caught.value.findings]
    assert office(scheme=HandlingScheme.MOPI).grade("B35", conditions=Text(en="x")).scheme is HandlingScheme.MOPI


@pytest.mark.parametrize(
    ("country", "authority"), [("fr", "DGDDI"), ("FR", ""), ("FR", "d g"), ("FR", 5), ("FRA", "X")]
)
def test_a_wrong_name_is_refused(country: str, authority: Any) -> None:
    with pytest.raises(Invalid):
        Office(country=country, authority=authority)


def test_an_office_is_read_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "office.toml"
    file.write_text(
        '[office]\ncountry = "FR"\nauthority = "DGDDI"\nunit = "DNRED"\nscheme = "5x5x5/MoPI"\n'
        'trusted_area = "EEA"\nnumbering = "numbers.json"\nkeys = "keys"\n'
    )
    read = Office.load(file)
    assert (read.unit, read.scheme, read.keys) == ("DNRED", HandlingScheme.MOPI, tmp_path / "keys")
    assert str(read.issue(draft(grade=read.grade("B21"))).urn).endswith("000001")
    assert str(Office.load(file).issue(draft(grade=read.grade("B21"))).urn).endswith("000002")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("nothing", ["OFFICE-FILE"]),
        ("office = 5", ["OFFICE-FILE"]),
        ("[office]\nx" + ".a" * 20_000 + "=1", ["OFFICE-FILE"]),
        ("[office]\n" + "#" * 2**16, ["OFFICE-FILE"]),
        ("office=" + "[" * 5_000, ["OFFICE-FILE"]),
        ("[office]", ["OFFICE-MISSING", "OFFICE-MISSING"]),
        (
            '[office]\ncountry="FR"\nauthority=5\nscheme="6x6"\nhat=1',
            ["OFFICE-UNKNOWN", "OFFICE-ENTRY", "OFFICE-SCHEME"],
        ),
        ('[office]\ncountry="FR"\nauthority="DGDDI"\ntrusted_area="MOON"', ["OFFICE-AREA"]),
    ],
)
def test_a_wrong_file_is_refused_with_all_findings(tmp_path: Path, text: str, codes: list[str]) -> None:
    file = tmp_path / "office.toml"
    file.write_text(text)
    with pytest.raises(Invalid) as caught:
        Office.load(file)
    assert [finding.code for finding in caught.value.findings] == codes


def test_a_missing_file_is_one_of_our_findings(tmp_path: Path) -> None:
    with pytest.raises(Invalid) as caught:
        Office.load(tmp_path / "none.toml")
    assert [finding.code for finding in caught.value.findings] == ["OFFICE-FILE"]


def test_a_device_is_no_file_of_an_office() -> None:
    with pytest.raises(Invalid) as caught:
        Office.load(Path("/dev/zero"))
    assert [finding.code for finding in caught.value.findings] == ["OFFICE-FILE"]
    assert caught.value.__context__ is None


def take(path: Path, count: int) -> list[int]:
    numbering = FileNumbering(path)
    return [numbering.next(2026) for _ in range(count)]


def test_processes_never_share_a_number(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        taken = pool.starmap(take, [(tmp_path / "numbers.json", 20)] * 2)
    assert sorted(taken[0] + taken[1]) == list(range(1, 41))


def test_a_broken_file_of_numbers_is_refused_not_restarted(tmp_path: Path) -> None:
    file = tmp_path / "numbers.json"
    file.write_text("{")
    with pytest.raises(Invalid) as caught:
        FileNumbering(file).next(2026)
    assert [finding.code for finding in caught.value.findings] == ["OFFICE-NUMBERING"]
