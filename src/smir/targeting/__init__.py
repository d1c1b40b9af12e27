"""Targeting: criteria of alerts and profiles run on declarations, with a verdict and its explanation."""

from smir.targeting.result import Result
from smir.targeting.screening import NotRun, Screening, screen

__all__ = ["NotRun", "Result", "Screening", "screen"]
