"""An offence that a person is thought or known to have committed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import final

from smir.entities.coded import Coded
from smir.entities.soundness import filled
from smir.findings import Finding
from smir.structure import record
from smir.values import CountryCode, PartialDate, Text


class OffenceStanding(Coded):
    """How far an offence is established; the list is ours.

    >>> OffenceStanding.SETTLED.label("fr")
    'transigée'
    """

    SUSPECTED = "suspected"
    ALLEGED = "alleged"
    CHARGED = "charged"
    SETTLED = "settled"
    CONVICTED = "convicted"
    ACQUITTED = "acquitted"


@final
@record(tag="offence")
class Offence:
    """An offence with how far it is established: a suspicion is never written as a conviction.

    The person who has it marks it as personal data whole; data on offences enjoy safeguards of their own.

    Args:
        description: What was done.
        standing: How far it is established.
        date: When it was done.
        country: Where it was done or prosecuted.
        reference: Reference of the case at the authority that holds it.

    Raises:
        smir.Invalid: ``ENTITY-EMPTY``.

    Source: Regulation (EU) 2016/794, Annex II; Convention 108+, Art. 6; standings ours.

    >>> Offence(description=Text(en="Undeclared cash"), standing=OffenceStanding.SETTLED, date=PartialDate("2024"))
    Offence(standing=settled, date=2024)
    """

    description: Text
    standing: OffenceStanding
    date: PartialDate | None = None
    country: CountryCode | None = None
    reference: str | None = None

    def rules(self) -> Iterator[Finding]:
        """Refuse empty texts."""
        yield from filled(self)
