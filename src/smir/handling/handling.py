"""Handling: the code that says who may have the material, with all that its form asks to be said beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypedDict, final

from smir.findings import Code, Finding, Severity
from smir.handling.audience import Audience
from smir.handling.personal import Internal
from smir.handling.scheme import HandlingScheme
from smir.handling.table import cell, rows, words
from smir.handling.withheld import Withheld
from smir.structure import record
from smir.values import Instant, Text

if TYPE_CHECKING:
    from smir.vocabulary import CodeRow

HANDLING_VERSION = Code(
    "HANDLING-VERSION",
    en="Handling code 5 means opposite things in the two published forms of 5x5x5, and no form is named. Name one: "
    "{candidates}.",
    fr="Le code de traitement 5 a des sens opposés dans les deux versions publiées du 5x5x5 et aucune n’est nommée. "
    "Nommez-en une\u00a0: {candidates}.",
)
HANDLING_EMPTY = Code(
    "HANDLING-EMPTY",
    en="The text is empty or has spaces around it. Write it without them, or leave the member out.",
    fr="Le texte est vide ou entouré d’espaces. Écrivez-le sans eux, ou omettez le membre.",
)
HANDLING_CONDITIONS = Code(
    "HANDLING-CONDITIONS",
    en="Handling code {code} asks for written conditions. Without them a release to those they bind is refused.",
    fr="Le code de traitement {code} demande des conditions écrites. Sans elles, la communication à ceux qu’elles "
    "lient est refusée.",
    severity=Severity.WARNING,
)
HANDLING_AUTHORISER = Code(
    "HANDLING-AUTHORISER",
    en="Handling code {code} asks who authorises the release. Without an authoriser it is refused to the added "
    "audience.",
    fr="Le code de traitement {code} demande qui autorise la communication. Sans autorité nommée, elle est refusée aux "
    "destinataires ajoutés.",
    severity=Severity.WARNING,
)
HANDLING_REASON = Code(
    "HANDLING-REASON",
    en="Handling code {code} asks for the reason of the restriction. Without it every release is refused.",
    fr="Le code de traitement {code} demande le motif de la restriction. Sans lui, toute communication est refusée.",
    severity=Severity.WARNING,
)
HANDLING_RECIPIENTS = Code(
    "HANDLING-RECIPIENTS",
    en="Handling code {code} asks for the internal recipients by the name of their office or unit. Without them every "
    "release is refused.",
    fr="Le code de traitement {code} demande les destinataires internes par le nom de leur bureau ou unité. Sans eux, "
    "toute communication est refusée.",
    severity=Severity.WARNING,
)
HANDLING_REVIEW = Code(
    "HANDLING-REVIEW",
    en="Handling code {code} asks for a review date. Without it every release is refused.",
    fr="Le code de traitement {code} demande une date de réexamen. Sans elle, toute communication est refusée.",
    severity=Severity.WARNING,
)
HANDLING_CONTACT = Code(
    "HANDLING-CONTACT",
    en="Handling code {code} asks for the contact point of the originator, an office and not a private person: others "
    "are to be referred to it.",
    fr="Le code de traitement {code} demande le point de contact de l’émetteur, un bureau et non un particulier\u00a0: "
    "les autres doivent y être renvoyés.",
    severity=Severity.WARNING,
)
HANDLING_NAMED = Code(
    "HANDLING-NAMED",
    en="Handling code {code} does not ask whether the conditions name this audience. Naming it changes nothing.",
    fr="Le code de traitement {code} ne demande pas si les conditions désignent ce type de destinataire. Le désigner "
    "ne change rien.",
    severity=Severity.WARNING,
)

_ABSENT = (None, ())
_ASKED = MappingProxyType(
    {
        "conditions": HANDLING_CONDITIONS,
        "authoriser": HANDLING_AUTHORISER,
        "reason": HANDLING_REASON,
        "recipients": HANDLING_RECIPIENTS,
        "review_by": HANDLING_REVIEW,
        "originator_contact": HANDLING_CONTACT,
    }
)


class HandlingParts(TypedDict, total=False):
    """What a handling form says beside scheme and code, as keywords of :class:`Handling`."""

    conditions: Text | Withheld | None
    authoriser: str | Withheld | None
    reason: Text | Withheld | None
    recipients: tuple[str, ...]
    named_audiences: tuple[Audience, ...]
    review_by: Instant | None
    originator_contact: str | None


@final
@record
class Handling:
    """A handling code as permissions and conditions, in one published form of 5x5x5.

    It has no order: code 3 is not stricter than code 2, it adds another audience. What the form asks and is not there
    yet is a warning here and a refusal at release. Handling is set on entry and again at each dissemination; the first
    is the upper bound of the second (:func:`narrower_or_equal`).

    Args:
        scheme: The published form; code 5 cannot stand without one.
        code: ``"1"`` to ``"5"``.
        conditions: What a recipient must observe.
        authoriser: Role or service number of who authorises the release.
        reason: Why the material is restricted.
        recipients: Offices or units inside the agency that may have it.
        named_audiences: The audiences that the conditions name.
        review_by: When the restriction is looked at again.
        originator_contact: The office to be asked; not a private person.

    Raises:
        smir.Invalid: ``HANDLING-VERSION``, ``HANDLING-EMPTY``.

    Source: table of forms (``data/codes.toml``), rows ``handling``.

    >>> handling = Handling(scheme=HandlingScheme.MOPI, code="2", authoriser="Duty officer 7")
    >>> handling, handling.label("fr")
    (Handling(scheme=5x5x5/MoPI, code=2), 'Organismes nationaux sans pouvoir de poursuite, sous conditions')
    >>> from smir.structure import check
    >>> check(handling)
    (<Finding HANDLING-CONDITIONS warning at /conditions>,)
    """

    scheme: HandlingScheme
    code: Literal["1", "2", "3", "4", "5"]
    conditions: Text | Withheld | None = None
    authoriser: Internal[str] | None = None
    reason: Text | Withheld | None = None
    recipients: tuple[str, ...] = ()
    named_audiences: tuple[Audience, ...] = ()
    review_by: Instant | None = None
    originator_contact: str | None = None

    def rules(self) -> Iterator[Finding]:
        """What the published form asks of a handling."""
        yield from self._empty()
        if self.code == "5" and not self.scheme.is_versioned:
            yield HANDLING_VERSION.at("/scheme", candidates=candidates())
            return
        for member in _forms()[self.scheme, self.code][1]:
            if getattr(self, member) in _ABSENT:
                yield _ASKED[member].at(f"/{member}", code=self.code)
        if self.named_audiences:
            yield from self._named_in_vain()

    def label(self, language: str = "en") -> str:
        """What the code says, in a few words."""
        return _forms()[self.scheme, self.code][0].label(language)

    def _empty(self) -> Iterator[Finding]:
        if self.authoriser is None and self.originator_contact is None and not self.recipients:
            return
        said: list[tuple[str, str | Withheld | None]] = [
            ("authoriser", self.authoriser),
            ("originator_contact", self.originator_contact),
            *((f"recipients/{place}", recipient) for place, recipient in enumerate(self.recipients)),
        ]
        for member, text in said:
            if isinstance(text, str) and (not text or text != text.strip()):
                yield HANDLING_EMPTY.at(f"/{member}")

    def _named_in_vain(self) -> Iterator[Finding]:
        for place, audience in enumerate(self.named_audiences):
            if (self.scheme, self.code, audience) not in _that_must_be_named():
                yield HANDLING_NAMED.at(f"/named_audiences/{place}", code=self.code)


def candidates() -> str:
    """The published forms of 5x5x5, for a message."""
    return ", ".join(scheme.value for scheme in HandlingScheme if scheme.is_versioned)


@cache
def _forms() -> Mapping[tuple[HandlingScheme, str], tuple[CodeRow, tuple[str, ...]]]:
    """The row of each code in each form, and the members the form asks."""
    return MappingProxyType(
        {
            (HandlingScheme(scheme), row.code): (row, words(row, "asks"))
            for row in rows("handling", "codes", "handling")
            for scheme in words(row, "schemes")
        }
    )


@cache
def _that_must_be_named() -> frozenset[tuple[HandlingScheme, str, Audience]]:
    """The audiences that a code reaches only where the conditions name them."""
    return frozenset(
        (HandlingScheme(scheme), row.code, Audience(cell(row, "audience")))
        for row in rows("handling", "audiences", "permission")
        if "CONDITIONS_NAME_AUDIENCE" in words(row, "needs")
        for scheme in words(row, "schemes")
    )
