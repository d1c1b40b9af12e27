"""A value that documents and plates print with spaces, dots or a prefix round its canonical text."""

from __future__ import annotations

from typing import ClassVar, Self

from smir.findings import Invalid
from smir.values.single_text import SingleText
from smir.values.written import WRITTEN_TYPE


class PrintedText(SingleText):
    """The shape of identifiers that people print in groups.

    Only :meth:`from_printed` takes the groups apart, and only when called: the class itself and ``parse`` read the
    canonical text alone.
    """

    __slots__ = ()

    #: ASCII characters that print puts between the groups.
    separators: ClassVar[str] = " "

    @classmethod
    def from_printed(cls, text: str, /) -> Self:
        """Read the printed form: separators are dropped and ASCII letters put in upper case, then all checks run.

        >>> from smir.values import ContainerNumber
        >>> ContainerNumber.from_printed("csqu 305438 3")
        ContainerNumber('CSQU3054383')
        """
        if type(text) is not str:
            raise Invalid((WRITTEN_TYPE.at(),))
        return cls(cls.unprinted(text))

    @classmethod
    def unprinted(cls, text: str, /) -> str:
        """The canonical text within a printed one, not yet checked. Letters beyond ASCII are left to be refused."""
        for separator in cls.separators:
            text = text.replace(separator, "")
        return text.upper() if text.isascii() else text
