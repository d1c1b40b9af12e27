"""The alert: a short, urgent product on something that is moving or hidden now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from enum import unique
from typing import ClassVar, final

from smir.criteria import Criterion
from smir.entities.route_leg import TransportMode
from smir.findings import Code, Finding
from smir.handling import Withheld
from smir.products.coded import SubType
from smir.products.indicator import indicator_findings
from smir.products.product import Product
from smir.products.product_type import ProductType
from smir.structure import record
from smir.values import HSCode, Text

ALERT_VALID = Code(
    "ALERT-VALID",
    en="An alert holds for at most {limit} days. Shorten its period; what lasts longer is a profile or a report.",
    fr="Une alerte vaut au plus {limit} jours. Raccourcissez sa période\u202f; ce qui dure davantage est un profil ou "
    "un rapport.",
)
#: The longest an alert may hold.
ALERT_DAYS = 90


@unique
class AlertSubType(SubType):
    """What an alert warns of.

    >>> AlertSubType.CONCEALMENT.label("fr")
    'alerte dissimulation ou mode opératoire'
    """

    EMERGING_TREND = "EMERGING_TREND"
    CONCEALMENT = "CONCEALMENT"
    CONSIGNMENT = "CONSIGNMENT"
    SAFETY = "SAFETY"


@final
@record(tag="alert")
class Alert(Product):
    """A short urgent message on a new or imminent threat: what, where, how hidden, what to do.

    The route and the conveyance stand among its entities. Without a period it has none yet; an office gives it 30 days.

    Args:
        sub_type: What it warns of.
        threat_commodities: The goods that are the threat, by HS code.
        cen_heading: Their heading in the Customs Enforcement Network.
        mode: Mode of transport, by UN/ECE Recommendation 19.
        concealment: Where and how it is hidden.
        modus_operandi: How the offence is done.
        action_requested: What the reader is asked to do.
        criteria: What a targeting unit looks for in declarations.
        indicators: Indicators to watch, by their identifiers in a catalogue.
        contact: A desk that answers at any hour, never a private person.

    Raises:
        smir.Invalid: ``ALERT-VALID``, ``INDICATOR-…``, ``PRODUCT-…``, ``MEMBER-…``.

    >>> from smir.grading import Grade
    >>> from smir.products import Level
    >>> title = Text(en="Cocaine in frozen fruit pulp", fr="Cocaïne dans de la pulpe de fruits surgelée")
    >>> alert = Alert(level=Level.TACTICAL, title=title, grade=Grade.parse("B21"), mode="1")
    >>> alert.kind, str(alert.grade)
    (<ProductType.ALERT: 'ALERT'>, 'B21')
    """

    product_type: ClassVar[ProductType | None] = ProductType.ALERT

    sub_type: AlertSubType | None = None
    threat_commodities: tuple[HSCode, ...] = ()
    cen_heading: str | None = None
    mode: TransportMode | None = None
    concealment: Text | Withheld | None = None
    modus_operandi: Text | Withheld | None = None
    action_requested: Text | Withheld | None = None
    criteria: Criterion | Withheld | None = None
    indicators: tuple[str, ...] = ()
    contact: str | None = None

    def rules(self) -> Iterator[Finding]:
        """What holds for every product, and for an alert."""
        yield from super().rules()
        if self._is_too_long():
            yield ALERT_VALID.at("/valid", limit=ALERT_DAYS)
        yield from indicator_findings(self.indicators, "/indicators")

    def _is_too_long(self) -> bool:
        """Whether it certainly holds longer than it may; one whose start is not known is judged when it is checked."""
        valid = self.valid
        if valid is None or (valid.start is None and valid.end is not None):
            return False
        if valid.day_count is not None:
            return valid.day_count > ALERT_DAYS
        if valid.start is None or valid.end is None:
            return True
        return valid.end.moment - valid.start.moment > timedelta(days=ALERT_DAYS)
