"""The version of the format of documents: what an older or newer file means for its reader."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import ClassVar, final

from attrs import frozen

from smir.findings import Code, Finding, Severity, Words
from smir.values.single_text import SingleText

FORMAT_VERSION = Code(
    "FORMAT-VERSION",
    en="The version of the format is two numbers joined by a full stop, such as {known}.",
    fr="La version du format est faite de deux nombres séparés par un point, comme {known}.",
)
FORMAT_MAJOR = Code(
    "FORMAT-MAJOR",
    en="The document is of another major version of the format than {known}, the one known here, and is not read. "
    "Install the release of smir that knows it, or ask the sender for version {known}.",
    fr="Le document est d’une autre version majeure du format que {known}, celle connue ici, et n’est pas lu. "
    "Installez "
    "la version de smir qui la connaît, ou demandez à l’expéditeur la version {known}.",
)
FORMAT_NEWER = Code(
    "FORMAT-NEWER",
    en="The document is of a later version of the format than {known}, the one known here. What is not known is "
    "reported at its place and kept; install a later release of smir to understand it.",
    fr="Le document est d’une version du format postérieure à {known}, celle connue ici. Ce qui est inconnu est "
    "signalé "
    "à sa place et gardé\u202f; installez une version plus récente de smir pour le comprendre.",
    severity=Severity.WARNING,
)
FORMAT_CHANGED = Code(
    "FORMAT-CHANGED",
    en="The document is older than version {version} of the format, which brought: {change}. It reads as before.",
    fr="Le document est antérieur à la version {version} du format, qui a apporté\u00a0: {change}. Il se lit comme "
    "avant.",
    severity=Severity.NOTE,
)

#: The version that this library writes.
CURRENT = "1.0"


@final
class FormatVersion(SingleText):
    """The version of the format of a document: major and minor number.

    The same major number reads: a later minor version only adds members that may be absent.

    Args:
        text: Two numbers joined by a full stop.

    Raises:
        smir.Invalid: ``FORMAT-VERSION``; ``WRITTEN-TYPE`` for what is not a text.

    >>> FormatVersion("1.0").numbers
    (1, 0)
    """

    __slots__ = ()
    pattern: ClassVar[str] = r"^(?:0|[1-9][0-9]{0,3})\.(?:0|[1-9][0-9]{0,3})$"
    form: ClassVar[Code] = FORMAT_VERSION

    @classmethod
    def findings_of(cls, text: object, /) -> tuple[Finding, ...]:
        """What stands against a text."""
        found = super().findings_of(text)
        return tuple(FORMAT_VERSION.at(known=CURRENT) if one.kind is FORMAT_VERSION else one for one in found)

    @property
    def numbers(self) -> tuple[int, int]:
        """Major and minor number."""
        major, _, minor = self.text.partition(".")
        return int(major), int(minor)


@final
@frozen
class Step:
    """One version in the history of the format, and what it brought."""

    version: FormatVersion
    change: Words


@cache
def history() -> tuple[Step, ...]:
    """The versions of the format, oldest first; the last is the one written."""
    text = (files("smir.serializers") / "data" / "versions.toml").read_text(encoding="utf-8")
    return tuple(
        Step(FormatVersion(row["version"]), Words(row["en"], row["fr"])) for row in tomllib.loads(text)["version"]
    )


def compared(version: FormatVersion, steps: tuple[Step, ...] | None = None) -> Iterator[Finding]:
    """What the version of a document means for its reader: nothing to say of the version that is written here.

    Args:
        version: The version that the document names.
        steps: The history of the format; the one of the house by default.

    >>> list(compared(FormatVersion("1.7")))
    [<Finding FORMAT-NEWER warning at /version>]
    """
    known = steps or history()
    current = known[-1].version
    if version.numbers[0] != current.numbers[0]:
        yield FORMAT_MAJOR.at("/version", known=current.text)
    elif version.numbers > current.numbers:
        yield FORMAT_NEWER.at("/version", known=current.text)
    else:
        for step in known:
            if step.version.numbers > version.numbers:
                yield FORMAT_CHANGED.at("/version", version=step.version.text, change=step.change)
