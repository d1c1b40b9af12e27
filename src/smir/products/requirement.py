"""One requirement of a standard: what a level asks of a product, and how that is looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, unique
from typing import final

from smir.findings import Code, Finding, Severity
from smir.products.condition import Condition
from smir.products.level import Level
from smir.products.looking import Ahead, Distinct, Entries, Impersonal, OneOf, Present
from smir.products.product import Product
from smir.products.product_type import ProductType
from smir.structure import record
from smir.vocabulary import Status

REQUIREMENT_CODE = Code(
    "REQUIREMENT-CODE",
    en="The code of a requirement begins with LEVEL- and goes on in upper-case letters, digits and hyphens, such as "
    "LEVEL-TACTICAL-ACTION.",
    fr="Le code d’une exigence commence par LEVEL- et se poursuit en lettres majuscules, chiffres et tirets, comme "
    "LEVEL-TACTICAL-ACTION.",
)
REQUIREMENT_WORDING = Code(
    "REQUIREMENT-WORDING",
    en="Say in English and in French what is asked and what to do, without braces.",
    fr="Dites en anglais et en français ce qui est demandé et ce qu’il faut faire, sans accolades.",
)
REQUIREMENT_LEVELS = Code(
    "REQUIREMENT-LEVELS",
    en="A requirement names each level it holds for once, and at least one.",
    fr="Une exigence nomme une fois chaque niveau où elle vaut, et au moins un.",
)

_is_code = re.compile("LEVEL(?:-[A-Z0-9]+)+").fullmatch


@unique
class Weighting(Enum):
    """How much a requirement weighs: a product *must* hold it, or *should* unless it gives a reason.

    >>> Weighting.SHOULD.severity
    <Severity.WARNING: 'warning'>
    """

    MUST = "must"
    SHOULD = "should"

    @property
    def severity(self) -> Severity:
        """The severity of the finding where it is missing."""
        return Severity.ERROR if self is Weighting.MUST else Severity.WARNING


@final
@record
class Requirement:
    """One row of a standard.

    Args:
        code: Its code, which is also the code of the finding where it is missing.
        levels: The levels it holds for.
        weight: *must* or *should*.
        en: What is asked and what to do, in English.
        fr: The same in French.
        check: How it is looked for.
        products: The types of product it holds for; empty for all.
        when: The condition under which it holds; nothing if always.
        status: How sure the row is.

    Raises:
        smir.Invalid: ``REQUIREMENT-CODE``, ``REQUIREMENT-WORDING``, ``REQUIREMENT-LEVELS``, ``MEMBER-…``.

    >>> asked = Requirement(
    ...     code="LEVEL-EXAMPLE-GAPS",
    ...     levels=(Level.OPERATIONAL,),
    ...     weight=Weighting.MUST,
    ...     en="Say what is not known.",
    ...     fr="Dites ce qui n’est pas connu.",
    ...     check=Present(members=("gaps",)),
    ...     status=Status.OURS,
    ... )
    >>> asked.finding_code.at("/gaps")
    <Finding LEVEL-EXAMPLE-GAPS error at /gaps>
    """

    code: str
    levels: tuple[Level, ...]
    weight: Weighting
    en: str
    fr: str
    check: Present | Entries | Distinct | Ahead | Impersonal | OneOf
    products: tuple[ProductType, ...] = ()
    when: Condition | None = None
    status: Status

    @property
    def finding_code(self) -> Code:
        """The kind of finding it gives where it is missing."""
        return Code(self.code, en=self.en, fr=self.fr, severity=self.weight.severity)

    def concerns(self, product: Product) -> bool:
        """Whether it holds for a product: for its level, its type and under its condition."""
        return (
            product.level in self.levels
            and (not self.products or product.kind in self.products)
            and (self.when is None or self.when.holds(product))
        )

    def rules(self) -> Iterator[Finding]:
        """Code, wording and levels have their form."""
        if _is_code(self.code) is None:
            yield REQUIREMENT_CODE.at("/code")
        for language in ("en", "fr"):
            wording = getattr(self, language)
            if not wording.strip() or "{" in wording or "}" in wording:
                yield REQUIREMENT_WORDING.at(f"/{language}")
        if not self.levels or len(set(self.levels)) < len(self.levels):
            yield REQUIREMENT_LEVELS.at("/levels")
