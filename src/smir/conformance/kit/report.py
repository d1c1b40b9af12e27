"""The report of a kit: what was tried on which serializer and how every check came out, fit to be filed."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from smir.conformance.kit.check import Result, Verdict
from smir.findings import Language, Words


@frozen
class Report:
    """How one serializer came out of the kit.

    Args:
        name: What the serializer is called.
        package: The package and version it comes from.
        kit: The version of the kit, that of this library.
        results: One result for each check, in the order of the kit.

    >>> Report("telegram", "example 1.0", "0.1.0", ()).ok
    True
    """

    name: str
    package: str
    kit: str
    results: tuple[Result, ...]

    @property
    def ok(self) -> bool:
        """Whether no check failed."""
        return not self.failed

    @property
    def failed(self) -> tuple[Result, ...]:
        """The results of the checks that failed."""
        return tuple(result for result in self.results if result.verdict is Verdict.FAILED)

    def of(self, check: str) -> Result:
        """The result of the check of that id; raises ``KeyError``."""
        for result in self.results:
            if result.check.id == check:
                return result
        raise KeyError(check)

    def message(self, language: Language = "en") -> str:
        """The whole report in English or French. It holds no value of any example."""
        french = language == "fr"
        counts = {verdict: sum(result.verdict is verdict for result in self.results) for verdict in Verdict}
        head = Words(
            f"{self.name} ({self.package}), kit {self.kit}: {counts[Verdict.PASSED]} passed, "
            f"{counts[Verdict.FAILED]} failed, {counts[Verdict.NOT_APPLICABLE]} not applicable",
            f"{self.name} ({self.package}), banc {self.kit}\u00a0: {counts[Verdict.PASSED]} réussis, "
            f"{counts[Verdict.FAILED]} échoués, {counts[Verdict.NOT_APPLICABLE]} sans objet",
        )
        return "\n".join([head.fr if french else head.en, *(result.message(language) for result in self.results)])

    def plain(self) -> dict[str, Any]:
        """The report as plain values for JSON, to be filed."""
        return {
            "format": "smir.conformance/1",
            "name": self.name,
            "package": self.package,
            "kit": self.kit,
            "ok": self.ok,
            "results": [
                {
                    "check": result.check.id,
                    "clause": result.check.clause,
                    "verdict": result.verdict.value,
                    "finding": None if result.finding is None else result.finding.code,
                    "example": None if result.example is None else result.example.describe(),
                }
                for result in self.results
            ],
        }
