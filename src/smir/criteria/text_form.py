"""The text form of a criterion: from its words to the frames of its conditions."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Final

from attrs import define

from smir.criteria.guard import guard_text
from smir.criteria.place import Lines, Place
from smir.criteria.skeleton import Atoms, Frame, Joined, Tree
from smir.criteria.tokens import CRITERION_NUMBER, Kind, Token
from smir.findings import Code

CRITERION_SYNTAX = Code(
    "CRITERION-SYNTAX",
    en="The criterion cannot be read at {place}: write conditions such as gross_mass > 10000, joined by AND, OR, NOT.",
    fr="Le critère est illisible en {place}\u00a0: écrivez des conditions telles que gross_mass > 10000, reliées par "
    "AND, OR et NOT.",
)

#: The calls that have a meaning here; each keeps its name in the frame.
CALLS: Final = frozenset("casei accenti date timestamp a_equals a_contains a_containedby a_overlaps".split())
MOST_DIGITS: Final = 50
MOST_EXPONENT: Final = 1_000


def frames_of_text(text: object) -> tuple[Tree, Atoms]:
    """Guard a criterion in text form and split it into frames, one a condition.

    Raises:
        smir.Invalid: What :func:`smir.criteria.guard.guard_text` raises, and ``CRITERION-SYNTAX`` where a condition is
            missing.

    >>> tree, atoms = frames_of_text("gross_mass > 10000 AND origin_country = 'EC'")
    >>> [frame.written for frame in tree.parts]
    ['p2 > 3', "p4 = '5'"]
    """
    sure, words = guard_text(text)
    splitter = _Splitter(len(sure), Lines.of(sure), words, Atoms())
    return splitter.conditions(0, len(words)), splitter.atoms


def number(written: str) -> Decimal | None:
    """A number as it was written, to its last digit; None where it is beyond bounds.

    >>> number("0.10"), number("1e400"), number("1e4000")
    (Decimal('0.10'), Decimal('1E+400'), None)
    """
    try:
        amount = Decimal(written)
    except InvalidOperation:
        return None
    within = len(written) <= 2 * MOST_DIGITS and len(amount.as_tuple().digits) <= MOST_DIGITS
    return amount if within and abs(amount.adjusted()) <= MOST_EXPONENT else None


@define
class _Splitter:
    length: int
    lines: Lines
    words: tuple[Token, ...]
    atoms: Atoms

    def place(self, index: int) -> Place:
        return self.lines.place(self.words[index].start if index < len(self.words) else self.length)

    def conditions(self, start: int, stop: int) -> Tree:
        """The words from ``start`` to ``stop``, split at OR and then at AND."""
        alternatives: list[tuple[Tree, ...]] = []
        together: list[Tree] = []
        begin = index = start
        while index <= stop:
            at_end = index == stop
            if at_end or self.words[index].kind is Kind.CONNECTIVE:
                together.append(self.frame(begin, index))
                if at_end or self.words[index].written == "OR":
                    alternatives.append(tuple(together))
                    together = []
                begin = index + 1
            elif self.words[index].kind is Kind.OPEN:
                index = self.words[index].mate
            index += 1
        joined = tuple(parts[0] if len(parts) == 1 else Joined("and", parts) for parts in alternatives)
        return joined[0] if len(joined) == 1 else Joined("or", joined)

    def frame(self, start: int, stop: int) -> Frame:
        if start == stop:
            raise self.place(start).invalid(CRITERION_SYNTAX)
        pieces: list[str] = []
        places: list[Place] = []
        self._fill(start, stop, pieces, places)
        columns: list[int] = []
        column = 1
        for piece in pieces:
            columns.append(column)
            column += len(piece) + 1
        return Frame(" ".join(pieces), False, places[0], tuple(columns), tuple(places))

    def _fill(self, start: int, stop: int, pieces: list[str], places: list[Place]) -> None:
        index = start
        while index < stop:
            word = self.words[index]
            places.append(self.place(index))
            if word.kind is Kind.OPEN and not word.inline:
                group = self._group(index)
                pieces.append(group)
                index = word.mate
            else:
                pieces.append(self._stand_in(word, places[-1]))
            index += 1

    def _group(self, opening: int) -> str:
        """Parentheses around one expression become one stand-in: nested ones would cost the reader endless time."""
        place = self.place(opening)
        stand_in = self.atoms.take(Kind.OPEN, None, place)
        slot = len(self.atoms.taken) - 1
        tree = self.conditions(opening + 1, self.words[opening].mate)
        self.atoms.taken[slot] = type(self.atoms.taken[slot])(Kind.OPEN, tree, place)
        return stand_in

    def _stand_in(self, word: Token, place: Place) -> str:
        match word.kind:
            case Kind.NAME:
                return self.atoms.take(Kind.NAME, unquoted(word.written), place)
            case Kind.CALL:
                name = unquoted(word.written).lower()
                return name if name in CALLS else self.atoms.take(Kind.CALL, name, place)
            case Kind.NUMBER:
                amount = number(word.written)
                if amount is None:
                    raise place.invalid(CRITERION_NUMBER)
                return self.atoms.take(Kind.NUMBER, amount, place)
            case Kind.STRING:
                content = word.written[1:-1].replace("''", "'")
                return f"'{self.atoms.take(Kind.STRING, content, place)}'"
            case Kind.TRUTH:
                return self.atoms.take(Kind.TRUTH, word.written == "TRUE", place)
            case Kind.NULL | Kind.GEOMETRY:
                return self.atoms.take(word.kind, word.written.lower(), place)
            case _:
                return word.written


def unquoted(name: str) -> str:
    """A name without the double quotes around it."""
    return name[1:-1].replace('""', '"') if name.startswith('"') else name
