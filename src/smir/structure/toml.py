"""TOML files as plain values: settings and tables of ours, refused before they could fill the memory."""

from __future__ import annotations

import re
from typing import Any

#: Texts and comments; one that is not closed reaches as far as it could.
_texts_and_comments = re.compile(
    rb'"""(?:[^"\\]++|\\.|"(?!""))*+(?:"{3,5})?'
    rb"|'''(?:[^']++|'(?!''))*+(?:'{3,5})?"
    rb'|"(?:[^"\\\n]++|\\[^\n])*+"?'
    rb"|'[^'\n]*+'?"
    rb"|\#[^\n]*+",
    re.DOTALL,
)
#: Dots in one name. The parser takes memory and time by the square of them.
DOTS = 16
#: Dots outside texts and comments in one file: each may stand for a table.
DOTS_IN_ALL = 10_000
_long_name = re.compile(rb"\.(?:[^.=,\[\]{}\n]*+\.){%d}" % DOTS)


class NotToml(Exception):
    """What was given is too large, is no TOML in UTF-8, or names tables inside tables beyond measure."""


def parse(data: bytes, limit: int) -> dict[str, Any]:
    r"""The plain values in a TOML file.

    Args:
        data: The file, in UTF-8.
        limit: Largest number of bytes.

    Raises:
        NotToml: It says nothing more: the parser would quote what it could not read.

    >>> parse(b'[office]\ncountry = "FR"', 100)
    {'office': {'country': 'FR'}}
    >>> parse(b"a" + b".a" * 20 + b" = 1", 100)
    Traceback (most recent call last):
    ...
    smir.structure.toml.NotToml
    """
    if len(data) <= limit and _is_shallow(data):
        from tomllib import loads

        try:
            return loads(data.decode("utf-8-sig"))
        except (ValueError, RecursionError):
            pass
    raise NotToml  # out here, so that no foreign error with the file's text hangs on ours


def _is_shallow(data: bytes) -> bool:
    if data.count(b".") <= DOTS:
        return True
    names = _texts_and_comments.sub(b"", data)
    return names.count(b".") <= DOTS_IN_ALL and _long_name.search(names) is None
