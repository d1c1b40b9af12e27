"""Where something stands in a criterion: line and column of its text, or a JSON pointer of its JSON form."""

from __future__ import annotations

from bisect import bisect_right

from attrs import frozen

from smir.findings import Code, Finding, Invalid


@frozen
class Place:
    r"""One place in a criterion, as the findings name it. Lines and columns count characters from 1.

    Args:
        line: Line of the text; 0 where the criterion came as JSON.
        column: Column in that line; 0 where the criterion came as JSON.
        pointer: JSON pointer into the JSON form, where that is known.

    >>> str(Place.in_text("a = 1\nAND b = 2", 10))
    '2:5'
    """

    line: int = 0
    column: int = 0
    pointer: str = ""

    @classmethod
    def in_text(cls, text: str, offset: int) -> Place:
        """The place of a character, by its index in the text."""
        before = text[:offset]
        return cls(before.count("\n") + 1, offset - before.rfind("\n"))

    def __str__(self) -> str:
        return f"{self.line}:{self.column}" if self.line else self.pointer or "/"

    def finding(self, code: Code, **details: str | int) -> Finding:
        """The finding for this place; the wording may use ``{place}``."""
        words: dict[str, str | int] = {"place": str(self), **details}
        if self.line:
            words |= {"line": self.line, "column": self.column}
        return code.at(self.pointer, **words)

    def invalid(self, code: Code, **details: str | int) -> Invalid:
        """The error for this place."""
        return Invalid((self.finding(code, **details),))


@frozen
class Lines:
    """Where each line of a text begins, to find many places in it.

    Args:
        starts: Index of the first character of each line.

    >>> str(Lines.of("a = 1 AND b = 2").place(10))
    '1:11'
    """

    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Lines:
        """The lines of a text."""
        return cls((0, *(index + 1 for index, character in enumerate(text) if character == "\n")))

    def place(self, offset: int) -> Place:
        """The place of a character, by its index in the text."""
        line = bisect_right(self.starts, offset)
        return Place(line, offset - self.starts[line - 1] + 1)
