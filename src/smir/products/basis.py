"""On what a judgement rests, and what it may not rest on alone."""

from __future__ import annotations

from collections.abc import Iterator

from smir.findings import Code, Finding
from smir.grading import Grade
from smir.products.item import Item
from smir.products.judgement import Judgement
from smir.products.product import Product

JUDGEMENT_BASIS = Code(
    "JUDGEMENT-BASIS",
    en="The judgement rests only on items from an unreliable source (D) or suspected to be false (5). Add an item of "
    "another grade, or take the judgement out.",
    fr="Le jugement ne repose que sur des éléments d’une source non fiable (D) ou soupçonnés faux (5). Ajoutez un "
    "élément d’une autre cotation, ou retirez le jugement.",
)


def basis_findings(product: Product) -> Iterator[Finding]:
    """A finding for each key judgement whose known basis is nothing but items graded D or 5.

    Source: good practice for 5x5x5; the rule is ours.
    """
    items = {item.id: item for item in product.items if isinstance(item, Item)}
    for index, judgement in enumerate(product.judgements):
        if isinstance(judgement, Judgement):
            graded = [product.grade_of(items[pointer]) for pointer in judgement.basis if pointer in items]
            if graded and all(is_weak(grade) for grade in graded):
                yield JUDGEMENT_BASIS.at(f"/judgements/{index}/basis")


def is_weak(grade: Grade) -> bool:
    """Whether what has this grade can carry no judgement by itself.

    >>> is_weak(Grade.parse("D21")), is_weak(Grade.parse("B51")), is_weak(Grade.parse("E41"))
    (True, True, False)
    """
    return grade.source == "D" or grade.is_suspected_false
