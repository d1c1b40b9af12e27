"""What a check or a reading gives back: the value, if there is one, and everything found on the way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from attrs import field, frozen

from smir.findings.code import Finding, Severity
from smir.findings.errors import Invalid

T = TypeVar("T")


def errors_among(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that stop the work."""
    return tuple(finding for finding in findings if finding.severity is Severity.ERROR)


@frozen
class Outcome(Generic[T]):
    """A value with all that was found, or no value and why.

    Args:
        value: What was read or checked; ``None`` where an error stands in the way.
        findings: Everything found: errors, warnings, notes.

    >>> Outcome(12, ()).require()
    12
    """

    value: T | None = field(repr=False)
    findings: tuple[Finding, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing found is an error."""
        return not errors_among(self.findings)

    def require(self) -> T:
        """The value; raises :class:`smir.Invalid` with every finding where there is none."""
        if self.value is None or not self.ok:
            raise Invalid(self.findings)
        return self.value
