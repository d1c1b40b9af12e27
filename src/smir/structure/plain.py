"""JSON text to plain values and back: strict on the way in, canonical (RFC 8785) on the way out."""

from __future__ import annotations

import json
import re
from typing import Any

import orjson

from smir.findings import Code, Invalid
from smir.structure.check import MAX_INTEGER
from smir.structure.codes import (
    DOCUMENT_DEPTH,
    DOCUMENT_DUPLICATE,
    DOCUMENT_ENCODING,
    DOCUMENT_NUMBER,
    DOCUMENT_SIZE,
    DOCUMENT_SYNTAX,
)
from smir.structure.limits import DEFAULT_LIMITS, Limits

#: A text in JSON, or one bracket. A text that is not closed reaches to the end, so that no byte is looked at twice.
_texts_and_brackets = re.compile(rb'"(?:[^"\\]++|\\.)*+"?|[\[\]{}]', re.DOTALL)


def parse(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Any:
    """Plain values from JSON bytes.

    Refuses duplicate members, NaN and infinities, whole numbers that lose digits, excess depth and size, and anything
    but UTF-8.

    Raises:
        smir.Invalid: ``DOCUMENT-…``

    >>> parse(b'{"seal": "intact"}')
    {'seal': 'intact'}
    """
    if len(data) > limits.size:
        raise Invalid([DOCUMENT_SIZE.at(limit=limits.size)])
    if data.count(b"[") + data.count(b"{") > limits.depth and _depth(data) > limits.depth:
        raise Invalid([DOCUMENT_DEPTH.at(limit=limits.depth)])
    try:
        plain = orjson.loads(data)
        # Without quotes inside texts, a member named twice is the only thing that makes quotes disappear.
        quoted = b'\\"' in data or b"\\u0022" in data
        if not quoted and orjson.dumps(plain).count(b'"') == data.count(b'"'):
            return plain
    except (ValueError, RecursionError):
        pass
    return parse_exactly(data)


class _Refusal(ValueError):
    def __init__(self, code: Code) -> None:
        self.code = code
        super().__init__(code.code)


def parse_exactly(data: bytes) -> Any:
    """As :func:`parse`, for a document within its limits, and every number in it is known to keep its digits."""
    finding = None
    try:
        return json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_object,
            parse_constant=_no_constant,
            parse_int=_integer,
            parse_float=_fraction,
        )
    except _Refusal as refusal:
        finding = refusal.code.at()
    except UnicodeDecodeError:
        finding = DOCUMENT_ENCODING.at()
    except json.JSONDecodeError as error:
        if data.startswith(b"\xef\xbb\xbf"):
            finding = DOCUMENT_ENCODING.at()
        else:
            finding = DOCUMENT_SYNTAX.at(offset=len(error.doc[: error.pos].encode("utf-8", "replace")))
    except RecursionError:
        finding = DOCUMENT_DEPTH.at(limit=DEFAULT_LIMITS.depth)
    # Raised out here, so that no foreign error with the document's text hangs on ours.
    raise Invalid([finding])


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _Refusal(DOCUMENT_DUPLICATE)
    return made


def _no_constant(_: str) -> Any:
    raise _Refusal(DOCUMENT_NUMBER)


def _integer(text: str) -> int:
    if len(text) > 17 or abs(number := int(text)) > MAX_INTEGER:
        raise _Refusal(DOCUMENT_NUMBER)
    return number


def _fraction(text: str) -> float:
    # Between these bounds a fraction is written as a whole number whose digits no reader is bound to keep (RFC 8785).
    if MAX_INTEGER < abs(number := float(text)) < 1e21 or number in (float("inf"), float("-inf")):
        raise _Refusal(DOCUMENT_NUMBER)
    return number


def _depth(data: bytes) -> int:
    deepest = depth = 0
    for found in _texts_and_brackets.finditer(data):
        sign = found.group()
        if sign in b"[{":
            depth += 1
            deepest = max(deepest, depth)
        elif sign in b"]}":
            depth -= 1
    return deepest


def canonical(plain: Any) -> bytes:
    """Canonical bytes (RFC 8785) of plain values.

    Raises:
        smir.Invalid: ``DOCUMENT-NUMBER``, ``DOCUMENT-ENCODING`` or ``DOCUMENT-DEPTH`` for what no JSON can carry.

    >>> canonical({"b": 1, "a": "é"}).decode()
    '{"a":"é","b":1}'
    """
    import rfc8785

    finding = None
    try:
        return rfc8785.dumps(plain)
    except RecursionError:
        finding = DOCUMENT_DEPTH.at(limit=DEFAULT_LIMITS.depth)
    except UnicodeEncodeError:
        finding = DOCUMENT_ENCODING.at()
    except rfc8785.CanonicalizationError:
        finding = DOCUMENT_NUMBER.at()
    raise Invalid([finding])


def ordered(plain: Any) -> bytes:
    """The bytes of plain values in order: canonical where every name is ASCII and no number a fraction."""
    return orjson.dumps(plain, option=orjson.OPT_SORT_KEYS)


def pointer(*steps: str | int) -> str:
    """A JSON pointer (RFC 6901) from its steps.

    >>> pointer("items", 0, "a/b")
    '/items/0/a~1b'
    """
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in steps)
