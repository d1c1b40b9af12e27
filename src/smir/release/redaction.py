"""Redaction: a product as one recipient may see it, rebuilt by walking the types of everything in it.

Because the types say what is personal, a new kind of product or a national record is covered the day it is written.
What refers to something withheld is pruned, and a text that repeats a withheld value is withheld too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any, cast

from attrs import frozen

from smir.criteria import Criterion
from smir.entities import Provenance, ReferenceMark
from smir.findings import Code, Finding
from smir.grading import Grade
from smir.handling import (
    Audience,
    Caveat,
    DataCategory,
    DataSubject,
    Handling,
    Marking,
    PersonalData,
    Withheld,
    WithheldReason,
)
from smir.products import Product
from smir.release.caveats import barred_by
from smir.release.decision import Request, Withholding
from smir.release.needs import Datum
from smir.release.policy import Policy
from smir.release.repetition import Repetitions
from smir.structure import evolve, extras
from smir.structure.extras import NO_EXTRAS
from smir.structure.shape import Alternatives, Sequence, Shape, bare, is_record, marks_on, shape
from smir.values import Id, Text

#: Members that name someone or lead to someone: each of their words counts, and so do they in another order.
NAMING = frozenset(
    {
        "name",
        "family_name",
        "given_names",
        "birth_name",
        "native_name",
        "former_names",
        "aliases",
        "trading_names",
    }
)

RELEASE_REPEATS = Code(
    "RELEASE-REPEATS",
    en="This text repeats a value that must be withheld, and it cannot be left out. Rewrite it without the value.",
    fr="Ce texte répète une valeur qui doit être occultée et ne peut être omis. Récrivez-le sans cette valeur.",
)


@frozen
class Redacted:
    """What redaction makes: the product for one recipient, what was left out, and what stands in the way."""

    product: Product
    withheld: tuple[Withholding, ...]
    obstacles: tuple[Finding, ...]


def redact(request: Request, policy: Policy) -> Redacted:
    """The product of a request as its recipient may see it under a policy."""
    redaction = _Redaction(request, policy)
    product = redaction.withhold(_under(request))
    product = redaction.prune(product)
    product = redaction.silence(product)
    return Redacted(product, _outermost(redaction.withheld), tuple(redaction.obstacles))


def _outermost(withheld: list[Withholding]) -> tuple[Withholding, ...]:
    """What was left out, without what stood inside something that was left out whole, and each place once."""
    places = {one.path for one in withheld if one.category is not DataCategory.UNKNOWN}
    kept: dict[tuple[str, DataCategory], Withholding] = {}
    for one in withheld:
        steps = one.path.split("/")
        if not any("/".join(steps[:length]) in places for length in range(2, len(steps))):
            kept[one.path, one.category] = one
    return tuple(kept.values())


def _under(request: Request) -> Product:
    """The product under the handling code of this release, which its recipient must keep."""
    grade = request.product.grade
    if request.handling == grade.handling:
        return request.product
    return evolve(request.product, grade=evolve(grade, handling=request.handling))


class _Redaction:
    def __init__(self, request: Request, policy: Policy) -> None:
        self.request, self.policy = request, policy
        self.audience = request.audience
        self.withheld: list[Withholding] = []
        self.obstacles: list[Finding] = []
        self.hidden: set[Id] = set()
        self.repetitions = Repetitions()

    def leave_out(self, path: str, category: DataCategory, reason: WithheldReason) -> Withheld:
        """Put the mark of a withheld value in its place and remember where."""
        self.withheld.append(Withholding(path=path, category=category, reason=reason))
        return Withheld(category=category, reason=reason)

    # --- what the recipient may not see

    def withhold(self, product: Product) -> Product:
        return cast("Product", self._without_personal(product, "", None))

    def _without_personal(self, made: Any, path: str, subject: DataSubject | None) -> Any:
        subject = _subject_of(made) or subject
        described = shape(type(made))
        barred = self._barred_by_provenance(made)
        changes: dict[str, Any] = {}
        for member in described.members:
            value = getattr(made, member.name)
            if value is None or value == ():
                continue
            place = f"{path}/{member.name}"
            if member.name in barred and not member.required:
                self._remember(value)
                self.leave_out(place, DataCategory.ITEM, WithheldReason.HANDLING)
                changes[member.name] = None if member.nullable else ()
                continue
            if member.name == "provenance" and barred:
                value = changes["provenance"] = tuple(entry for entry in value if entry.member not in barred)
            datum = Datum(described.tag or "", member.name, DataCategory.PERSONAL, subject)
            kept = self._member(member.shape, value, place, datum, subject)
            if kept is not value:
                changes[member.name] = kept
        if extras(made) and self.audience is not Audience.ORIGINATING_AGENCY:
            changes["extras"] = NO_EXTRAS
            self.withheld.append(Withholding(path=path, category=DataCategory.UNKNOWN, reason=WithheldReason.UNKNOWN))
        return evolve(made, **changes) if changes else made

    def _member(self, described: Shape, value: Any, path: str, datum: Datum, subject: DataSubject | None) -> Any:
        if isinstance(value, Withheld):
            return self._bare(value, path)
        for mark in marks_on(described, value):
            if isinstance(mark, PersonalData):
                datum = Datum(datum.record, datum.member, mark.category, datum.subject)
                if not self.policy.needs(self.request, datum):
                    self._remember(value, naming=datum.member in NAMING)
                    return self.leave_out(path, mark.category, self._reason())
        if isinstance(value, tuple) and isinstance(item := bare(described), Sequence):
            return self._each(
                value, lambda index, part: self._member(item.item, part, f"{path}/{index}", datum, subject)
            )
        if isinstance(value, Criterion) and value.is_personal:
            datum = Datum(datum.record, datum.member, DataCategory.CRITERION, None)
            if not self.policy.needs(self.request, datum):
                for literal in value.personal_literals:
                    self.repetitions.add(str(literal))
                return self.leave_out(path, DataCategory.CRITERION, self._reason())
        if is_record(type(value)):
            return self._record(described, value, path, subject)
        return value

    def _bare(self, withheld: Withheld, path: str) -> Withheld:
        """A value withheld by someone before, without members that this version does not know."""
        if not extras(withheld) or self.audience is Audience.ORIGINATING_AGENCY:
            return withheld
        self.withheld.append(Withholding(path=path, category=DataCategory.UNKNOWN, reason=WithheldReason.UNKNOWN))
        return evolve(withheld, extras=NO_EXTRAS)

    def _record(self, described: Shape, made: Any, path: str, subject: DataSubject | None) -> Any:
        if _admits_withheld(described):
            barred = self._barred_by_provenance(made)
            needed = {member.name for member in shape(type(made)).members if member.required} | {""}
            if not self._allowed(made) or not barred.isdisjoint(needed):
                self._hide(made)
                for text in _said(made):
                    self.repetitions.add_whole(text)
                return self.leave_out(path, DataCategory.ITEM, WithheldReason.HANDLING)
            before = len(self.withheld)
            kept = self._without_personal(made, path, subject)
            if _subject_of(made) is not None and len(self.withheld) > before and not any(_personal_values(kept)):
                self._hide(made)
                return self.leave_out(path, DataCategory.PERSONAL, self._reason())
            return kept
        return self._without_personal(made, path, subject)

    def _allowed(self, made: Any) -> bool:
        """Whether a part with a grade or a handling code of its own may go along."""
        marking = getattr(made, "marking", None)
        if isinstance(marking, Marking) and any(barred_by(marking, self.request)):
            return False
        handling = _own_handling(made)
        return handling is None or self.policy.allows(self.request, handling)

    def _barred_by_provenance(self, made: Any) -> set[str]:
        """Members whose own provenance is graded too narrowly for the recipient; ``""`` is the whole record."""
        entries = getattr(made, "provenance", ())
        if not isinstance(entries, tuple):
            entries = (entries,)
        return {entry.member for entry in entries if isinstance(entry, Provenance) and not self._allowed(entry)}

    def _reason(self) -> WithheldReason:
        beyond = (Audience.HOME_OTHER, Audience.FOREIGN_OTHER)
        return WithheldReason.AUDIENCE if self.audience in beyond else WithheldReason.PURPOSE

    def _hide(self, made: Any) -> None:
        if isinstance(identity := getattr(made, "id", None), Id):
            self.hidden.add(identity)
        for name, value in _personal_values(made):
            self._remember(value, naming=name in NAMING)

    def _remember(self, value: Any, *, naming: bool = False) -> None:
        for text in _texts(value):
            self.repetitions.add(text, naming=naming)

    @staticmethod
    def _each(values: tuple[Any, ...], change: Callable[[int, Any], Any]) -> tuple[Any, ...]:
        changed = tuple(change(index, value) for index, value in enumerate(values))
        return changed if any(new is not old for new, old in zip(changed, values, strict=True)) else values

    # --- references to what was withheld

    def prune(self, product: Product) -> Product:
        known = -1
        while known != len(self.hidden):  # a pruned link may itself be referred to
            known = len(self.hidden)
            if self.hidden:
                product = self._pruned(product, "")
        return product

    def _pruned(self, made: Any, path: str) -> Any:
        changes: dict[str, Any] = {}
        for member in shape(type(made)).members:
            value = getattr(made, member.name)
            place = f"{path}/{member.name}"
            kept: Any
            if isinstance(value, tuple) and isinstance(described := bare(member.shape), Sequence):
                kept = self._pruned_list(described.item, value, place)
            elif is_record(type(value)):
                kept = self._pruned_record(member.shape, value, place)
            elif self._refers(member.shape, value) and _admits_withheld(member.shape):
                kept = self.leave_out(place, DataCategory.ITEM, WithheldReason.REFERENCE)
            elif self._refers(member.shape, value) and not member.required:
                kept = None
            else:
                continue
            if kept is not value:
                changes[member.name] = kept
        return evolve(made, **changes) if changes else made

    def _pruned_list(self, item: Shape, values: tuple[Any, ...], path: str) -> tuple[Any, ...]:
        kept = tuple(value for value in values if not self._refers(item, value))
        if len(kept) < len(values):
            return kept
        return self._each(
            values,
            lambda index, value: (
                self._pruned_record(item, value, f"{path}/{index}") if is_record(type(value)) else value
            ),
        )

    def _pruned_record(self, described: Shape, made: Any, path: str) -> Any:
        if _admits_withheld(described) and any(
            member.required and self._refers(member.shape, getattr(made, member.name))
            for member in shape(type(made)).members
        ):
            self._hide(made)
            return self.leave_out(path, DataCategory.ITEM, WithheldReason.REFERENCE)
        return self._pruned(made, path)

    def _refers(self, described: Shape, value: Any) -> bool:
        return value in self.hidden and any(isinstance(mark, ReferenceMark) for mark in marks_on(described, value))

    # --- texts that repeat what was withheld

    def silence(self, product: Product) -> Product:
        return cast("Product", self._silenced(product, "")) if self.repetitions else product

    def _silenced(self, made: Any, path: str) -> Any:
        changes: dict[str, Any] = {}
        for member in shape(type(made)).members:
            value = getattr(made, member.name)
            if value is None or value == ():
                continue
            kept = self._silent(member.shape, value, f"{path}/{member.name}", member.nullable)
            if kept is not value:
                changes[member.name] = kept
        return evolve(made, **changes) if changes else made

    def _silent(self, described: Shape, value: Any, path: str, nullable: bool) -> Any:
        if isinstance(value, tuple) and isinstance(item := bare(described), Sequence):
            return self._each(
                value, lambda index, part: self._silent(item.item, part, f"{path}/{index}", nullable=False)
            )
        if isinstance(value, Handling | Caveat):
            # Conditions bind the recipient, so it must be able to read them: they stop the release instead.
            if self.repetitions.found_in(_texts(value)):
                self.obstacles.append(RELEASE_REPEATS.at(path))
            return value
        if is_record(type(value)):
            return self._silenced(value, path)
        if not isinstance(value, str | Text | Criterion) or not self.repetitions.found_in(_texts(value)):
            return value
        if _admits_withheld(described):
            category = DataCategory.CRITERION if isinstance(value, Criterion) else DataCategory.PERSONAL
            return self.leave_out(path, category, WithheldReason.REFERENCE)
        if nullable:
            self.leave_out(path, DataCategory.PERSONAL, WithheldReason.REFERENCE)
            return None
        self.obstacles.append(RELEASE_REPEATS.at(path))
        return value


def _subject_of(made: Any) -> DataSubject | None:
    """What the person is to the case whom a record is about, whatever the member that says so is called."""
    values = (getattr(made, member.name) for member in shape(type(made)).members)
    return next((value for value in values if isinstance(value, DataSubject)), None)


def _admits_withheld(described: Shape) -> bool:
    inner = bare(described)
    return isinstance(inner, Alternatives) and any(nested.type is Withheld for nested in inner.records)


def _own_handling(made: Any) -> Handling | None:
    grade, handling = getattr(made, "grade", None), getattr(made, "handling", None)
    if isinstance(grade, Grade):
        return grade.handling
    return handling if isinstance(handling, Handling) else None


def _personal_values(made: Any) -> Iterator[tuple[str, Any]]:
    """The values under a mark of personal data in a record and all records inside it, with their members' names."""
    for member in shape(type(made)).members:
        yield from _marked(member.shape, getattr(made, member.name), member.name)


