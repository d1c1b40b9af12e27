"""Grading: the judgement of source and information that every item carries, with its handling code and its version."""

from smir.grading.grade import Grade, grades

__all__ = ["Grade", "grades"]
