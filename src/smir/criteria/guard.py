"""The guard before the reader: how long, how deep and how heavy a criterion may be, checked on its raw text.

The reader of the expression language is foreign code that takes the whole process down on deep or long input, and
takes time that doubles with each open parenthesis on some wrong input. So the text is measured first, by one pass that
knows quotes. What passes is read in pieces of one condition each, so that the limits below bound what the foreign
code ever sees: at most :data:`DEPTH` nested calls and :data:`CONDITION` operators, about 110 KiB of stack.
"""

from __future__ import annotations

import re
from typing import Final

from smir.criteria.characters import CRITERION_CHARACTER, unwanted
from smir.criteria.place import Place
from smir.criteria.tokens import Kind, Token, tokens
from smir.findings import Code, Invalid
from smir.values.written import WRITTEN_TYPE

LENGTH: Final = 65_536
"""Characters in one criterion."""
JSON_LENGTH: Final = 10 * LENGTH
"""Characters in the JSON form of one criterion, which takes more of them."""
DEPTH: Final = 20
"""Parentheses or calls inside each other, in the text form."""
OPERATORS: Final = 1_000
"""Operators in one criterion (AND, OR, NOT, comparisons, arithmetic, calls). Lists count as one operator."""
CONDITION: Final = 20
"""Operators in one condition, between two AND or OR."""
NODES_DEEP: Final = 64
"""Nodes inside each other, in either form."""
BRACKETS: Final = 2 * NODES_DEEP + 4
"""Brackets inside each other, in the JSON form: each node takes two."""

CRITERION_LENGTH = Code(
    "CRITERION-LENGTH",
    en="A criterion holds 1 to {limit} characters; shorten it, or split it into several criteria.",
    fr="Un critère compte de 1 à {limit} caractères\u202f; raccourcissez-le ou scindez-le en plusieurs critères.",
)
CRITERION_DEPTH = Code(
    "CRITERION-DEPTH",
    en="At {place} the criterion is nested more than {limit} deep; simplify it, or split it into several criteria.",
    fr="En {place}, le critère est imbriqué sur plus de {limit} niveaux\u202f; simplifiez-le ou scindez-le en "
    "plusieurs critères.",
)
CRITERION_OPERATORS = Code(
    "CRITERION-OPERATORS",
    en="A criterion holds at most {limit} operators; use IN with a list, or split it into several criteria.",
    fr="Un critère compte au plus {limit} opérateurs\u202f; employez IN avec une liste ou scindez-le en plusieurs "
    "critères.",
)
CRITERION_CONDITION = Code(
    "CRITERION-CONDITION",
    en="The condition at {place} holds more than {limit} operators; simplify it.",
    fr="La condition en {place} compte plus de {limit} opérateurs\u202f; simplifiez-la.",
)
CRITERION_LIST = Code(
    "CRITERION-LIST",
    en="At {place} a list stands inside a list; a list holds single values.",
    fr="En {place}, une liste se trouve dans une liste\u202f; une liste contient des valeurs simples.",
)

_WEIGHING = frozenset((Kind.CONNECTIVE, Kind.OPERATOR, Kind.CALL))
#: A text that is not closed reaches to the end, so that no character is looked at twice.
_JSON_MARK = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)


def guard_characters(text: object, limit: int = LENGTH) -> str:
    """The text itself, when it is a text of bearable length without control characters; raises Invalid otherwise."""
    if type(text) is not str:
        raise Invalid((WRITTEN_TYPE.at(),))
    if not 0 < len(text) <= limit or text.isspace():
        raise Place().invalid(CRITERION_LENGTH, limit=limit)
    place = unwanted(text)
    if place >= 0:
        raise Place.in_text(text, place).invalid(CRITERION_CHARACTER)
    return text


def guard_text(text: object) -> tuple[str, tuple[Token, ...]]:
    """Measure a criterion in text form before anything else reads it; gives it back, with its words.

    Raises:
        smir.Invalid: ``WRITTEN-TYPE``, ``CRITERION-LENGTH``, ``CRITERION-CHARACTER``, ``CRITERION-DEPTH``,
            ``CRITERION-OPERATORS``, ``CRITERION-CONDITION``, ``CRITERION-LIST`` and the codes of the tokens.

    >>> len(guard_text("gross_mass > 10000")[1])
    3
    """
    sure = guard_characters(text)
    found = tokens(sure)
    operators = 0
    opened: list[Token] = []
    weights = [0]
    lists = [False]
    for token in found:
        if token.kind is Kind.OPEN:
            if len(opened) == DEPTH:
                raise Place.in_text(sure, token.start).invalid(CRITERION_DEPTH, limit=DEPTH)
            opened.append(token)
            weights.append(weights[-1] if token.inline else 0)
            lists.append(False)
        elif token.kind is Kind.CLOSE:
            begin, weight, holds_list = opened.pop(), weights.pop(), lists.pop()
            if begin.is_list and holds_list:
                raise Place.in_text(sure, begin.start).invalid(CRITERION_LIST)
            if begin.inline:
                weights[-1] = weight
                lists[-1] = lists[-1] or holds_list or begin.is_list
        elif token.kind in _WEIGHING:
            operators += 1
            if token.kind is Kind.CONNECTIVE and not (opened and opened[-1].inline):
                weights[-1] = 0
                lists[-1] = False
            elif token.kind is not Kind.CALL:
                weights[-1] += 1
            if weights[-1] > CONDITION:
                raise Place.in_text(sure, token.start).invalid(CRITERION_CONDITION, limit=CONDITION)
    if operators > OPERATORS:
        raise Invalid((CRITERION_OPERATORS.at(limit=OPERATORS),))
    return sure, found


def guard_json(text: object) -> str:
    """Measure a criterion in JSON form before anything else reads it: length, characters, brackets inside brackets."""
    sure = guard_characters(text, JSON_LENGTH)
    depth = 0
    for mark in _JSON_MARK.finditer(sure):
        first = mark.group()[0]
        if first in "[{":
            depth += 1
            if depth > BRACKETS:
                raise Place.in_text(sure, mark.start()).invalid(CRITERION_DEPTH, limit=BRACKETS)
        elif first in "]}":
            depth -= 1
    return sure
