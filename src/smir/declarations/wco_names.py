"""The local names of a message of the WCO Data Model, and the elements of other namespaces that are none of its own."""

from __future__ import annotations

from typing import final


@final
class Names(dict[str, str]):
    """The local name of each tag; the empty text for the tag of a foreign namespace, which no element of ours has.

    A tag is looked at once for a declaration. It is one of ours where it has no namespace, that of the declaration
    itself, or one of those that are read.

    Args:
        namespaces: Beginnings of the namespaces that are read.
        root: Tag of the declaration.

    >>> names = Names(("urn:wco:datamodel:",), "{urn:wco:datamodel:WCO:DEC:1}Declaration")
    >>> names["{urn:wco:datamodel:WCO:DEC:1}TypeCode"], names["TypeCode"], names["{urn:another}TypeCode"]
    ('TypeCode', 'TypeCode', '')
    """

    __slots__ = ("_namespaces", "_own")

    def __init__(self, namespaces: tuple[str, ...], root: str) -> None:
        super().__init__()
        self._namespaces = namespaces
        self._own = root.rpartition("}")[0]

    def __missing__(self, tag: str) -> str:
        """Look at a tag that was not met before."""
        namespace, _, local = tag.rpartition("}")
        is_ours = not namespace or namespace == self._own or namespace[1:].startswith(self._namespaces)
        self[tag] = name = local if is_ours else ""
        return name
