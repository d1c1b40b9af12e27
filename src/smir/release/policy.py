"""The policies that decide on a release: what a policy is, and the two published versions of 5x5x5."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from attrs import frozen

from smir.findings import Code, Finding, Severity, Words
from smir.handling import Audience, Handling, HandlingScheme, Need, narrower_or_equal, refusals
from smir.release.decision import Request
from smir.release.needs import DataNeed, Datum, default_needs

RELEASE_PERMITTED = Code(
    "RELEASE-PERMITTED",
    en="Handling code {code} ({scheme}) lets the product go to: {audience}.",
    fr="Le code de traitement {code} ({scheme}) permet la communication à\u00a0: {audience}.",
    severity=Severity.NOTE,
)
RELEASE_VERSION = Code(
    "RELEASE-VERSION",
    en="This policy decides on {expected} only, and the product is graded under {scheme}. Use the policy of that "
    "scheme.",
    fr="Cette politique ne statue que sur {expected}, et le produit est coté selon {scheme}. Employez la politique de "
    "ce barème.",
)
RELEASE_NARROWING = Code(
    "RELEASE-NARROWING",
    en="The handling code of a release may only narrow the one given on entry.",
    fr="Le code de traitement d’une communication ne peut que restreindre celui attribué à l’entrée.",
)


class Policy(Protocol):
    """What decides on releases. It denies by default: a decision without a permission refuses.

    A national policy is any object of this shape.
    """

    @property
    def name(self) -> str:
        """What decisions call it."""
        ...

    def reasons(self, request: Request) -> Iterator[Finding]:
        """Every rule that speaks: errors refuse, and at least one note must permit."""
        ...

    def allows(self, request: Request, handling: Handling) -> bool:
        """Whether a part with a handling code of its own may go along."""
        ...

    def needs(self, request: Request, datum: Datum) -> bool:
        """Whether the recipient's purposes need this personal datum."""
        ...


@frozen
class FiveByFive:
    """The policy of a 5x5x5 form, in one of its two published versions, relative to the office's territory.

    Who may receive what under which code, and what each release asks for, is the table of the handling codes; whatever
    the table does not allow is refused.

    Args:
        scheme: The version of the form.
        data_needs: Which purposes need which personal data.

    Source: the audience table of the room ``handling`` (``data/audiences.toml``), rules R3 to R5.
    """

    scheme: HandlingScheme
    data_needs: tuple[DataNeed, ...] = ()

    @property
    def name(self) -> str:
        """The scheme with its version."""
        return self.scheme.value

    def reasons(self, request: Request) -> Iterator[Finding]:
        """Read the table for the code of this release and the recipient's audience."""
        entry, handling = request.product.grade.handling, request.handling
        for scheme in {entry.scheme: None, handling.scheme: None}:
            if scheme not in (self.scheme, HandlingScheme.UNVERSIONED):
                yield RELEASE_VERSION.at("/grade/handling/scheme", expected=self.scheme.value, scheme=scheme.value)
                return
        if not narrower_or_equal(handling, entry):
            yield RELEASE_NARROWING.at("/grade/handling")
        found = _refusals(request, handling)
        yield from (finding.under("/grade/handling") for finding in found)
        if not found:
            audience = request.audience
            yield RELEASE_PERMITTED.at(
                "/grade/handling",
                code=handling.code,
                scheme=handling.scheme.value,
                audience=Words(audience.label("en"), audience.label("fr")),
            )

    def allows(self, request: Request, handling: Handling) -> bool:
        """Whether a part with a code of its own may go along: the code must allow the audience, with all it asks
        for.
        """
        return not _refusals(request, handling)

    def needs(self, request: Request, datum: Datum) -> bool:
        """Law enforcement receives what its purposes need; the originating agency all; nobody else any personal
        data.
        """
        audience = request.audience
        if audience is Audience.ORIGINATING_AGENCY:
            return True
        if audience in (Audience.HOME_OTHER, Audience.FOREIGN_OTHER):
            return False
        rows = self.data_needs or default_needs()
        return any(row.covers(request.purposes, datum) for row in rows)


def _refusals(request: Request, handling: Handling) -> tuple[Finding, ...]:
    """What the table of the handling codes has against a release on the terms of a request."""
    met = {Need.RECORD}  # the note that travels with every release is its record
    if request.conditions_accepted:
        met.add(Need.CONDITIONS_ACCEPTED)
    if request.consent is not None:
        met.add(Need.AUTHORISING_OFFICER)
    recipient = request.recipient
    named = recipient.authority if recipient.authority in handling.recipients else recipient.unit
    return refusals(handling, request.audience, recipient=named, met=met)
