"""One declared data element: the text as it was read, and beside it what it is worth."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, final

from attrs import frozen

from smir.declarations.catalogue import Level
from smir.findings import Code, Finding, Severity

if TYPE_CHECKING:
    from smir.values import Instant

ELEMENT_IDENTIFIER = Code(
    "ELEMENT-IDENTIFIER",
    en="The identifier does not pass {standard}. It is kept as declared: a wrong identifier is itself a sign.",
    fr="L’identifiant n’est pas conforme à {standard}. Il est conservé tel que déclaré\u00a0: un identifiant faux "
    "est en soi un signe.",
    severity=Severity.NOTE,
)
ELEMENT_UNIT = Code(
    "ELEMENT-UNIT",
    en="The unit cannot be told. A mass is expected in kilograms, grams or tonnes (unitCode KGM, GRM, TNE), an amount "
    "with its currency (currencyID). The figure is kept as read and not converted.",
    fr="L’unité ne peut être établie. Une masse est attendue en kilogrammes, grammes ou tonnes (unitCode KGM, GRM, "
    "TNE), un montant avec sa monnaie (currencyID). Le chiffre est conservé tel que lu, sans conversion.",
    severity=Severity.WARNING,
)
ELEMENT_MIXED = Code(
    "ELEMENT-MIXED",
    en="Another element stands inside the text, where only a text is expected. The text is kept and no value is read "
    "from it, as part of it may be missing. Ask the sender for a corrected one.",
    fr="Un autre élément se trouve dans le texte, là où seul un texte est attendu. Le texte est conservé et aucune "
    "valeur n’en est tirée, car il peut en manquer une partie. Demandez à l’expéditeur un texte corrigé.",
    severity=Severity.WARNING,
)


@final
@frozen(repr=False)
class Element:
    """A data element as one declaration gives it.

    A wrong value is kept: declared errors are signs. ``value`` is ``None`` where the text breaks its format, so that a
    criterion cannot tell; an identifier with a wrong check digit keeps its value and has a finding. The repr shows
    neither text nor value.

    Args:
        name: Name in the catalogue.
        text: The text as read, white space and all.
        value: What goes into a row: a text, a number (masses in kilograms), a date; ``None`` where the text has none.
        findings: What is wrong with it, with the path ``""``.
        qualifier: Unit, currency or format code that came with it: ``KGM#G``, ``EUR``, ``304``.
        level: Where it stood: declaration, shipment or item.

    >>> Element("gross_mass", "12.50", Decimal("12.50"))
    <Element gross_mass>
    """

    name: str
    text: str
    value: str | Decimal | datetime.date | None
    findings: tuple[Finding, ...] = ()
    qualifier: str | None = None
    level: Level = "declaration"

    @property
    def is_valid(self) -> bool:
        """Whether nothing stands against the text."""
        return not self.findings

    @property
    def instant(self) -> Instant | None:
        """The moment, where the text has a date, a time and a zone; ``None`` otherwise, as no zone is guessed.

        >>> Element("acceptance_date", "20240425090243Z", datetime.date(2024, 4, 25), qualifier="304").instant
        Instant('2024-04-25T09:02:43Z')
        """
        from smir.declarations.dates import read_date
        from smir.values import Instant

        moment = read_date(self.text, self.qualifier).moment if isinstance(self.value, datetime.date) else None
        return None if moment is None else Instant(moment)

    def __repr__(self) -> str:
        return f"<Element {self.name}{'' if self.is_valid else f' {len(self.findings)} findings'}>"
