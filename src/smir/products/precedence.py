"""How fast a product or message must reach its reader."""

from __future__ import annotations

from enum import unique

from smir import vocabulary
from smir.products.coded import Coded
from smir.vocabulary import CodeList


@unique
class Precedence(Coded):
    """How fast it must go. It says nothing about how true or how important the content is.

    >>> Precedence.IMMEDIATE.label("fr")
    'immédiat'
    """

    ROUTINE = "ROUTINE"
    PRIORITY = "PRIORITY"
    IMMEDIATE = "IMMEDIATE"
    FLASH = "FLASH"

    @classmethod
    def code_list(cls) -> CodeList:
        """The list with source, status and labels."""
        return vocabulary.get("precedence")
