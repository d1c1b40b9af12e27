"""A value that is its canonical text and nothing more, such as a country code or a container number."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import ClassVar, Self

from attrs import frozen

from smir.findings import Code, Finding, Invalid
from smir.values.written import WRITTEN_TYPE, Written


@frozen(repr=False, weakref_slot=False)
class SingleText(Written):
    """The shape of identifiers and codes: one slot, the canonical text, checked when the value is made.

    A subclass names its ``pattern``, the ``form`` finding for a text that does not fit it, and ``__slots__ = ()``; it
    adds what the pattern cannot say in :meth:`further_findings`. Nothing is trimmed, upper-cased or completed. The
    checks hold with attrs validators switched off.

    Args:
        text: The canonical text.
    """

    text: str

    #: The finding for a text that does not fit the pattern.
    form: ClassVar[Code]
    _fits: ClassVar[Callable[[str], re.Match[str] | None]]

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if "pattern" in cls.__dict__:
            cls._fits = re.compile(cls.pattern, re.ASCII).fullmatch

    def __attrs_post_init__(self) -> None:
        findings = self.findings_of(self.text)
        if findings:
            raise Invalid(findings)

    @classmethod
    def parse(cls, text: str, /) -> Self:
        """Read the canonical text; the same as the class itself."""
        return cls(text)

    @classmethod
    def findings_of(cls, text: object, /) -> tuple[Finding, ...]:
        """What stands against a text, without raising; empty when it can be read."""
        if type(text) is not str:
            return (WRITTEN_TYPE.at(),)
        if cls._fits(text) is None:
            return (cls.form.at(),)
        return cls.further_findings(text)

    @classmethod
    def further_findings(cls, text: str, /) -> tuple[Finding, ...]:  # noqa: ARG003 - for subclasses
        """What the pattern cannot say of a text that fits it, such as a wrong check digit."""
        return ()

    def __str__(self) -> str:
        return self.text
