"""Closed lists of codes that products use, with their labels in English and French."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache

from smir import vocabulary
from smir.vocabulary import CodeList


class Coded(Enum):
    """The parent of the closed lists of this room.

    Labels come from a vocabulary where there is one (:meth:`code_list` is overridden), else from this room's own
    ``data/``, named after the class. Codes have no order. A test keeps members and rows equal.
    """

    def label(self, language: str = "en") -> str:
        """Its name in a language, else in English.

        >>> from smir.products import Status
        >>> Status.WITHDRAWN.label("fr")
        'retiré'
        """
        return type(self).code_list().label(self.value, language)

    @classmethod
    def code_list(cls) -> CodeList:
        """The list with source, status and labels."""
        return own_list(re.sub("(?<=[a-z])(?=[A-Z])", "-", cls.__name__).lower())


class SubType(Coded):
    """The parent of the sub-types of each product: rows of one vocabulary, ``product-sub-types``."""

    @classmethod
    def code_list(cls) -> CodeList:
        """The sub-types of all products."""
        return vocabulary.get("product-sub-types")


@cache
def own_list(name: str) -> CodeList:
    """A list of this room, read on first use."""
    from importlib.resources import files

    return vocabulary.read_toml((files("smir.products") / "data" / f"{name}.toml").read_bytes()).require()
