"""Findings: what was found, where, how grave it is and what to do; in English and French, never with the value."""

from smir.findings.code import Code, Finding, Language, Severity, Words
from smir.findings.errors import Invalid, Refused, SmirError, Unavailable
from smir.findings.outcome import Outcome, errors_among

__all__ = [
    "Code",
    "Finding",
    "Invalid",
    "Language",
    "Outcome",
    "Refused",
    "Severity",
    "SmirError",
    "Unavailable",
    "Words",
    "errors_among",
]
