"""The decision table of audiences and handling codes: whole, as published, and printed for people to read.

``SMIR_REGENERATE=1`` writes the printed table anew and fails once, so that somebody compares it with the publication.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from smir.findings import Invalid
from smir.handling import (
    Audience,
    DataCategory,
    Handling,
    HandlingScheme,
    Need,
    PermissionTable,
    Withheld,
    WithheldReason,
    permission,
    refusals,
)
from smir.values import Instant, Text

GOLDEN = Path(__file__).parent.parent / "golden" / "handling" / "audiences.txt"
CODES = ("1", "2", "3", "4", "5")
FORMS = tuple((scheme, code) for scheme in HandlingScheme for code in CODES if code != "5" or scheme.is_versioned)
UNIT = "Example Unit 7"
FORM_PARTS = {
    Need.CONDITIONS: "conditions",
    Need.CONDITIONS_NAME_AUDIENCE: "named_audiences",
    Need.AUTHORISER: "authoriser",
    Need.NAMED_RECIPIENT: "recipients",
    Need.REASON: "reason",
    Need.REVIEW_DATE: "review_by",
}

C, A, R, N = "CONDITIONS", "AUTHORISER", "RECORD", "CONDITIONS_NAME_AUDIENCE"
#: The table as a person copied it from the publication: audience, then codes 1 to 4, 5 (2000), 5 (MoPI).
PUBLISHED = {
    "ORIGINATING_AGENCY": (
        "yes",
        "yes",
        "yes",
        "yes NAMED_RECIPIENT REASON REVIEW_DATE",
        "yes AUTHORISING_OFFICER",
        f"yes {C}",
    ),
    "HOME_ENFORCEMENT": ("yes", "yes", "yes", "no", "no REFER_TO_ORIGINATOR", f"yes {C} {C}_ACCEPTED"),
    "TRUSTED_ENFORCEMENT": ("yes", "yes", "yes", "no", "no REFER_TO_ORIGINATOR", f"yes {C} {C}_ACCEPTED"),
    "OTHER_ENFORCEMENT": (
        "no",
        "no",
        f"yes {C} {A} {R}",
        "no",
        "no REFER_TO_ORIGINATOR",
        f"yes {C} {N} {C}_ACCEPTED {A}",
    ),
    "HOME_OTHER": ("no", f"yes {C} {A} {R}", "no", "no", "no", f"yes {C} {N} {C}_ACCEPTED {A}"),
    "FOREIGN_OTHER": ("no", "no", "no", "no", "no", "no"),
}


def handling(scheme: HandlingScheme, code: str, audience: Audience, without: Need | None = None) -> Handling:
    """A form filled in whole, but for what one need asks."""
    parts = {
        "conditions": Text(en="Example condition", fr="Condition d’exemple"),
        "authoriser": "Example duty officer",
        "reason": Text(en="Example reason", fr="Motif d’exemple"),
        "recipients": (UNIT,),
        "named_audiences": (audience,),
        "review_by": Instant.parse("2026-06-01T10:00:00Z"),
        "originator_contact": "Example Intelligence Office",
    }
    if without is not None:
        parts.pop(FORM_PARTS.get(without, ""), None)
    return Handling(scheme=scheme, code=code, **parts)


def verdict(scheme: HandlingScheme, code: str, audience: Audience, without: Need | None) -> str:
    found = refusals(
        handling(scheme, code, audience, without),
        audience,
        recipient=UNIT,
        met=set(Need) - ({without} if without else set()),
    )
    return " ".join(finding.code for finding in found) or "go"


def printed() -> str:
    return "\n".join(lines()) + "\n"


def lines() -> Iterator[str]:
    yield "# What each handling code lets each audience have: with everything its form asks, and without each single need."
    for scheme, code in FORMS:
        yield ""
        yield f"== {scheme.value}, code {code}"
        for audience in Audience:
            given = permission(handling(scheme, code, audience), audience)
            asked = ", ".join(need.value for need in given.needs) or "nothing"
            yield f"{audience.value}: {'allowed' if given.allowed else 'refused'}; asks {asked}"
            yield f"    with everything: {verdict(scheme, code, audience, None)}"
            for need in Need:
                yield f"    without {need.value}: {verdict(scheme, code, audience, need)}"


def test_the_decisions_are_those_that_people_have_read() -> None:
    found = printed()
    if os.environ.get("SMIR_REGENERATE") == "1":
        GOLDEN.parent.mkdir(parents=True, exist_ok=True)
        GOLDEN.write_text(found, encoding="utf-8", newline="\n")
        pytest.fail(
            f"wrote {GOLDEN.name} anew: compare it with the publication, then run again without SMIR_REGENERATE"
        )
    assert found.splitlines() == GOLDEN.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(("scheme", "code"), FORMS)
@pytest.mark.parametrize("audience", Audience)
def test_every_cell_says_what_is_published(scheme: HandlingScheme, code: str, audience: Audience) -> None:
    given = permission(handling(scheme, code, audience), audience)
    column = 5 if (scheme, code) == (HandlingScheme.MOPI, "5") else int(code) - 1
    said = " ".join(("yes" if given.allowed else "no", *(need.value for need in given.needs)))
    assert said == PUBLISHED[audience.value][column]


def test_the_table_holds_every_case_once() -> None:
    assert set(PermissionTable.published().cells) == {
        (scheme, code, audience) for scheme, code in FORMS for audience in Audience
    }


@pytest.mark.parametrize("code", CODES[:4])
@pytest.mark.parametrize("audience", Audience)
def test_codes_1_to_4_are_read_alike_in_every_form(code: str, audience: Audience) -> None:
    said = {permission(handling(scheme, code, audience), audience) for scheme in HandlingScheme}
    assert len(said) == 1


@pytest.mark.parametrize(("scheme", "code"), FORMS)
@pytest.mark.parametrize("audience", Audience)
def test_what_is_not_in_the_table_is_refused(scheme: HandlingScheme, code: str, audience: Audience) -> None:
    cells = dict(PermissionTable.published().cells)
    del cells[scheme, code, audience]
    found = refusals(
        handling(scheme, code, audience), audience, recipient=UNIT, met=tuple(Need), table=PermissionTable(cells)
    )
    assert [finding.code for finding in found] == ["PERMISSION-AUDIENCE"]


@pytest.mark.parametrize(("scheme", "code"), FORMS)
@pytest.mark.parametrize("audience", Audience)
def test_a_missing_need_is_a_refusal_and_nothing_else_is(scheme: HandlingScheme, code: str, audience: Audience) -> None:
    given = permission(handling(scheme, code, audience), audience)
    for need in Need:
        refused = verdict(scheme, code, audience, need) != "go"
        assert refused is (not given.allowed or need in given.needs)


def test_code_5_without_a_form_never_reaches_the_table() -> None:
    with pytest.raises(Invalid) as caught:
        handling(HandlingScheme.UNVERSIONED, "5", Audience.HOME_ENFORCEMENT)
    (finding,) = caught.value.findings
    assert finding.code == "HANDLING-VERSION"
    for language in ("en", "fr"):
        assert "5x5x5/NIM-2000, 5x5x5/MoPI" in finding.message(language)


def test_no_code_gives_anything_to_foreign_parties_that_do_not_prosecute() -> None:
    cells = PermissionTable.published().cells.values()
    assert not any(given.allowed for given in cells if given.audience is Audience.FOREIGN_OTHER)


def test_every_reason_of_a_refusal_speaks_both_languages() -> None:
    bare = Handling(scheme=HandlingScheme.MOPI, code="5")
    found = refusals(bare, Audience.HOME_OTHER)
    assert [finding.code for finding in found] == [
        "PERMISSION-CONDITIONS",
        "PERMISSION-NAMED-AUDIENCE",
        "PERMISSION-ACCEPTANCE",
        "PERMISSION-AUTHORISER",
    ]
    assert "home parties that do not prosecute" in found[1].message("en")
    assert "organismes du pays sans pouvoir de poursuite" in found[1].message("fr")


def test_a_withheld_text_or_authoriser_counts_as_not_there() -> None:
    gone = Withheld(category=DataCategory.PERSONAL, reason=WithheldReason.PURPOSE)
    received = Handling(scheme=HandlingScheme.MOPI, code="2", conditions=gone, authoriser=gone)
    found = refusals(received, Audience.HOME_OTHER, met={Need.RECORD})
    assert [finding.code for finding in found] == ["PERMISSION-CONDITIONS", "PERMISSION-AUTHORISER"]


def test_an_administrations_table_cannot_change_under_its_feet() -> None:
    cells = dict(PermissionTable.published().cells)
    table = PermissionTable(cells)
    cells.clear()
    assert len(table.cells) == len(PermissionTable.published().cells)
    assert repr(table) == "<PermissionTable 84 cells>"