def _marked(described: Shape, value: Any, name: str) -> Iterator[tuple[str, Any]]:
    if value is None or isinstance(value, Withheld):
        return
    if any(isinstance(mark, PersonalData) for mark in marks_on(described, value)):
        yield name, value
    elif isinstance(value, tuple) and isinstance(item := bare(described), Sequence):
        for part in value:
            yield from _marked(item.item, part, name)
    elif is_record(type(value)):
        yield from _personal_values(value)


#: Members that a machine reads; they say nothing of what was withheld.
_MACHINE = frozenset({"id", "media_type", "sha256"})


def _said(made: Any) -> Iterator[str]:
    """What a record that is withheld as a whole says to a reader."""
    for member in shape(type(made)).members:
        value = getattr(made, member.name)
        refers = any(isinstance(mark, ReferenceMark) for mark in marks_on(member.shape, value))
        if member.name not in _MACHINE and not refers:
            yield from _texts(value)


def _texts(value: Any) -> Iterator[str]:
    """The texts that a value shows to a reader; codes of an enumeration are not among them."""
    if isinstance(value, Text):
        yield from (text for _, text in value.items())
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif is_record(type(value)):
        for member in shape(type(value)).members:
            yield from _texts(getattr(value, member.name))
    elif value is not None and not isinstance(value, Enum | bool | int):
        yield str(value)
