"""The five products of customs intelligence."""

from __future__ import annotations

from enum import unique

from smir import vocabulary
from smir.products.coded import Coded
from smir.vocabulary import CodeList


@unique
class ProductType(Coded):
    """What kind of product it is. Sub-types stand in the class of each product.

    Source: the strategy's terms of reference, which name these five; the definitions behind them are ours.

    >>> ProductType.TREND.label("fr")
    'tendance'
    """

    ALERT = "ALERT"
    TREND = "TREND"
    PROFILE = "PROFILE"
    REPORT = "REPORT"
    MESSAGE = "MESSAGE"

    @classmethod
    def code_list(cls) -> CodeList:
        """The list with source, status and labels."""
        return vocabulary.get("product-types")
