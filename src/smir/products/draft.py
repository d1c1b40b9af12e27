"""A product being written: it may lack what is not known yet, and becomes a product when all is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any, Generic, Self, TypeVar, cast

import attrs

from smir.findings import Code, Finding, Invalid
from smir.products.product import Product
from smir.structure.codes import MEMBER_MISSING
from smir.structure.shape import shape

DRAFT_CLASS = Code(
    "DRAFT-CLASS",
    en="A draft is of a class of product: Draft(Alert, …).",
    fr="Un projet est d’une classe de produit\u00a0: Draft(Alert, …).",
)
DRAFT_MEMBER = Code(
    "DRAFT-MEMBER",
    en="The product has no such member. Nearest members: {nearest}.",
    fr="Le produit n’a pas ce membre. Membres les plus proches\u00a0: {nearest}.",
)

P = TypeVar("P", bound=Product)


class Draft(Generic[P]):
    """A product while it is written. It changes in place, checks nothing but names, and is never released.

    Args:
        cls: The class of product it will be.
        members: What is known already.

    Raises:
        smir.Invalid: ``DRAFT-CLASS``, ``DRAFT-MEMBER``.

    >>> from smir.grading import Grade
    >>> from smir.products import Alert, Level
    >>> from smir.values import Text
    >>> draft = Draft(Alert, title=Text(en="Cocaine in frozen fruit pulp"))
    >>> draft.set(level=Level.TACTICAL).missing()
    (<Finding MEMBER-MISSING error at /grade>,)
    >>> draft.set(grade=Grade.parse("B21")).freeze().kind.value
    'ALERT'
    """

    __slots__ = ("_cls", "_members")

    def __init__(self, cls: type[P], /, **members: Any) -> None:
        if not (isinstance(cls, type) and issubclass(cls, Product)):
            raise Invalid((DRAFT_CLASS.at(),))
        self._cls = cls
        self._members: dict[str, Any] = {}
        self.set(**members)

    @classmethod
    def of(cls, product: P) -> Draft[P]:
        """A draft that starts from a product, to be changed at leisure; unknown members come along."""
        draft = cls(type(product))
        names = [*(member.name for member in shape(type(product)).members), "extras"]
        draft._members.update({name: getattr(product, name) for name in names})
        return draft

    @property
    def members(self) -> Mapping[str, Any]:
        """What is there so far, by name; to be read only."""
        return MappingProxyType(self._members)

    def set(self, **members: Any) -> Self:
        """Write members, over what was there; ``None`` takes one out. Gives the draft back.

        Raises:
            smir.Invalid: ``DRAFT-MEMBER``; then nothing was written.
        """
        known = [member.name for member in shape(self._cls).members]
        unknown = [name for name in members if name not in known]
        if unknown:
            raise Invalid(_unknown(name, known) for name in unknown)
        for name, value in members.items():
            if value is None:
                self._members.pop(name, None)
            else:
                self._members[name] = value
        return self

    def missing(self) -> tuple[Finding, ...]:
        """A finding for each member that a product of this class cannot be without and that is not there."""
        return tuple(MEMBER_MISSING.at(f"/{name}", name=name) for name in self._absent())

    def freeze(self) -> P:
        """The product.

        Raises:
            smir.Invalid: What is missing and what has the wrong type; where nothing of that stands in the way, whatever
                breaks a rule.
        """
        absent = self._absent()
        make = cast("Callable[..., P]", self._cls)
        try:
            return make(**dict.fromkeys(absent), **self._members)
        except Invalid as invalid:
            others = [finding for finding in invalid.findings if finding.path[1:] not in absent]
            raise Invalid((*self.missing(), *others)) from None

    def _absent(self) -> tuple[str, ...]:
        return tuple(
            attribute.name
            for attribute in attrs.fields(cast("Any", self._cls))
            if attribute.default is attrs.NOTHING and attribute.name not in self._members
        )

    def __repr__(self) -> str:
        return f"<Draft {self._cls.__name__}: {len(self._members)} members, {len(self._absent())} missing>"


def _unknown(name: str, known: list[str]) -> Finding:
    nearest = get_close_matches(name, known, n=3, cutoff=0.5) or sorted(known)
    return DRAFT_MEMBER.at("", nearest=", ".join(nearest))
