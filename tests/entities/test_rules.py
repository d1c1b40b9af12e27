"""The rules of entities and links: what is refused, what is asked about, and what is deliberately let through."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.entities import (
    Address,
    Aircraft,
    AsSeen,
    Communication,
    CommunicationKind,
    Consignment,
    Container,
    Document,
    DocumentKind,
    Goods,
    IdentityDocument,
    IdentityDocumentKind,
    Link,
    LinkKind,
    Organisation,
    Person,
    Place,
    PlaceKind,
    Provenance,
    RouteLeg,
    Vehicle,
    Vessel,
)
from smir.entities.measure import outweighs
from smir.findings import Invalid, errors_among
from smir.handling import DataSubject, Withheld
from smir.structure import check
from smir.values import (
    MMSI,
    VIN,
    ContainerNumber,
    CountryCode,
    Id,
    IMONumber,
    Instant,
    PartialDate,
    Period,
    Position,
    Quantity,
    Text,
    UNLocode,
)
from tests.entities.strategies import entities, instants, masses, withheld

EARLY, LATE = Instant.parse("2026-06-01T10:00:00Z"), Instant.parse("2026-06-01T13:00:00+02:00")
kilograms = Quantity.parse


def found(made: Any) -> set[tuple[str, str]]:
    return {(finding.code, finding.path) for finding in check(made)}


def refused(cls: type, **members: Any) -> set[tuple[str, str]]:
    """The errors that stop a class from being made of these members."""
    with pytest.raises(Invalid) as caught:
        cls(**members)
    return {(finding.code, finding.path) for finding in errors_among(caught.value.findings)}


# --- what every entity is asked


@pytest.mark.parametrize("blank", ["", " ", "\n\t"])
def test_an_empty_text_is_refused(blank: str) -> None:
    assert ("ENTITY-EMPTY", "/name") in refused(Vessel, name=blank)
    assert ("ENTITY-EMPTY", "/aliases/1") in refused(Person, subject=DataSubject.WITNESS, aliases=("A", blank))
    assert ("ENTITY-EMPTY", "/city") in refused(Address, city=blank)


def test_an_entity_that_nothing_tells_apart_is_asked_about() -> None:
    assert ("ENTITY-IDENTITY", "") in found(Vessel(flag=CountryCode("PA")))
    assert ("ENTITY-IDENTITY", "") not in found(Vessel(name="INVENTED STAR"))


@given(withheld)
def test_a_withheld_name_is_still_a_name(absent: Withheld) -> None:
    assert ("ENTITY-IDENTITY", "") not in found(Person(subject=DataSubject.WITNESS, name=absent))


def test_provenance_must_name_a_member() -> None:
    of = {"source": "ISR-2026-0042"}
    assert refused(Vessel, name="I", provenance=(Provenance(member="colour", **of),)) == {
        ("PROVENANCE-MEMBER", "/provenance/0/member")
    }
    assert refused(Vessel, name="I", provenance=(Provenance(member="id", **of),))
    assert found(Vessel(name="I", provenance=(Provenance(member="", **of), Provenance(member="name", **of)))) == set()


@given(st.text(min_size=1).filter(lambda text: " " in text or not text.isascii()))
def test_a_source_is_a_reference_and_no_name(text: str) -> None:
    codes = {code for code, _ in refused(Provenance, member="", source=text)}
    assert codes <= {"PROVENANCE-SOURCE", "MEMBER-CHARACTERS"}


def test_provenance_says_something() -> None:
    assert refused(Provenance, member="name") == {("PROVENANCE-NOTHING", "")}


@given(instants, instants)
def test_nothing_is_reported_before_it_is_so(as_of: Instant, reported: Instant) -> None:
    asked = ("PROVENANCE-TIMES", "/reported") in found(Provenance(member="", as_of=as_of, reported=reported))
    assert asked == (reported < as_of)


# --- identifiers as seen


def test_an_identifier_that_fails_its_check_is_kept_as_seen() -> None:
    assert found(Vessel(imo=AsSeen(text="9074728"))) == {("AS-SEEN", "/imo")}
    assert found(Container(number=AsSeen(text="CSQU305438?"))) == {("AS-SEEN", "/number")}


def test_an_identifier_that_passes_its_check_is_not_as_seen() -> None:
    assert ("AS-SEEN-VALID", "/imo") in found(Vessel(imo=AsSeen(text="9074729")))
    assert ("AS-SEEN-VALID", "/number") in found(Container(number=AsSeen(text="CSQU3054383")))
    account = AsSeen(text="GR1601101050000010547023795")
    assert ("AS-SEEN-VALID", "/accounts/0") in found(Organisation(name="Invented Ltd", accounts=(account,)))


def test_nothing_seen_is_refused() -> None:
    assert ("AS-SEEN-EMPTY", "/text") in refused(AsSeen, text="  ")


def test_a_plain_text_is_no_identifier() -> None:
    assert ("MEMBER-FORM", "/imo") in refused(Vessel, imo="9074729")


# --- persons and organisations


def test_what_a_person_is_to_the_case_is_mandatory() -> None:
    with pytest.raises(TypeError, match="subject"):
        Person(name="Ignatius Invented")  # type: ignore[call-arg]
    assert ("PERSON-UNCLASSIFIED", "/subject") in found(Person(subject=DataSubject.UNCLASSIFIED, name="I"))


def test_a_special_category_is_noted_for_what_it_is() -> None:
    person = Person(subject=DataSubject.SUSPECT, name="I", health=Text(en="asthma"), biometric_reference="AFIS-0")
    assert found(person) == {("PERSON-SPECIAL", "/health"), ("PERSON-SPECIAL", "/biometric_reference")}


@given(withheld)
def test_a_withheld_special_category_is_not_noted(absent: Withheld) -> None:
    assert found(Person(subject=DataSubject.SUSPECT, name="I", health=absent)) == set()


@pytest.mark.parametrize("height", [29, 276, -1])
def test_a_height_is_that_of_a_person(height: int) -> None:
    assert refused(Person, subject=DataSubject.SUSPECT, height_cm=height) == {("PERSON-HEIGHT", "/height_cm")}


def test_a_sole_trader_is_a_person() -> None:
    assert ("ORGANISATION-SUBJECT", "/subject") in found(Organisation(name="I. Invented", sole_trader=True))
    assert found(Organisation(name="I. Invented", sole_trader=True, subject=DataSubject.TRADER)) == set()


def test_partial_dates_disagree_only_where_they_must() -> None:
    assert found(Organisation(name="I", registered=PartialDate("2020-05"), dissolved=PartialDate("2020"))) == set()
    assert ("ORGANISATION-DATES", "/dissolved") in found(
        Organisation(name="I", registered=PartialDate("2020-05"), dissolved=PartialDate("2019"))
    )
    passport = {"kind": IdentityDocumentKind.PASSPORT, "number": "X0"}
    assert ("IDENTITY-DOCUMENT-DATES", "/expires") in found(
        IdentityDocument(issued=PartialDate("2021"), expires=PartialDate("2020-12-31"), **passport)
    )
    assert ("DOCUMENT-DATES", "/expires") in found(
        Document(kind=DocumentKind.LICENCE, number="1", issued=PartialDate("2021"), expires=PartialDate("2020"))
    )


def test_an_address_says_something() -> None:
    assert refused(Address, use=Text(en="delivery")) == {("ADDRESS-NOTHING", "")}


# --- means of transport


def test_a_tonnage_is_above_zero() -> None:
    assert refused(Vessel, name="I", gross_tonnage=0) == {("VESSEL-TONNAGE", "/gross_tonnage")}


def test_a_shore_station_is_no_ship() -> None:
    assert found(Vessel(mmsi=MMSI("002260000"))) == {("VESSEL-MMSI", "/mmsi")}
    assert found(Vessel(mmsi=MMSI("226000111"))) == set()


@pytest.mark.parametrize("text", ["39c123", "39C12", "39C1234", "39C12G", "３９C123"])
def test_an_aircraft_address_is_six_hexadecimal_digits(text: str) -> None:
    assert refused(Aircraft, aircraft_address=text) == {("AIRCRAFT-ADDRESS", "/aircraft_address")}


def test_a_type_designator_is_a_short_code() -> None:
    assert refused(Aircraft, type_designator="Boeing 777") == {("AIRCRAFT-DESIGNATOR", "/type_designator")}


def test_what_a_chassis_number_has_to_say_is_passed_on() -> None:
    assert ("VIN-CHECK", "/vin") in found(Vehicle(vin=VIN("11111111011111111")))


@pytest.mark.parametrize("text", ["45r1", "45R", "45R11", "４５R1"])
def test_a_size_and_type_is_four_signs(text: str) -> None:
    assert refused(Container, size_type=text) == {("CONTAINER-SIZE-TYPE", "/size_type")}


def test_a_container_on_an_aircraft_is_unusual_and_not_wrong() -> None:
    aircraft, container = Aircraft(registration="F-ZZZZ"), Container(number=ContainerNumber("CSQU3054383"))
    leg = RouteLeg(mode="4", conveyance=aircraft.id, from_place=Id.random())
    link = Link(source=container.id, kind=LinkKind.TRANSPORTED_ON, target=aircraft.id)
    assert found(leg) == found(link) == set()


# --- masses


@given(masses, masses)
def test_masses_compare_whatever_their_unit(one: Quantity, other: Quantity) -> None:
    assert not (outweighs(one, other) and outweighs(other, one))
    assert not outweighs(one, one)


def test_net_above_gross_is_asked_about() -> None:
    assert ("GOODS-MASS", "/net_mass") in found(
        Goods(brand="B", net_mass=kilograms("2 TNE"), gross_mass=kilograms("1999 KGM"))
    )
    assert found(Goods(brand="B", net_mass=kilograms("2 TNE"), gross_mass=kilograms("2000 KGM"))) == set()


def test_an_empty_container_is_lighter_than_a_loaded_one() -> None:
    box = Container(unit_number="AKE0", tare=kilograms("4000 KGM"), verified_gross_mass=kilograms("3900 KGM"))
    assert found(box) == {("CONTAINER-MASS", "/tare")}


@pytest.mark.parametrize(
    ("cls", "member", "code"),
    [
        (Goods, "gross_mass", "GOODS-UNIT"),
        (Goods, "net_mass", "GOODS-UNIT"),
        (Container, "tare", "CONTAINER-UNIT"),
        (Consignment, "gross_mass", "CONSIGNMENT-UNIT"),
    ],
)
def test_a_mass_is_not_counted_in_pieces(cls: type, member: str, code: str) -> None:
    assert refused(cls, **{member: kilograms("12 C62")}) == {(code, f"/{member}")}


@pytest.mark.parametrize(("cls", "code"), [(Goods, "GOODS-PACKAGES"), (Consignment, "CONSIGNMENT-PACKAGES")])
def test_no_packages_fewer_than_none(cls: type, code: str) -> None:
    assert refused(cls, package_count=-1) == {(code, "/package_count")}


def test_a_purity_is_a_percentage() -> None:
    assert refused(Goods, purity=kilograms("101 P1")) == {("GOODS-PURITY", "/purity")}
    assert refused(Goods, purity=kilograms("50 KGM")) == {("GOODS-PURITY", "/purity")}


def test_a_un_number_is_four_digits() -> None:
    assert refused(Goods, un_number="UN1203") == {("GOODS-UN-NUMBER", "/un_number")}


# --- places, routes and times


def test_a_dwelling_is_named_by_its_address_alone() -> None:
    home = Place(kind=PlaceKind.DWELLING, name="the farm", position=Position("51.95 4.14"))
    assert found(home) == {("PLACE-DWELLING", "/name"), ("PLACE-DWELLING", "/position")}
    assert found(Place(kind=PlaceKind.DWELLING, address=Address(city="Harbourtown"))) == set()


def test_a_radius_needs_a_point_and_a_length() -> None:
    assert refused(Place, name="I", radius=kilograms("5 NMI")) == {("PLACE-RADIUS", "/radius")}
    assert refused(Place, position=Position("0 0"), radius=kilograms("5 KGM")) == {("PLACE-RADIUS", "/radius")}
    assert found(Place(position=Position("0 0"), radius=kilograms("5 NMI"))) == set()


def test_country_and_code_of_a_place_agree() -> None:
    assert found(Place(unlocode=UNLocode("BEANR"), country=CountryCode("FR"))) == {("PLACE-COUNTRY", "/country")}


@given(instants, instants)
def test_no_leg_arrives_before_it_departs(departs: Instant, arrives: Instant) -> None:
    members = {"conveyance_reference": "V001", "departs": departs, "arrives": arrives}
    if arrives < departs:
        assert refused(RouteLeg, **members) == {("ROUTE-LEG-TIMES", "/arrives")}
        assert refused(Consignment, ucr="U", departs=departs, arrives=arrives) == {("CONSIGNMENT-TIMES", "/arrives")}
    else:
        assert found(RouteLeg(**members)) == set()


def test_times_compare_across_offsets() -> None:
    assert found(RouteLeg(conveyance_reference="V001", departs=EARLY, arrives=LATE)) == set()


def test_a_leg_that_goes_nowhere_is_asked_about() -> None:
    place = Id.random()
    assert found(RouteLeg(from_place=place, to_place=place)) == {("ROUTE-LEG-LOOP", "/to_place")}


def test_the_mode_of_a_leg_is_a_code_with_a_label() -> None:
    assert RouteLeg(mode="1").mode_label("fr") == "Transport maritime"
    assert RouteLeg().mode_label() is None
    assert {code for code, _ in refused(RouteLeg, mode="sea")} == {"MEMBER-CHOICE"}


def test_a_consignment_to_order_names_no_consignee() -> None:
    assert ("CONSIGNMENT-TO-ORDER", "/consignee") in found(Consignment(ucr="U", to_order=True, consignee=Id.random()))


def test_numbers_of_communication_have_one_form() -> None:
    assert found(Communication(kind=CommunicationKind.PHONE, address="0601")) == {("COMMUNICATION-PHONE", "/address")}
    assert found(Communication(kind=CommunicationKind.PHONE, address="+33000000000")) == set()
    assert found(Communication(kind=CommunicationKind.IMEI, address="x")) == {("COMMUNICATION-DEVICE", "/address")}
    assert refused(Communication, kind=CommunicationKind.RADIO, address="16", first_seen=LATE, last_seen=EARLY) == {
        ("COMMUNICATION-TIMES", "/last_seen")
    }


# --- links


@given(st.sampled_from(LinkKind))
def test_nothing_is_linked_to_itself(kind: LinkKind) -> None:
    one = Id.random()
    assert refused(Link, source=one, kind=kind, target=one) == {("LINK-SELF", "/target")}


def test_a_link_says_when_it_holds() -> None:
    ends = {"source": Id.random(), "kind": LinkKind.OWNER, "target": Id.random()}
    assert refused(Link, **ends, period=Period.days(30)) == {("LINK-PERIOD", "/period")}
    assert found(Link(**ends, period=Period.since(EARLY))) == set()


def test_all_that_is_wrong_is_said_at_once() -> None:
    assert refused(Goods, un_number="x", package_count=-1, brand=" ", purity=kilograms("1 KGM")) == {
        ("GOODS-UN-NUMBER", "/un_number"),
        ("GOODS-PACKAGES", "/package_count"),
        ("ENTITY-EMPTY", "/brand"),
        ("GOODS-PURITY", "/purity"),
    }


@given(entities())
def test_rules_never_raise_and_never_stop_a_valid_entity(entity: Any) -> None:
    assert not [finding for finding in check(entity) if finding.severity.value == "error"]


def test_an_imo_number_is_the_checked_kind() -> None:
    assert found(Vessel(imo=IMONumber("9074729"))) == set()
