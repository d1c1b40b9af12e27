"""Where one value comes from: the source, the day it was so, the day it was reported, and its own grade."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, final

from smir.findings import Code, Finding, Severity
from smir.grading import Grade
from smir.handling import DataCategory, Personal, PersonalData, Withheld
from smir.structure import record
from smir.values import Instant

PROVENANCE_SOURCE = Code(
    "PROVENANCE-SOURCE",
    en="A source is named by a reference of your own register: unaccented letters, digits, hyphen, full stop, slash, "
    "colon and underscore, without spaces, at most 64 characters. Never write a name.",
    fr="Une source est désignée par une référence de votre propre registre\u00a0: lettres sans accent, chiffres, "
    "tiret, point, barre oblique, deux-points et tiret bas, sans espaces, au plus 64 caractères. N’écrivez jamais un "
    "nom.",
)
PROVENANCE_MEMBER = Code(
    "PROVENANCE-MEMBER",
    en="Provenance speaks of a member of the record that holds it, or of the whole (an empty text). Members here: "
    "{members}.",
    fr="La provenance porte sur un membre de l’objet qui la contient, ou sur l’ensemble (texte vide). Membres "
    "ici\u00a0: {members}.",
)
PROVENANCE_TIMES = Code(
    "PROVENANCE-TIMES",
    en="This was reported before the time of which it speaks. Check both times; a forecast is an assessment.",
    fr="Ceci a été signalé avant le moment dont il est question. Vérifiez les deux dates\u202f; une prévision est une "
    "appréciation.",
    severity=Severity.WARNING,
)
PROVENANCE_NOTHING = Code(
    "PROVENANCE-NOTHING",
    en="This provenance says nothing. Give a source, a time, a grade or what was seen.",
    fr="Cette provenance ne dit rien. Indiquez une source, une date, une cotation ou ce qui a été vu.",
)

SOURCE = PersonalData(DataCategory.SOURCE)

#: A reference to a source, or the note that it was withheld. A source is often a person, and always to be protected.
SourceReference = Annotated[str | Withheld, SOURCE]

_SIGNS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-./:_")


@final
@record
class Provenance:
    """Where one member of an entity, or the whole entity, comes from.

    Two facts about one thing often come from two sources with two grades; this keeps them apart. One member may have
    several: two sources that agree, or that do not. Who the source is never stands here.

    Args:
        member: Name of the member it speaks of, such as ``birth_date``; an empty text for the whole.
        source: Reference of the source in the originator's own register; only the originator can tell who it is.
        as_of: When it was so.
        reported: When the source said so.
        grade: The grade of this one statement, where it differs from that of the product.
        seen_as: The value as the source wrote it, before it was put in order.

    Raises:
        smir.Invalid: ``PROVENANCE-SOURCE``, ``PROVENANCE-NOTHING``; the entity adds ``PROVENANCE-MEMBER``.

    >>> Provenance(member="imo", source="ISR-2026-0042", as_of=Instant.parse("2026-06-01T10:00:00Z"))
    Provenance(as_of=2026-06-01T10:00:00Z)
    """

    member: str
    source: SourceReference | None = None
    as_of: Instant | None = None
    reported: Instant | None = None
    grade: Grade | None = None
    seen_as: Personal[str] | None = None

    def rules(self) -> Iterator[Finding]:
        """Ask for an opaque source, for times in order, and for something said."""
        if isinstance(self.source, str) and not (0 < len(self.source) <= 64 and set(self.source) <= _SIGNS):
            yield PROVENANCE_SOURCE.at("/source")
        if self.as_of is not None and self.reported is not None and self.reported < self.as_of:
            yield PROVENANCE_TIMES.at("/reported")
        if all(said is None for said in (self.source, self.as_of, self.reported, self.grade, self.seen_as)):
            yield PROVENANCE_NOTHING.at()
