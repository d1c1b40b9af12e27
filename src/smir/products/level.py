"""The three levels of intelligence."""

from __future__ import annotations

from enum import unique

from smir import vocabulary
from smir.products.coded import Coded
from smir.vocabulary import CodeList


@unique
class Level(Coded):
    """What a product is for: a control now, an investigation, or a decision on resources and law.

    The levels differ in breadth, not in worth, and have no order here: comparing two of them is an error. What each
    must hold is a matter of :class:`smir.products.Standard`.

    Source: the strategy's terms of reference, which fix exactly these three.

    >>> Level.OPERATIONAL.label("fr")
    'opérationnel'
    """

    TACTICAL = "TACTICAL"
    OPERATIONAL = "OPERATIONAL"
    STRATEGIC = "STRATEGIC"

    @classmethod
    def code_list(cls) -> CodeList:
        """The list with source, status and labels."""
        return vocabulary.get("intelligence-levels")
