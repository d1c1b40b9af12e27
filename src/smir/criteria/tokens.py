"""The words of a criterion: names, numbers, texts, operators and parentheses, each with its place."""

from __future__ import annotations

import re
from enum import Enum
from types import MappingProxyType
from typing import Final

from attrs import evolve, frozen

from smir.criteria.place import Place
from smir.findings import Code


class Kind(Enum):
    """What a word of a criterion is."""

    NAME = "name"
    NUMBER = "number"
    STRING = "string"
    TRUTH = "truth"
    NULL = "null"
    GEOMETRY = "geometry"
    CALL = "call"
    CONNECTIVE = "connective"
    OPERATOR = "operator"
    PART = "part"
    OPEN = "open"
    CLOSE = "close"
    COMMA = "comma"


#: Reserved words. As a name, each must stand in double quotes.
RESERVED: Final = frozenset("AND OR NOT LIKE IN BETWEEN IS NULL TRUE FALSE DIV".split())
_GEOMETRIES = frozenset("POINT LINESTRING POLYGON MULTIPOINT MULTILINESTRING MULTIPOLYGON GEOMETRYCOLLECTION".split())
_DIMENSIONS = frozenset(("Z", "M", "ZM"))
_OPERANDS = frozenset((Kind.NAME, Kind.NUMBER, Kind.STRING, Kind.TRUTH, Kind.NULL, Kind.GEOMETRY, Kind.CLOSE))

CRITERION_QUOTE = Code(
    "CRITERION-QUOTE",
    en="The quotation mark at {place} is never closed. A text stands between two ' and doubles each ' inside it; a "
    'name may stand between two ".',
    fr="L’apostrophe ou le guillemet en {place} n’est jamais fermé. Un texte se place entre deux ' et double chaque ' "
    'qu’il contient\u202f; un nom peut se placer entre deux ".',
)
CRITERION_SYMBOL = Code(
    "CRITERION-SYMBOL",
    en="The character at {place} has no meaning outside a text; put texts between two '.",
    fr="Le caractère en {place} n’a pas de sens hors d’un texte\u202f; placez les textes entre deux '.",
)
CRITERION_NUMBER = Code(
    "CRITERION-NUMBER",
    en="The number at {place} cannot be read: write digits with a full stop as decimal mark, at most 50 digits and "
    "an exponent from -1000 to 1000, and a space after it.",
    fr="Le nombre en {place} est illisible\u00a0: écrivez des chiffres avec un point décimal, au plus 50 chiffres et "
    "un exposant de -1000 à 1000, suivis d’une espace.",
)
CRITERION_PARENTHESIS = Code(
    "CRITERION-PARENTHESIS",
    en="The parenthesis at {place} has no partner; open and close parentheses in pairs.",
    fr="La parenthèse en {place} n’a pas de pendant\u202f; ouvrez et fermez les parenthèses par paires.",
)

_WORD = re.compile(
    r"""(?P<space>\s++)
    |(?P<number>(?:[0-9]++(?:\.[0-9]*+)?+|\.[0-9]++)(?:[eE][+-]?+[0-9]++)?+)
    |(?P<string>'[^']*+(?:''[^']*+)*+')
    |(?P<quoted>"[^"]*+(?:""[^"]*+)*+")
    |(?P<word>(?:[^\W\d]|:)[\w.:]*+)
    |(?P<operator><>|!=|<=|>=|[=<>+\-*/%^])
    |(?P<open>\()|(?P<close>\))|(?P<comma>,)""",
    re.VERBOSE,
)
_KINDS: Final = MappingProxyType(
    {
        "number": Kind.NUMBER,
        "string": Kind.STRING,
        "quoted": Kind.NAME,
        "operator": Kind.OPERATOR,
        "open": Kind.OPEN,
        "close": Kind.CLOSE,
        "comma": Kind.COMMA,
    }
)


@frozen
class Token:
    """One word of a criterion.

    Args:
        kind: What it is.
        start: Index of its first character in the text.
        written: The word as written; reserved words in capitals.
        mate: For a parenthesis, the index of its partner among the tokens.
        is_list: For an opening parenthesis, whether commas stand right inside it and no call before it.
        inline: For an opening parenthesis, whether it belongs to the condition around it: a list or a call.
    """

    kind: Kind
    start: int
    written: str
    mate: int = -1
    is_list: bool = False
    inline: bool = False


def tokens(text: str) -> tuple[Token, ...]:
    """Split a criterion into words, in one pass that takes time in proportion to its length.

    Raises:
        smir.Invalid: ``CRITERION-QUOTE``, ``CRITERION-SYMBOL``, ``CRITERION-NUMBER``, ``CRITERION-PARENTHESIS``.

    >>> [token.kind.value for token in tokens("net_mass < -5")]
    ['name', 'operator', 'number']
    """
    return _paired(text, _without_geometry(text, _words(text)))


