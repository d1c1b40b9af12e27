"""The three answers a criterion gives on a declaration: hit, no hit, cannot tell."""

from __future__ import annotations

from enum import Enum


class Verdict(Enum):
    """What a criterion says of one row of a declaration.

    ``CANNOT_TELL`` is an answer of its own, not a weak "no": a value that decides is missing or cannot be used. Two
    verdicts have no order.

    >>> Verdict("cannot tell")
    <Verdict.CANNOT_TELL: 'cannot tell'>
    """

    HIT = "hit"
    NO_HIT = "no hit"
    CANNOT_TELL = "cannot tell"
