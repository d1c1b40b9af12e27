"""How much of a document is read before it is refused."""

from __future__ import annotations

from attrs import frozen


@frozen
class Limits:
    """Bounds on one document.

    Args:
        size: Largest number of bytes.
        depth: Deepest nesting of objects and lists.

    >>> Limits().depth
    64
    """

    size: int = 16 * 1024 * 1024
    depth: int = 64


DEFAULT_LIMITS = Limits()
