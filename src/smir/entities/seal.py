"""A seal on a container, a vehicle or a package."""

from __future__ import annotations

from collections.abc import Iterator
from typing import final

from smir.entities.soundness import filled
from smir.findings import Finding
from smir.structure import record
from smir.values import Instant


@final
@record(tag="seal")
class Seal:
    """A seal as declared or as found.

    Args:
        number: As printed on it.
        sealed_by: Role of who put it on, such as shipper, carrier, customs; never a name.
        intact: Whether it was found whole; nothing where nobody has looked.
        declared: Whether the papers name it; a seal that is there and not declared is an indicator.
        seen: When it was looked at.

    Raises:
        smir.Invalid: ``ENTITY-EMPTY``.

    Source: WCO Data Model, class 44B (element 165).

    >>> Seal(number="SL-0001", intact=False)
    Seal(intact=False)
    """

    number: str
    sealed_by: str | None = None
    intact: bool | None = None
    declared: bool | None = None
    seen: Instant | None = None

    def rules(self) -> Iterator[Finding]:
        """Refuse empty texts."""
        yield from filled(self)
