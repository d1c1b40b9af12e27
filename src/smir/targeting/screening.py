"""Screening: every product in force held against every declaration, one at a time, in this process."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import final

from attrs import frozen

from smir.criteria import Criterion, Verdict
from smir.declarations import Declaration
from smir.findings import Code, Finding, Severity
from smir.products import Product, Status, Urn, is_in_force
from smir.release import Received, Released
from smir.targeting.result import Result
from smir.values import Instant

SCREEN_NO_CRITERION = Code(
    "SCREEN-NO-CRITERION",
    en="The product has no criterion, so it looks for nothing in a declaration.",
    fr="Le produit n’a pas de critère\u00a0: il ne cherche rien dans une déclaration.",
    severity=Severity.WARNING,
)
SCREEN_WITHHELD = Code(
    "SCREEN-WITHHELD",
    en="The product's criterion was withheld from this recipient, so it cannot run here.",
    fr="Le critère du produit a été occulté pour ce destinataire\u00a0: il ne peut s’exécuter ici.",
    severity=Severity.WARNING,
)
SCREEN_STATUS = Code(
    "SCREEN-STATUS",
    en="The product is not in force: it is a draft, withdrawn or superseded. Only an issued product runs.",
    fr="Le produit n’est pas en vigueur\u00a0: c’est un projet, ou il est retiré ou remplacé. Seul un produit émis "
    "s’exécute.",
    severity=Severity.WARNING,
)
SCREEN_PERIOD = Code(
    "SCREEN-PERIOD",
    en="The product is not valid at the moment of screening: it has expired or has not begun.",
    fr="Le produit n’est pas valable au moment du contrôle\u00a0: il a expiré ou n’a pas commencé.",
    severity=Severity.WARNING,
)

Screened = Product | Received[Product] | Released[Product]


@final
@frozen
class NotRun:
    """A product that did not run, and why.

    Args:
        place: Its place (from 0) among the products given.
        findings: Why.
    """

    place: int
    findings: tuple[Finding, ...]


@final
class Screening:
    """The results of a screening, made one by one as they are asked for, each once.

    >>> from smir.declarations import samples
    >>> list(screen([], []))
    []
    """

    def __init__(self, products: Iterable[Screened], declarations: Iterable[Declaration], at: Instant) -> None:
        self._running: list[tuple[Product, Criterion]] = []
        not_run = []
        held = [given if isinstance(given, Product) else given.product for given in products]
        replaced = {product.supersedes for product in held if is_in_force(product, at)}
        for place, product in enumerate(held):
            criterion = getattr(product, "criteria", None)
            findings = tuple(_obstacles(product, criterion, at, replaced))
            if findings:
                not_run.append(NotRun(place, findings))
            elif isinstance(criterion, Criterion):
                self._running.append((product, criterion))
        self.not_run = tuple(not_run)
        """The products that did not run, and why: nothing is passed over in silence."""
        self._declarations = declarations

    def __iter__(self) -> Iterator[Result]:
        for declaration in self._declarations:
            rows = declaration.rows
            for product, criterion in self._running:
                verdicts = tuple(map(criterion.evaluate, rows))
                yield Result(product=product, declaration=declaration, criterion=criterion, verdicts=verdicts)

    def hits(self) -> Iterator[Result]:
        """The results that are hits."""
        return (result for result in self if result.verdict is Verdict.HIT)


def screen(
    products: Iterable[Screened], declarations: Iterable[Declaration], *, at: Instant | None = None
) -> Screening:
    """Hold products against declarations: each result says hit, no hit or cannot tell, and why.

    Products that are drafts, withdrawn, superseded, expired or not yet valid never fire; they are listed in
    :attr:`Screening.not_run`.

    Args:
        products: Alerts and profiles, own or received.
        declarations: What to look at, as :func:`smir.declarations.read` gives it.
        at: The moment that validity is asked for; now unless given.
    """
    return Screening(products, declarations, at or Instant.now())


def _obstacles(product: Product, criterion: object, at: Instant, replaced: Container[Urn | None]) -> Iterator[Finding]:
    if product.status is not Status.ISSUED or (product.urn is not None and product.urn in replaced):
        yield SCREEN_STATUS.at("/status")
    elif not is_in_force(product, at):
        yield SCREEN_PERIOD.at("/valid")
    if criterion is None:
        yield SCREEN_NO_CRITERION.at("/criteria")
    elif not isinstance(criterion, Criterion):
        yield SCREEN_WITHHELD.at("/criteria")
