"""Products that lack nothing of the standard of their level; all names and numbers are invented."""

from __future__ import annotations

from typing import Any

from smir.criteria import criterion
from smir.entities import Container, Goods, Link, LinkKind, Person, Place, Provenance, Vessel
from smir.grading import Grade
from smir.handling import DataSubject, Purpose
from smir.products import (
    ActionTaken,
    Alert,
    AssistanceRequest,
    Attachment,
    Confidence,
    Correction,
    CorrectionAction,
    Feedback,
    FeedbackResult,
    Item,
    Judgement,
    Level,
    Likelihood,
    Message,
    MessageType,
    Option,
    Originator,
    Profile,
    ProfileSubType,
    RefusalGround,
    Reply,
    ReplyResult,
    Report,
    StatementKind,
    Trend,
    Urn,
    Yardstick,
)
from smir.structure import evolve
from smir.values import ContainerNumber, CountryCode, HSCode, Id, Instant, Period, Quantity, Text, UNLocode

NOW = Instant.parse("2026-06-01T10:00:00Z")
GRADE = Grade.parse("B21")
DESK = "duty-desk@customs.example"


def number(name: str) -> Id:
    return Id.derived("https://customs.example/tests", name)


PERSON = Person(id=number("person"), subject=DataSubject.SUSPECT, name="Ignatius Invented", family_name="Invented")
VESSEL = Vessel(id=number("vessel"), name="INVENTED STAR")
CONTAINER = Container(id=number("container"), number=ContainerNumber("CSQU3054383"))
PLACE = Place(id=number("place"), unlocode=UNLocode("BEANR"))
GOODS = Goods(id=number("goods"), description=Text(en="Frozen fruit pulp"))


def item(name: str, source: str = "ISR-2026-0042", grade: Grade | None = None) -> Item:
    return Item(
        id=number(name),
        kind=StatementKind.FACT,
        text=Text(en=f"Statement {name}.", fr=f"Énoncé {name}."),
        grade=grade,
        provenance=Provenance(member="", source=source),
        concerns=(CONTAINER.id,),
    )


ITEMS = (item("first"), item("second", "ISR-2026-0043"))
JUDGEMENT = Judgement(
    id=number("judgement"),
    text=Text(en="The route will move north before winter."),
    likelihood=Likelihood(scheme=Yardstick.ICD_203, term="LIKELY"),
    confidence=Confidence.MODERATE,
    basis=(ITEMS[0].id,),
    would_change=Text(en="Two months without a seizure in the south."),
)
PHOTOGRAPH = evolve(
    Attachment.of(b"not really a picture", name="hatch.jpg", media_type="image/jpeg"), id=number("photograph")
)


def alert(**changes: Any) -> Alert:
    members: dict[str, Any] = {
        "level": Level.TACTICAL,
        "title": Text(en="Cocaine in frozen fruit pulp", fr="Cocaïne dans de la pulpe de fruits surgelée"),
        "grade": GRADE,
        "valid": Period.days(30),
        "items": ITEMS,
        "entities": (CONTAINER, PLACE),
        "threat_commodities": (HSCode("081190"),),
        "criteria": criterion("commodity_code LIKE '0811%' AND origin_country = 'EC' AND gross_mass > 10000"),
        "modus_operandi": Text(en="Packets in the fourth layer of drums."),
        "action_requested": Text(en="Examine; do not warn the carrier."),
        "contact": DESK,
        "feedback_requested": True,
    }
    return Alert(**members | changes)


def profile(**changes: Any) -> Profile:
    members: dict[str, Any] = {
        "level": Level.TACTICAL,
        "title": Text(en="Heavy fruit pulp"),
        "grade": GRADE,
        "sub_type": ProfileSubType.RISK,
        "valid": Period.days(90),
        "items": tuple(evolve(one, concerns=()) for one in ITEMS),
        "criteria": criterion("gross_mass > 10000"),
        "offices": ("BEANR",),
        "control_instruction": Text(en="Scan, then open the fourth layer."),
        "originator": Originator(country=CountryCode("BE"), authority="EXAMPLE", contact=DESK),
        "feedback_requested": True,
        "attachments": (PHOTOGRAPH,),
    }
    return Profile(**members | changes)


def operational(**changes: Any) -> Report:
    members: dict[str, Any] = {
        "level": Level.OPERATIONAL,
        "title": Text(en="A network by rail"),
        "grade": GRADE,
        "items": ITEMS,
        "entities": (PERSON, VESSEL, CONTAINER),
        "links": (Link(id=number("link"), source=PERSON.id, target=VESSEL.id, kind=LinkKind.OWNER),),
        "gaps": (Text(en="Who buys."),),
        "review_by": Instant.parse("2026-11-30T00:00:00Z"),
        "legal_basis": Text(en="Example Customs Act, article 5"),
        "purposes": (Purpose.INVESTIGATE,),
        "options": (Option(action=Text(en="Search the berth"), risks=Text(en="The network learns of it")),),
        "investigation": "CASE-2026-17",
    }
    return Report(**members | changes)


