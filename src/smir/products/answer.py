"""What answers a message: a reply or refusal, feedback on what was done, a correction of what was sent."""

from __future__ import annotations

from enum import unique
from typing import final

from smir.entities import Reference
from smir.handling import Withheld
from smir.products.coded import Coded
from smir.products.urn import Urn
from smir.structure import record
from smir.values import Instant, Quantity, Text


@unique
class ReplyResult(Coded):
    """How far a request was answered.

    >>> ReplyResult.NO_RECORD.label("fr")
    'aucune donnée trouvée'
    """

    FULL = "FULL"
    PARTIAL = "PARTIAL"
    NO_RECORD = "NO_RECORD"


@unique
class RefusalGround(Coded):
    """Why assistance is refused or postponed. Reasons are owed with it.

    >>> RefusalGround.SOVEREIGNTY.label("fr")
    'souveraineté'
    """

    SOVEREIGNTY = "SOVEREIGNTY"
    SECURITY = "SECURITY"
    PUBLIC_POLICY = "PUBLIC_POLICY"
    SECRECY = "SECRECY"
    DOMESTIC_LAW = "DOMESTIC_LAW"
    RECIPROCITY = "RECIPROCITY"
    ONGOING = "ONGOING"
    DISPROPORTIONATE = "DISPROPORTIONATE"
    PERSONAL_DATA = "PERSONAL_DATA"


@unique
class ActionTaken(Coded):
    """What a reader did with a product.

    >>> ActionTaken.SHARED.label("fr")
    'transmission à d’autres'
    """

    NONE = "NONE"
    CONTROL = "CONTROL"
    INVESTIGATION = "INVESTIGATION"
    OPERATION = "OPERATION"
    POLICY = "POLICY"
    SHARED = "SHARED"


@unique
class FeedbackResult(Coded):
    """What came of it.

    >>> FeedbackResult.POSITIVE.label("fr")
    'infraction constatée'
    """

    NEGATIVE = "NEGATIVE"
    POSITIVE = "POSITIVE"
    PENDING = "PENDING"


@unique
class CorrectionAction(Coded):
    """What the receiver of wrong data is asked to do.

    >>> CorrectionAction.ERASE.label("fr")
    'effacer'
    """

    RECTIFY = "RECTIFY"
    ERASE = "ERASE"
    RESTRICT = "RESTRICT"


@final
@record(tag="reply")
class Reply:
    """The answer to a request, or the refusal of one.

    Args:
        result: How far it was answered.
        ground: Why it was refused or postponed.
        explanation: The reasons, which are owed for a refusal.

    Source: customs assistance agreements.

    >>> Reply(ground=RefusalGround.ONGOING, explanation=Text(en="Proceedings end in autumn."))
    Reply(ground=ONGOING)
    """

    result: ReplyResult | None = None
    ground: RefusalGround | None = None
    explanation: Text | Withheld | None = None


@final
@record(tag="feedback")
class Feedback:
    """What was done with a warning or product, and what was found.

    Args:
        action_taken: What was done.
        result: What came of it.
        acted_at: When.
        finding: What was found, in words.
        quantity: How much.
        next_steps: What will follow.

    Source: feedback template of CENcomm; the codes are ours.

    >>> Feedback(action_taken=ActionTaken.CONTROL, result=FeedbackResult.NEGATIVE)
    Feedback(action_taken=CONTROL, result=NEGATIVE)
    """

    action_taken: ActionTaken
    result: FeedbackResult
    acted_at: Instant | None = None
    finding: Text | Withheld | None = None
    quantity: Quantity | None = None
    next_steps: Text | Withheld | None = None


@final
@record(tag="correction")
class Correction:
    """Word to a receiver that something sent earlier was wrong or should not have been sent.

    Args:
        affected: The number of the product that was wrong.
        item: The part of it that was wrong; nothing if all of it.
        error: What was wrong, without repeating it.
        action: What the receiver is asked to do.
        deadline: Until when.

    Source: Directive (EU) 2016/680, Articles 7 and 16.

    >>> Correction(
    ...     affected=Urn("FR-DGDDI-2026-000042"),
    ...     error=Text(en="The container number was misread."),
    ...     action=CorrectionAction.RECTIFY,
    ... )
    Correction(affected=FR-DGDDI-2026-000042, action=RECTIFY)
    """

    affected: Urn
    item: Reference | Withheld | None = None
    error: Text | Withheld
    action: CorrectionAction
    deadline: Instant | None = None
