"""Dossiers: what a subject profile and a problem profile tell beyond the header of every product."""

from __future__ import annotations

from typing import final

from smir.entities import Reference
from smir.handling import DataSubject, Personal, Withheld
from smir.structure import record
from smir.values import Text


@final
@record(tag="subject-dossier")
class SubjectDossier:
    """What is known of one person or group, to prepare action. All of it is personal data.

    Who the subject is stands among the entities of the profile.

    Args:
        subject: The entity it is about.
        category: In which role the law sees the person.
        retention_class: How long it may be kept, by the office's own classes.
        criminal_activity: What the subject is thought to do.
        lifestyle: Places, habits, means.
        communications: How the subject communicates.
        finances: Where money comes from and goes.
        associations: With whom the subject acts.
        strengths: What makes the subject hard to act against.
        weaknesses: What makes it possible.
        risks_posed: To officers, sources, the public and the subject.

    Source: subject (target) profile of the UK National Intelligence Model.

    >>> SubjectDossier(category=DataSubject.SUSPECT, risks_posed=Text(en="Known to carry a weapon."))
    SubjectDossier(category=SUSPECT)
    """

    subject: Reference | Withheld | None = None
    category: DataSubject | None = None
    retention_class: str | None = None
    criminal_activity: Personal[Text] | None = None
    lifestyle: Personal[Text] | None = None
    communications: Personal[Text] | None = None
    finances: Personal[Text] | None = None
    associations: Personal[Text] | None = None
    strengths: Personal[Text] | None = None
    weaknesses: Personal[Text] | None = None
    risks_posed: Personal[Text] | None = None


@final
@record(tag="problem-dossier")
class ProblemDossier:
    """What is known of one problem, series or place. It speaks of groups and places, not of identified persons.

    Args:
        description: The problem.
        scale: How large it is, by which measure.
        victims: Who suffers from it.
        offenders: What kind of offenders.
        locations: Where it happens.
        causes: Why it happens.
        prevention: What would prevent it.

    Source: problem profile of the UK National Intelligence Model.

    >>> ProblemDossier(description=Text(en="Under-declared weight of scrap metal"))
    ProblemDossier()
    """

    description: Text | Withheld
    scale: Text | Withheld | None = None
    victims: Text | Withheld | None = None
    offenders: Text | Withheld | None = None
    locations: Text | Withheld | None = None
    causes: Text | Withheld | None = None
    prevention: tuple[Text | Withheld, ...] = ()
