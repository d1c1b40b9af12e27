"""A record as a document: canonical bytes, the record back from bytes, and the fingerprint of both."""

from __future__ import annotations

import hashlib
from typing import Any, TypeVar

from smir.findings import Invalid, Outcome
from smir.structure.codes import MEMBER_NUMBER, MEMBER_UNKNOWN
from smir.structure.compiled import NotCanonical, read, write
from smir.structure.limits import DEFAULT_LIMITS, Limits
from smir.structure.plain import canonical, ordered, parse, parse_exactly
from smir.structure.strict import from_plain, to_plain

R = TypeVar("R")


def dumps(made: Any) -> bytes:
    """The canonical bytes (RFC 8785, UTF-8) of a record.

    >>> from smir.structure import record
    >>> @record(tag="seal")
    ... class Seal:
    ...     number: str
    >>> dumps(Seal(number="SL-0001"))
    b'{"number":"SL-0001","type":"seal"}'
    """
    try:
        return write(made)
    except NotCanonical:
        return canonical(to_plain(made))


def loads(data: bytes, cls: type[R], limits: Limits = DEFAULT_LIMITS) -> Outcome[R]:
    """A record from JSON bytes, with everything found.

    Canonical bytes are read fastest; the result is the same whatever the layout.

    >>> from smir.structure import record
    >>> @record
    ... class Seal:
    ...     number: str
    >>> loads(b'{"number":"SL-0001","number":"SL-0002"}', Seal).findings
    (<Finding DOCUMENT-DUPLICATE error at />,)
    """
    if len(data) <= limits.size and data[:2] == b'{"':  # canonical bytes begin so; others need not be tried
        try:
            return Outcome(read(data, cls), ())
        except NotCanonical:
            pass
    try:
        plain = parse(data, limits)
        try:
            return Outcome(read(ordered(plain), cls), ())
        except (NotCanonical, TypeError):  # a TypeError is orjson's for half of a surrogate pair
            pass  # something is wrong with it, or unknown: the strict road says what
        outcome = from_plain(plain, cls)
        if any(finding.kind in (MEMBER_UNKNOWN, MEMBER_NUMBER) for finding in outcome.findings):
            # Numbers of unknown members must keep their digits, which the quick parser does not promise.
            return from_plain(parse_exactly(data), cls)
        return outcome
    except Invalid as invalid:
        return Outcome(None, invalid.findings)


def fingerprint(made: Any) -> str:
    """The SHA-256 of a record's canonical bytes: what was not changed by a letter keeps its fingerprint.

    >>> from smir.structure import record
    >>> @record
    ... class Seal:
    ...     number: str
    >>> fingerprint(Seal(number="SL-0001"))[:23]
    'sha256:ee823535adfa96a5'
    """
    return f"sha256:{hashlib.sha256(dumps(made)).hexdigest()}"
