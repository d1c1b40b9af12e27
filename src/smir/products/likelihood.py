"""How likely something is, in the words of one yardstick."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import final

from smir.findings import Code, Finding, Invalid, Severity
from smir.products.yardstick import Band, Yardstick
from smir.structure import record

LIKELIHOOD_TERM = Code(
    "LIKELIHOOD-TERM",
    en="{scheme} has no such term. Its terms are: {terms}.",
    fr="{scheme} n’a pas ce terme. Ses termes sont\u00a0: {terms}.",
)
LIKELIHOOD_NUMBER = Code(
    "LIKELIHOOD-NUMBER",
    en="A likelihood in percent is a whole number or a decimal.Decimal from 0 to 100, never a float.",
    fr="Une probabilité en pourcentage est un entier ou un decimal.Decimal de 0 à 100, jamais un float.",
)
LIKELIHOOD_GAP = Code(
    "LIKELIHOOD-GAP",
    en="{scheme} leaves a gap between {low} and {high} percent. Decide for “{below}” or for “{above}”.",
    fr="{scheme} laisse un vide entre {low} et {high} pour cent. Choisissez «\u00a0{below}\u00a0» ou "
    "«\u00a0{above}\u00a0».",
)
LIKELIHOOD_OUTSIDE = Code(
    "LIKELIHOOD-OUTSIDE",
    en="{scheme} has words for {low} to {high} percent only. State what lies outside as a fact, or use “{nearest}”.",
    fr="{scheme} n’a de mots que de {low} à {high} pour cent. Énoncez comme un fait ce qui est au-delà, ou employez "
    "«\u00a0{nearest}\u00a0».",
)
LIKELIHOOD_MIXED = Code(
    "LIKELIHOOD-MIXED",
    en="The product mixes the two rows of synonyms of {scheme}. Keep to one of them, so that no reader looks for a "
    "difference where there is none.",
    fr="Le produit mêle les deux lignes de synonymes de {scheme}. Tenez-vous-en à une seule, pour qu’aucun lecteur ne "
    "cherche une différence où il n’y en a pas.",
    severity=Severity.WARNING,
)


@final
@record
class Likelihood:
    """How likely something is: a term of one yardstick, never a bare word or a bare number.

    Args:
        scheme: The yardstick that gives the term its meaning.
        term: The code of one of its words, such as ``VERY_LIKELY``; the second wording of ICD 203 has codes of its own.

    Raises:
        smir.Invalid: ``LIKELIHOOD-TERM``, ``MEMBER-…``.

    Source: vocabularies ``likelihood-…``.

    >>> unlikely = Likelihood(scheme=Yardstick.PHIA, term="UNLIKELY")
    >>> unlikely.low, unlikely.high, unlikely.label("fr")
    (25, 35, 'improbable')
    """

    scheme: Yardstick
    term: str

    @classmethod
    def from_percent(cls, scheme: Yardstick, percent: int | Decimal) -> Likelihood:
        """The first term of the band that a percentage lies in.

        Where two bands share an edge (5, 20, 45, 55, 80, 95 in ICD 203), the edge belongs to the upper one. Where a
        scheme leaves a gap, nothing is rounded into a neighbour: the two neighbours are named and a person decides.

        Raises:
            smir.Invalid: ``LIKELIHOOD-NUMBER``, ``LIKELIHOOD-GAP``, ``LIKELIHOOD-OUTSIDE``.

        >>> Likelihood.from_percent(Yardstick.ICD_203, 20).term
        'UNLIKELY'
        >>> Likelihood.from_percent(Yardstick.PHIA, 7)
        Traceback (most recent call last):
            ...
        smir.findings.errors.Invalid: LIKELIHOOD-GAP /: PHIA leaves a gap between 5 and 10 percent. ...
        """
        if type(percent) not in (int, Decimal) or not Decimal(percent).is_finite() or not 0 <= percent <= 100:
            raise Invalid((LIKELIHOOD_NUMBER.at(),))
        for band in reversed(scheme.bands):
            if band.low <= percent <= band.high:
                return cls(scheme=scheme, term=band.terms[0])
        raise Invalid((_outside(scheme, percent),))

    @property
    def low(self) -> int:
        """The lower bound, in percent."""
        return self._band.low

    @property
    def high(self) -> int:
        """The upper bound, in percent."""
        return self._band.high

    @property
    def synonym_row(self) -> int | None:
        """Which row of synonyms the term belongs to (0 is the first); nothing where its band has one term only."""
        return self._band.terms.index(self.term) if len(self._band.terms) > 1 else None

    def label(self, language: str = "en") -> str:
        """The words themselves, in French or English."""
        words = self._band.french if language.partition("-")[0] == "fr" else self._band.english
        return words[self._band.terms.index(self.term)]

    @property
    def _band(self) -> Band:
        band = self.scheme.band(self.term)
        if band is None:  # pragma: no cover - the constructor refuses such a term
            raise Invalid(tuple(self.rules()))
        return band

    def rules(self) -> Iterator[Finding]:
        """The term is one of the scheme's."""
        if self.scheme.band(self.term) is None:
            yield LIKELIHOOD_TERM.at("/term", scheme=self.scheme.value, terms=", ".join(self.scheme.terms))


def are_mixed(likelihoods: Iterable[Likelihood]) -> Iterator[Yardstick]:
    """The schemes whose rows of synonyms are mixed among these.

    >>> words = [Likelihood(scheme=Yardstick.ICD_203, term=term) for term in ("LIKELY", "IMPROBABLE")]
    >>> list(are_mixed(words))
    [<Yardstick.ICD_203: 'ICD-203'>]
    """
    rows: dict[Yardstick, set[int]] = {}
    for likelihood in likelihoods:
        if likelihood.synonym_row is not None:
            rows.setdefault(likelihood.scheme, set()).add(likelihood.synonym_row)
    return (scheme for scheme, found in rows.items() if len(found) > 1)


def _outside(scheme: Yardstick, percent: int | Decimal) -> Finding:
    bands = scheme.bands
    for below, above in pairwise(bands):
        if below.high < percent < above.low:
            return LIKELIHOOD_GAP.at(
                "",
                scheme=scheme.value,
                low=below.high,
                high=above.low,
                below=below.terms[0],
                above=above.terms[0],
            )
    nearest = bands[0] if percent < bands[0].low else bands[-1]
    return LIKELIHOOD_OUTSIDE.at(
        "", scheme=scheme.value, low=bands[0].low, high=bands[-1].high, nearest=nearest.terms[0]
    )
