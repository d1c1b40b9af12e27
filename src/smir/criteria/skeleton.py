"""The bare frame of a criterion: its shape with numbered stand-ins where names, numbers and texts stood.

The foreign reader sees the frame alone. So no text that may name a person reaches it or its error messages, numbers
keep every digit that was written, and every part keeps its place.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from attrs import define, field, frozen

from smir.criteria.place import Place
from smir.criteria.tokens import Kind

FIRST: Final = 2
"""The first stand-in's number: the foreign reader writes -1 itself for a sign, so 1 must not be one of ours."""

#: What each stand-in begins with where the frame shows it as a name.
LETTERS: Final = MappingProxyType(
    {
        Kind.NAME: "p",
        Kind.TRUTH: "b",
        Kind.NULL: "n",
        Kind.GEOMETRY: "x",
        Kind.CALL: "f",
        Kind.OPEN: "g",
    }
)


@frozen
class Frame:
    """One condition, as the foreign reader sees it.

    Args:
        written: The condition with stand-ins.
        is_json: Whether it is in the JSON form.
        place: Where the condition begins.
        columns: For the text form, the column in ``written`` at which each word begins.
        places: For the text form, the place each word has in the criterion.
    """

    written: str
    is_json: bool
    place: Place
    columns: tuple[int, ...] = ()
    places: tuple[Place, ...] = ()


@frozen
class Joined:
    """Frames joined by the word ``and``, ``or`` or ``not``."""

    word: str
    parts: tuple[Frame | Joined, ...]


Tree = Frame | Joined


@frozen
class Atom:
    """What a stand-in stands for: a name, a number, a text, or what stood in parentheses."""

    kind: Kind
    meaning: object = field(repr=False)
    place: Place


@define
class Atoms:
    """All that was taken out of a criterion, in the order of its text."""

    taken: list[Atom] = field(factory=list)

    def take(self, kind: Kind, meaning: object, place: Place) -> str:
        """Put a part aside; gives its stand-in."""
        self.taken.append(Atom(kind, meaning, place))
        return LETTERS.get(kind, "") + str(len(self.taken) - 1 + FIRST)

    def at(self, number: int) -> Atom | None:
        """What the stand-in of that number stands for."""
        index = number - FIRST
        return self.taken[index] if 0 <= index < len(self.taken) else None
