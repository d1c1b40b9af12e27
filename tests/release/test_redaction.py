"""What a recipient may see: nothing personal its purpose does not need, nothing that refers to or repeats it."""

from __future__ import annotations

import copy
import pickle
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.entities import Container, Link, Organisation, Person
from smir.findings import Refused, Unavailable
from smir.grading import Grade
from smir.handling import (
    Caveat,
    CaveatCode,
    DataCategory,
    DataSubject,
    Marking,
    Personal,
    Purpose,
    Withheld,
    WithheldReason,
)
from smir.products import (
    Item,
    Level,
    Product,
    ProductType,
    Profile,
    ProfileSubType,
    Status,
    SubjectDossier,
    Urn,
)
from smir.release import RecipientKind
from smir.structure import evolve, extras, record
from smir.structure.document import dumps
from smir.structure.extras import Extras
from smir.structure.shape import shape
from smir.values import ContainerNumber, CountryCode, PartialDate, Text
from tests.release.case import NOW, alert, attachment, graded, narrow, office, provenance, recipient, suspect

CANARIES = (b"zvortemblax", b"yzzinthrop", b"5551234567", b"ymphlogorrheic", b"1971-02")


@record(tag="national-note")
class NationalNote:
    """A record of a national system."""

    text: str


@record(tag="national-alert")
class NationalAlert(Product):
    """A product of a national system with a name beside a record."""

    product_type: ClassVar[ProductType | None] = ProductType.ALERT
    handler: Personal[str] | NationalNote | None = None
    handlers: tuple[NationalNote | Personal[str], ...] = ()


def leaks(data: bytes) -> list[bytes]:
    return [canary for canary in CANARIES if canary in data.lower()]


def test_the_originating_agency_receives_the_whole() -> None:
    product = alert()
    released = office().release(product, to=office().itself)
    assert released.product == product
    assert released.withheld == ()


@pytest.mark.parametrize("country", ["BE", "FR"])
def test_nothing_of_a_person_leaves_that_the_purpose_does_not_need(country: str) -> None:
    released = office().release(alert(), to=recipient(country))
    assert leaks(dumps(released.product)) == []
    assert isinstance(released.product.entities[0], Withheld)
    assert released.product.entities[0].reason is WithheldReason.PURPOSE


def test_an_investigation_receives_the_suspect_but_no_special_category() -> None:
    released = office().release(alert(), to=recipient(purposes=(Purpose.INVESTIGATE,)))
    person = released.product.entities[0]
    assert isinstance(person, Person)
    assert person.name == "Qzvortemblax Wyzzinthrop"
    assert isinstance(person.health, Withheld)
    assert [(held.path, held.category) for held in released.withheld] == [("/entities/0/health", DataCategory.HEALTH)]


@pytest.mark.parametrize("subject", [DataSubject.WITNESS, DataSubject.INFORMANT, DataSubject.VICTIM])
def test_an_investigation_does_not_receive_those_who_are_not_suspected(subject: DataSubject) -> None:
    product = alert()
    witness = suspect(subject=subject, id=product.entities[0].id)  # type: ignore[union-attr]
    changed = evolve(product, entities=(witness, *product.entities[1:]))
    released = office().release(changed, to=recipient(purposes=(Purpose.INVESTIGATE,)))
    assert leaks(dumps(released.product)) == []


def test_what_refers_to_something_withheld_is_pruned() -> None:
    product = alert()
    hidden = str(product.entities[0].id)  # type: ignore[union-attr]
    released = office().release(product, to=recipient())
    assert hidden.encode() not in dumps(released.product)
    assert isinstance(released.product.links[0], Withheld)
    assert isinstance(released.product.links[1], Link)


def test_a_text_that_repeats_a_withheld_name_is_withheld() -> None:
    released = office().release(alert(), to=recipient())
    fact, rumour = released.product.items
    assert isinstance(fact, Item)
    assert isinstance(rumour, Item)
    assert isinstance(fact.text, Text)
    assert isinstance(rumour.text, Withheld)


def test_a_title_that_repeats_a_withheld_name_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        office().release(alert(title=Text(en="Stop Qzvortemblax")), to=recipient())
    assert [finding.code for finding in caught.value.findings] == ["RELEASE-REPEATS"]
    assert "Qzvortemblax" not in str(caught.value) + repr(caught.value)


def test_a_personal_literal_in_a_criterion_is_personal() -> None:
    released = office().release(alert(), to=recipient(kind=RecipientKind.POLICE))
    assert isinstance(released.product.criteria, Withheld)
    assert released.product.criteria.category is DataCategory.CRITERION


