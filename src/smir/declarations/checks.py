"""What the parts of a declaration say of each other: counts that agree, masses that can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from smir.declarations.declaration import Function, Item
from smir.declarations.element import Element
from smir.findings import Code, Finding, Severity

DECLARATION_AMENDMENT = Code(
    "DECLARATION-AMENDMENT",
    en="This is an amendment: it holds only what it changes, and what is absent is unchanged.",
    fr="Il s’agit d’une rectification\u00a0: elle ne contient que ce qu’elle modifie, et ce qui n’y figure pas est "
    "inchangé.",
    severity=Severity.NOTE,
)
DECLARATION_REPLY = Code(
    "DECLARATION-REPLY",
    en="A customs system sent this about a declaration; it may hold only what has changed in it.",
    fr="Un système douanier a envoyé ceci au sujet d’une déclaration\u202f; il se peut qu’il n’y figure que ce qui y "
    "a changé.",
    severity=Severity.NOTE,
)
DECLARATION_ITEMS = Code(
    "DECLARATION-ITEMS",
    en="The number of goods items differs from the one declared in the header.",
    fr="Le nombre d’articles diffère de celui déclaré dans l’en-tête.",
    severity=Severity.WARNING,
)
DECLARATION_PACKAGES = Code(
    "DECLARATION-PACKAGES",
    en="The packages of the items do not add up to the total declared in the header.",
    fr="La somme des colis des articles diffère du total déclaré dans l’en-tête.",
    severity=Severity.WARNING,
)
DECLARATION_MASSES = Code(
    "DECLARATION-MASSES",
    en="The net mass of an item is not greater than its gross mass.",
    fr="La masse nette d’un article ne dépasse pas sa masse brute.",
    severity=Severity.WARNING,
)


def remarks_on(
    header: Sequence[Element], items: Sequence[Item], function: Function | None, is_reply: bool
) -> tuple[Finding, ...]:
    """Findings about a declaration as a whole. Counts are compared only where everything is declared."""
    if is_reply:
        return (DECLARATION_REPLY.at(),)
    if function is Function.AMENDMENT:
        return (DECLARATION_AMENDMENT.at(), *_masses(items))
    if function in (Function.ORIGINAL, Function.REPLACEMENT):
        return (*_counts(header, items), *_masses(items))
    return ()


def _counts(header: Sequence[Element], items: Sequence[Item]) -> Iterator[Finding]:
    declared = _number(header, "item_count")
    if declared is not None and declared != len(items):
        yield DECLARATION_ITEMS.at("/header/item_count")
    total = _number(header, "total_package_count")
    counts = [count for item in items if (count := _number(item.elements, "package_count")) is not None]
    # An item may share the packages of another and say none, so fewer are no contradiction unless all items say.
    if total is not None and counts and len(counts) == len(items) and sum(counts) != total:
        yield DECLARATION_PACKAGES.at("/header/total_package_count")


def _masses(items: Sequence[Item]) -> Iterator[Finding]:
    for number, item in enumerate(items):
        gross, net = _number(item.elements, "gross_mass"), _number(item.elements, "net_mass")
        if gross is not None and net is not None and net > gross:
            yield DECLARATION_MASSES.at(f"/items/{number}/net_mass")


def _number(elements: Iterable[Element], name: str) -> Decimal | None:
    """The sum of the numbers of that name, or ``None`` where there is none."""
    numbers = [element.value for element in elements if element.name == name and isinstance(element.value, Decimal)]
    return sum(numbers, Decimal(0)) if numbers else None
