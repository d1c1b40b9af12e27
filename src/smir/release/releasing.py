"""Releasing: ask the policy, redact, and make the form that may leave, or refuse with every reason."""

from __future__ import annotations

import attrs

from smir.findings import Code, Refused, Severity
from smir.products import Product
from smir.release.caveats import standing
from smir.release.decision import Decision, Request
from smir.release.policy import Policy
from smir.release.redaction import Redacted, redact
from smir.release.released import Released, ReleaseNote, make_released

RELEASE_DENIED = Code(
    "RELEASE-DENIED",
    en="No rule of the policy permits this release, and what no rule permits is refused.",
    fr="Aucune règle de la politique ne permet cette communication, et ce qu’aucune règle ne permet est refusé.",
)


def preview(request: Request, policy: Policy) -> Decision:
    """What a release would decide and withhold, without releasing anything."""
    return _decide(request, policy)[0]


def release(request: Request, policy: Policy) -> Released[Product]:
    """The product as the recipient may have it.

    Raises:
        smir.Refused: With every reason, ``RELEASE-…``.
    """
    decision, redacted = _decide(request, policy)
    if not decision.permits:
        raise Refused(decision.refusals)
    note = ReleaseNote(
        recipient=request.recipient,
        audience=request.audience,
        released_at=request.at,
        policy=policy.name,
        handling=redacted.product.grade.handling,
        consent=request.consent,
        withheld=redacted.withheld,
    )
    return make_released(redacted.product, note, decision)


def _decide(request: Request, policy: Policy) -> tuple[Decision, Redacted]:
    redacted = redact(request, policy)
    reasons = (*standing(request), *policy.reasons(request), *redacted.obstacles)
    if all(reason.severity is Severity.WARNING for reason in reasons):  # nothing refused and nothing permitted
        reasons = (*reasons, RELEASE_DENIED.at())
    # What is decided travels with what was released: it must not carry what was withheld.
    asked = attrs.evolve(request, product=redacted.product)
    return Decision(request=asked, policy=policy.name, reasons=reasons, withheld=redacted.withheld), redacted
