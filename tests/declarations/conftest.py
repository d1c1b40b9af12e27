"""A small declaration to start from, and the documents that hostile tests turn around."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from smir.declarations import Declaration, read_bytes, samples

#: A namespace of the WCO Data Model, as profiles use it.
WCO = "urn:wco:datamodel:WCO:DEC-DMS:2"


def wrap(inside: str, *, namespace: str = WCO) -> bytes:
    """A document around what stands in its ``Declaration``."""
    return f'<MetaData><Declaration xmlns="{namespace}">{inside}</Declaration></MetaData>'.encode()


@pytest.fixture(scope="session")
def declared() -> Callable[..., Declaration]:
    """Read what stands inside a ``Declaration`` element."""

    def read(inside: str) -> Declaration:
        return read_bytes(wrap(inside)).require()

    return read


@pytest.fixture(scope="session")
def wrapped() -> Callable[..., bytes]:
    """Put a document around what stands inside a ``Declaration`` element."""
    return wrap


@pytest.fixture(scope="session")
def sample_folder() -> Path:
    """The declarations that ship with the package."""
    folder = samples()
    assert isinstance(folder, Path)
    return folder
