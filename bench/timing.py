"""Times work in turns: ours, the peer's, ours again, so that a machine that drifts drifts for both."""

from __future__ import annotations

import gc
import time

from bench.row import Figure, Job, Work


def measure(group: str, work: Work) -> Figure:
    """The best of several interleaved timings of one piece of work."""
    ours, peer = [], []
    once(work, work.ours)
    if work.peer is not None:
        once(work, work.peer)
    for _ in range(work.rounds):
        ours.append(once(work, work.ours))
        if work.peer is not None:
            peer.append(once(work, work.peer))
    return Figure(group, work, min(ours), min(peer) if peer else None)


def once(work: Work, job: Job) -> float:
    """Seconds a thing, from one timing."""
    if work.timed:
        return float(job()) / work.units  # type: ignore[arg-type]
    enabled = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        start = time.perf_counter()
        for _ in range(work.calls):
            job()
        taken = time.perf_counter() - start
    finally:
        if enabled:
            gc.enable()
    return taken / work.calls / work.units


def calibration() -> Work:
    """The same small work for every table, pure Python: compare it before comparing two tables."""

    def work() -> int:
        total = 0
        for number in range(10_000):
            total += number * number % 7
        return total

    return Work("calibration: 10,000 steps of plain Python", work, calls=20)