def strategic(**changes: Any) -> Report:
    members: dict[str, Any] = {
        "level": Level.STRATEGIC,
        "title": Text(en="Tobacco by rail", fr="Le tabac par le rail"),
        "grade": GRADE,
        "scope": Text(en="Rail borders in the north."),
        "period_covered": Period.parse("2025-06-01T00:00:00Z/2026-06-01T00:00:00Z"),
        "baseline_period": Period.parse("2024-06-01T00:00:00Z/2025-06-01T00:00:00Z"),
        "items": (evolve(ITEMS[0], concerns=()), evolve(ITEMS[1], concerns=())),
        "judgements": (JUDGEMENT,),
        "assumptions": (Text(en="Prices stay apart."),),
        "sources": Text(en="Seizure records and open sources; few from the south."),
        "recommendations": (Text(en="Move a scanner to the northern yard."),),
        "alternatives": (Text(en="More controls, not more traffic."),),
        "attachments": (evolve(PHOTOGRAPH, source=Text(en="Own seizure records")),),
        "review_by": Instant.parse("2028-05-31T00:00:00Z"),
    }
    return Report(**members | changes)


def trend(**changes: Any) -> Trend:
    shared = strategic()
    names = ("level", "title", "grade", "scope", "items", "judgements", "assumptions", "sources", "recommendations")
    members: dict[str, Any] = {name: getattr(shared, name) for name in (*names, "alternatives", "review_by")}
    members |= {
        "phenomenon": Text(en="Seizures of tobacco"),
        "baseline_period": Period.parse("2024-06-01T00:00:00Z/2025-06-01T00:00:00Z"),
        "comparison_period": Period.parse("2025-06-01T00:00:00Z/2026-06-01T00:00:00Z"),
        "baseline_value": Quantity.parse("40 C62"),
        "comparison_value": Quantity.parse("50 C62"),
        "series_source": Text(en="Own seizure records"),
    }
    return Trend(**members | changes)


REQUEST = AssistanceRequest(
    applicant_authority="Example Customs, Mutual Assistance Unit",
    measure_requested=Text(en="Copies of two export declarations"),
    object_and_reason=Text(en="Doubt about the declared weight"),
    legal_elements=Text(en="Example Customs Code, articles 5 and 9"),
    facts_and_enquiries=Text(en="Two consignments weighed twice."),
)

#: What a message of each type holds beyond its type; every request is alike.
BODIES: dict[MessageType, dict[str, Any]] = {
    **{
        key: {"request": REQUEST, "due_at": NOW.plus(days=7), "urgency": Text(en="Not urgent.")}
        for key in (
            MessageType.RFI,
            MessageType.SURVEILLANCE,
            MessageType.ENQUIRY,
            MessageType.NOTIFICATION,
            MessageType.CONTROLLED_DELIVERY,
            MessageType.EXPERT,
        )
    },
    MessageType.SPONTANEOUS: {
        "interest": Text(en="The consignee is in your country."),
        "items": (item("first"), item("second")),
        "entities": (CONTAINER,),
        "usage_limits": (Text(en="Not as evidence."),),
    },
    MessageType.REPLY: {
        "correlation": "EC-SENAE-2026-000007",
        "reply": Reply(result=ReplyResult.FULL),
        "usage_limits": (Text(en="Not as evidence."),),
    },
    MessageType.REFUSAL: {
        "correlation": "EC-SENAE-2026-000007",
        "reply": Reply(ground=RefusalGround.ONGOING, explanation=Text(en="Proceedings end in autumn.")),
    },
    MessageType.ACK: {"correlation": "EC-SENAE-2026-000007"},
    MessageType.FEEDBACK: {
        "correlation": "EC-SENAE-2026-000007",
        "feedback": Feedback(action_taken=ActionTaken.CONTROL, result=FeedbackResult.NEGATIVE),
    },
    MessageType.WARNING: {
        "entities": (CONTAINER, PLACE),
        "threat_commodities": (HSCode("081190"),),
        "action_requested": Text(en="Examine on arrival."),
        "valid": Period.days(30),
        "expected_at": NOW.plus(days=5),
    },
    MessageType.SEIZURE: {"entities": (GOODS,)},
    MessageType.CORRECTION: {
        "correction": Correction(
            affected=Urn("FR-DGDDI-2026-000042"),
            error=Text(en="The container number was misread."),
            action=CorrectionAction.RECTIFY,
        )
    },
}


def message(message_type: MessageType, **changes: Any) -> Message:
    members: dict[str, Any] = {
        "level": Level.TACTICAL,
        "title": Text(en="On your consignment"),
        "grade": GRADE,
        "message_type": message_type,
    }
    return Message(**members | BODIES.get(message_type, {}) | changes)
