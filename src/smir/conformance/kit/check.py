"""One check of a conformance kit: what it claims, why it exists, which rule it proves, and how it came out."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING

from attrs import field, frozen

from smir.conformance.kit.outline import Outline
from smir.findings import Finding, Language, Words

if TYPE_CHECKING:
    from smir.conformance.kit.trial import Trial


class Verdict(Enum):
    """How a check came out.

    >>> Verdict.PASSED.label("fr")
    'réussi'
    """

    PASSED = "passed"
    FAILED = "failed"
    NOT_APPLICABLE = "not-applicable"

    def label(self, language: Language = "en") -> str:
        """The verdict in words."""
        words = {
            Verdict.PASSED: Words("passed", "réussi"),
            Verdict.FAILED: Words("failed", "échoué"),
            Verdict.NOT_APPLICABLE: Words("not applicable", "sans objet"),
        }[self]
        return words.fr if language == "fr" else words.en


@frozen
class Shortfall:
    """What a check caught: the finding, and the smallest example that shows it, without its values."""

    finding: Finding
    example: Outline | None = None


@frozen
class NotApplicable:
    """Why a check says nothing of this serializer."""

    finding: Finding


@frozen
class Check:
    """One claim about every serializer.

    Args:
        id: Lower-case words joined by hyphens; it never changes once published.
        claim: What holds, in one sentence.
        why: What went wrong elsewhere, or would go wrong here, without it.
        clause: The number of the rule it proves, in the list of rules of the architecture page.
        function: Tries it out.
    """

    id: str
    claim: Words
    why: Words
    clause: str
    function: Callable[[Trial], Shortfall | NotApplicable | None] = field(repr=False)

    def run(self, trial: Trial) -> Result:
        """How the check comes out for one serializer. What the serializer raises is part of the answer."""
        outcome = self.function(trial)
        if outcome is None:
            return Result(self, Verdict.PASSED)
        if isinstance(outcome, NotApplicable):
            return Result(self, Verdict.NOT_APPLICABLE, outcome.finding)
        return Result(self, Verdict.FAILED, outcome.finding, outcome.example)

    def __str__(self) -> str:
        return self.id


@frozen
class Result:
    """How one check came out.

    Args:
        check: The check.
        verdict: Passed, failed, or not applicable.
        finding: What was caught, or why the check does not apply; nothing where it passed.
        example: The smallest example that fails, told by its outline: it never holds a value.
    """

    check: Check
    verdict: Verdict
    finding: Finding | None = None
    example: Outline | None = None

    def message(self, language: Language = "en") -> str:
        """One line for a check that passed, more for one that did not; never a value of an example."""
        colon = "\u00a0: " if language == "fr" else ": "
        said = f"{self.check.id}{colon}{self.verdict.label(language)}"
        if self.finding is None:
            return said
        lines = [f"{said}. {self.finding.message(language)}"]
        if self.verdict is Verdict.FAILED:
            why, clause = Words("Why", "Pourquoi"), Words("Rule of the house", "Règle de la maison")
            french = language == "fr"
            lines.append(f"  {why.fr if french else why.en}{colon}{self.check.why.fr if french else self.check.why.en}")
            lines.append(f"  {clause.fr if french else clause.en}{colon}{self.check.clause}")
        if self.example is not None:
            example = Words("Example", "Exemple")
            lines.append(f"  {example.fr if language == 'fr' else example.en}{colon}{self.example.describe(language)}")
        return "\n".join(lines)
