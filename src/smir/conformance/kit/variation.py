"""Variations of full products, drawn by Hypothesis: members left out, texts made odd; they shrink to almost nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from smir.conformance.kit.planting import Planter
from smir.conformance.kit.releasing import Planted
from smir.findings import Invalid, Refused
from smir.release import Released
from smir.structure import evolve
from smir.structure.shape import Member, is_record, shape
from smir.values import Text

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

    from smir.products import Product

#: Texts that writers of formats stumble over.
ODD = (
    " leading and trailing ",
    "two\nlines",
    "quote \" and apostrophe ' and backslash \\",
    "<tag attribute='x'>&amp;</tag>]]>",
    "comma, semicolon; tab\tpipe |",
    "=1+1",
    "0811.90",
    "null",
    "true",
    "1e400",
    "é e\u0301 ﬁ Ａ",
    "\u202eright to left\u202c",
    "zero\u200bwidth",
    "\U0001f6a2\U00020bb7",
    "line\u2028separator",
    "{{template}} ${shell} %s {0}",
)


def planted(kinds: tuple[type[Product], ...], *, odd: bool = False) -> SearchStrategy[Planted]:
    """Products of some kinds with parts of their members.

    Args:
        kinds: The kinds of product.
        odd: Whether texts are replaced by odd ones; the planted words are then no longer all there.
    """
    from hypothesis import strategies as st

    from smir.conformance.values import texts

    @st.composite
    def draw_one(draw: DrawFn) -> Planted:
        planter = Planter(draw(st.integers(1, 2**32)))
        product = _thinned(draw, planter.product(draw(st.sampled_from(kinds))), 0)
        if odd:
            said = draw(st.lists(st.sampled_from(ODD) | texts(), min_size=1, max_size=4))
            other = Planted(respelled(product, said), tuple(planter.words))
            if _can_be_released(other):
                return other
        return Planted(product, tuple(planter.words))

    return draw_one()


def _can_be_released(one: Planted) -> bool:
    """Whether all recipients may have it: an odd text may repeat a withheld value where it cannot be left out."""
    try:
        return all(type(released) is Released for released in (one.to_itself, one.to_partner, one.to_carrier))
    except Refused:
        return False


def _thinned(draw: DrawFn, made: Any, depth: int) -> Any:
    """A record with some of its optional members, and of its parts the same, two levels down."""
    from hypothesis import strategies as st

    members = shape(type(made)).members
    optional = [member.name for member in members if _may_go(member)]
    kept = {name for name in optional if draw(st.booleans())}
    changes: dict[str, Any] = {}
    for member in members:
        value = getattr(made, member.name)
        if _may_go(member) and member.name not in kept:
            changes[member.name] = None if member.nullable else ()
        elif depth < 1 and isinstance(value, tuple) and value and all(is_record(type(one)) for one in value):
            changes[member.name] = tuple(_thinned(draw, one, depth + 1) for one in value if draw(st.booleans()))
    return _or_as_it_was(made, changes)


def _may_go(member: Member) -> bool:
    return not member.required and member.name not in {"urn", "created_at", "originator", "valid"}


def respelled(made: Any, odd: Sequence[str]) -> Any:
    """A record whose texts are replaced by others, wherever its rules allow."""
    for member in shape(type(made)).members:
        if member.name in {"originator", "grade", "handling"}:  # they decide who may have it
            continue
        value = getattr(made, member.name)
        changed = _respelled_value(value, odd)
        if changed is not value:
            made = _or_as_it_was(made, {member.name: changed})
    return made


def _respelled_value(value: Any, odd: Sequence[str]) -> Any:
    if is_record(type(value)):
        return respelled(value, odd)
    if isinstance(value, tuple):
        return tuple(_respelled_value(one, odd) for one in value)
    if isinstance(value, Text):
        said = {tag: odd[sum(map(ord, text)) % len(odd)] for tag, text in value.items()}
        try:
            return Text(said)
        except Invalid:
            return value
    return odd[sum(map(ord, value)) % len(odd)] if type(value) is str else value


def _or_as_it_was(made: Any, changes: dict[str, Any]) -> Any:
    try:
        return evolve(made, **changes)
    except Invalid:
        return made