def test_an_item_graded_more_narrowly_stays_behind_with_what_rests_on_it() -> None:
    product = alert()
    first = graded(product.items[0], "B24", reason=Text(en="x"), recipients=("UNIT",))
    changed = evolve(product, items=(first, product.items[1]))
    released = office().release(changed, to=recipient())
    assert isinstance(released.product.items[0], Withheld)
    assert released.product.items[0].reason is WithheldReason.HANDLING
    basis = released.product.judgements[0].basis  # type: ignore[union-attr]
    assert first.id not in basis


def test_a_member_whose_provenance_is_graded_more_narrowly_stays_behind() -> None:
    product = alert()
    box = Container(
        number=ContainerNumber("CSQU3054383"),
        size_type="45R1",
        provenance=(provenance("size_type", "B24"),),
    )
    released = office().release(evolve(product, entities=(box,), items=(), links=(), judgements=()), to=recipient())
    kept = released.product.entities[0]
    assert isinstance(kept, Container)
    assert (kept.size_type, kept.provenance) == (None, ())


def test_an_attachment_with_a_narrower_code_stays_behind() -> None:
    product = evolve(alert(), attachments=(attachment(handling=narrow("4")), attachment()))
    released = office().release(product, to=recipient())
    assert [isinstance(one, Withheld) for one in released.product.attachments] == [True, False]


def test_unknown_members_are_treated_as_the_most_restricted() -> None:
    product = evolve(alert(), extras=Extras.of({"novel": "Wyzzinthrop"}))  # type: ignore[call-arg]
    assert extras(office().release(product, to=office().itself).product)
    released = office().release(product, to=recipient())
    assert not extras(released.product)
    assert DataCategory.UNKNOWN in [held.category for held in released.withheld]


def test_a_company_name_goes_to_customs_but_not_to_a_carrier() -> None:
    partner = office().release(alert(), to=recipient()).product
    assert isinstance(partner.entities[2], Organisation)
    assert partner.entities[2].name == "Invented Brontopulp Trading"
    form = {"conditions": Text(en="Desk only."), "authoriser": "Officer 7"}
    carrier = office().release(alert("B22", form=form), to=recipient("FR", RecipientKind.CARRIER)).product
    assert b"Brontopulp" not in dumps(carrier)
    assert isinstance(carrier.grade.handling.authoriser, Withheld)


@given(
    st.text("abcdefghijklmnopqrstuvwxyz", min_size=12, max_size=20).map(lambda name: f"zqx{name}"),
    st.sampled_from([str.upper, str.title, " ".join, lambda name: f"({name}),"]),
    st.sampled_from([RecipientKind.CUSTOMS, RecipientKind.POLICE, RecipientKind.PROSECUTOR]),
)
def test_a_withheld_name_leaves_in_no_spelling(name: str, spelled: object, kind: RecipientKind) -> None:
    written = spelled(name)  # type: ignore[operator]
    product = alert()
    person = suspect(name=name, id=product.entities[0].id)  # type: ignore[union-attr]
    changed = evolve(
        product,
        entities=(person, *product.entities[1:]),
        action_requested=Text(en=f"Ask {written} first."),
        gaps=(Text(en=f"Where is {written}?"), Text(en="What is inside?")),
    )
    released = office().release(changed, to=recipient(kind=kind))
    data = dumps(released.product).lower().replace(b" ", b"")
    assert name.encode() not in data
    assert isinstance(released.product.gaps[1], Text)


def test_withheld_values_show_nowhere() -> None:
    released = office().release(alert(), to=recipient())
    said = f"{released!r}{released.decision!r}{released.withheld!r}{released.note!r}{released.product!r}"
    said += "".join(held.describe("en") + held.describe("fr") for held in released.withheld)
    assert leaks(said.encode()) == []
    assert PartialDate("1971-02") not in (released.note.withheld or ())


def test_neither_the_decision_nor_a_copy_carries_what_was_withheld() -> None:
    released = office().release(alert(), to=recipient())
    assert leaks(dumps(released.decision.request.product)) == []
    assert leaks(pickle.dumps(released.decision)) == []
    assert copy.copy(released) is released
    assert copy.deepcopy(released) is released
    with pytest.raises(Unavailable):
        pickle.dumps(released)


def test_what_is_internal_to_the_office_leaves_for_no_purpose() -> None:
    form = {"authoriser": "Zymotic Officer", "conditions": Text(en="None.")}
    product = alert(form=form, notes=Text(en="Brontopulp is ours."))
    released = office().release(product, to=recipient(purposes=(Purpose.INVESTIGATE,)))
    assert {DataCategory.INTERNAL} <= {held.category for held in released.withheld}
    assert b"Zymotic" not in dumps(released.product)
    assert isinstance(released.product.notes, Withheld)


