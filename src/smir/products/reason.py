"""Why a product does without something that its level asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import final

from smir.findings import Code, Finding
from smir.handling import Withheld
from smir.structure import record
from smir.values import Text

REASON_STANDARD = Code(
    "REASON-STANDARD",
    en="Name the requirement that the reason answers by its code, such as LEVEL-TACTICAL-TWO-ITEMS.",
    fr="Nommez l’exigence à laquelle le motif répond par son code, par exemple LEVEL-TACTICAL-TWO-ITEMS.",
)


@final
@record(tag="reason")
class Reason:
    """A reason for departing from what a level asks for as a rule.

    It answers requirements of weight *should*, one at a time. What a level *must* have knows no excuse.

    Args:
        requirement: The code of the requirement.
        text: The reason, for the reader.

    Raises:
        smir.Invalid: ``REASON-STANDARD``, ``MEMBER-…``.

    >>> Reason(requirement="LEVEL-TACTICAL-TWO-ITEMS", text=Text(en="Only one officer saw the container."))
    Reason()
    """

    requirement: str
    text: Text | Withheld

    def rules(self) -> Iterator[Finding]:
        """A requirement is named by its code."""
        if not self.requirement.startswith("LEVEL-"):
            yield REASON_STANDARD.at("/requirement")
