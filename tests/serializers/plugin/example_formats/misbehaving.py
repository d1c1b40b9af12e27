"""Formats that break the agreement, each in one way."""

from __future__ import annotations

import sys
from typing import Any

from smir.findings import Outcome, Words
from smir.serializers import Capabilities, JsonFormat
from smir.structure.document import dumps


def able(name: str, **more: Any) -> Capabilities:
    """The capabilities of a format that is like JSON."""
    return Capabilities(
        smir_api=1,
        name=name,
        format_version="1",
        media_type="application/x-odd",
        suffix=f".{name}",
        description=Words("An odd format", "Un format singulier"),
        writes=True,
        **{"reads": True, **more},
    )


class Odd:
    """Like JSON, until a method is replaced."""

    def __init__(self, name: str, **more: Any) -> None:
        self.capabilities = able(name, **more)

    def write(self, released: Any, /) -> bytes:
        return JsonFormat().write(released)

    def read(self, data: bytes, /, limits: Any) -> Any:
        return JsonFormat().read(data, limits)


class Text(Odd):
    """Gives a text for bytes, and a product for an outcome."""

    def write(self, released: Any, /) -> Any:
        return super().write(released).decode()

    def read(self, data: bytes, /, limits: Any) -> Any:
        return super().read(data, limits).value


class Quotes(Odd):
    """Raises an error whose text holds what it was given."""

    def write(self, released: Any, /) -> bytes:
        try:
            int(dumps(released.product))
        except ValueError as error:
            raise ValueError(f"cannot write {dumps(released.product)!r}") from error
        return b""

    def read(self, data: bytes, /, limits: Any) -> Any:
        raise ValueError(f"cannot read {data!r}")

    def detects(self, data: bytes, /) -> bool:
        raise ValueError(f"cannot look at {data!r}")


class Leaves(Odd):
    """Ends the process, if it may."""

    def write(self, released: Any, /) -> bytes:
        sys.exit("canary-exit-77aa")


class Caches(Odd):
    """Writes once, and gives the same to everyone after."""

    def __init__(self, name: str) -> None:
        super().__init__(name, lossless=True)
        self.kept: bytes | None = None

    def write(self, released: Any, /) -> bytes:
        self.kept = self.kept or super().write(released)
        return self.kept


class Meddles(Odd):
    """Changes what it is handed."""

    def write(self, released: Any, /) -> bytes:
        data = super().write(released)
        object.__setattr__(released.product, "version", 99)
        return data


class Mute(Odd):
    """Says that it reads and has no method for it."""

    read = None  # type: ignore[assignment]


class Careless(Odd):
    """Streams, with an answer of the wrong kind, then an error with a value in it."""

    def write_many(self, released: Any, file: Any, /) -> int:
        return sum(file.write(self.write(one) + b"\n") > 0 for one in released)

    def read_many(self, file: Any, /, limits: Any) -> Any:
        yield self.read(file.readline().strip(), limits)
        yield "canary-part-31bd"
        yield Outcome(None, ("canary-finding-31bd",))  # type: ignore[arg-type]
        yield None
        raise ValueError("canary-stream-31bd")


TEXT = Text("text")
QUOTES = Quotes("quotes")
LEAVES = Leaves("leaves")
CACHES = Caches("caches")
MEDDLES = Meddles("meddles")
MUTE = Mute("mute")
MISNAMED = Odd("another-name")
CARELESS = Careless("careless", streams=True)