def test_the_dossier_of_an_informant_stays_behind_with_the_informant() -> None:
    informant = suspect(subject=DataSubject.INFORMANT)
    dossier = SubjectDossier(subject=informant.id, category=DataSubject.INFORMANT, lifestyle=Text(en="Zymolifestyle"))
    profile = Profile(
        level=Level.OPERATIONAL,
        title=Text(en="A subject"),
        grade=Grade.parse("B21"),
        sub_type=ProfileSubType.SUBJECT,
        entities=(informant,),
        subject=dossier,
        purposes=(Purpose.INVESTIGATE,),
        status=Status.ISSUED,
        urn=Urn("FR-DGDDI-2026-000009"),
        created_at=NOW,
        originator=alert().originator,
    )
    released = office().release(profile, to=recipient(purposes=(Purpose.INVESTIGATE,)))
    data = dumps(released.product)
    assert leaks(data) == []
    assert b"Zymolifestyle" not in data
    assert b"INFORMANT" not in data
    assert str(informant.id).encode() not in data


def test_a_national_record_with_a_personal_alternative_is_covered() -> None:
    base = alert()
    held = {member.name: getattr(base, member.name) for member in shape(Product).members}
    product = NationalAlert(**held, handler="Wyzzinthrop", handlers=("Wyzzinthrop", NationalNote(text="Seen.")))
    released = office().release(product, to=recipient())
    assert leaks(dumps(released.product)) == []
    assert isinstance(released.product.handlers[1], NationalNote)


def test_unknown_members_beside_a_withheld_value_stay_behind() -> None:
    mark = evolve(
        Withheld(category=DataCategory.PERSONAL, reason=WithheldReason.PURPOSE), extras=Extras.of({"zz": "Wyzzinthrop"})
    )
    released = office().release(alert(modus_operandi=mark), to=recipient())
    assert leaks(dumps(released.product)) == []


def test_the_caveats_of_an_attachment_bind_it() -> None:
    eyes = Caveat(code=CaveatCode.EYES_ONLY, countries=(CountryCode("NL"),))
    marked = attachment(marking=evolve(Marking.parse("TLP:GREEN"), caveats=(eyes,)))
    product = evolve(alert(), attachments=(marked,))
    assert isinstance(office().release(product, to=recipient("BE")).product.attachments[0], Withheld)
    assert not isinstance(office().release(product, to=recipient("NL")).product.attachments[0], Withheld)


def test_what_an_item_withheld_for_its_handling_says_is_not_repeated() -> None:
    product = alert()
    secret = graded(product.items[0], "B24", reason=Text(en="x"), recipients=("UNIT",))
    changed = evolve(product, items=(secret,), judgements=(), modus_operandi=Text(en="As said: the box is heavy."))
    released = office().release(changed, to=recipient())
    assert isinstance(released.product.modus_operandi, Withheld)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("王小明", "昨天王小明到了"),
        ("Sørensen Qvist", "ask SORENSEN"),
        ("Łukasz Qvist", "Lukasz came"),
        ("Kim Lee", "Lee, Kim"),
        ("Li Wu", "Wu Li came"),
        ("Invented Qvist", "In\u00advented came"),
        ("Invented Qvist", "Inven-\nted came"),
    ],
)
def test_a_name_is_found_in_other_scripts_orders_and_layouts(name: str, written: str) -> None:
    product = alert()
    person = suspect(name=name, id=product.entities[0].id)  # type: ignore[union-attr]
    changed = evolve(product, entities=(person, *product.entities[1:]), modus_operandi=Text(en=written))
    assert isinstance(office().release(changed, to=recipient()).product.modus_operandi, Withheld)


def test_a_national_telephone_number_is_found() -> None:
    product = alert()
    person = suspect(phones=("+33 1 23 45 67 89",), id=product.entities[0].id)  # type: ignore[union-attr]
    changed = evolve(product, entities=(person, *product.entities[1:]), modus_operandi=Text(en="Call 01 23 45 67 89."))
    assert isinstance(office().release(changed, to=recipient()).product.modus_operandi, Withheld)


def test_conditions_that_name_someone_withheld_stop_the_release() -> None:
    form = {"conditions": Text(en="Never tell Wyzzinthrop."), "authoriser": "Officer 7"}
    with pytest.raises(Refused) as caught:
        office().release(alert("B22", form=form), to=recipient("FR", RecipientKind.CARRIER))
    assert [finding.code for finding in caught.value.findings] == ["RELEASE-REPEATS"]
