"""Criteria: what a profile or an alert looks for in declarations, in an expression that people and systems can read."""

from __future__ import annotations

from smir.criteria.evaluate import Cell, Row
from smir.criteria.explain import Explanation, Reason
from smir.criteria.expression import Criterion, criterion
from smir.criteria.verdict import Verdict

__all__ = ["Cell", "Criterion", "Explanation", "Reason", "Row", "Verdict", "criterion"]
