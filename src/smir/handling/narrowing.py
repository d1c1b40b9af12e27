"""Narrowing: handling set again at a dissemination may keep or narrow the handling on entry, never widen it."""

from __future__ import annotations

from smir.handling.audience import Audience
from smir.handling.handling import Handling
from smir.handling.need import Need
from smir.handling.permission import Permission, PermissionTable, permission
from smir.handling.withheld import Withheld
from smir.values import Text


def narrower_or_equal(one: Handling, bound: Handling, *, table: PermissionTable | None = None) -> bool:
    """Whether a handling lets nobody have the material whom the bound keeps it from, and asks no less of anyone.

    Every audience that the first allows must be allowed by the bound, with no fewer needs. Where the bound's conditions
    bind the audience, their lines must stand whole in the first's conditions, in every language: code cannot judge
    whether other words are as strict. Named recipients must be among those the bound names. Two handlings can be
    narrower or equal both ways, and two can be so neither way.

    >>> from smir.handling.scheme import HandlingScheme
    >>> free = Handling(scheme=HandlingScheme.MOPI, code="1")
    >>> inside = Handling(scheme=HandlingScheme.MOPI, code="4")
    >>> narrower_or_equal(inside, free), narrower_or_equal(free, inside)
    (True, False)
    """
    return all(_asks_no_less(one, bound, audience, table) for audience in Audience)


def _asks_no_less(one: Handling, bound: Handling, audience: Audience, table: PermissionTable | None) -> bool:
    given, limit = permission(one, audience, table=table), permission(bound, audience, table=table)
    if not _reaches(given, one):
        return True
    if not _reaches(limit, bound) or not set(limit.needs) <= set(given.needs):
        return False
    if Need.CONDITIONS in limit.needs and not _keeps(one.conditions, bound.conditions):
        return False
    return Need.NAMED_RECIPIENT not in limit.needs or set(one.recipients) <= set(bound.recipients)


def _reaches(given: Permission, handling: Handling) -> bool:
    """Whether the audience can get the material at all; where the conditions must name it, they do."""
    named = Need.CONDITIONS_NAME_AUDIENCE not in given.needs or given.audience in handling.named_audiences
    return given.allowed and named


def _keeps(own: Text | Withheld | None, bound: Text | Withheld | None) -> bool:
    """Whether conditions still say all that the bound's conditions say."""
    if bound is None or own == bound:
        return True
    if not isinstance(own, Text) or not isinstance(bound, Text):
        return False
    return all(f"\n{text}\n" in f"\n{own.get(language)}\n" for language, text in bound.items())
