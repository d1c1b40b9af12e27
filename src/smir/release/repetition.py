"""Texts that repeat a withheld value: a name left out of its field must not stand in the text beside it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import permutations
from types import MappingProxyType

#: Words shorter than this say too little to identify a person, and would hide half the language.
SHORTEST_WORD = 4
#: Values shorter than this are codes.
SHORTEST_VALUE = 3
#: A longer text is a note, not a name: only its repetition as a whole counts.
LONGEST_NAME = 60

#: How many last digits of a number are the subscriber's own.
LAST_DIGITS = 8

_between_words = re.compile(r"[\W_]+")


#: Letters that no decomposition splits, with what they are taken for.
_PLAIN = MappingProxyType(
    str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})
)
_HYPHENATED = re.compile(r"[-\u2010\u2011]\s*\n\s*")
_IDEOGRAPHS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def words_of(text: str) -> str:
    """A text as bare words: compatibility forms, case and accents folded, invisible signs gone, the rest a space.

    >>> words_of("É. O’Neill-DUPONT"), words_of("Søren\u00adsen")
    (' e o neill dupont ', ' sorensen ')
    """
    joined = _HYPHENATED.sub("", text)
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", joined).casefold()).translate(_PLAIN)
    letters = "".join(
        sign for sign in decomposed if not unicodedata.combining(sign) and unicodedata.category(sign) != "Cf"
    )
    return f" {_between_words.sub(' ', letters).strip()} "


class Repetitions:
    """The withheld values of one release, to look for in the texts that go out.

    >>> withheld = Repetitions()
    >>> withheld.add("Maria Exemplar", naming=True)
    >>> withheld.found_in(["Driver: MARÍA, known locally"]), withheld.found_in(["Fruit pulp"])
    (True, False)
    """

    def __init__(self) -> None:
        self._phrases: dict[int, set[str]] = {}
        self._joined: set[str] = set()

    def __bool__(self) -> bool:
        return bool(self._phrases) or bool(self._joined)

    def add(self, value: str, *, naming: bool = False) -> None:
        """Look for this value from now on.

        It counts as a whole, with or without its spaces; where it is written in letters only, each of its longer words
        counts too. What names someone counts with shorter words, and in any order of them.

        Args:
            value: What was withheld.
            naming: Whether it names someone.
        """
        words = words_of(value).split()
        bare = "".join(words)
        if _IDEOGRAPHS.search(bare):
            self._joined.add(bare)  # these scripts put no spaces between words
            return
        if len(bare) < (2 if naming else SHORTEST_VALUE):
            return
        self._phrase(words)
        if len(bare) > LONGEST_NAME:
            return
        if len(bare) >= 2 * SHORTEST_VALUE:
            self._joined.add(bare)
        if bare.isdecimal() and len(bare) > LAST_DIGITS:
            self._joined.add(bare[-LAST_DIGITS:])  # a telephone number in its national form
        if bare.isalpha():
            shortest = SHORTEST_VALUE if naming else SHORTEST_WORD
            for word in words:
                if len(word) >= shortest:
                    self._phrase([word])
        if naming and 1 < len(words) <= 4:
            for order in permutations(words):
                self._phrase(list(order))

    def add_whole(self, text: str) -> None:
        """Look for a text that was withheld for its handling: only as a whole, for its words are everyone's."""
        words = words_of(text).split()
        if len("".join(words)) >= 2 * SHORTEST_VALUE:
            self._phrase(words)

    def _phrase(self, words: list[str]) -> None:
        self._phrases.setdefault(len(words), set()).add(" ".join(words))

    def found_in(self, texts: Iterable[str]) -> bool:
        """Whether one of the texts repeats one of the values, whatever its case, accents and spacing."""
        for text in texts:
            words = words_of(text).split()
            for length, phrases in self._phrases.items():
                if any(" ".join(words[at : at + length]) in phrases for at in range(len(words) - length + 1)):
                    return True
            joined = "".join(words)
            if any(value in joined for value in self._joined):
                return True
        return False
