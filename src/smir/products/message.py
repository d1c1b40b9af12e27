"""The message: a structured, addressed communication on one case, asking, answering, warning or correcting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import unique
from typing import ClassVar, final

from smir import vocabulary
from smir.findings import Code, Finding, Severity
from smir.handling import Withheld
from smir.products.answer import Correction, Feedback, Reply
from smir.products.assistance import AssistanceRequest
from smir.products.coded import Coded
from smir.products.product import Product
from smir.products.product_type import ProductType
from smir.structure import record
from smir.values import HSCode, Instant, Text
from smir.vocabulary import CodeList

MESSAGE_TIMES = Code(
    "MESSAGE-TIMES",
    en="A message is received after it was sent, and due after that. Check the times.",
    fr="Un message est reçu après son envoi, et l’échéance vient ensuite. Vérifiez les dates.",
    severity=Severity.WARNING,
)
MESSAGE_LANGUAGE = Code(
    "MESSAGE-LANGUAGE",
    en="Write the language as a tag such as fr or pt-BR (BCP 47).",
    fr="Écrivez la langue par une étiquette comme fr ou pt-BR (BCP 47).",
)

_is_tag = re.compile(Text.tag_pattern).fullmatch


@unique
class MessageType(Coded):
    """What a message does. It takes the place of a sub-type.

    >>> MessageType.CONTROLLED_DELIVERY.label("fr")
    'demande de livraison surveillée'
    """

    RFI = "RFI"
    SPONTANEOUS = "SPONTANEOUS"
    REPLY = "REPLY"
    REFUSAL = "REFUSAL"
    ACK = "ACK"
    FEEDBACK = "FEEDBACK"
    WARNING = "WARNING"
    SEIZURE = "SEIZURE"
    SURVEILLANCE = "SURVEILLANCE"
    ENQUIRY = "ENQUIRY"
    NOTIFICATION = "NOTIFICATION"
    CONTROLLED_DELIVERY = "CONTROLLED_DELIVERY"
    EXPERT = "EXPERT"
    CORRECTION = "CORRECTION"
    RFI_RISK = "RFI_RISK"
    RFA = "RFA"
    RFS = "RFS"
    DNL = "DNL"

    @classmethod
    def code_list(cls) -> CodeList:
        """The list with source, status and labels."""
        return vocabulary.get("message-types")

    @property
    def answers(self) -> tuple[MessageType, ...]:
        """The types that answer it.

        >>> MessageType.WARNING.answers
        (<MessageType.FEEDBACK: 'FEEDBACK'>,)
        """
        row = self.code_list().get(self.value)
        codes = "" if row is None else dict(row.extras).get("answer", "")
        return tuple(MessageType(code) for code in codes.split())


@final
@record(tag="message")
class Message(Product):
    """A structured message from one authority to another on one case.

    What each type must hold beyond this is part of the standard a product is checked against, so that the incomplete
    message of a partner can still be read.

    Args:
        message_type: What it does.
        correlation: The number of the message it answers.
        from_authority: Who sends it.
        to_authority: To whom.
        via: The regional office (RILO) it goes through.
        sent_at: When it was sent.
        received_at: When it arrived; time limits count from here.
        due_at: Until when an answer is due.
        language: The language it is written in.
        body: What it says.
        acknowledge_required: Whether receipt is to be confirmed.
        urgency: Why it is urgent.
        interest: Why it may interest the recipient.
        usage_limits: What the recipient may not do with it.
        threat_commodities: The goods suspected, by HS code.
        expected_at: When the consignment is expected to arrive.
        action_requested: What the recipient is asked to do.
        contact: A desk that answers at any hour, never a private person.
        request: The six items of a request for assistance.
        reply: The answer to a request, or its refusal.
        feedback: What was done with a warning or product.
        correction: What was wrong in what was sent.

    Raises:
        smir.Invalid: ``MESSAGE-LANGUAGE``, ``PRODUCT-…``, ``MEMBER-…``.

    Source: customs assistance agreements; message templates of CENcomm; the arrangement is ours.

    >>> from smir.grading import Grade
    >>> from smir.products import Level
    >>> message = Message(
    ...     level=Level.TACTICAL,
    ...     title=Text(en="Receipt of your alert"),
    ...     grade=Grade.parse("B21"),
    ...     message_type=MessageType.ACK,
    ...     correlation="EC-SENAE-2026-000007",
    ... )
    >>> message.message_type.label("fr")
    'accusé de réception'
    """

    product_type: ClassVar[ProductType | None] = ProductType.MESSAGE

    message_type: MessageType
    correlation: str | None = None
    from_authority: str | None = None
    to_authority: str | None = None
    via: str | None = None
    sent_at: Instant | None = None
    received_at: Instant | None = None
    due_at: Instant | None = None
    language: str | None = None
    body: Text | Withheld | None = None
    acknowledge_required: bool = False
    urgency: Text | Withheld | None = None
    interest: Text | Withheld | None = None
    usage_limits: tuple[Text | Withheld, ...] = ()
    threat_commodities: tuple[HSCode, ...] = ()
    expected_at: Instant | None = None
    action_requested: Text | Withheld | None = None
    contact: str | None = None
    request: AssistanceRequest | Withheld | None = None
    reply: Reply | Withheld | None = None
    feedback: Feedback | Withheld | None = None
    correction: Correction | Withheld | None = None

    def rules(self) -> Iterator[Finding]:
        """What holds for every product, and for a message."""
        yield from super().rules()
        if self.language is not None and _is_tag(self.language) is None:
            yield MESSAGE_LANGUAGE.at("/language")
        times = [time for time in (self.sent_at, self.received_at, self.due_at) if time is not None]
        if times != sorted(times):
            yield MESSAGE_TIMES.at("/due_at")
