"""Ordinary files: read to a limit and no further, and written whole or not at all."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import BinaryIO

_CHUNK = 2**16


class NotOrdinary(OSError):
    """What stands at a path is a folder, a pipe or a device, which could keep a reader waiting for ever."""


def ordinary_file(path: Path) -> BinaryIO:
    """An ordinary file open for bytes.

    Raises:
        NotOrdinary: For a folder, a pipe or a device.
        OSError: For what cannot be opened, whatever the reason.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise NotOrdinary
        return path.open("rb")
    except ValueError:  # a name that no file can have
        pass
    raise OSError


def ordinary_bytes(path: Path, limit: int) -> bytes:
    """The bytes of an ordinary file: one more than the limit at most, by which its reader knows that it is too large.

    Raises:
        NotOrdinary: For a folder, a pipe or a device.
        OSError: For what cannot be read, whatever the reason.

    >>> ordinary_bytes(Path("."), 10)
    Traceback (most recent call last):
    ...
    smir.structure.ordinary.NotOrdinary
    """
    most, data = limit + 1, bytearray()
    with ordinary_file(path) as file:
        while len(data) < most and (more := file.read(min(most - len(data), _CHUNK))):
            data += more
    return bytes(data)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; one that is there is replaced.

    Raises:
        OSError: For what cannot be written, whatever the reason; then nothing is left behind.
    """
    try:
        draft = path.with_name(f"{path.name}.part")
        try:
            draft.write_bytes(data)
            draft.replace(path)
        except OSError:
            draft.unlink(missing_ok=True)
            raise
        return
    except ValueError:  # a name that no file can have
        pass
    raise OSError
