"""The outline of an example: which members it has and how long it is, so that a failure can be shown without values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from smir.findings import Language, Words
from smir.release import Released
from smir.structure.shape import is_record, shape

#: How many places of an example are named.
_SHOWN = 12
#: What every issued product has.
_HEADER = frozenset({"urn", "created_at", "originator", "valid"})


@frozen
class Outline:
    """An example told by its make, never by its values.

    Args:
        what: What it is.
        places: JSON pointers to the members that it has.

    >>> Outline(Words("an alert", "une alerte"), ("/title", "/entities/0/name")).describe("fr")
    'une alerte avec /title, /entities/0/name'
    """

    what: Words
    places: tuple[str, ...] = ()

    def describe(self, language: Language = "en") -> str:
        """The outline in one line; of many places the first are named and the rest counted."""
        french = language == "fr"
        said = self.what.fr if french else self.what.en
        if not self.places:
            return said
        named = ", ".join(self.places[:_SHOWN])
        rest = len(self.places) - _SHOWN
        more = "" if rest <= 0 else f" … +{rest}"
        return f"{said} {'avec' if french else 'with'} {named}{more}"


def of_release(released: Released[Any]) -> Outline:
    """The outline of what was released."""
    kind, audience = released.product.kind, released.note.audience
    en = f"{kind.label('en')} for: {audience.label('en')},"
    fr = f"{kind.label('fr')} pour\u00a0: {audience.label('fr')},"
    return Outline(Words(en, fr), tuple(places(released.product)))


def places(value: Any, path: str = "") -> Iterator[str]:
    """The places of what a record holds beyond what every such record must have."""
    if isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from places(one, f"{path}/{index}")
        return
    told = False
    if is_record(type(value)):
        for member in shape(type(value)).members:
            held = getattr(value, member.name)
            if not member.required and held is not None and held != () and (path or member.name not in _HEADER):
                told = True
                yield from places(held, f"{path}/{member.name}")
    if path and not told:
        yield path
