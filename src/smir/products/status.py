"""Where a product stands in its life."""

from __future__ import annotations

from enum import unique

from smir.products.coded import Coded


@unique
class Status(Coded):
    """Where a product stands: written, issued, replaced by another or withdrawn.

    Only an issued product is in force, and only as long as its period lasts (:func:`smir.products.is_in_force`).
    Expiry is no status: it comes with time, without anyone's act.

    >>> Status.SUPERSEDED.label()
    'superseded'
    """

    DRAFT = "DRAFT"
    ISSUED = "ISSUED"
    SUPERSEDED = "SUPERSEDED"
    WITHDRAWN = "WITHDRAWN"

    @property
    def is_issued(self) -> bool:
        """Whether an office has issued it, in force or not."""
        return self is not Status.DRAFT
