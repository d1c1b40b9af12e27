"""Why a check says nothing of a serializer, and questions whose failure is an answer too."""

from __future__ import annotations

from collections.abc import Callable

from smir.findings import Code, Severity

ANSWERS_NO_WRITING = Code(
    "ANSWERS-NO-WRITING",
    en="It does not say that it writes, or says that it takes no product.",
    fr="Il ne dit pas qu’il écrit, ou dit qu’il ne prend aucun produit.",
    severity=Severity.NOTE,
)
ANSWERS_NO_READING = Code(
    "ANSWERS-NO-READING",
    en="It does not say that it reads.",
    fr="Il ne dit pas qu’il lit.",
    severity=Severity.NOTE,
)
ANSWERS_LOSSY = Code(
    "ANSWERS-LOSSY",
    en="It does not say that it is lossless.",
    fr="Il ne se dit pas sans perte.",
    severity=Severity.NOTE,
)
ANSWERS_NO_STREAM = Code(
    "ANSWERS-NO-STREAM",
    en="It does not say that it streams.",
    fr="Il ne dit pas qu’il traite des flux.",
    severity=Severity.NOTE,
)
ANSWERS_NOT_JSON = Code(
    "ANSWERS-NOT-JSON",
    en="What it writes is not JSON, so its members cannot be changed one by one here.",
    fr="Ce qu’il écrit n’est pas du JSON\u202f; ses membres ne peuvent être modifiés un à un ici.",
    severity=Severity.NOTE,
)


def holds(question: Callable[[], bool]) -> bool:
    """Whether something is so; what breaks when it is asked is so too.

    >>> holds(lambda: 1 / 0 > 1)
    True
    """
    try:
        return question()
    except Exception:  # noqa: BLE001 - what foreign code has spoiled may break in any way when it is looked at
        return True
