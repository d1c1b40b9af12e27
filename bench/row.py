"""One figure of the bench: a piece of work, ours and a peer's, and the bar it must keep."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Job = Callable[[], object]


@dataclass(frozen=True)
class Work:
    """A piece of work to time.

    Args:
        name: What is done, for the table.
        ours: Does it with this library.
        peer: Does the same with the peer; ``None`` where the bar is an absolute figure.
        peer_name: Who the peer is, with its version.
        at_most: The largest allowed ratio of our time to the peer's.
        within: The longest allowed time of ours a unit, in seconds.
        calls: How often one timing repeats the work.
        units: How many things one call works through; figures are times a thing.
        timed: Whether ``ours`` and ``peer`` return the seconds they took, measured elsewhere (a subprocess).
        rounds: How many timings of each are taken in turn; the best counts.
    """

    name: str
    ours: Job
    peer: Job | None = None
    peer_name: str = "–"
    at_most: float | None = None
    within: float | None = None
    calls: int = 1
    units: int = 1
    timed: bool = False
    rounds: int = 7


@dataclass(frozen=True)
class Figure:
    """What was measured: seconds a thing, ours and the peer's."""

    group: str
    work: Work
    ours: float
    peer: float | None

    @property
    def ratio(self) -> float | None:
        """Our time over the peer's: under one is faster."""
        return None if self.peer is None else self.ours / self.peer

    @property
    def holds(self) -> bool | None:
        """Whether every bar is kept; ``None`` where there is none."""
        kept = []
        if self.work.at_most is not None and self.ratio is not None:
            kept.append(self.ratio <= self.work.at_most)
        if self.work.within is not None:
            kept.append(self.ours <= self.work.within)
        return all(kept) if kept else None

    @property
    def bar(self) -> str:
        """The bars, in words."""
        said = []
        if self.work.at_most is not None:
            said.append(f"≤ {self.work.at_most:g} ×")
        if self.work.within is not None:
            said.append(f"≤ {duration(self.work.within)}")
        return ", ".join(said) or "–"

    def plain(self) -> dict[str, object]:
        """The figure as plain JSON, times in seconds."""
        return {
            "group": self.group,
            "work": self.work.name,
            "ours": self.ours,
            "peer": self.peer,
            "peer_name": self.work.peer_name,
            "ratio": self.ratio,
            "bar": self.bar,
            "holds": self.holds,
        }


def duration(seconds: float) -> str:
    """A time with a unit that suits it."""
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds / 1e-9:.3g} ns"
