"""A decision to release: what was asked, what every rule said, and what is withheld, by path and reason."""

from __future__ import annotations

from typing import final

import attrs
from attrs import frozen

from smir.findings import Finding, Language, errors_among
from smir.handling import Audience, DataCategory, Handling, Purpose, WithheldReason
from smir.products import Product
from smir.release.recipient import Recipient, Territory
from smir.structure import record
from smir.values import Instant


@final
@record
class Withholding:
    """One value that a release leaves out: where it stood, what kind it is and why. Never the value.

    Args:
        path: Where it stood, a JSON pointer into the product.
        category: What kind of data it was.
        reason: Why this recipient does not get it.

    >>> Withholding(path="/entities/0/names/0", category=DataCategory.PERSONAL, reason=WithheldReason.PURPOSE).path
    '/entities/0/names/0'
    """

    path: str
    category: DataCategory
    reason: WithheldReason

    def describe(self, language: Language = "en") -> str:
        """One line in English or French."""
        colon = "\u00a0: " if language == "fr" else ": "
        return f"{self.path}{colon}{self.category.label(language)}, {self.reason.label(language)}"


def _filled(text: str | None) -> str | None:
    """A reference that says something; a blank one is none."""
    return text if text is not None and text.strip() else None


@frozen(kw_only=True)
class Request:
    """One question to a policy: may this product go to this recipient, now, on these terms?

    Args:
        product: The product as the office holds it.
        recipient: Who is to receive it.
        territory: What home, trusted area and originating agency mean here.
        at: The moment of the decision.
        handling: The handling code of this release; it may only narrow the one on entry.
        conditions_accepted: Whether the recipient has accepted the conditions.
        consent: Reference of the originator's agreement, where one was given.
    """

    product: Product = attrs.field(repr=False)
    recipient: Recipient
    territory: Territory
    at: Instant
    handling: Handling
    conditions_accepted: bool = False
    consent: str | None = attrs.field(default=None, converter=_filled)

    @property
    def audience(self) -> Audience:
        """The audience that the recipient belongs to."""
        return self.territory.audience(self.recipient)

    @property
    def purposes(self) -> tuple[Purpose, ...]:
        """What the recipient wants the product for, as far as the product may be used for it."""
        asked, allowed = self.recipient.purposes, self.product.purposes
        return tuple(purpose for purpose in asked if purpose in allowed) if allowed else asked


@frozen(kw_only=True)
class Decision:
    """What was decided and why: every rule that spoke.

    Args:
        request: What was asked.
        policy: Name of the policy that decided.
        reasons: Findings of the rules: errors refuse; notes tell what permitted it.
        withheld: What would be, or was, withheld.
    """

    request: Request
    policy: str
    reasons: tuple[Finding, ...]
    withheld: tuple[Withholding, ...] = ()

    @property
    def permits(self) -> bool:
        """Whether the release may happen: no rule refused, and a decision that no rule permits holds a refusal too."""
        return not self.refusals

    @property
    def refusals(self) -> tuple[Finding, ...]:
        """The reasons that refuse."""
        return errors_among(self.reasons)
