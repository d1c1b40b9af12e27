"""The serial numbers of an office: each product it issues gets the next one of the year, and no number twice."""

from __future__ import annotations

import json
import os
import sys
import threading
from pathlib import Path
from typing import Protocol

from smir.findings import Code, Invalid

OFFICE_NUMBERING = Code(
    "OFFICE-NUMBERING",
    en="The office's file of serial numbers cannot be read or written. Restore it from its copy: numbers must not "
    "repeat.",
    fr="Le fichier des numéros du bureau est illisible ou ne peut être écrit. Restaurez-le\u00a0: un numéro ne doit "
    "pas se répéter.",
)


class Numbering(Protocol):
    """What gives the next serial number of a year."""

    def next(self, year: int, /) -> int:
        """The next number; never the same one twice for a year."""
        ...


class MemoryNumbering:
    """Serial numbers kept in this process: for trials, and for offices whose own system stores the numbers.

    Args:
        last: The last number already used, by year.

    >>> numbers = MemoryNumbering({2026: 41})
    >>> numbers.next(2026), numbers.next(2027)
    (42, 1)
    """

    def __init__(self, last: dict[int, int] | None = None) -> None:
        self._last = dict(last or {})
        self._lock = threading.Lock()

    def next(self, year: int, /) -> int:
        """The next number of the year."""
        with self._lock:
            self._last[year] = number = self._last.get(year, 0) + 1
        return number


class FileNumbering:
    """Serial numbers kept in a small file, safe between processes on one machine and after a crash.

    Args:
        path: A JSON file of year and last number; made on first use.

    Raises:
        smir.Invalid: ``OFFICE-NUMBERING``.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()

    def next(self, year: int, /) -> int:
        """The next number of the year, on disk before it is given out."""
        with self._lock:
            try:
                return self._next(str(year))
            except (OSError, ValueError, TypeError, AttributeError):
                raise Invalid([OFFICE_NUMBERING.at()]) from None

    def _next(self, year: str) -> int:
        with _Held(self._path.with_name(self._path.name + ".lock")):
            last: dict[str, int] = json.loads(self._path.read_text("utf-8")) if self._path.exists() else {}
            last[year] = number = last.get(year, 0) + 1
            draft = self._path.with_name(self._path.name + ".new")
            with draft.open("w", encoding="utf-8") as file:
                json.dump(last, file)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(self._path)
        return number


class _Held:
    """A lock file that one process at a time can hold."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        self._file = self._path.open("a+b")
        if sys.platform == "win32":
            import msvcrt

            self._file.seek(0)
            msvcrt.locking(self._file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(self._file.fileno(), fcntl.LOCK_EX)

    def __exit__(self, *_: object) -> None:
        self._file.close()  # closing lets go of the lock
