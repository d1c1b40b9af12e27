"""The errors that leave a boundary of this library: ours alone, with findings and never with values."""

from __future__ import annotations

from collections.abc import Iterable

from smir.findings.code import Finding, Language


class SmirError(Exception):
    """The parent of every error raised on purpose here; carries its findings and pickles whole."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._findings = tuple(findings)
        super().__init__(self._findings)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything found, in the order of the rules."""
        return self._findings

    def report(self, language: Language = "en") -> str:
        """All findings, a line each, in English or French."""
        colon = "\u00a0:" if language == "fr" else ":"
        return "\n".join(
            f"{finding.code} {finding.path or '/'}{colon} {finding.message(language)}" for finding in self._findings
        )

    def __str__(self) -> str:
        return self.report()


class Invalid(SmirError):
    """A value, a product or a document breaks a rule; all breaches are in :attr:`findings`."""


class Refused(SmirError):
    """A release is not allowed; every reason is in :attr:`findings`."""


class Unavailable(SmirError):
    """A part is missing here (an extra, a plug-in, a format); the finding says what to install or call."""
