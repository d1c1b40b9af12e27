"""Purposes: what personal data may be processed for and passed on for."""

from __future__ import annotations

from enum import Enum


class Purpose(Enum):
    """What data is processed or passed on for.

    The first five are those of the Law Enforcement Directive; the customs purposes after them are ours. Whether a
    purpose is true, no code can tell: it is recorded, and a release compares it.

    Source: Directive (EU) 2016/680, Art. 1(1); code list ``purposes``.

    >>> Purpose.CONTROL.label(), Purpose.CONTROL.is_law_enforcement
    ('carrying out a customs control', False)
    """

    PREVENT = "PREVENT"
    INVESTIGATE = "INVESTIGATE"
    DETECT = "DETECT"
    PROSECUTE = "PROSECUTE"
    EXECUTE_PENALTIES = "EXECUTE_PENALTIES"
    CONTROL_SELECTION = "CONTROL_SELECTION"
    RISK_ANALYSIS = "RISK_ANALYSIS"
    CONTROL = "CONTROL"
    REVENUE = "REVENUE"
    MUTUAL_ASSISTANCE = "MUTUAL_ASSISTANCE"
    TRAINING = "TRAINING"
    STATISTICS = "STATISTICS"

    def label(self, language: str = "en") -> str:
        """The purpose in words."""
        from smir import vocabulary

        return vocabulary.get("purposes").label(self.value, language)

    @property
    def is_law_enforcement(self) -> bool:
        """Whether it is a purpose of Article 1(1) of the directive, for which personal data may go abroad."""
        from smir import vocabulary

        row = vocabulary.get("purposes").get(self.value)
        return row is not None and "led" in dict(row.extras)
