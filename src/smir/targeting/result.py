"""What one product says of one declaration: hit, no hit or cannot tell, item by item, and why."""

from __future__ import annotations

from typing import final

from attrs import field, frozen

from smir.criteria import Criterion, Explanation, Verdict
from smir.declarations import Declaration
from smir.findings import Language
from smir.products import Product

_ORDER = (Verdict.HIT, Verdict.CANNOT_TELL, Verdict.NO_HIT)


@final
@frozen(kw_only=True)
class Result:
    """One product held against one declaration.

    A declaration is a hit where one of its goods items is. Where none is, one item that cannot be told makes the whole
    one that cannot be told. A hit recommends a look; whether to control is an officer's decision.

    Args:
        product: The alert or profile.
        declaration: The declaration.
        criterion: What the product looks for.
        verdicts: The verdict of each row of the declaration, in the order of its items.
    """

    product: Product = field(repr=False)
    declaration: Declaration
    criterion: Criterion = field(repr=False)
    verdicts: tuple[Verdict, ...]

    @property
    def verdict(self) -> Verdict:
        """The verdict on the declaration as a whole."""
        return next((verdict for verdict in _ORDER if verdict in self.verdicts), Verdict.NO_HIT)

    @property
    def is_hit(self) -> bool:
        """Whether a goods item is a hit."""
        return self.verdict is Verdict.HIT

    @property
    def items(self) -> tuple[int, ...]:
        """Places (from 0) of the rows that gave the declaration its verdict."""
        verdict = self.verdict
        return tuple(place for place, found in enumerate(self.verdicts) if found is verdict)

    def explain(self, *, values: bool = False, personal: bool = False) -> Explanation:
        """Why: of the first row that gave the verdict. It names data elements, and values only where asked.

        Args:
            values: Whether to quote the deciding conditions and the values.
            personal: Whether to quote personal values too.
        """
        rows = self.declaration.rows
        return self.criterion.explain(rows[self.items[0]] if self.items else {}, values=values, personal=personal)

    def message(self, language: Language = "en") -> str:
        """One sentence in English or French, without any value."""
        return self.explain().message(language)
