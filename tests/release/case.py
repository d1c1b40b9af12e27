"""An invented alert with everything a release has to decide on, and those who ask for it."""

from __future__ import annotations

from typing import Any

from smir.criteria import criterion
from smir.entities import Container, Link, LinkKind, Organisation, Person, Provenance
from smir.grading import Grade
from smir.handling import DataSubject, Handling, HandlingScheme, Purpose
from smir.office import Office
from smir.products import Alert, Attachment, Item, Judgement, Level, StatementKind
from smir.release import Recipient, RecipientKind
from smir.structure import evolve
from smir.values import ContainerNumber, CountryCode, Instant, PartialDate, Text

NOW = Instant.parse("2026-06-01T10:00:00Z")


def office(**changes: Any) -> Office:
    """A French office whose clock stands still."""
    return Office(
        **({"country": "FR", "authority": "DGDDI", "clock": lambda: NOW, "contact": "desk@example"} | changes)
    )


def recipient(country: str = "BE", kind: RecipientKind = RecipientKind.CUSTOMS, **changes: Any) -> Recipient:
    """A recipient, in the trusted area unless it is said otherwise."""
    return Recipient(
        **(
            {"country": CountryCode(country), "authority": "AGENCY", "kind": kind, "purposes": (Purpose.DETECT,)}
            | changes
        )
    )


def suspect(**changes: Any) -> Person:
    """A person whose name is long enough that no hit is chance."""
    return Person(
        **(
            {
                "subject": DataSubject.SUSPECT,
                "name": "Qzvortemblax Wyzzinthrop",
                "birth_date": PartialDate("1971-02"),
                "phones": ("+000 5551234567",),
                "health": Text(en="Zymphlogorrheic"),
            }
            | changes
        )
    )


def alert(grade: str = "B21", scheme: HandlingScheme = HandlingScheme.UNVERSIONED, **changes: Any) -> Alert:
    """An issued alert."""
    person, container = suspect(), Container(number=ContainerNumber("CSQU3054383"))
    company = Organisation(name="Invented Brontopulp Trading")
    form = changes.pop("form", {})
    fact = Item(kind=StatementKind.FACT, text=Text(en="The box is heavy."), concerns=(container.id,))
    rumour = Item(
        kind=StatementKind.ASSESSMENT, text=Text(en="QZVORTEMBLAX ordered the box."), concerns=(person.id, container.id)
    )
    members: dict[str, Any] = {
        "level": Level.TACTICAL,
        "title": Text(en="Hold a box", fr="Retenir une boîte"),
        "grade": Grade.parse(grade, scheme=scheme, **form),
        "items": (fact, rumour),
        "entities": (person, container, company),
        "links": (
            Link(source=person.id, target=container.id, kind=LinkKind.USES),
            Link(source=company.id, target=container.id, kind=LinkKind.OWNER),
        ),
        "judgements": (Judgement(text=Text(en="More will come."), basis=(fact.id, rumour.id)),),
        "action_requested": Text(en="Examine it."),
        "legal_basis": Text(en="An invented act"),
        "purposes": (Purpose.DETECT, Purpose.INVESTIGATE),
        "contact": "desk@example",
        "criteria": criterion("gross_mass > 1000 AND importer_name = 'Wyzzinthrop Imports'"),
    }
    return office().issue(Alert(**(members | changes)))


def narrow(code: str, **form: Any) -> Handling:
    """A handling code without version."""
    return Handling(scheme=HandlingScheme.UNVERSIONED, code=code, **form)  # type: ignore[arg-type]


def graded(made: Any, grade: str, **form: Any) -> Any:
    """The same part with a grade of its own."""
    return evolve(made, grade=Grade.parse(grade, **form))


def provenance(member: str, grade: str, **form: Any) -> Provenance:
    """Where a member comes from, graded on its own."""
    return Provenance(member=member, source="R-1", grade=Grade.parse(grade, **form))


def attachment(**changes: Any) -> Attachment:
    """A small file."""
    return evolve(Attachment.of(b"x", name="photo.jpg", media_type="image/jpeg"), **changes)
