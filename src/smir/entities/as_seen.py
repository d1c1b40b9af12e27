"""An identifier written as it was seen, although it fails its check."""

from __future__ import annotations

from collections.abc import Iterator
from typing import final

from smir.findings import Code, Finding, Severity
from smir.handling import Personal
from smir.structure import record

AS_SEEN = Code(
    "AS-SEEN",
    en="An identifier stands as it was seen and not as its standard writes it. The fault may be an indicator; check "
    "the sighting.",
    fr="Un identifiant figure tel qu’il a été vu et non selon sa norme. L’anomalie peut être un indicateur\u202f; "
    "vérifiez l’observation.",
    severity=Severity.NOTE,
)
AS_SEEN_EMPTY = Code(
    "AS-SEEN-EMPTY",
    en="Nothing was seen here. Write what was read, or leave the member out.",
    fr="Rien n’a été vu ici. Écrivez ce qui a été lu, ou omettez le membre.",
)
AS_SEEN_VALID = Code(
    "AS-SEEN-VALID",
    en="This identifier passes its check. Write it as {type}(…), so that others can compare it.",
    fr="Cet identifiant satisfait à son contrôle. Écrivez-le {type}(…), afin que d’autres puissent le comparer.",
    severity=Severity.WARNING,
)


@final
@record(tag="as-seen")
class AsSeen:
    """What was read on a hull, a door, a plate or a paper, where it is not a valid identifier.

    A product refuses an invalid identifier unless it is wrapped in this. A wrong check digit is often a misreading and
    sometimes the fraud itself, so the text is kept to the letter. Since nobody knows what stands in it, it is protected
    as personal data.

    Args:
        text: The characters as seen, with their spaces.

    Raises:
        smir.Invalid: ``AS-SEEN-EMPTY``.

    >>> AsSeen(text="MSKU 123456?")
    AsSeen()
    """

    text: Personal[str]

    def rules(self) -> Iterator[Finding]:
        """Say that the identifier is not a checked one; refuse an empty one."""
        if isinstance(self.text, str) and not self.text.strip():
            yield AS_SEEN_EMPTY.at("/text")
        yield AS_SEEN.at()
