"""A course of action put before the reader, with its risks."""

from __future__ import annotations

from typing import final

from smir.handling import Withheld
from smir.structure import record
from smir.values import Text


@final
@record(tag="option")
class Option:
    """One thing that could be done. Whether it is done is for the reader to decide.

    Args:
        action: What could be done.
        risks: What could go wrong: for people, for the source, for the case.

    Source: subject and problem profiles of the UK National Intelligence Model (deployment options, risks).

    >>> Option(action=Text(en="Examine at arrival"), risks=Text(en="The network learns of the interest")).action
    Text(en)
    """

    action: Text | Withheld
    risks: Text | Withheld | None = None
