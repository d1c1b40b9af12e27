"""Audiences: who may be at the other end of a release, seen from the country and the agency that release."""

from __future__ import annotations

from enum import Enum

from smir.handling.table import by_code


class Audience(Enum):
    """Whom a recipient belongs to, relative to the releasing side.

    *Home* is the adopting country, the *trusted area* its configured group of states. Which audience a recipient
    belongs to is for the release to say; the handling code says what that audience may have.

    Source: table of audiences (``data/audiences.toml``), rows ``audience``.

    >>> Audience.TRUSTED_ENFORCEMENT.label()
    'law enforcement in the trusted area'
    """

    ORIGINATING_AGENCY = "ORIGINATING_AGENCY"
    HOME_ENFORCEMENT = "HOME_ENFORCEMENT"
    TRUSTED_ENFORCEMENT = "TRUSTED_ENFORCEMENT"
    OTHER_ENFORCEMENT = "OTHER_ENFORCEMENT"
    HOME_OTHER = "HOME_OTHER"
    FOREIGN_OTHER = "FOREIGN_OTHER"

    def label(self, language: str = "en") -> str:
        """The audience in words."""
        return by_code("handling", "audiences", "audience")[self.value].label(language)
