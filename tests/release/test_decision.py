"""Who may have a product: the table of audiences, the life of the product, its origin and its caveats."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from smir.findings import Invalid, Refused, Unavailable
from smir.handling import Audience, Caveat, CaveatCode, HandlingScheme, Marking, Purpose
from smir.products import Status, new_version
from smir.release import Received, RecipientKind, Released, Territory
from smir.structure import evolve
from smir.values import CountryCode, Instant, Text
from tests.release.case import NOW, alert, narrow, office, recipient

FORM: dict[str, Any] = {"conditions": Text(en="Desk only."), "authoriser": "Officer 7"}


def refusals(*args: Any, **options: Any) -> list[str]:
    with pytest.raises(Refused) as caught:
        office(**options.pop("office", {})).release(*args, **options)
    return [finding.code for finding in caught.value.findings]


@pytest.mark.parametrize(
    ("country", "kind", "audience"),
    [
        ("FR", RecipientKind.POLICE, Audience.HOME_ENFORCEMENT),
        ("BE", RecipientKind.CUSTOMS, Audience.TRUSTED_ENFORCEMENT),
        ("BR", RecipientKind.CUSTOMS, Audience.OTHER_ENFORCEMENT),
        ("BE", RecipientKind.INTERNATIONAL_BODY, Audience.OTHER_ENFORCEMENT),
        ("FR", RecipientKind.CARRIER, Audience.HOME_OTHER),
        ("FR", RecipientKind.AUTHORITY, Audience.HOME_OTHER),
        ("BE", RecipientKind.CARRIER, Audience.FOREIGN_OTHER),
        ("FR", RecipientKind.PUBLIC, Audience.FOREIGN_OTHER),
    ],
)
def test_the_audience_follows_from_country_and_kind(country: str, kind: RecipientKind, audience: Audience) -> None:
    territory = Territory(home=CountryCode("FR"), agency="DGDDI", trusted_area=(CountryCode("BE"),))
    assert territory.audience(recipient(country, kind)) is audience


def test_code_1_goes_to_law_enforcement_of_the_trusted_area_only() -> None:
    assert office().release(alert(), to=recipient("BE")).recipient.country == CountryCode("BE")
    assert refusals(alert(), to=recipient("BR")) == ["PERMISSION-AUDIENCE"]
    assert refusals(alert(), to=recipient("FR", RecipientKind.CARRIER)) == ["PERMISSION-AUDIENCE"]


def test_an_office_outside_every_group_trusts_nobody_unless_it_says_so() -> None:
    assert office(country="BR", authority="RFB").territory.trusted_area == ()
    assert CountryCode("NO") in office().territory.trusted_area


def test_code_2_names_everything_that_is_lacking_at_once() -> None:
    carrier = recipient("FR", RecipientKind.CARRIER)
    assert refusals(alert("B22"), to=carrier) == ["PERMISSION-CONDITIONS", "PERMISSION-AUTHORISER"]
    assert office().release(alert("B22", form=FORM), to=carrier).note.handling.conditions == FORM["conditions"]


def test_what_no_rule_permits_is_refused() -> None:
    class Silent:
        name = "silent"

        def reasons(self, request: Any) -> Any:
            return iter(())

        def allows(self, request: Any, handling: Any) -> bool:
            return True

        def needs(self, request: Any, datum: Any) -> bool:
            return True

    assert refusals(alert(), to=recipient(), office={"policy": Silent()}) == ["RELEASE-DENIED"]


def test_a_release_may_narrow_the_entry_code_but_never_widen_it() -> None:
    entry = alert("B23", form=FORM)
    narrower = office().release(entry, to=recipient("BE"), handling=narrow("1"))
    assert narrower.product.grade.handling.code == "1"
    assert "RELEASE-NARROWING" in refusals(alert(), to=recipient("BR"), handling=narrow("3", **FORM))


def test_a_draft_does_not_leave_but_its_own_office_keeps_it() -> None:
    draft = evolve(alert(), status=Status.DRAFT)
    assert refusals(draft, to=recipient()) == ["RELEASE-STATUS"]
    assert office().release(draft, to=office().itself).product == draft


def test_an_expired_product_does_not_leave() -> None:
    assert refusals(alert(), to=recipient(), office={"clock": lambda: NOW.plus(days=40)}) == ["RELEASE-EXPIRED"]


def test_a_recipient_without_purpose_receives_no_nominal_product() -> None:
    assert refusals(alert(), to=recipient(purposes=())) == ["RELEASE-PURPOSE"]


def test_what_came_from_elsewhere_is_not_passed_on_without_its_originator() -> None:
    received = Received(alert(), None, "json")
    other = {"country": "BE", "authority": "AGDA"}
    assert refusals(received, to=recipient("NL"), office=other) == ["RELEASE-THIRD-PARTY"]
    released = office(**other).release(received, to=recipient("NL"), consent="FR 2026/17")
    assert released.note.consent == "FR 2026/17"


def test_caveats_bind_whatever_the_code_says() -> None:
    eyes = Caveat(code=CaveatCode.EYES_ONLY, countries=(CountryCode("NL"),))
    embargo = Caveat(code=CaveatCode.EMBARGO, until=Instant.parse("2026-07-01T00:00:00Z"))
    control = Caveat(code=CaveatCode.ORIGINATOR_CONTROL)
    marked = [
        evolve(alert(), markings=(evolve(Marking.parse("TLP:GREEN"), caveats=(caveat,)),))
        for caveat in (eyes, embargo, control)
    ]
    assert refusals(marked[0], to=recipient("BE")) == ["RELEASE-EYES-ONLY"]
    assert refusals(marked[1], to=recipient("BE")) == ["RELEASE-EMBARGO"]
    assert refusals(marked[2], to=recipient("BE")) == ["RELEASE-CONTROL"]
    assert office().release(marked[0], to=recipient("NL")).withheld


def test_code_5_differs_between_the_two_versions() -> None:
    nim = alert("B35", HandlingScheme.NIM_2000, form={"originator_contact": "desk@example"})
    assert "PERMISSION-AUDIENCE" in refusals(nim, to=recipient("FR", RecipientKind.POLICE))
    mopi = alert("B35", HandlingScheme.MOPI, form={"conditions": Text(en="Not in court.")})
    assert refusals(mopi, to=recipient()) == ["PERMISSION-ACCEPTANCE"]
    assert office().release(mopi, to=recipient(), conditions_accepted=True).note.handling.code == "5"


def test_an_office_of_one_version_does_not_decide_on_the_other() -> None:
    mopi = alert("B31", HandlingScheme.MOPI)
    assert "RELEASE-VERSION" in refusals(mopi, to=recipient(), office={"scheme": HandlingScheme.NIM_2000})


def test_a_preview_decides_the_same_and_releases_nothing() -> None:
    decision = office().preview(alert(), to=recipient())
    assert decision.permits
    assert [reason.code for reason in decision.reasons] == ["RELEASE-PERMITTED"]
    assert decision.withheld == office().release(alert(), to=recipient()).withheld or decision.withheld
    assert not office().preview(alert(), to=recipient("BR")).permits


def test_nobody_else_makes_a_released() -> None:
    with pytest.raises(Unavailable):
        Released()
    released = office().release(alert(), to=recipient())
    with pytest.raises(AttributeError):
        released.product = alert()  # type: ignore[misc]
    with pytest.raises(TypeError, match="final"):
        type("Forged", (Released,), {})


def test_a_refusal_pickles_with_all_its_reasons() -> None:
    with pytest.raises(Refused) as caught:
        office().release(alert(), to=recipient("BR"))
    assert pickle.loads(pickle.dumps(caught.value)).findings == caught.value.findings


def test_a_received_product_is_not_laundered_into_ones_own() -> None:
    other = office(country="BE", authority="AGDA")
    with pytest.raises(Invalid) as caught:
        new_version(alert(), originator=None)
    assert caught.value.findings[0].code == "LIFECYCLE-MEMBER"
    with pytest.raises(Invalid):
        other.issue(new_version(alert()))
    own = evolve(alert(), originator=evolve(alert().originator, country=CountryCode("BE"), authority="AGDA"))
    with pytest.raises(Refused) as refused:
        other.release(own, to=recipient("NL"))
    assert "RELEASE-THIRD-PARTY" in [finding.code for finding in refused.value.findings]


@pytest.mark.parametrize("blank", ["", "  "])
def test_a_blank_consent_is_none(blank: str) -> None:
    other = office(country="BE", authority="AGDA")
    with pytest.raises(Refused):
        other.release(alert(), to=recipient("NL"), consent=blank)
    with pytest.raises(Invalid):
        recipient("NL", authority=blank)


def test_a_product_is_not_used_for_a_purpose_it_may_not_serve() -> None:
    assert refusals(alert(), to=recipient(purposes=(Purpose.PROSECUTE,))) == ["RELEASE-PURPOSE"]
