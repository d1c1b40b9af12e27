"""Texts that repeat a withheld value: a name left out of its field must not stand in the text beside it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

#: Words shorter than this say too little to identify a person, and would hide half the language.
SHORTEST_WORD = 4
#: Values shorter than this are codes.
SHORTEST_VALUE = 3
#: A longer text is a note, not a name: only its repetition as a whole counts.
LONGEST_NAME = 60

_between_words = re.compile(r"[\W_]+")


def words_of(text: str) -> str:
    """A text as bare words: compatibility forms, case and accents folded, everything else a space.

    >>> words_of("É. O’Neill-DUPONT")
    ' e o neill dupont '
    """
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    letters = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return f" {_between_words.sub(' ', letters).strip()} "


class Repetitions:
    """The withheld values of one release, to look for in the texts that go out.

    >>> withheld = Repetitions()
    >>> withheld.add("Maria Exemplar")
    >>> withheld.found_in(["Driver: MARÍA, known locally"]), withheld.found_in(["Fruit pulp"])
    (True, False)
    """

    def __init__(self) -> None:
        self._phrases: set[str] = set()
        self._joined: set[str] = set()

    def __bool__(self) -> bool:
        return bool(self._phrases)

    def add(self, value: str) -> None:
        """Look for this value from now on: as a whole, and by each longer word where it is written in letters only."""
        words = words_of(value)
        bare = words.replace(" ", "")
        if len(bare) < SHORTEST_VALUE:
            return
        self._phrases.add(words)
        if len(bare) > LONGEST_NAME:
            return
        if len(bare) >= 2 * SHORTEST_VALUE:
            self._joined.add(bare)
        if bare.isalpha():
            self._phrases.update(f" {word} " for word in words.split() if len(word) >= SHORTEST_WORD)

    def found_in(self, texts: Iterable[str]) -> bool:
        """Whether one of the texts repeats one of the values, whatever its case, accents and spacing."""
        for text in texts:
            words = words_of(text)
            if any(phrase in words for phrase in self._phrases):
                return True
            joined = words.replace(" ", "")
            if any(value in joined for value in self._joined):
                return True
        return False
