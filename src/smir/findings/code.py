"""What a finding is about: a stable code with its wording in English and French."""

from __future__ import annotations

from enum import Enum
from typing import Literal

from attrs import frozen

Language = Literal["en", "fr"]


class Severity(Enum):
    """How much a finding weighs.

    ``ERROR`` stops the work, ``WARNING`` asks for a reason, ``NOTE`` informs.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@frozen
class Words:
    """Our own words in both languages, for a place in the wording of a code.

    >>> Words("yes", "oui").fr
    'oui'
    """

    en: str
    fr: str

    def __str__(self) -> str:
        return self.en


@frozen
class Code:
    """A kind of finding, declared once, where its rule lives.

    The wording may hold named places (``{scheme}``). They are filled with our own words only (names of schemes, fields,
    limits), never with a value from the input: it may be personal data.

    Args:
        code: Upper-case words joined by hyphens; it never changes once published.
        en: One or two English sentences: what was expected, and what to do.
        fr: The same in French.
        severity: How much it weighs.

    >>> GREETING = Code("EXAMPLE-GREETING", en="Say {word}.", fr="Dites {word}.")
    >>> GREETING.at("/letter/greeting", word="hello").message("fr")
    'Dites hello.'
    """

    code: str
    en: str
    fr: str
    severity: Severity = Severity.ERROR

    def at(self, path: str = "", /, **details: str | int | Words) -> Finding:
        """Make the finding for one place, a JSON pointer (RFC 6901); ``""`` is the whole."""
        return Finding(
            self,
            path,
            tuple((name, detail if isinstance(detail, Words) else str(detail)) for name, detail in details.items()),
        )

    @property
    def anchor(self) -> str:
        """Where the documentation explains it, relative to the documentation's root."""
        return f"reference/findings.html#{self.code.lower()}"


@frozen
class Finding:
    """One thing found wrong, missing or worth knowing, at one place. It never holds the value found there.

    Args:
        kind: The code with its wording.
        path: JSON pointer (RFC 6901) to the place.
        details: Our own words that fill the wording.

    >>> Code("EXAMPLE-EMPTY", en="Write a title.", fr="Donnez un titre.").at("/title")
    <Finding EXAMPLE-EMPTY error at /title>
    """

    kind: Code
    path: str
    details: tuple[tuple[str, str | Words], ...] = ()

    @property
    def code(self) -> str:
        """The stable code, such as ``GRADE-SOURCE``."""
        return self.kind.code

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        return self.kind.severity

    @property
    def anchor(self) -> str:
        """Where the documentation explains it."""
        return self.kind.anchor

    def message(self, language: Language = "en") -> str:
        """Say it in English (``"en"``) or French (``"fr"``): what was expected, and what to do."""
        french = language == "fr"
        wording = self.kind.fr if french else self.kind.en
        return wording.format_map(
            {name: detail.fr if french and isinstance(detail, Words) else detail for name, detail in self.details}
        )

    def under(self, prefix: str) -> Finding:
        """The same finding, seen from above: its path begins with ``prefix``."""
        return Finding(self.kind, prefix + self.path, self.details)

    def __str__(self) -> str:
        return f"{self.code} at {self.path or '/'}: {self.message()}"

    def __repr__(self) -> str:
        return f"<Finding {self.code} {self.severity.value} at {self.path or '/'}>"
