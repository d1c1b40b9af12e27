"""What stands in the place of a value that a release withheld: the category it had and the reason, never the value."""

from __future__ import annotations

from enum import Enum
from typing import TypeVar, final

from smir.findings import Code, Invalid
from smir.handling.category import DataCategory
from smir.handling.table import by_code
from smir.structure import record

T = TypeVar("T")

WITHHELD_VALUE = Code(
    "WITHHELD-VALUE",
    en="The value was withheld when this was released. Ask the originator for it, or test for Withheld first.",
    fr="La valeur a été occultée lors de la communication. Demandez-la à l’émetteur, ou vérifiez d’abord s’il s’agit "
    "d’un Withheld.",
)


class WithheldReason(Enum):
    """Why a value was withheld from a recipient.

    Source: table of categories (``data/categories.toml``), rows ``reason``.

    >>> WithheldReason.PURPOSE.label()
    'not needed for the purpose of the recipient'
    """

    PURPOSE = "PURPOSE"
    AUDIENCE = "AUDIENCE"
    HANDLING = "HANDLING"
    REFERENCE = "REFERENCE"
    UNKNOWN = "UNKNOWN"

    def label(self, language: str = "en") -> str:
        """The reason in words."""
        return by_code("handling", "categories", "reason")[self.value].label(language)


@final
@record(tag="withheld")
class Withheld:
    """A value that is not here, on purpose.

    It is a value of its own, so a recipient can tell *withheld* from *not known*. It says nothing of the value's length
    or content.

    Args:
        category: What kind of data was withheld.
        reason: Why this recipient does not get it.

    >>> Withheld(category=DataCategory.PERSONAL, reason=WithheldReason.PURPOSE)
    Withheld(category=PERSONAL, reason=PURPOSE)
    """

    category: DataCategory
    reason: WithheldReason


def reveal(value: T | Withheld) -> T:
    """The value itself, where one's copy holds it.

    Raises:
        smir.Invalid: ``WITHHELD-VALUE`` where it was withheld.

    >>> reveal("seen at berth 4")
    'seen at berth 4'
    """
    if isinstance(value, Withheld):
        raise Invalid((WITHHELD_VALUE.at(),))
    return value
