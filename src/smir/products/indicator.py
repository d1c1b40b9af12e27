"""Risk indicators that a product names by their identifier in a catalogue, and the points each gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import final

from smir.findings import Code, Finding
from smir.structure import record

INDICATOR_FORM = Code(
    "INDICATOR-FORM",
    en="An indicator is named by its identifier in a catalogue: 1 to 64 letters, digits and the signs - . : _ without "
    "spaces. Write a description into an item.",
    fr="Un indicateur est désigné par son identifiant dans un catalogue\u00a0: 1 à 64 lettres, chiffres et signes "
    "- . : _ sans espaces. Placez une description dans un élément.",
)
INDICATOR_TWICE = Code(
    "INDICATOR-TWICE",
    en="The indicator stands here twice. Name it once.",
    fr="L’indicateur figure deux fois ici. Nommez-le une seule fois.",
)

_is_indicator = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,63}").fullmatch


@final
@record
class Weight:
    """The points an indicator adds to the score of a declaration.

    Args:
        indicator: Its identifier in the catalogue.
        points: What it adds; a point below zero speaks for the declaration.

    Raises:
        smir.Invalid: ``INDICATOR-FORM``, ``MEMBER-…``.

    >>> Weight(indicator="ROUTE-01", points=20)
    Weight(points=20)
    """

    indicator: str
    points: int

    def rules(self) -> Iterator[Finding]:
        """The indicator is named by its identifier."""
        if _is_indicator(self.indicator) is None:
            yield INDICATOR_FORM.at("/indicator")


def indicator_findings(indicators: Iterable[str], path: str) -> Iterator[Finding]:
    """What is wrong with a list of indicators."""
    seen = set()
    for index, indicator in enumerate(indicators):
        if _is_indicator(indicator) is None:
            yield INDICATOR_FORM.at(f"{path}/{index}")
        elif indicator in seen:
            yield INDICATOR_TWICE.at(f"{path}/{index}")
        seen.add(indicator)
