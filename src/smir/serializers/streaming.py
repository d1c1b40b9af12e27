"""Files of many products, written and read one by one in constant memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, ClassVar, final

from attrs import frozen

from smir.findings import Finding, Outcome
from smir.products import Product
from smir.release import Received, Released
from smir.serializers.registry import registry
from smir.serializers.serializer import Serializer
from smir.structure import Limits
from smir.structure.limits import DEFAULT_LIMITS


def write_many(released: Iterable[Released[Any]], file: BinaryIO, /, format: str | Serializer = "jsonl") -> int:
    """Write any number of releases into one file, each as it comes, in constant memory.

    Args:
        released: What ``office.release`` gave, one after the other; a generator does.
        file: A file opened for bytes.
        format: Name of a format that streams, or an object of that shape.

    Returns:
        How many were written.

    Raises:
        smir.Unavailable: As :func:`dumps`; ``FORMAT-STREAMS``, ``LINES-FILE``. What was written before stands.
        smir.Invalid: ``LINES-BYTES``.

    >>> from io import BytesIO
    >>> write_many([], BytesIO())
    0
    """
    return registry().get(format).write_many(released, file)


def read_many(file: BinaryIO, /, format: str | Serializer = "jsonl", *, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """Read a file of any length, product by product, in constant memory; a bad part does not end it.

    Args:
        file: A file opened for bytes.
        format: Name of a format that streams, or an object of that shape.
        limits: Bounds on each part.

    Raises:
        smir.Unavailable: ``FORMAT-STREAMS``, ``PLUGIN-…``; while reading ``LINES-FILE``.
        smir.Invalid: While reading ``LINES-BYTES``.

    >>> from io import BytesIO
    >>> list(read_many(BytesIO(b"")))
    []
    """
    return Reading(registry().get(format).read_many(file, limits))


@final
@frozen
class RefusedPart:
    """One part of a file that could not be read.

    Args:
        number: Its place, from 1: in JSON Lines the number of its line.
        findings: Everything that is wrong with it.

    >>> RefusedPart(number=3, findings=()).number
    3
    """

    number: int
    findings: tuple[Finding, ...]


@final
class Reading:
    """A file of many products being read: what is received comes one by one, what is refused is kept aside.

    Iterate it once. Memory stays constant: all refused parts are counted, and the first 1,000 are kept with their
    findings. :meth:`outcomes` gives each part with its number, whatever became of it.

    >>> from io import BytesIO
    >>> reading = read_many(BytesIO(b"not JSON"))
    >>> list(reading), reading.kept_aside
    ([], (RefusedPart(number=1, findings=(<Finding DOCUMENT-SYNTAX error at />,)),))
    """

    #: How many refused parts are kept with their findings.
    KEPT: ClassVar[int] = 1000

    __slots__ = ("_aside", "_count", "_outcomes", "_refused")

    def __init__(self, outcomes: Iterator[Outcome[Received[Product]]]) -> None:
        self._outcomes = outcomes
        self._aside: list[RefusedPart] = []
        self._count = self._refused = 0

    @property
    def count(self) -> int:
        """How many parts were read so far, refused ones included."""
        return self._count

    @property
    def refused(self) -> int:
        """How many of them were refused."""
        return self._refused

    @property
    def kept_aside(self) -> tuple[RefusedPart, ...]:
        """The parts refused so far, the first 1,000 of them."""
        return tuple(self._aside)

    def outcomes(self) -> Iterator[tuple[int, Outcome[Received[Product]]]]:
        """Each part that is left, with its number."""
        for outcome in self._outcomes:
            self._count += 1
            if outcome.value is None or not outcome.ok:
                self._refused += 1
                if len(self._aside) < self.KEPT:
                    self._aside.append(RefusedPart(self._count, outcome.findings))
            yield self._count, outcome

    def __iter__(self) -> Iterator[Received[Product]]:
        for _, outcome in self.outcomes():
            if outcome.value is not None and outcome.ok:
                yield outcome.value

    def __repr__(self) -> str:
        return f"<Reading {self._count} read, {self._refused} refused>"
