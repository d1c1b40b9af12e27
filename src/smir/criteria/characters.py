"""Which characters a criterion may not hold: control characters but tabs and line ends, and halves of characters."""

from __future__ import annotations

import re

from smir.findings import Code

CRITERION_CHARACTER = Code(
    "CRITERION-CHARACTER",
    en="At {place} stands a control character or half a character; remove it.",
    fr="En {place} se trouve un caractère de commande ou la moitié d’un caractère\u202f; retirez-le.",
)

_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def unwanted(text: str) -> int:
    r"""The index of the first character that may not stand in a criterion, or -1.

    >>> unwanted("A\x00B"), unwanted("two\nlines")
    (1, -1)
    """
    found = _UNWANTED.search(text)
    return found.start() if found else -1
