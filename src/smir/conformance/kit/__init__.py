"""The serializer kit: named checks that any format can be tried with, and the report that comes of them."""

from smir.conformance.kit.check import Check, Result, Verdict
from smir.conformance.kit.report import Report
from smir.conformance.kit.running import checks, serializer_kit

__all__ = ["Check", "Report", "Result", "Verdict", "checks", "serializer_kit"]
