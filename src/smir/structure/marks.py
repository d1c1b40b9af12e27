"""What can be said of a member beside its type: a mark, carried in ``Annotated``."""

from __future__ import annotations


class Mark:
    """The parent of every mark on a member (``Annotated[str, SOME_MARK]``).

    Rooms above subclass it: personal data, special categories. Walkers of the types find the marks through
    :func:`smir.structure.shape`.
    """

    __slots__ = ()

    #: Whether values under this mark stay out of every repr.
    hides: bool = True
