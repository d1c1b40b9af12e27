"""What is said in words, in one language or in several."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, ClassVar, Final, final

from attrs import frozen

from smir.findings import Code, Finding, Invalid

TEXT_MAPPING = Code(
    "TEXT-MAPPING",
    en='Give the text with its language, such as Text(en="…", fr="…"), or a mapping of language tags to texts. A plain '
    "text without a language is not taken.",
    fr='Donnez le texte avec sa langue, comme Text(en="…", fr="…"), ou une table associant à chaque étiquette de '
    "langue un texte. Un texte sans langue n’est pas accepté.",
)
TEXT_NONE = Code(
    "TEXT-NONE",
    en="A text is said in at least one language. Leave the whole text out if there is nothing to say.",
    fr="Un texte est donné dans une langue au moins. Omettez le texte entier s’il n’y a rien à dire.",
)
TEXT_LANGUAGE = Code(
    "TEXT-LANGUAGE",
    en="A language tag is a language in small letters, then a script and a region if needed: fr, pt-BR, sr-Latn-RS "
    "(BCP 47). Give each language once.",
    fr="Une étiquette de langue est une langue en minuscules, suivie au besoin d’une écriture et d’une région\u00a0: "
    "fr, pt-BR, sr-Latn-RS (BCP 47). Donnez chaque langue une seule fois.",
)
TEXT_EMPTY = Code(
    "TEXT-EMPTY",
    en="The text is empty or only spaces. Write it, or leave this language out.",
    fr="Le texte est vide ou ne contient que des espaces. Écrivez-le, ou omettez cette langue.",
)
TEXT_CHARACTERS = Code(
    "TEXT-CHARACTERS",
    en="The text holds a control character other than line feed and tab, half of a surrogate pair, or a character that "
    "XML cannot carry. Remove it.",
    fr="Le texte contient un caractère de commande autre que le saut de ligne et la tabulation, la moitié d’un couple "
    "de substitution ou un caractère que XML ne peut porter. Retirez-le.",
)
TEXT_TYPE = Code(
    "TEXT-TYPE",
    en="What is said in a language is a text (str); nothing is converted.",
    fr="Ce qui est dit dans une langue est un texte (str). Rien n’est converti.",
)

_TAG: Final = "[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?"
_is_tag = re.compile(_TAG, re.ASCII).fullmatch
_unwanted = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]").search


@final
@frozen(init=False, repr=False, weakref_slot=False)
class Text:
    """The same thing said in one language or more.

    In a document it is an object that maps language tags to texts. Tags are the part of BCP 47 that names a language, a
    script and a region, in their usual case. What is said is kept to the letter: it is not trimmed or normalised.
    Neither ``repr`` nor ``str`` shows it, as free text often names persons.

    Args:
        texts: Mapping of language tags to texts, for tags that are not Python names.
        by_tag: The same by keyword: ``en="…"``, ``fr="…"``.

    Raises:
        smir.Invalid: ``TEXT-MAPPING``, ``TEXT-NONE``, ``TEXT-LANGUAGE``, ``TEXT-TYPE``, ``TEXT-EMPTY``,
            ``TEXT-CHARACTERS``, with the language in the path.

    Source: BCP 47 (RFC 5646); look-up after RFC 4647.

    >>> title = Text({"pt-BR": "Polpa de frutas"}, en="Fruit pulp", fr="Pulpe de fruits")
    >>> title
    Text(en, fr, pt-BR)
    >>> title.in_("fr"), title.in_("fr-CA"), title.in_("es")
    ('Pulpe de fruits', 'Pulpe de fruits', 'Fruit pulp')
    """

    _items: tuple[tuple[str, str], ...]

    #: Pattern of a language tag (ECMA 262), anchored.
    tag_pattern: ClassVar[str] = f"^{_TAG}$"

    def __init__(self, texts: Mapping[str, str] | None = None, /, **by_tag: str) -> None:
        plain = by_tag if texts is None else texts
        if type(plain) is dict and plain and (plain is by_tag or not by_tag) and _are_sound(plain):  # the usual case
            _set_items(self, tuple(sorted(plain.items())))
            return
        given, findings = _given(texts, by_tag)
        if not findings:
            findings = [finding for tag, text in given for finding in _findings(tag, text)]
        if findings:
            raise Invalid(findings)
        _set_items(self, tuple(sorted(given)))

    @property
    def languages(self) -> tuple[str, ...]:
        """The language tags, sorted."""
        return tuple(tag for tag, _ in self._items)

    def items(self) -> tuple[tuple[str, str], ...]:
        """Pairs of language tag and text, sorted by tag."""
        return self._items

    def get(self, tag: str, /) -> str | None:
        """What is said under exactly this tag, or nothing."""
        return next((text for known, text in self._items if known == tag), None)

    def in_(self, tag: str, /) -> str:
        """What is said in a language, or else in the same language elsewhere, else in English, else the first there is.

        Raises:
            smir.Invalid: ``TEXT-LANGUAGE`` for what is not a language tag.
        """
        if type(tag) is not str or _is_tag(tag) is None:
            raise Invalid((TEXT_LANGUAGE.at(),))
        said = dict(self._items)
        while tag:
            if tag in said:
                return said[tag]
            tag = tag.rpartition("-")[0]
        return said.get("en", self._items[0][1])

    def __repr__(self) -> str:
        return f"Text({', '.join(self.languages)})"


_set_items = Text.__dict__["_items"].__set__


@lru_cache(maxsize=256)
def _names_language(tag: str) -> bool:
    return _is_tag(tag) is not None


def _are_sound(texts: Mapping[Any, Any]) -> bool:
    """Whether nothing stands against any of them; what does is looked for only if something does."""
    for tag, text in texts.items():
        if type(tag) is not str or type(text) is not str or len(tag) > 16 or not _names_language(tag):
            return False
        if _unwanted(text) or not text or text.isspace():
            return False
    return True


def _given(texts: object, by_tag: Mapping[str, object]) -> tuple[list[tuple[str, str]], list[Finding]]:
    """All pairs handed in, from both ways of giving them; they are checked afterwards."""
    if texts is not None and not isinstance(texts, Mapping):
        return [], [TEXT_MAPPING.at()]
    try:
        pairs = [] if texts is None else [(tag, texts[tag]) for tag in texts]
    except Exception:  # noqa: BLE001 - a mapping may be foreign code
        return [], [TEXT_MAPPING.at()]
    twice = any(type(tag) is str and tag in by_tag for tag, _ in pairs)
    pairs += by_tag.items()
    if not pairs:
        return [], [TEXT_NONE.at()]
    return pairs, [TEXT_LANGUAGE.at()] if twice else []


def _findings(tag: object, text: object) -> list[Finding]:
    """What stands against one language; a tag that is none is not repeated in the path."""
    if type(tag) is not str or _is_tag(tag) is None:
        return [TEXT_LANGUAGE.at()]
    place = f"/{tag}"
    if type(text) is not str:
        return [TEXT_TYPE.at(place)]
    if not text.strip():
        return [TEXT_EMPTY.at(place)]
    return [TEXT_CHARACTERS.at(place)] if _unwanted(text) else []
