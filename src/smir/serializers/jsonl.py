"""JSON Lines: any number of released products in one file, a line each, read and written in constant memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, ClassVar, final

from attrs import frozen

from smir.findings import Code, Finding, Outcome, Words
from smir.products import Product
from smir.release import Received, Released
from smir.serializers.capabilities import Capabilities
from smir.serializers.document import PRODUCTS, read_document, write_document
from smir.serializers.json import as_read_by
from smir.serializers.lines import holds_lines, lines, put
from smir.serializers.version import CURRENT
from smir.structure import Limits
from smir.structure.limits import DEFAULT_LIMITS

LINES_BLANK = Code(
    "LINES-BLANK",
    en="The line is empty. Each line holds one document.",
    fr="La ligne est vide. Chaque ligne contient un document.",
)
LINES_MANY = Code(
    "LINES-MANY",
    en="There are several documents here, a line each. Read them with smir.serializers.read_many(file).",
    fr="Il y a ici plusieurs documents, un par ligne. Lisez-les avec smir.serializers.read_many(fichier).",
)


@final
@frozen
class JsonLines:
    """Many released products, one canonical JSON document a line.

    A bad line does not end the reading: its outcome holds the findings, and the next line is read. A line is as long as
    a document may be; a longer one is skipped and reported.

    Args:
        products: The classes of product it reads; a national one is added here.

    >>> SERIALIZER.capabilities.streams
    True
    """

    products: tuple[type[Product], ...] = PRODUCTS

    capabilities: ClassVar[Capabilities] = Capabilities(
        smir_api=1,
        name="jsonl",
        format_version=CURRENT,
        media_type="application/jsonl",
        suffix=".jsonl",
        description=Words("JSON Lines, a product a line", "JSON Lines, un produit par ligne"),
        writes=True,
        reads=True,
        lossless=True,
        streams=True,
    )

    def write(self, released: Released[Any], /) -> bytes:
        """One line with its line feed."""
        return write_document(released) + b"\n"

    def read(self, data: bytes, /, limits: Limits = DEFAULT_LIMITS) -> Outcome[Received[Product]]:
        """The product of a file with one line."""
        line, _, rest = data.partition(b"\n")
        return Outcome(None, (LINES_MANY.at(),)) if rest.strip(b" \t\r\n") else self._line(line, limits)

    def detects(self, data: bytes, /) -> bool:
        """Whether there is more than one line, each an object."""
        return holds_lines(data)

    def write_many(self, released: Iterable[Released[Any]], file: BinaryIO, /) -> int:
        """A line for each as it comes; a line is written whole or not begun."""
        count = 0
        for one in released:
            put(file, self.write(one))
            count += 1
        return count

    def read_many(self, file: BinaryIO, /, limits: Limits = DEFAULT_LIMITS) -> Iterator[Outcome[Received[Product]]]:
        """The outcome of each line in turn."""
        for line in lines(file, limits.size):
            yield Outcome(None, (line,)) if isinstance(line, Finding) else self._line(line, limits)

    def _line(self, line: bytes, limits: Limits) -> Outcome[Received[Product]]:
        if not line.strip(b" \t\r"):
            return Outcome(None, (LINES_BLANK.at(),))
        return as_read_by("jsonl", read_document(line, limits, self.products))


SERIALIZER = JsonLines()
