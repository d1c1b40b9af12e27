"""The shape of a format: capabilities, write, read, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, Protocol, runtime_checkable

from smir.findings import Outcome
from smir.products import Product
from smir.release import Received, Released
from smir.serializers.capabilities import Capabilities
from smir.structure import Limits

#: The entry-point group in which other packages declare their formats.
GROUP = "smir.serializers"


class Serializer(Protocol):
    """What every format is: any object of this shape, a module too. A format that only writes has no ``read``.

    Register it as an entry point of the group ``smir.serializers`` whose name is that of its capabilities. It is handed
    what was released and nothing more, keeps none of it and changes none of it. What it raises is replaced by a finding
    that names its package and version, since the text of an error may quote a value.
    """

    @property
    def capabilities(self) -> Capabilities:
        """What it can do."""
        ...

    def write(self, released: Released[Any], /) -> bytes:
        """The document of what one recipient may have; the same bytes each time."""
        ...


@runtime_checkable
class Reader(Protocol):
    """What a format that reads has besides."""

    def read(self, data: bytes, /, limits: Limits) -> Outcome[Received[Product]]:
        """What a document holds, with everything found; nothing is coerced or dropped."""
        ...


@runtime_checkable
class StreamSerializer(Protocol):
    """What a format that streams has besides. A bad part does not end a stream: its outcome holds the findings."""

    def write_many(self, released: Iterable[Released[Any]], file: BinaryIO, /) -> int:
        """Write one after the other as they come; gives how many."""
        ...

    def read_many(self, file: BinaryIO, /, limits: Limits) -> Iterator[Outcome[Received[Product]]]:
        """The outcome of each part in turn, in constant memory."""
        ...


@runtime_checkable
class Detector(Protocol):
    """What a format that knows its own documents by their content has besides."""

    def detects(self, data: bytes, /) -> bool:
        """Whether these bytes are, or were meant to be, a document of this format; cheap, and certain of a yes."""
        ...
