"""The trend: how something moves over time, place, goods or method, with its figures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import unique
from typing import ClassVar, final

from smir.findings import Code, Finding, Severity
from smir.handling import Withheld
from smir.products.coded import SubType
from smir.products.judgement import Judgement
from smir.products.product import Product
from smir.products.product_type import ProductType
from smir.structure import record
from smir.values import Period, Quantity, Text

TREND_PERIODS = Code(
    "TREND-PERIODS",
    en="A trend compares two different periods that have begun and end, each with its two instants.",
    fr="Une tendance compare deux périodes différentes, commencées et finies, chacune avec ses deux instants.",
)
TREND_OVERLAP = Code(
    "TREND-OVERLAP",
    en="The two periods overlap, so part of the figures is compared with itself.",
    fr="Les deux périodes se chevauchent\u202f; une partie des chiffres est comparée à elle-même.",
    severity=Severity.WARNING,
)
TREND_UNIT = Code(
    "TREND-UNIT",
    en="The figures of a trend have one unit of measure. Convert them before comparing.",
    fr="Les chiffres d’une tendance ont une seule unité de mesure. Convertissez-les avant de comparer.",
)


@unique
class TrendSubType(SubType):
    """What moves.

    >>> TrendSubType.ROUTE.label("fr")
    'tendance d’itinéraire'
    """

    ROUTE = "ROUTE"
    COMMODITY = "COMMODITY"
    METHOD = "METHOD"
    VOLUME = "VOLUME"


@final
@record(tag="figure")
class Figure:
    """One figure of a series: a quantity within a period.

    Args:
        period: The time it counts.
        value: How much, with its unit.

    >>> Figure(period=Period.parse("2026-01-01T00:00:00Z/2026-02-01T00:00:00Z"), value=Quantity.parse("12 C62"))
    Figure(period=2026-01-01T00:00:00Z/2026-02-01T00:00:00Z, value=12 C62)
    """

    period: Period
    value: Quantity


@final
@record(tag="trend")
class Trend(Product):
    """The movement of a phenomenon between two periods at least, with what may explain or distort it.

    Args:
        sub_type: What moves.
        phenomenon: What is observed.
        baseline_period: The period compared with.
        comparison_period: The period compared.
        baseline_value: How much there was in the baseline period.
        comparison_value: How much there was in the comparison period.
        series: The figures, in one unit.
        series_source: Where the figures come from.
        significance: Which test says that the change is more than chance.
        coverage: What the figures leave out, and how that bends them.
        drivers: What may move it.
        forecast: Where it will go, as judgements with likelihood.

    Raises:
        smir.Invalid: ``TREND-PERIODS``, ``TREND-UNIT``, ``PRODUCT-…``, ``MEMBER-…``.

    >>> from smir.grading import Grade
    >>> from smir.products import Level
    >>> trend = Trend(
    ...     level=Level.STRATEGIC,
    ...     title=Text(en="Seizures at rail borders"),
    ...     grade=Grade.parse("B21"),
    ...     phenomenon=Text(en="Seizures of tobacco"),
    ...     baseline_period=Period.parse("2025-01-01T00:00:00Z/2025-07-01T00:00:00Z"),
    ...     comparison_period=Period.parse("2026-01-01T00:00:00Z/2026-07-01T00:00:00Z"),
    ...     baseline_value=Quantity.parse("40 C62"),
    ...     comparison_value=Quantity.parse("50 C62"),
    ... )
    >>> trend.change, trend.change_percent
    (Decimal('10'), Decimal('25'))
    """

    product_type: ClassVar[ProductType | None] = ProductType.TREND

    sub_type: TrendSubType | None = None
    phenomenon: Text | Withheld
    baseline_period: Period
    comparison_period: Period
    baseline_value: Quantity | None = None
    comparison_value: Quantity | None = None
    series: tuple[Figure | Withheld, ...] = ()
    series_source: Text | Withheld | None = None
    significance: Text | Withheld | None = None
    coverage: Text | Withheld | None = None
    drivers: tuple[Text | Withheld, ...] = ()
    forecast: tuple[Judgement | Withheld, ...] = ()

    @property
    def change(self) -> Decimal | None:
        """The difference between the two values, in their unit; nothing if one is not known."""
        if self.baseline_value is None or self.comparison_value is None:
            return None
        return self.comparison_value.value - self.baseline_value.value

    @property
    def change_percent(self) -> Decimal | None:
        """The difference in percent of the baseline value; nothing if it is not known, or nothing was there before."""
        if self.change is None or self.baseline_value is None or not self.baseline_value.value:
            return None
        return self.change * 100 / self.baseline_value.value

    def rules(self) -> Iterator[Finding]:
        """What holds for every product, and for a trend."""
        yield from super().rules()
        yield from self._periods()
        figures = [("/baseline_value", self.baseline_value), ("/comparison_value", self.comparison_value)]
        figures += [
            (f"/series/{index}/value", figure.value)
            for index, figure in enumerate(self.series)
            if isinstance(figure, Figure)
        ]
        units = [(path, value.unit) for path, value in figures if value is not None]
        yield from (TREND_UNIT.at(path) for path, unit in units if unit != units[0][1])

    def _periods(self) -> Iterator[Finding]:
        one, other = self.baseline_period, self.comparison_period
        if one.start is None or one.end is None or other.start is None or other.end is None or one == other:
            yield TREND_PERIODS.at("/comparison_period")
        elif one.start < other.end and other.start < one.end:
            yield TREND_OVERLAP.at("/comparison_period")
