"""Codes of this room's own lists, which stand as data under ``data/`` with their labels in English and French."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache

from smir.vocabulary import CodeList, read_toml


class Coded(Enum):
    """The parent of the closed lists of this room; ``VesselKind`` has its labels in ``data/vessel-kind.toml``.

    Codes have no order. A test keeps the members and the rows of the list equal.
    """

    def label(self, language: str = "en") -> str:
        """What people read: in French (``"fr"``), or in English.

        >>> from smir.entities import VesselKind
        >>> VesselKind.REEFER.label("fr")
        'navire frigorifique'
        """
        return type(self).code_list().label(self.value, language)

    @classmethod
    def code_list(cls) -> CodeList:
        """The whole list with source, status and labels."""
        return code_list(re.sub("(?<=[a-z])(?=[A-Z])", "-", cls.__name__).lower())


@cache
def code_list(name: str) -> CodeList:
    """A list of this room, read on first use."""
    from importlib.resources import files

    return read_toml((files("smir.entities") / "data" / f"{name}.toml").read_bytes()).require()
