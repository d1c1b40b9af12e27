"""What every product of customs intelligence has in common: its header, its statements and what they speak of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, cast

from smir.entities import Entity, Link
from smir.entities.soundness import filled
from smir.findings import Code, Finding, Severity
from smir.grading import Grade, grades
from smir.handling import Internal, Marking, Purpose, Withheld
from smir.products.attachment import Attachment
from smir.products.item import Item
from smir.products.judgement import Judgement
from smir.products.level import Level
from smir.products.likelihood import LIKELIHOOD_MIXED, are_mixed
from smir.products.nominal import is_nominal
from smir.products.option import Option
from smir.products.originator import Originator
from smir.products.precedence import Precedence
from smir.products.product_type import ProductType
from smir.products.reason import Reason
from smir.products.status import Status
from smir.products.urn import Urn
from smir.products.wiring import is_whole, parts, pointers
from smir.structure import record
from smir.values import Id, Instant, Period, Text

PRODUCT_CLASS = Code(
    "PRODUCT-CLASS",
    en="Product is what the products have in common. Make an Alert, Trend, Profile, Report or Message; a class of "
    "your own names one of these in its product_type.",
    fr="Product est ce que les produits ont en commun. Créez Alert, Trend, Profile, Report ou Message. Une classe à "
    "vous nomme l’un d’eux dans son product_type.",
)
PRODUCT_VERSION = Code(
    "PRODUCT-VERSION",
    en="Versions count from 1.",
    fr="Les versions comptent à partir de 1.",
)
PRODUCT_ISSUED = Code(
    "PRODUCT-ISSUED",
    en="What has been issued has a number, a time of issue and an originator. Leave the status DRAFT and let an office "
    "issue it.",
    fr="Ce qui a été émis a un numéro, une date d’émission et un émetteur. Laissez l’état DRAFT et faites émettre le "
    "produit par un bureau.",
)
PRODUCT_SUPERSEDES = Code(
    "PRODUCT-SUPERSEDES",
    en="A product cannot replace itself. A new version is issued under a number of its own.",
    fr="Un produit ne peut se remplacer lui-même. Une nouvelle version est émise sous un numéro propre.",
)
PRODUCT_MARKINGS = Code(
    "PRODUCT-MARKINGS",
    en="There is one marking a scheme, and {scheme} has several here. Combine them into the stricter one.",
    fr="Il y a une mention par système, et {scheme} en a plusieurs ici. Réunissez-les dans la plus stricte.",
)
PRODUCT_IDS = Code(
    "PRODUCT-IDS",
    en="Another part of the product has the same identifier, so no reference to it is certain.",
    fr="Un autre élément du produit porte le même identifiant\u202f; aucun renvoi n’est alors certain.",
)
PRODUCT_REFERENCE = Code(
    "PRODUCT-REFERENCE",
    en="This refers to something that is not in the product. Add it, or take the reference out.",
    fr="Ceci renvoie à un élément absent du produit. Ajoutez-le, ou retirez le renvoi.",
    severity=Severity.WARNING,
)


@record
class Product:
    """The header and body that all products share. Make one of its kinds: alert, trend, profile, report, message.

    What an office adds when it issues the product (number, time, itself) is absent before. A text that leaves the
    office may turn into :class:`smir.Withheld` on the way, save the title: it names no person and hints at no source.

    Args:
        level: Tactical, operational or strategic; says which standard applies.
        title: What it is about.
        grade: Grade and handling code on entry, the upper bound of every release.
        urn: Its number, given at issue.
        created_at: Time of issue.
        originator: The office that answers for it.
        version: 1, 2, 3 … along the chain of ``supersedes``.
        status: Draft, issued, superseded, withdrawn.
        precedence: How fast it must go.
        valid: How long it holds; a number of days begins with the issue.
        review_by: When it is looked at again.
        information_cutoff: What came in later is not in it.
        markings: Protective markings, one a scheme.
        purposes: What it may be used for.
        legal_basis: The law that allows it.
        requirement: The tasking it answers, by reference.
        investigation: The investigation it belongs to, by reference.
        supersedes: The number of the product it replaces.
        change_note: What changed, or why it was withdrawn.
        scope: What it covers and what not.
        period_covered: The time its information is about.
        sources: What it rests on, and the limits of that, without naming a source.
        items: Graded statements, facts and assessments apart.
        entities: Persons, vessels, goods, places … that it speaks of.
        links: How these hang together.
        no_known_links: The statement that no links are known, where that is so.
        judgements: What follows from the items.
        assumptions: What is taken for true without proof.
        gaps: What is not known.
        alternatives: Other explanations that were weighed.
        recommendations: What the reader is advised to do.
        options: Courses of action with their risks.
        reasons: Why it does without what its level asks for as a rule.
        attachments: Files that go with it.
        feedback_requested: Whether the reader is asked to report back.
        notes: For the office itself; treated as personal data.

    Raises:
        smir.Invalid: ``PRODUCT-…``, ``MEMBER-…``.

    Source: report forms of 5x5x5, the strategy's vocabulary, ICD 203; the arrangement is ours.

    >>> from smir.products import Report
    >>> report = Report(level=Level.STRATEGIC, title=Text(en="Tobacco by rail"), grade=Grade.parse("B21"))
    >>> report.kind.label("fr"), report.is_nominal
    ('rapport', False)
    """

    #: Which of the five products a class is.
    product_type: ClassVar[ProductType | None] = None

    level: Level
    title: Text
    grade: Grade
    urn: Urn | None = None
    created_at: Instant | None = None
    originator: Originator | None = None
    version: int = 1
    status: Status = Status.DRAFT
    precedence: Precedence = Precedence.ROUTINE
    valid: Period | None = None
    review_by: Instant | None = None
    information_cutoff: Instant | None = None
    markings: tuple[Marking, ...] = ()
    purposes: tuple[Purpose, ...] = ()
    legal_basis: Text | Withheld | None = None
    requirement: str | None = None
    investigation: str | Withheld | None = None
    supersedes: Urn | None = None
    change_note: Text | Withheld | None = None
    scope: Text | Withheld | None = None
    period_covered: Period | None = None
    sources: Text | Withheld | None = None
    items: tuple[Item | Withheld, ...] = ()
    entities: tuple[Entity | Withheld, ...] = ()
    links: tuple[Link | Withheld, ...] = ()
    no_known_links: Text | Withheld | None = None
    judgements: tuple[Judgement | Withheld, ...] = ()
    assumptions: tuple[Text | Withheld, ...] = ()
    gaps: tuple[Text | Withheld, ...] = ()
    alternatives: tuple[Text | Withheld, ...] = ()
    recommendations: tuple[Text | Withheld, ...] = ()
    options: tuple[Option | Withheld, ...] = ()
    reasons: tuple[Reason | Withheld, ...] = ()
    attachments: tuple[Attachment | Withheld, ...] = ()
    feedback_requested: bool = False
    notes: Internal[Text] | None = None

    @property
    def kind(self) -> ProductType:
        """Which of the five products it is."""
        return cast("ProductType", self.product_type)  # the rules refuse a class without one

    @property
    def is_nominal(self) -> bool:
        """Whether it holds data on identified persons. What was withheld does not count."""
        return is_nominal(self)

    @property
    def grading_summary(self) -> tuple[Grade, ...]:
        """The distinct grades of the header and of the items, in the order they appear; no weakest one is computed."""
        return grades((self.grade, *(item.grade for item in self.items if isinstance(item, Item))))

    def grade_of(self, item: Item) -> Grade:
        """The grade that holds for an item: its own, else that of the product."""
        return self.grade if item.grade is None else item.grade

    def part(self, wanted: Id) -> object | None:
        """The item, entity, link, judgement or attachment with an identifier, or nothing."""
        return next((part for _, part in parts(self) if part.id == wanted), None)

    def rules(self) -> Iterator[Finding]:
        """What holds for every product."""
        if self.product_type is None:
            yield PRODUCT_CLASS.at()
        if self.version < 1:
            yield PRODUCT_VERSION.at("/version")
        if self.status.is_issued:
            for name in ("urn", "created_at", "originator"):
                if getattr(self, name) is None:
                    yield PRODUCT_ISSUED.at(f"/{name}")
        if self.urn is not None and self.supersedes == self.urn:
            yield PRODUCT_SUPERSEDES.at("/supersedes")
        yield from filled(self)
        yield from self._markings()
        if not is_whole(self):
            yield from self._parts()
        if self.judgements:
            yield from self._judgements()

    def _judgements(self) -> Iterator[Finding]:
        for scheme in are_mixed(
            judgement.likelihood
            for judgement in self.judgements
            if isinstance(judgement, Judgement) and judgement.likelihood is not None
        ):
            yield LIKELIHOOD_MIXED.at("/judgements", scheme=scheme.value)

    def _markings(self) -> Iterator[Finding]:
        seen = set()
        for index, marking in enumerate(self.markings):
            if marking.scheme in seen:
                yield PRODUCT_MARKINGS.at(f"/markings/{index}", scheme=marking.scheme.value)
            seen.add(marking.scheme)

    def _parts(self) -> Iterator[Finding]:
        known: set[Id] = set()
        for path, part in parts(self):
            if part.id in known:
                yield PRODUCT_IDS.at(f"{path}/id")
            known.add(part.id)
        for path, pointer in pointers(self):
            if pointer not in known:
                yield PRODUCT_REFERENCE.at(path)
