"""What a profile would have done on declarations of the past."""

from __future__ import annotations

from collections.abc import Iterator
from typing import final

from smir.findings import Code, Finding
from smir.structure import record
from smir.values import Period

BACK_TEST_COUNTS = Code(
    "BACK-TEST-COUNTS",
    en="Counts are zero or more, no more declarations are selected than were read, and no more controls show an "
    "offence than were made.",
    fr="Les nombres sont positifs ou nuls, on ne sélectionne pas plus de déclarations qu’on n’en lit, et les contrôles "
    "positifs ne dépassent pas les contrôles faits.",
)


@final
@record
class BackTest:
    """One run of a profile on past declarations.

    Args:
        period: The time the declarations come from.
        declarations: How many were read.
        selected: How many it would have selected.
        controlled: How many of these had been controlled at the time.
        offences: How many of those controls showed an offence.

    Raises:
        smir.Invalid: ``BACK-TEST-COUNTS``, ``MEMBER-…``.

    >>> year = Period.parse("2025-01-01T00:00:00Z/2026-01-01T00:00:00Z")
    >>> BackTest(period=year, declarations=9000, selected=90, controlled=30, offences=6).selected
    90
    """

    period: Period
    declarations: int
    selected: int
    controlled: int
    offences: int

    def rules(self) -> Iterator[Finding]:
        """Each count is part of the one before it."""
        if not self.declarations >= self.selected >= self.controlled >= self.offences >= 0:
            yield BACK_TEST_COUNTS.at()
