"""The life of a product: new versions, replacement, withdrawal, and whether it is in force at a moment."""

from __future__ import annotations

from typing import Any, TypeVar

from smir.findings import Code, Finding, Invalid
from smir.products.product import Product
from smir.products.status import Status
from smir.structure import evolve
from smir.values import Instant, Period, Text

LIFECYCLE_STATUS = Code(
    "LIFECYCLE-STATUS",
    en="This can be done with an issued product only; this one has the status {status}. A draft is simply changed, "
    "and what was replaced or withdrawn stays so.",
    fr="Cela n’est possible qu’avec un produit émis\u202f; celui-ci est à l’état {status}. Un projet se modifie "
    "simplement, et ce qui a été remplacé ou retiré le reste.",
)
LIFECYCLE_MEMBER = Code(
    "LIFECYCLE-MEMBER",
    en="A new version has this member from the version before it or from the office. Leave it out.",
    fr="Une nouvelle version tient ce membre de la version précédente ou du bureau. Omettez-le.",
)
LIFECYCLE_CHAIN = Code(
    "LIFECYCLE-CHAIN",
    en="The other product does not say that it replaces this one. Make it with new_version, or name this one in its "
    "“supersedes”, and issue it.",
    fr="L’autre produit ne dit pas qu’il remplace celui-ci. Créez-le par new_version, ou nommez celui-ci dans son "
    "membre «\u00a0supersedes\u00a0», et faites-le émettre.",
)
LIFECYCLE_REASON = Code(
    "LIFECYCLE-REASON",
    en="Say why it is withdrawn, as a Text.",
    fr="Dites pourquoi il est retiré, par un Text.",
)

P = TypeVar("P", bound=Product)

_KEPT = ("urn", "created_at", "status", "version", "supersedes", "originator")


def new_version(product: P, /, **changes: Any) -> P:
    """The draft of the next version of an issued product. It gets a number of its own when an office issues it.

    The old version stays in force until the new one is issued and :func:`supersede` is called.

    Args:
        product: The issued product.
        changes: What differs, by member.

    Raises:
        smir.Invalid: ``LIFECYCLE-STATUS``, ``LIFECYCLE-MEMBER`` and what the changed product breaks.
    """
    findings = [*_not_issued(product), *(LIFECYCLE_MEMBER.at(f"/{name}") for name in _KEPT if name in changes)]
    if findings:
        raise Invalid(findings)
    fresh = {"change_note": None} | changes
    return evolve(
        product,
        urn=None,
        created_at=None,
        status=Status.DRAFT,
        version=product.version + 1,
        supersedes=product.urn,
        **fresh,
    )


def supersede(product: P, by: Product) -> P:
    """The product as replaced by another that names it and has been issued.

    Raises:
        smir.Invalid: ``LIFECYCLE-STATUS``, ``LIFECYCLE-CHAIN``.
    """
    findings = [*_not_issued(product)]
    if by.status is not Status.ISSUED or by.supersedes is None or by.supersedes != product.urn:
        findings.append(LIFECYCLE_CHAIN.at("/supersedes"))
    if findings:
        raise Invalid(findings)
    return evolve(product, status=Status.SUPERSEDED)


def withdraw(product: P, reason: Text) -> P:
    """The product as withdrawn, with the reason as its change note. Who received it is to be told.

    Raises:
        smir.Invalid: ``LIFECYCLE-STATUS``, ``LIFECYCLE-REASON``.
    """
    findings = [*_not_issued(product)]
    given: object = reason
    if type(given) is not Text:
        findings.append(LIFECYCLE_REASON.at("/change_note"))
    if findings:
        raise Invalid(findings)
    return evolve(product, status=Status.WITHDRAWN, change_note=reason)


def is_in_force(product: Product, at: Instant) -> bool:
    """Whether a product holds at a moment: issued, not replaced or withdrawn, begun and not expired.

    >>> from smir.grading import Grade
    >>> from smir.products import Level, Report
    >>> draft = Report(level=Level.STRATEGIC, title=Text(en="Tobacco by rail"), grade=Grade.parse("B21"))
    >>> is_in_force(draft, Instant.parse("2026-06-01T10:00:00Z"))
    False
    """
    if product.status is not Status.ISSUED or product.created_at is None or at < product.created_at:
        return False
    start = None if product.valid is None else product.valid.start
    return (start is None or start <= at) and not expired(product, at)


def expired(product: Product, at: Instant) -> bool:
    """Whether the period of a product is over at a moment. What has no period, or an open one, does not expire.

    A number of days counts from the issue; before it nothing expires.
    """
    end = _end(product.valid, product.created_at)
    return end is not None and end <= at


def _end(valid: Period | None, issued: Instant | None) -> Instant | None:
    if valid is None or not valid.is_relative:
        return None if valid is None else valid.end
    if issued is None:
        return None
    try:
        return valid.starting(issued).end
    except Invalid:  # beyond the last year there is
        return None


def _not_issued(product: Product) -> tuple[Finding, ...]:
    if product.status is Status.ISSUED:
        return ()
    return (LIFECYCLE_STATUS.at("/status", status=product.status.value),)
