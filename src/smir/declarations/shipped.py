"""Real declarations that come with the house, to try it on."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable


def samples() -> Traversable:
    """The directory of declarations that ships with the package; hand it to :func:`smir.declarations.read`.

    Imports, exports and amendments by sea, air and mail, and one document that is not well-formed. Their traders are
    invented by their publisher. ``NOTICE.txt`` in the directory names author, licence and origin.

    >>> any(file.name == "NOTICE.txt" for file in samples().iterdir())
    True
    """
    return files("smir.declarations") / "samples"
