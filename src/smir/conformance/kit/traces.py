"""Where a value hides in bytes: in plain, folded, encoded, escaped, packed, backwards or spaced out."""

from __future__ import annotations

import base64
import bz2
import gzip
import html
import io
import lzma
import quopri
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from types import MappingProxyType
from urllib.parse import unquote_to_bytes

from smir.findings import Words


class Form(Enum):
    """The form in which a value was found.

    >>> trace(b"cXp4anZrd214cHRs", ["qzxjvkwmxptl"])
    <Form.BASE64: 'base64'>
    """

    PLAIN = "plain"
    FOLDED = "folded"
    BASE64 = "base64"
    HEX = "hex"
    ESCAPED = "escaped"
    WIDE = "wide"
    PACKED = "packed"
    BACKWARDS = "backwards"
    SPACED = "spaced"

    @property
    def words(self) -> Words:
        """The form in words."""
        return _WORDS[self]


_WORDS = MappingProxyType(
    {
        Form.PLAIN: Words("in plain", "en clair"),
        Form.FOLDED: Words("in another case or compatibility form", "sous une autre casse ou forme de compatibilité"),
        Form.BASE64: Words("in base64", "en base64"),
        Form.HEX: Words("in hexadecimal", "en hexadécimal"),
        Form.ESCAPED: Words("behind escapes", "derrière des séquences d’échappement"),
        Form.WIDE: Words("in UTF-16 or UTF-32", "en UTF-16 ou UTF-32"),
        Form.PACKED: Words("in compressed form", "sous forme compressée"),
        Form.BACKWARDS: Words("backwards", "à l’envers"),
        Form.SPACED: Words("with signs between its letters", "avec des signes entre ses lettres"),
    }
)

_json_escape = re.compile(rb"\\u([0-9a-fA-F]{4})")
_no_letter = re.compile(r"[\W\d_]+")
#: How much of a compressed part is looked at.
_UNPACKED = 8 * 1024 * 1024


def fold(text: str) -> str:
    """A text without what case and compatibility forms make different.

    >>> fold("ＱZﬁ"), fold("É") == fold("E\u0301")
    ('qzfi', True)
    """
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def trace(data: bytes, values: Iterable[str]) -> Form | None:
    """The form in which one of the values hides in the bytes, or nothing.

    Args:
        data: What left, or was said.
        values: Values of at least 12 random letters; shorter ones would be found by chance.

    >>> trace("...QZXJVKWMXPTL...".encode("utf-16-le"), ["qzxjvkwmxptl"])
    <Form.WIDE: 'wide'>
    """
    values = tuple(values)
    needles = _Needles(map(fold, values))
    found = _found(data, values, needles)
    if found is None and any(_found(unpacked, values, needles) is not None for unpacked in _unpacked(data)):
        return Form.PACKED
    return found


class _Needles:
    """Folded values to look for. Those of letters alone are found among the longer words of a text, not one by one."""

    def __init__(self, values: Iterable[str]) -> None:
        values = tuple(values)
        self.of_letters = frozenset(value for value in values if len(value) >= _LETTERS and _is_one_word(value))
        self.others = tuple(value for value in values if value not in self.of_letters)
        self.lengths = sorted({len(value) for value in self.of_letters})

    def backwards(self) -> _Needles:
        return _Needles(value[::-1] for value in (*self.of_letters, *self.others))

    def are_in(self, text: str) -> bool:
        if any(value in text for value in self.others):
            return True
        return any(
            word[at : at + length] in self.of_letters
            for word in _long_words(text)
            for length in self.lengths
            for at in range(len(word) - length + 1)
        )


def _found(data: bytes, values: tuple[str, ...], needles: _Needles) -> Form | None:
    text = data.decode("utf-8", "replace")
    if _Needles(values).are_in(text):
        return Form.PLAIN
    folded = fold(text)
    for form, haystack in _haystacks(data, folded):
        if needles.are_in(haystack):
            return form
    if needles.backwards().are_in(folded):
        return Form.BACKWARDS
    letters = _no_letter.sub("", folded)
    return Form.SPACED if any(needle in letters for needle in needles.of_letters) else None


def _haystacks(data: bytes, folded: str) -> Iterator[tuple[Form, str]]:
    """Each reading of the bytes, folded, in which a value may stand."""
    yield Form.FOLDED, folded
    for decoded in _unescaped(data):
        if (once := fold(decoded)) != folded:
            yield Form.ESCAPED, once
    unwrapped = data.replace(b"\r", b"").replace(b"\n", b"")
    for run in _base64_run(unwrapped):
        for begin in range(4):
            part = run[begin:].translate(_URL_SAFE)
            yield Form.BASE64, fold(base64.b64decode(part[: len(part) // 4 * 4]).decode("utf-8", "replace"))
            yield (
                Form.BASE64,
                fold(base64.b64decode(part + b"=" * (-len(part) % 4)).decode("utf-8", "replace"))
                if (len(part) % 4 != 1)
                else "",
            )
    for run in _hex_run(data):
        for begin in range(2):
            part = run[begin:]
            yield Form.HEX, fold(bytes.fromhex(part[: len(part) // 2 * 2].decode()).decode("utf-8", "replace"))
    if b"\0" in data:
        for form in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
            for begin in range(4):
                yield Form.WIDE, fold(data[begin:].decode(form, "replace"))


_LETTERS = 12
_long_words = re.compile(rf"[^\W\d_]{{{_LETTERS},}}").findall
_is_one_word = re.compile(r"[^\W\d_]+").fullmatch
_base64_run = re.compile(rb"[A-Za-z0-9+/_-]{16,}").findall
_hex_run = re.compile(rb"[0-9A-Fa-f]{24,}").findall
_URL_SAFE = bytes.maketrans(b"-_", b"+/")


def _unescaped(data: bytes) -> Iterator[str]:
    yield unquote_to_bytes(data).decode("utf-8", "replace")
    yield html.unescape(data.decode("utf-8", "replace"))
    yield _json_escape.sub(lambda found: chr(int(found[1], 16)).encode("utf-8", "replace"), data).decode(
        "utf-8", "replace"
    )
    yield quopri.decodestring(data).decode("utf-8", "replace")


def _unpacked(data: bytes) -> Iterator[bytes]:
    """What the bytes hold when they are a compressed file."""
    if data.startswith(b"PK\x03\x04"):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for entry in archive.infolist():
                    yield entry.filename.encode()
                    with archive.open(entry) as part:
                        yield part.read(_UNPACKED)
        except (zipfile.BadZipFile, OSError, RuntimeError):
            pass
        return
    readers: tuple[tuple[bytes, Callable[[], bytes]], ...] = (
        (b"\x1f\x8b", lambda: gzip.GzipFile(fileobj=io.BytesIO(data)).read(_UNPACKED)),
        (b"BZh", lambda: bz2.BZ2File(io.BytesIO(data)).read(_UNPACKED)),
        (b"\xfd7zXZ", lambda: lzma.LZMADecompressor().decompress(data, _UNPACKED)),
        (b"x", lambda: zlib.decompressobj().decompress(data, _UNPACKED)),
    )
    for magic, read in readers:
        if data.startswith(magic):
            try:
                yield read()
            except (OSError, EOFError, zlib.error, lzma.LZMAError):
                return
