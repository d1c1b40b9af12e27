"""One statement of a product, with its own grade and origin."""

from __future__ import annotations

from collections.abc import Iterator
from enum import unique
from typing import final

from attrs import field

from smir.entities import Provenance, Reference
from smir.findings import Code, Finding, Severity
from smir.grading import Grade
from smir.handling import Withheld
from smir.products.coded import Coded
from smir.structure import record
from smir.values import Id, Instant, Text

ITEM_ORIGIN = Code(
    "ITEM-ORIGIN",
    en="The provenance speaks of the whole item, so its member must be empty.",
    fr="L’origine porte sur l’élément entier\u202f; son membre doit être vide.",
)
ITEM_GRADES = Code(
    "ITEM-GRADES",
    en="The item and its provenance carry different grades. Both are kept; the grade of the item counts here.",
    fr="L’élément et son origine portent des cotations différentes. Les deux sont gardées\u202f; "
    "c’est celle de l’élément qui compte ici.",
    severity=Severity.NOTE,
)


@unique
class StatementKind(Coded):
    """Whether something is a fact or someone's assessment; the two are never mixed in one statement.

    Source: Directive (EU) 2016/680, Article 7(1), which asks to keep them apart.

    >>> StatementKind.ASSESSMENT.label("fr")
    'appréciation'
    """

    FACT = "FACT"
    ASSESSMENT = "ASSESSMENT"


@final
@record(tag="item")
class Item:
    """One statement: what is known or assessed, how well, from where and when.

    Different statements of one product may have different grades. A grade of its own stands beside the grade of the
    product and replaces it for this item only.

    Args:
        id: Its identifier within the product.
        kind: Fact or assessment.
        text: The statement, standing alone, without clue to the source.
        grade: Its own grade; nothing if the grade of the product holds.
        provenance: Where it comes from, as an opaque reference.
        as_of: The moment the statement speaks of, which is not the moment it was reported.
        concerns: The entities it speaks of.

    Raises:
        smir.Invalid: ``ITEM-ORIGIN``, ``MEMBER-…``.

    Source: 5x5x5 practice (grade each item, not the report); Directive (EU) 2016/680, Article 7.

    >>> Item(kind=StatementKind.FACT, text=Text(en="The seal was intact at loading.")).kind
    <StatementKind.FACT: 'FACT'>
    """

    id: Id = field(factory=Id.random)
    kind: StatementKind
    text: Text | Withheld
    grade: Grade | None = None
    provenance: Provenance | None = None
    as_of: Instant | None = None
    concerns: tuple[Reference, ...] = ()

    def rules(self) -> Iterator[Finding]:
        """The provenance speaks of the item; two different grades are said aloud."""
        if self.provenance is None:
            return
        if self.provenance.member:
            yield ITEM_ORIGIN.at("/provenance/member")
        if None not in (self.grade, self.provenance.grade) and self.grade != self.provenance.grade:
            yield ITEM_GRADES.at("/provenance/grade")
