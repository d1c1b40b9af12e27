"""Needs: what has to be there before a handling code lets an audience have the material."""

from __future__ import annotations

from enum import Enum

from smir.handling.table import by_code


class Need(Enum):
    """One thing that a handling code asks before a release to an audience.

    ``RECORD``, ``CONDITIONS_ACCEPTED``, ``AUTHORISING_OFFICER`` and ``REFER_TO_ORIGINATOR`` are met by the act of
    release; the others by what the handling form says.

    Source: table of audiences (``data/audiences.toml``), rows ``need``.

    >>> Need.RECORD.label("fr")
    'trace de la communication'
    """

    CONDITIONS = "CONDITIONS"
    CONDITIONS_NAME_AUDIENCE = "CONDITIONS_NAME_AUDIENCE"
    CONDITIONS_ACCEPTED = "CONDITIONS_ACCEPTED"
    AUTHORISER = "AUTHORISER"
    RECORD = "RECORD"
    NAMED_RECIPIENT = "NAMED_RECIPIENT"
    REASON = "REASON"
    REVIEW_DATE = "REVIEW_DATE"
    AUTHORISING_OFFICER = "AUTHORISING_OFFICER"
    REFER_TO_ORIGINATOR = "REFER_TO_ORIGINATOR"

    def label(self, language: str = "en") -> str:
        """The need in words."""
        return by_code("handling", "audiences", "need")[self.value].label(language)
