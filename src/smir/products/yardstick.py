"""Probability yardsticks: the words a scheme has for likelihood, and what they mean in percent."""

from __future__ import annotations

from enum import Enum, unique
from functools import cache

from attrs import frozen

from smir import vocabulary
from smir.vocabulary import CodeList, CodeRow


@unique
class Yardstick(Enum):
    """A scheme of words for likelihood.

    A word means nothing without it: *unlikely* is 20 to 45 in one scheme and 25 to 35 in another.

    Source: vocabularies ``likelihood-…``, each row with its own status.

    >>> Yardstick.PHIA.terms[3]
    'REALISTIC_POSSIBILITY'
    """

    ICD_203 = "ICD-203"
    PHIA = "PHIA"
    KENT = "KENT"

    @property
    def bands(self) -> tuple[Band, ...]:
        """Its bands, from the least likely to the most. They may leave gaps or share an edge."""
        return _bands(self)

    @property
    def terms(self) -> tuple[str, ...]:
        """Every term, synonyms beside each other."""
        return tuple(term for band in self.bands for term in band.terms)

    def label(self, language: str = "en") -> str:
        """Its name in a language, else in English."""
        titles = dict(self.code_list().head.title)
        return titles.get(language, titles["en"])

    def code_list(self) -> CodeList:
        """The list with source, status and labels."""
        return vocabulary.get(f"likelihood-{self.value.lower()}")

    def band(self, term: str) -> Band | None:
        """The band of a term, or nothing where the scheme has no such term.

        >>> Yardstick.ICD_203.band("PROBABLE") is Yardstick.ICD_203.band("LIKELY")
        True
        """
        return next((band for band in self.bands if term in band.terms), None)


@frozen
class Band:
    """A range of percent and the words for it.

    Args:
        low: Lower bound in percent.
        high: Upper bound in percent; where the next band begins there, the edge belongs to that one.
        terms: The codes of its words; a second one is the synonym of the first.
        english: The English words, in the same order.
        french: The French words, in the same order.
    """

    low: int
    high: int
    terms: tuple[str, ...]
    english: tuple[str, ...]
    french: tuple[str, ...]


@cache
def _bands(scheme: Yardstick) -> tuple[Band, ...]:
    return tuple(_band(row) for row in scheme.code_list())


def _band(row: CodeRow) -> Band:
    columns, french = dict(row.extras), row.label("fr")
    low, high, synonym = int(columns["low"]), int(columns["high"]), columns.get("synonym")
    if synonym is None:
        return Band(low, high, (row.code,), (row.label(),), (french,))
    code = synonym.upper().replace(" ", "_")
    return Band(low, high, (row.code, code), (row.label(), synonym), (french, french))
