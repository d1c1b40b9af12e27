"""When a requirement of a standard holds."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any, final

from smir.findings import Code, Finding
from smir.structure import record

CONDITION_EMPTY = Code(
    "CONDITION-EMPTY",
    en="A condition asks for something: that the product is nominal, or a member with the codes it may have.",
    fr="Une condition demande quelque chose\u00a0: que le produit soit nominatif, ou un membre avec les codes qu’il "
    "peut avoir.",
)


@final
@record
class Condition:
    """When a requirement holds: for nominal products, for some values of a member, or both together.

    Args:
        nominal: Whether it holds for products with personal data only.
        member: A member that holds a code, such as ``message_type``.
        codes: The codes of that member for which it holds.

    Raises:
        smir.Invalid: ``CONDITION-EMPTY``, ``MEMBER-…``.

    >>> Condition(member="message_type", codes=("REPLY", "REFUSAL"))
    Condition(codes=<2>)
    """

    nominal: bool | None = None
    member: str | None = None
    codes: tuple[str, ...] = ()

    def holds(self, product: Any) -> bool:
        """Whether it holds for a product; a product without the member is not meant."""
        if self.nominal is not None and product.is_nominal is not self.nominal:
            return False
        if self.member is None:
            return True
        value = getattr(product, self.member, None)
        return (value.value if isinstance(value, Enum) else value) in self.codes

    def rules(self) -> Iterator[Finding]:
        """It asks for something."""
        if self.nominal is None and self.member is None:
            yield CONDITION_EMPTY.at()
        if (self.member is None) is not (self.codes == ()):
            yield CONDITION_EMPTY.at("/codes")
