"""What a request for mutual assistance must say: the six items of the customs agreements."""

from __future__ import annotations

from typing import final

from smir.handling import Personal, Withheld
from smir.structure import record
from smir.values import Text


@final
@record(tag="assistance-request")
class AssistanceRequest:
    """The six items that customs agreements ask of a request for assistance.

    Args:
        applicant_authority: The authority that makes the request.
        measure_requested: What is asked.
        object_and_reason: What it is about, and why it is asked.
        legal_elements: The laws, rules and other legal elements concerned.
        persons_concerned: Natural and legal persons, as exactly as possible; personal data as a whole.
        facts_and_enquiries: The relevant facts and the enquiries already made; not needed to have something notified.

    Source: form and content of requests in the customs protocols of the European Union and in the Naples II Convention.

    >>> AssistanceRequest(
    ...     applicant_authority="Example Customs, Mutual Assistance Unit",
    ...     measure_requested=Text(en="Copies of two export declarations"),
    ...     object_and_reason=Text(en="Doubt about the declared weight"),
    ...     legal_elements=Text(en="Example Customs Code, articles 5 and 9"),
    ... )
    AssistanceRequest()
    """

    applicant_authority: str
    measure_requested: Text | Withheld
    object_and_reason: Text | Withheld
    legal_elements: Text | Withheld
    persons_concerned: Personal[Text] | None = None
    facts_and_enquiries: Text | Withheld | None = None
