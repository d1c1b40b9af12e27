"""Lines of a file: told apart as they are read, each within its limit, however long the file is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from smir.findings import Code, Finding, Invalid, Unavailable
from smir.structure.codes import DOCUMENT_SIZE

LINES_BYTES = Code(
    "LINES-BYTES",
    en='Give a file opened for bytes: open(path, "rb") to read, open(path, "wb") to write.',
    fr='Donnez un fichier ouvert en octets\u00a0: open(chemin, "rb") pour lire, open(chemin, "wb") pour écrire.',
)
LINES_FILE = Code(
    "LINES-FILE",
    en="The file could not be read or written to its end ({failure}). What came before stands.",
    fr="Le fichier n’a pu être lu ou écrit jusqu’au bout ({failure}). Ce qui précède reste acquis.",
)

_SKIP = 1 << 20


def lines(file: BinaryIO, size: int) -> Iterator[bytes | Finding]:
    r"""Each line without its line feed; in the place of a line that is too long, the finding that says so.

    A line that is too long is skipped piece by piece, so that it never stands in memory as a whole.

    Raises:
        smir.Invalid: ``LINES-BYTES``.
        smir.Unavailable: ``LINES-FILE``.

    >>> from io import BytesIO
    >>> list(lines(BytesIO(b"ab\nabcdef\nc"), 4))
    [b'ab', <Finding DOCUMENT-SIZE error at />, b'c']
    """
    while line := _next(file, size + 1):
        if line.endswith(b"\n"):
            yield line[:-1]
        elif len(line) <= size:
            yield line
        else:
            while line and not line.endswith(b"\n"):
                line = _next(file, _SKIP)
            yield DOCUMENT_SIZE.at(limit=size)


def put(file: BinaryIO, data: bytes) -> None:
    """Write all of the bytes, also to a file that takes them piece by piece.

    Raises:
        smir.Invalid: ``LINES-BYTES``.
        smir.Unavailable: ``LINES-FILE``.
    """
    left = memoryview(data)
    while left:
        failure = None
        try:
            left = left[_written(file.write(left)) :]
            continue
        except (AttributeError, TypeError):
            pass
        except (OSError, ValueError) as error:
            failure = type(error).__name__
        raise Invalid([LINES_BYTES.at()]) if failure is None else Unavailable([LINES_FILE.at(failure=failure)])


def _written(count: Any) -> int:
    if type(count) is not int or count < 1:
        raise OSError
    return count


def _next(file: BinaryIO, size: int) -> bytes:
    failure = None
    line: Any = None
    try:
        line = file.readline(size)
    except (AttributeError, TypeError):  # it is no file
        pass
    except (OSError, ValueError) as error:  # a text file that is not UTF-8 raises a ValueError that quotes it
        failure = type(error).__name__
    if failure is not None:
        raise Unavailable([LINES_FILE.at(failure=failure)])
    if type(line) is not bytes:
        raise Invalid([LINES_BYTES.at()])
    return line


def holds_lines(data: bytes) -> bool:
    r"""Whether bytes are more than one line, each an object of its own.

    >>> holds_lines(b'{"a":1}\n{"a":2}\n'), holds_lines(b'{\n  "a": 1\n}\n')
    (True, False)
    """
    first, _, rest = data.partition(b"\n")
    first = first.strip(b" \t\r")
    return first.startswith(b"{") and first.endswith(b"}") and rest.lstrip(b" \t\r\n").startswith(b"{")
