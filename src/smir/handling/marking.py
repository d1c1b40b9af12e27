"""Protective markings: how material is to be protected, which is another question than who may have it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self, final

from smir.findings import Code, Finding, Outcome, Severity
from smir.handling.caveat import Caveat
from smir.handling.marking_scheme import MarkingScheme, additions, levels, old_forms, with_additions, written_forms
from smir.handling.withheld import Withheld
from smir.structure import record
from smir.values import Text

MARKING_TYPE = Code(
    "MARKING-TYPE",
    en="A marking is read from a text (str), such as “TLP:AMBER” or “OFFICIAL-SENSITIVE”; its scheme, if given, is a "
    "MarkingScheme.",
    fr="Une mention se lit dans un texte (str), par exemple «\u00a0TLP:AMBER\u00a0» ou "
    "«\u00a0OFFICIAL-SENSITIVE\u00a0»\u202f; son système, s’il est donné, est un MarkingScheme.",
)
MARKING_FORM = Code(
    "MARKING-FORM",
    en="This is no marking of a scheme known here. Write it as its scheme does, with capitals and accents, such as "
    "“TLP:AMBER+STRICT”, “OFFICIAL-SENSITIVE” or “RESTREINT UE/EU RESTRICTED”. Schemes: {schemes}.",
    fr="Ce n’est une mention d’aucun système connu ici. Écrivez-la comme son système, avec capitales et accents, par "
    "exemple «\u00a0TLP:AMBER+STRICT\u00a0», «\u00a0OFFICIAL-SENSITIVE\u00a0» ou "
    "«\u00a0RESTREINT UE/EU RESTRICTED\u00a0». Systèmes\u00a0: {schemes}.",
)
MARKING_CASE = Code(
    "MARKING-CASE",
    en="Markings are written in capitals, without spaces around: {expected}.",
    fr="Les mentions s’écrivent en capitales, sans espaces autour\u00a0: {expected}.",
)
MARKING_SCHEME = Code(
    "MARKING-SCHEME",
    en="Several schemes write this marking, and they mean different things by it. Name the scheme: {schemes}.",
    fr="Plusieurs systèmes écrivent cette mention et n’entendent pas la même chose. Nommez le "
    "système\u00a0: {schemes}.",
)
MARKING_LEVEL = Code(
    "MARKING-LEVEL",
    en="The scheme {scheme} has no such level. Its levels: {levels}.",
    fr="Le système {scheme} n’a pas ce niveau. Ses niveaux\u00a0: {levels}.",
)
MARKING_ADDITIONAL = Code(
    "MARKING-ADDITIONAL",
    en="No such additional marking stands beside this level of the scheme {scheme}. Give those that may, each once, in "
    "this order: {codes}.",
    fr="Aucun marquage additionnel de ce nom n’accompagne ce niveau du système {scheme}. Donnez ceux qui le peuvent, "
    "chacun une fois, dans cet ordre\u00a0: {codes}.",
)
MARKING_OLD = Code(
    "MARKING-OLD",
    en="This is a marking of an earlier edition; it is read as {level} and never written again.",
    fr="C’est une mention d’une édition antérieure\u202f; elle est lue comme {level} et n’est plus écrite.",
    severity=Severity.NOTE,
)


@final
@record
class Marking:
    """How material is to be protected, in one scheme.

    Neither a marking nor a handling code is derived from the other. Levels have an order inside their scheme alone,
    and only through named functions (:func:`combine`, :func:`at_least_as_strict`). The text of a marking shows its
    level and additional markings; caveats stand beside it.

    Args:
        scheme: Whose marking it is, and which edition.
        level: A level of that scheme, by its code.
        additional: Markings on top of the level, such as SENSITIVE on OFFICIAL, in the order of the scheme.
        caveats: Restrictions that all hold at once.
        raised_for: Why the level is higher than the parts ask (:func:`raise_level`).

    Raises:
        smir.Invalid: ``MARKING-LEVEL``, ``MARKING-ADDITIONAL``.

    Source: table of markings (``data/markings.toml``).

    >>> marking = Marking.parse("OFFICIAL-SENSITIVE")
    >>> marking.level, marking.additional, str(marking)
    ('OFFICIAL', ('SENSITIVE',), 'OFFICIAL-SENSITIVE')
    >>> Marking.parse("TLP:AMBER+STRICT").label("fr")
    'organisation du destinataire uniquement, besoin d’en connaître'
    """

    scheme: MarkingScheme
    level: str
    additional: tuple[str, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    raised_for: tuple[Text | Withheld, ...] = ()

    def rules(self) -> Iterator[Finding]:
        """The level and what stands beside it belong to the scheme."""
        if self.level not in levels(self.scheme):
            yield MARKING_LEVEL.at("/level", scheme=self.scheme.value, levels=", ".join(self.scheme.levels))
        elif self.additional:
            fitting = [code for code, addition in additions(self.scheme).items() if self.level in addition.levels]
            if self.additional != tuple(code for code in fitting if code in self.additional):
                codes = ", ".join(fitting) or "–"
                yield MARKING_ADDITIONAL.at("/additional", scheme=self.scheme.value, codes=codes)

    @classmethod
    def parse(cls, text: str, /, *, scheme: MarkingScheme | None = None) -> Self:
        """The marking that a text writes; as :meth:`read`, without its notes.

        >>> Marking.parse("SECRET", scheme=MarkingScheme.FR_2021).level
        'SECRET'
        """
        return cls.read(text, scheme=scheme).require()

    @classmethod
    def read(cls, text: str, /, *, scheme: MarkingScheme | None = None) -> Outcome[Self]:
        """The marking that a text writes, with what is to be said about it.

        Args:
            text: The marking as its scheme writes it.
            scheme: Whose it is, where several schemes write the same text, such as SECRET.

        >>> Marking.read("TLP:WHITE").findings
        (<Finding MARKING-OLD note at />,)
        """
        given: tuple[object, object] = (text, scheme)
        if type(given[0]) is not str or type(given[1]) not in (MarkingScheme, type(None)):
            return Outcome(None, (MARKING_TYPE.at(),))
        old = old_forms().get(text)
        if old is not None and scheme in (None, old[0]):
            made = cls(scheme=old[0], level=old[1])
            return Outcome(made, (MARKING_OLD.at(level=str(made)),))
        meanings = _meanings(text, scheme)
        if len(meanings) == 1:
            ((meant, level, additional),) = meanings
            return Outcome(cls(scheme=meant, level=level, additional=additional))
        if meanings:
            return Outcome(None, (MARKING_SCHEME.at(schemes=", ".join(meant.value for meant, _, _ in meanings)),))
        return Outcome(None, (_unread(text, scheme),))

    def label(self, language: str = "en") -> str:
        """What the level means, in a language."""
        return self.scheme.level_label(self.level, language)

    def __str__(self) -> str:
        return with_additions(self.scheme, levels(self.scheme)[self.level].written, self.additional)


def _meanings(text: str, scheme: MarkingScheme | None) -> list[tuple[MarkingScheme, str, tuple[str, ...]]]:
    return [meaning for meaning in written_forms().get(text, ()) if scheme in (None, meaning[0])]


def _unread(text: str, scheme: MarkingScheme | None) -> Finding:
    """Say what is wrong with a text that no scheme writes; what is shown is our own wording of the marking."""
    near = text.strip().upper()
    if near != text:
        outcome = Marking.read(near, scheme=scheme)
        if outcome.value is not None or _meanings(near, scheme):
            return MARKING_CASE.at(expected=str(outcome.value or near))
    if scheme is not None:
        return MARKING_LEVEL.at(scheme=scheme.value, levels=", ".join(scheme.levels))
    return MARKING_FORM.at(schemes=", ".join(each.value for each in MarkingScheme))
