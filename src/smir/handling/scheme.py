"""The published forms of the 5x5x5 system: a grade or a handling code means nothing without the one it was given in."""

from __future__ import annotations

from enum import Enum

from smir.handling.table import by_code


class HandlingScheme(Enum):
    """Which published form of 5x5x5 gives the codes their meaning.

    The two forms contradict each other at handling code 5: the one forbids every dissemination, the other allows it
    under conditions. Codes 1 to 4 are read alike in both, so they may stand without a version; code 5 may not.

    Source: table of forms (``data/codes.toml``), rows ``scheme``.

    >>> HandlingScheme("5x5x5/MoPI").label("fr")
    '5x5x5, formulaire de gestion de l’information policière (MoPI)'
    """

    UNVERSIONED = "5x5x5"
    NIM_2000 = "5x5x5/NIM-2000"
    MOPI = "5x5x5/MoPI"

    def label(self, language: str = "en") -> str:
        """Its name in a language."""
        return by_code("handling", "codes", "scheme")[self.value].label(language)

    @property
    def is_versioned(self) -> bool:
        """Whether it says which of the published forms is meant."""
        return self is not HandlingScheme.UNVERSIONED
