"""What an analyst concludes, how likely it is, how well founded, and on what."""

from __future__ import annotations

from enum import unique
from typing import final

from attrs import field

from smir import vocabulary
from smir.entities import Reference
from smir.handling import Withheld
from smir.products.coded import Coded
from smir.products.likelihood import Likelihood
from smir.structure import record
from smir.values import Id, Instant, Text
from smir.vocabulary import CodeList


@unique
class Confidence(Coded):
    """How good the basis of a judgement is: its sources, their number, its assumptions.

    It is not how likely the event is.

    Source: ICD 203.

    >>> Confidence.MODERATE.label("fr")
    'modérée'
    """

    LOW = "LOW"
    MODERATE = "MODERATE"
    HIGH = "HIGH"

    @classmethod
    def code_list(cls) -> CodeList:
        """The list with source, status and labels."""
        return vocabulary.get("confidence-levels")


@final
@record(tag="judgement")
class Judgement:
    """One conclusion of analysis. Likelihood and confidence are two things and are never merged into one.

    Args:
        id: Its identifier within the product.
        text: The judgement, so worded that time can prove it right or wrong.
        likelihood: How likely it is, by a yardstick.
        confidence: How good the basis is.
        basis: The items it rests on. What is graded D or 5 is never the sole basis (``JUDGEMENT-BASIS`` when checked).
        horizon: The moment by which it will have come true or not.
        why: The reasoning from basis to judgement.
        would_change: What new information would change it.

    Source: ICD 203, tradecraft standards 2, 3, 6 and 8.

    >>> Judgement(text=Text(en="The route will move north."), confidence=Confidence.LOW).confidence
    <Confidence.LOW: 'LOW'>
    """

    id: Id = field(factory=Id.random)
    text: Text | Withheld
    likelihood: Likelihood | None = None
    confidence: Confidence | None = None
    basis: tuple[Reference, ...] = ()
    horizon: Instant | None = None
    why: Text | Withheld | None = None
    would_change: Text | Withheld | None = None
