"""The head of a code list: whose list it is, which version, in force from when to when, and how sure it is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from enum import Enum

from attrs import frozen

from smir.findings import Code, Finding, Invalid
from smir.vocabulary.row import (
    TEXT_LENGTH,
    VOCABULARY_TYPE,
    Status,
    is_text,
    judge_days,
    judge_labels,
)

NAME_FORM = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")

VOCABULARY_NAME = Code(
    "VOCABULARY-NAME",
    en="The name and the family of a list have 1 to 64 lower-case letters, digits and hyphens, such as"
    " package-types-fr.",
    fr="Le nom et la famille d’une liste comptent de 1 à 64 lettres minuscules, chiffres et tirets, par exemple"
    " package-types-fr.",
)


class French(Enum):
    """Where the French labels of a list come from, and how many rows have one.

    ``OFFICIAL``: from the keeper of the list or a legal text. ``PROPOSED``: ours, or another public source's.
    ``PARTIAL``: some rows have one, proposed. ``ABSENT``: none has; the label falls back to English.
    """

    OFFICIAL = "official"
    PROPOSED = "proposed"
    PARTIAL = "partial"
    ABSENT = "absent"

    @property
    def is_complete(self) -> bool:
        """Whether every row has a French label."""
        return self in {French.OFFICIAL, French.PROPOSED}


@frozen
class Head:
    """Whose list it is and which version. A code means nothing without it.

    Args:
        name: The name by which a list is asked for, such as ``hs-2022``.
        scheme: The scheme in words, such as ``Harmonized System``.
        version: Edition or version as its keeper writes it.
        title: Pairs of language tag and title.
        source: Where the rows were read.
        status: How sure they are, where a row does not say otherwise.
        family: What the editions of one list share, such as ``hs``; the name itself by default.
        valid_from: First day the list is in force.
        valid_until: Last day the list is in force, that day included.
        french: Where the French labels come from.
        licence: Terms under which the rows may be used and passed on.

    Raises:
        smir.Invalid: ``VOCABULARY-NAME``, ``VOCABULARY-TYPE``, ``VOCABULARY-LABEL``, ``VOCABULARY-PERIOD``.

    >>> Head("ports-zz", scheme="Ports of Zedland", version="3", title=(("en", "Ports"),), source="ours").family
    'ports-zz'
    """

    name: str
    scheme: str
    version: str
    title: tuple[tuple[str, str], ...]
    source: str
    status: Status = Status.OURS
    family: str = ""
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None
    french: French = French.PROPOSED
    licence: str = ""

    def __attrs_post_init__(self) -> None:
        if self.family == "":
            object.__setattr__(self, "family", self.name)
        findings = tuple(head_breaches(self))
        if findings:
            raise Invalid(findings)


def head_breaches(head: Head) -> Iterator[Finding]:
    """Everything wrong with a head."""
    for name, slug in (("name", head.name), ("family", head.family)):
        if type(slug) is not str or NAME_FORM.fullmatch(slug) is None:
            yield VOCABULARY_NAME.at(f"/{name}")
    for name, text in (("scheme", head.scheme), ("version", head.version), ("source", head.source)):
        if not is_text(text, TEXT_LENGTH):
            yield VOCABULARY_TYPE.at(f"/{name}", expected="text")
    if type(head.licence) is not str or len(head.licence) > TEXT_LENGTH:
        yield VOCABULARY_TYPE.at("/licence", expected="text")
    titles: list[Finding] = []
    judge_labels(head.title, titles)
    yield from (finding.under("/title") for finding in titles)
    for name, member, kind in (("status", head.status, Status), ("french", head.french, French)):
        if type(member) is not kind:
            yield VOCABULARY_TYPE.at(f"/{name}", expected=kind.__name__)
    days: list[Finding] = []
    judge_days(head.valid_from, head.valid_until, days)
    yield from days
