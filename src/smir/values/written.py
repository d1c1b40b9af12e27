"""A value with one written form: read from text, checked, and written back the same."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar, Self

from smir.findings import Code, Finding, Invalid, Outcome

WRITTEN_TYPE = Code(
    "WRITTEN-TYPE",
    en="A text (str) is expected here, and nothing is converted. Write the value as text first.",
    fr="Un texte (str) est attendu ici et rien n’est converti. Écrivez d’abord la valeur sous forme de texte.",
)


class Written(ABC):
    """The shape of every value that stands in a document as one text.

    ``str(value)`` gives the canonical text; ``Class.parse(text)`` reads it and raises :class:`smir.Invalid` with every
    finding. Reading what was written gives an equal value. Whatever is handed in, no other error comes out.
    """

    __slots__ = ()

    #: Pattern of the text that is read, in the dialect of JSON Schema (ECMA 262), anchored. What it cannot say, such as
    #: a check digit, :meth:`parse` checks besides.
    pattern: ClassVar[str]
    #: Whether the text may show in a repr. What may name a person does not.
    shown: ClassVar[bool] = True

    @classmethod
    @abstractmethod
    def parse(cls, text: str, /) -> Self:
        """Read the written form."""

    @classmethod
    def try_parse(cls, text: str, /) -> Outcome[Self]:
        """Read the written form without raising: the value, or no value and why.

        >>> from smir.values import CountryCode
        >>> CountryCode.try_parse("FR").ok, CountryCode.try_parse("France").ok
        (True, False)
        """
        try:
            return Outcome(cls.parse(text))
        except Invalid as error:
            return Outcome(None, error.findings)

    @classmethod
    def findings_of(cls, text: object, /) -> tuple[Finding, ...]:
        """What stands against a text, without raising; empty when it can be read.

        For data of others, which are kept as read beside their validity.
        """
        return cls.try_parse(text).findings  # type: ignore[arg-type]  # parse answers a wrong type with a finding

    @abstractmethod
    def __str__(self) -> str: ...

    def showing(self) -> str:
        """What a repr may show of it: the text, or an ellipsis where it may name a person."""
        return str(self) if self.shown else "…"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.showing()!r})"
