"""What was made to hurt a reader or a constructor is refused with a finding of ours."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.findings import Invalid
from smir.structure import Extras, evolve, extras
from smir.structure.extras import NO_EXTRAS
from smir.structure.plain import parse
from smir.structure.strict import from_plain
from tests.structure.sample import Box

PROGRAM = """
from smir.structure.plain import parse
from smir.findings import Invalid
try:
    parse(b"{" * 65 + b'"' + b'\\\\\\\\"' * 2_000_000)
except Invalid as refused:
    print(refused.findings[0].code)
"""


def test_a_text_that_is_not_closed_is_looked_at_once() -> None:
    """Six megabytes; looked at again from every quote, they would take days."""
    run = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=True)
    assert run.stdout == "DOCUMENT-DEPTH\n"


@given(st.text(alphabet='[]{}"\\a', max_size=60))
def test_brackets_in_texts_are_no_depth(text: str) -> None:
    import json

    assert parse(json.dumps([text] * 70).encode()) == [text] * 70


class Unhashable(type):
    """Classes of this kind cannot be looked up."""

    def __hash__(cls) -> int:
        raise ZeroDivisionError

    def __eq__(cls, other: object) -> bool:
        raise ZeroDivisionError


class Odd(metaclass=Unhashable):
    """Such a class."""


def test_a_class_that_breaks_when_it_is_compared_is_of_the_wrong_type() -> None:
    odd: Any = Odd()
    with pytest.raises(Invalid) as refused:
        Box(weight=2, origin=odd, contents=(odd,))
    assert {finding.path for finding in refused.value.findings} == {"/origin", "/contents/0"}


@pytest.mark.parametrize("wrong", [None, {}, (("a", "1"),), "", Odd()])
def test_extras_are_extras(wrong: Any) -> None:
    members: dict[str, Any] = {"extras": wrong}
    with pytest.raises(Invalid) as refused:
        Box(weight=2, **members)
    assert [(finding.code, finding.path) for finding in refused.value.findings] == [("EXTRAS-FORM", "/extras")]


@pytest.mark.parametrize("name", ["weight", "type"])
def test_an_extra_never_has_the_name_of_a_member(name: str) -> None:
    kept: dict[str, Any] = {"extras": Extras.of({name: 5})}
    whole = Box(weight=2)
    for make in (lambda: Box(weight=2, **kept), lambda: evolve(whole, **kept)):
        with pytest.raises(Invalid) as refused:
            make()
        assert refused.value.findings[0].code == "EXTRAS-FORM"


@pytest.mark.parametrize(
    "members",
    [
        [],
        None,
        "a",
        (["a", "1"],),
        (("a",),),
        (("a", 1),),
        ((1, "1"),),
        (("a", "1 "),),
        (("a", "not"),),
        (("a", '{"b":1,"a":1}'),),
        (("a", '{"a":1,"a":1}'),),
        (("a", "NaN"),),
        (("a", "1.0"),),
        (("a", "9007199254740993"),),
        (("a", "9" * 5000),),
        (("a", "[" * 100_000),),
        (("a", '"\ud800"'),),
        (("\ud800", "1"),),
        (("b", "1"), ("a", "1")),
        (("a", "1"), ("a", "1")),
        ((Odd(), "1"),),
    ],
)
def test_pairs_that_are_no_members_are_refused(members: Any) -> None:
    with pytest.raises(Invalid) as refused:
        Extras(members)
    assert [finding.code for finding in refused.value.findings] == ["EXTRAS-FORM"]
    assert refused.value.__context__ is None


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), JSON, max_size=4))
def test_what_is_kept_of_plain_values_is_sound(members: dict[str, Any]) -> None:
    kept = Extras.of(members)
    assert Extras(kept.members) == kept
    assert kept.plain().keys() == members.keys()


def test_no_extras_are_made_at_no_cost() -> None:
    assert Extras() == NO_EXTRAS == extras(Box(weight=2))
    assert not NO_EXTRAS


def test_an_unknown_member_of_any_depth_is_a_finding() -> None:
    deep: Any = 1
    for _ in range(50_000):
        deep = {"a": deep}
    outcome = from_plain({"type": "box", "weight": 2, "colour": "red", "x": deep}, Box)
    assert [finding.code for finding in outcome.findings] == ["DOCUMENT-DEPTH"]
    while isinstance(deep, dict):  # let go level by level
        deep = deep["a"]
