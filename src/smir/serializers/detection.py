"""Telling a format by the content of a document."""

from __future__ import annotations

from collections.abc import Iterator

from smir.findings import Code, Finding, Outcome, SmirError
from smir.serializers.guard import Guarded
from smir.serializers.registry import Registry

FORMAT_UNKNOWN = Code(
    "FORMAT-UNKNOWN",
    en="No format knows this content as its own. Name one that reads: {names}.",
    fr="Aucun format ne reconnaît ce contenu comme sien. Nommez-en un qui lit\u00a0: {names}.",
)
FORMAT_AMBIGUOUS = Code(
    "FORMAT-AMBIGUOUS",
    en="Several formats know this content as their own: {names}. Name the one that is meant.",
    fr="Plusieurs formats reconnaissent ce contenu comme leur\u00a0: {names}. Nommez celui qui convient.",
)

#: What JSON that is nobody's begins with, after any spaces.
_OPENING = (b"{", b"[")


def detect(data: bytes, known: Registry) -> Outcome[Guarded]:
    """The format that knows the content as its own. A format of the house is asked first, and no other after it.

    What begins as JSON does and is nobody's is read as the house's JSON, whose reader says best what is wrong.

    >>> from smir.serializers.registry import registry
    >>> detect(b"<alert/>", registry()).findings
    (<Finding FORMAT-UNKNOWN error at />,)
    """
    claiming: list[Guarded] = []
    failures: list[Finding] = []
    for candidate in _candidates(known):
        try:
            claims = candidate.detects(data)
        except SmirError as error:
            failures += error.findings
            continue
        if claims and candidate.plugin.is_builtin:
            return Outcome(candidate)
        if claims:
            claiming.append(candidate)
    if len(claiming) == 1:
        return Outcome(claiming[0])
    if claiming:
        names = ", ".join(one.capabilities.name for one in claiming)
        return Outcome(None, (FORMAT_AMBIGUOUS.at(names=names),))
    if data.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")[:1] in _OPENING:
        return Outcome(known.get("json"))
    reading = ", ".join(able.name for able in known.capabilities() if able.reads)
    return Outcome(None, (FORMAT_UNKNOWN.at(names=reading), *failures))


def _candidates(known: Registry) -> Iterator[Guarded]:
    """The formats one by one, so that none of another package is loaded before the house has looked."""
    for name in known.names:
        try:
            found = known.get(name)
        except SmirError:  # it does not load; its health says why
            continue
        yield found
