"""A record: a frozen class whose constructor checks every member, all at once, and then its own rules."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar, cast, dataclass_transform, overload

import attrs

from smir.findings import Invalid, errors_among
from smir.structure.check import own_rules, shallow
from smir.structure.extras import NO_EXTRAS, Extras
from smir.structure.shape import once, taker
from smir.structure.show import show, show_html

C = TypeVar("C", bound=type)
R = TypeVar("R")


@overload
@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(attrs.field,))
def record(cls: C, /) -> C: ...
@overload
@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(attrs.field,))
def record(*, tag: str | None = None) -> Callable[[C], C]: ...
def record(cls: C | None = None, /, *, tag: str | None = None) -> C | Callable[[C], C]:
    """Make a class a record: what a document is built of.

    A record is frozen, slotted and made with keywords only. Its constructor refuses a member of the wrong type and
    whatever breaks the class's own ``rules()``, with all findings in one :class:`smir.Invalid`. The checks do not use
    attrs validators, which a whole process can switch off. Freezing guards against mistakes, not against hostile code
    in the same process.

    Members may be: ``str``, ``int``, ``bool``, enumerations with text values, literal texts,
    :class:`~smir.values.Written` values, :class:`smir.Text`, other records, tuples of these, and alternatives of
    tagged records with at most one other type. A default of ``None`` or ``()`` means that the member may be absent
    from a document; any other default is always written.

    Args:
        tag: What documents write in the member ``type``, so that alternatives can be told apart.

    Raises:
        smir.Invalid: From the constructor of the class: ``MEMBER-…`` and the codes of its rules.

    >>> @record(tag="seal")
    ... class Seal:
    ...     number: str
    ...     intact: bool
    >>> Seal(number="SL-0001", intact=True)
    Seal(intact=True)
    """
    if cls is None:
        return cast("Callable[[C], C]", functools.partial(_make, tag=tag))
    return _make(cls, tag=tag)


def _make(cls: C, *, tag: str | None) -> C:
    if not any("extras" in vars(parent).get("__annotations__", {}) for parent in cls.__mro__):
        cls.__annotations__["extras"] = Extras
        cls.extras = attrs.field(default=NO_EXTRAS)  # type: ignore[attr-defined]
    cls.__smir_tag__ = tag  # type: ignore[attr-defined]
    made = attrs.define(cls, frozen=True, slots=True, kw_only=True, repr=False, eq=True, order=False)
    assign = made.__init__  # type: ignore[misc]

    @functools.wraps(assign)
    def construct(self: Any, **members: Any) -> None:
        assign(self, **members)
        findings = shallow(self) or own_rules(self)  # a rule may rely on the types
        if findings and errors_among(findings):
            raise Invalid(findings)

    made.__init__ = construct  # type: ignore[misc]
    made.__repr__ = show  # type: ignore[assignment]
    made._repr_html_ = show_html  # type: ignore[attr-defined]  # what notebooks ask for
    return made


def extras(made: Any) -> Extras:
    """The unknown members that a record kept from its document.

    >>> @record
    ... class Note:
    ...     text: str
    >>> extras(Note(text="seen"))
    <Extras 0 unknown members>
    """
    return cast("Extras", made.extras)


def evolve(made: R, **changes: Any) -> R:
    """A new record that differs in some members, checked like any other.

    Args:
        made: The record to begin from; it stays as it is.
        changes: The members that differ.

    Raises:
        smir.Invalid: ``MEMBER-…`` for what is changed, and the codes of the class's rules.
        TypeError: For a name that is no member.

    >>> @record
    ... class Seal:
    ...     number: str
    ...     intact: bool
    >>> evolve(Seal(number="SL-0001", intact=True), intact=False)
    Seal(intact=False)
    """
    names, take, puts = _slots(type(made))
    if not changes.keys() <= names.keys():
        raise TypeError(f"{type(made).__name__} has no such member: {', '.join(sorted(changes.keys() - names.keys()))}")
    if not isinstance(changes.get("extras", NO_EXTRAS), Extras):
        raise TypeError("extras are Extras")
    new: Any = object.__new__(type(made))
    for put, name, value in zip(puts, names, take(made), strict=True):
        put(new, changes.get(name, value))
    findings = shallow(new, changes) or own_rules(new)  # what is not changed was checked when it was made
    if findings and errors_among(findings):
        raise Invalid(findings)
    return cast("R", new)


@once
def _slots(cls: type) -> tuple[dict[str, None], Callable[[Any], tuple[Any, ...]], tuple[Callable[..., None], ...]]:
    """The names of a record's members, how to fetch them in one go, and how to fill each in a new one."""
    names = dict.fromkeys(attribute.name for attribute in attrs.fields(cast("Any", cls)))
    return names, taker(names), tuple(getattr(cls, name).__set__ for name in names)