def _words(text: str) -> list[Token]:
    words: list[Token] = []
    index, length = 0, len(text)
    while index < length:
        match = _WORD.match(text, index)
        if match is None:
            code = CRITERION_QUOTE if text[index] in "'\"" else CRITERION_SYMBOL
            raise Place.in_text(text, index).invalid(code)
        index = match.end()
        group, written = str(match.lastgroup), match.group()
        if group == "space":
            continue
        if group == "number":
            if index < length and (text[index].isalnum() or text[index] in "._:"):
                raise Place.in_text(text, match.start()).invalid(CRITERION_NUMBER)
            _take_number(words, Token(Kind.NUMBER, match.start(), written))
        elif group == "word":
            words.append(_word(words, match.start(), written))
        else:
            if group == "open" and words and words[-1].kind is Kind.NAME:
                words[-1] = evolve(words[-1], kind=Kind.CALL)
            words.append(Token(_KINDS[group], match.start(), written))
    return words


def _take_number(words: list[Token], number: Token) -> None:
    """Add a number, together with the sign before it where that sign has nothing to its left to subtract from."""
    sign = words[-1] if words else None
    is_sign = sign is not None and (sign.written == "-" or (sign.written == "+" and sign.start + 1 == number.start))
    if sign is not None and is_sign and (len(words) == 1 or words[-2].kind not in _OPERANDS):
        words[-1] = Token(Kind.NUMBER, sign.start, sign.written.strip("+") + number.written)
    else:
        words.append(number)


def _word(words: list[Token], start: int, written: str) -> Token:
    upper = written.upper()
    if upper not in RESERVED:
        return Token(Kind.NAME, start, written)
    last = words[-1].written if words else ""
    if upper in ("TRUE", "FALSE"):
        return Token(Kind.TRUTH, start, upper)
    if upper == "NULL":
        after_is = last == "IS" or (last == "NOT" and len(words) > 1 and words[-2].written == "IS")
        return Token(Kind.PART if after_is else Kind.NULL, start, upper)
    return Token(Kind.CONNECTIVE if upper in ("AND", "OR") else Kind.OPERATOR, start, upper)


def _without_geometry(text: str, words: list[Token]) -> list[Token]:
    """Put one token in the place of each geometry written as well-known text: it is recognised, never used."""
    kept: list[Token] = []
    index = 0
    while index < len(words):
        word = words[index]
        index += 1
        after = index
        if word.kind is Kind.NAME and after < len(words) and words[after].written.upper() in _DIMENSIONS:
            after += 1
        if word.kind not in (Kind.NAME, Kind.CALL) or word.written.upper() not in _GEOMETRIES:
            kept.append(word)
        elif after < len(words) and words[after].kind is Kind.OPEN:
            index = _closing(text, words, after) + 1
            kept.append(Token(Kind.GEOMETRY, word.start, word.written.upper()))
        else:
            kept.append(word)
    return kept


def _closing(text: str, words: list[Token], opening: int) -> int:
    depth = 0
    for index in range(opening, len(words)):
        depth += (words[index].kind is Kind.OPEN) - (words[index].kind is Kind.CLOSE)
        if depth == 0:
            return index
    raise Place.in_text(text, words[opening].start).invalid(CRITERION_PARENTHESIS)


def _paired(text: str, words: list[Token]) -> tuple[Token, ...]:
    """Pair the parentheses, and tell the AND of a BETWEEN from the AND that joins conditions."""
    opened: list[int] = []
    commas = [False]
    between = [False]
    for index, word in enumerate(words):
        if word.kind is Kind.OPEN:
            opened.append(index)
            commas.append(False)
            between.append(False)
        elif word.kind is Kind.CLOSE:
            if not opened:
                raise Place.in_text(text, word.start).invalid(CRITERION_PARENTHESIS)
            begin = opened.pop()
            is_call = begin > 0 and words[begin - 1].kind is Kind.CALL
            is_list = commas.pop() and not is_call
            between.pop()
            words[begin] = evolve(words[begin], mate=index, is_list=is_list, inline=is_list or is_call)
            words[index] = evolve(word, mate=begin)
        elif word.kind is Kind.COMMA:
            commas[-1] = True
        elif word.written == "BETWEEN" and word.kind is Kind.OPERATOR:
            between[-1] = True
        elif word.kind is Kind.CONNECTIVE:
            if word.written == "AND" and between[-1]:
                words[index] = evolve(word, kind=Kind.PART)
            between[-1] = False
    if opened:
        raise Place.in_text(text, words[opened[-1]].start).invalid(CRITERION_PARENTHESIS)
    return tuple(words)
