"""The report: reasoned text from analysis, periodic or on one matter."""

from __future__ import annotations

from enum import unique
from typing import ClassVar, final

from smir.handling import Withheld
from smir.products.coded import SubType
from smir.products.product import Product
from smir.products.product_type import ProductType
from smir.structure import record
from smir.values import Period, Text


@unique
class ReportSubType(SubType):
    """What a report is for.

    >>> ReportSubType.THREAT_ASSESSMENT.label("fr")
    'évaluation de la menace'
    """

    STRATEGIC_ASSESSMENT = "STRATEGIC_ASSESSMENT"
    TACTICAL_ASSESSMENT = "TACTICAL_ASSESSMENT"
    THREAT_ASSESSMENT = "THREAT_ASSESSMENT"
    RISK_ASSESSMENT = "RISK_ASSESSMENT"
    ANALYTICAL_BULLETIN = "ANALYTICAL_BULLETIN"
    ANNUAL = "ANNUAL"
    INTELLIGENCE_REPORT = "INTELLIGENCE_REPORT"
    RESULTS_ANALYSIS = "RESULTS_ANALYSIS"


@final
@record(tag="report")
class Report(Product):
    """Reasoned text from analysis, at any level: bulletins, assessments, graded information reports.

    Scope, judgements, recommendations and the sources with their limits stand in the header; annexes are attachments.

    Args:
        sub_type: What it is for.
        summary: The executive summary: the key judgement first.
        problem: The problem it is about, where it is about one.
        method: How the analysis was done.
        findings: What the analysis found, before any conclusion.
        outlook: What is to be expected.
        baseline_period: The earlier period that the period covered is compared with.

    Raises:
        smir.Invalid: ``PRODUCT-…``, ``MEMBER-…``.

    >>> from smir.grading import Grade
    >>> from smir.products import Level
    >>> Report(level=Level.OPERATIONAL, title=Text(en="A network by rail"), grade=Grade.parse("B21")).version
    1
    """

    product_type: ClassVar[ProductType | None] = ProductType.REPORT

    sub_type: ReportSubType | None = None
    summary: Text | Withheld | None = None
    problem: Text | Withheld | None = None
    method: Text | Withheld | None = None
    findings: tuple[Text | Withheld, ...] = ()
    outlook: Text | Withheld | None = None
    baseline_period: Period | None = None
