"""Strictness of markings: which protects more, and what a whole inherits from its parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import final

from attrs import frozen

from smir.findings import Code, Finding, Invalid
from smir.handling.caveat import Caveat
from smir.handling.marking import MARKING_LEVEL, Marking
from smir.handling.marking_scheme import MarkingScheme, additions, levels
from smir.handling.table import cell, rows
from smir.handling.withheld import Withheld
from smir.structure import Extras, evolve, extras
from smir.values import Text

MARKING_SCHEMES = Code(
    "MARKING-SCHEMES",
    en="Markings of different schemes have no order: {schemes}. Give an equivalence table that covers both.",
    fr="Des mentions de systèmes différents n’ont pas d’ordre\u00a0: {schemes}. Fournissez une table d’équivalence qui "
    "couvre les deux.",
)
MARKING_EQUIVALENCE = Code(
    "MARKING-EQUIVALENCE",
    en="The equivalence table does not carry this marking of {scheme} over to {target}, with what stands beside it.",
    fr="La table d’équivalence ne reporte pas cette mention de {scheme} vers {target}, avec ce qui l’accompagne.",
)
MARKING_RAISE = Code(
    "MARKING-RAISE",
    en="A marking is raised to a higher level of its scheme, never lowered. Higher levels: {levels}.",
    fr="Une mention est relevée à un niveau supérieur de son système, jamais abaissée. Niveaux "
    "supérieurs\u00a0: {levels}.",
)
MARKING_FLOOR = Code(
    "MARKING-FLOOR",
    en="No floor in another scheme is known for markings of {scheme}; one is known for: {schemes}.",
    fr="Aucun plancher dans un autre système n’est connu pour les mentions de {scheme}\u202f; il en existe pour\u00a0: "
    "{schemes}.",
)


@final
@frozen
class Equivalence:
    """Which levels of other schemes an administration holds equal to levels of one scheme.

    Nothing is equivalent by itself: whoever compares across schemes chooses the table.

    Args:
        target: The scheme that the levels are carried over to.
        pairs: Scheme and level, and the level of the target that it equals.

    Raises:
        smir.Invalid: ``MARKING-LEVEL`` where a scheme has no such level.

    >>> Equivalence.of_old_french_markings().carry(Marking.parse("SECRET DÉFENSE")).level
    'SECRET UE/EU SECRET'
    """

    target: MarkingScheme
    pairs: tuple[tuple[MarkingScheme, str, str], ...]

    def __attrs_post_init__(self) -> None:
        findings = tuple(self._unknown())
        if findings:
            raise Invalid(findings)

    @staticmethod
    @cache
    def of_old_french_markings() -> Equivalence:
        """The French markings of before July 2021 and those of the EU.

        Source: Decision (EU) 2021/1075 (``data/markings.toml``), rows ``equivalence``.
        """
        pairs = tuple(
            (MarkingScheme(cell(row, "scheme")), row.code, cell(row, "level"))
            for row in rows("handling", "markings", "equivalence")
        )
        return Equivalence(MarkingScheme.EUCI, pairs)

    def carry(self, marking: Marking) -> Marking:
        """The marking in the target scheme; caveats go with it.

        Raises:
            smir.Invalid: ``MARKING-EQUIVALENCE`` where the table has no such level, or an additional marking
                would be lost.
        """
        if marking.scheme is self.target:
            return marking
        found = [level for scheme, code, level in self.pairs if (scheme, code) == (marking.scheme, marking.level)]
        if not found or marking.additional:
            raise Invalid((MARKING_EQUIVALENCE.at(scheme=marking.scheme.value, target=self.target.value),))
        return evolve(marking, scheme=self.target, level=_highest(self.target, found))

    def _unknown(self) -> Iterator[Finding]:
        for scheme, code, level in self.pairs:
            for owner, known in ((scheme, code), (self.target, level)):
                if known not in levels(owner):
                    yield MARKING_LEVEL.at(scheme=owner.value, levels=", ".join(owner.levels))


def at_least_as_strict(one: Marking, other: Marking) -> bool:
    """Whether a marking protects at least as much as another of its scheme: level, additional markings and caveats.

    Two markings can be so neither way. An additional marking that does not stand beside the higher level is contained
    in it, as SENSITIVE is in SECRET.

    Raises:
        smir.Invalid: ``MARKING-SCHEMES`` for markings of different schemes.

    >>> at_least_as_strict(Marking.parse("TLP:RED"), Marking.parse("TLP:AMBER"))
    True
    """
    _same_scheme(one, other)
    return (
        _rank(one) >= _rank(other)
        and set(_standing(one.scheme, one.level, other.additional)) <= set(one.additional)
        and set(other.caveats) <= set(one.caveats)
    )


def stricter(one: Marking, other: Marking) -> bool:
    """Whether a marking protects more than another of its scheme: as much on every count, and more on one.

    >>> stricter(Marking.parse("TLP:AMBER+STRICT"), Marking.parse("TLP:AMBER"))
    True
    >>> stricter(Marking.parse("TLP:RED"), Marking.parse("TLP:RED"))
    False
    """
    return at_least_as_strict(one, other) and not at_least_as_strict(other, one)


def combine(one: Marking, other: Marking, equivalence: Equivalence | None = None) -> Marking:
    """The marking of a whole that holds two parts: the stricter on every count.

    It does not matter in which order, how often or how grouped parts are combined. A whole can need more than its
    parts: see :func:`raise_level`.

    Args:
        one: The marking of a part.
        other: The marking of another part.
        equivalence: The table by which markings of different schemes are carried over to one.

    Raises:
        smir.Invalid: ``MARKING-SCHEMES``, ``MARKING-EQUIVALENCE``.

    >>> combine(Marking.parse("OFFICIAL-SENSITIVE [PERSONAL]"), Marking.parse("UK OFFICIAL")).additional
    ('UK', 'SENSITIVE', 'PERSONAL')
    """
    if equivalence is not None and one.scheme is not other.scheme:
        one, other = equivalence.carry(one), equivalence.carry(other)
    _same_scheme(one, other)
    if one == other:
        return one
    level = _highest(one.scheme, (one.level, other.level))
    return evolve(
        one,
        level=level,
        additional=_standing(one.scheme, level, (*one.additional, *other.additional)),
        caveats=tuple(sorted({*one.caveats, *other.caveats}, key=_caveat_key)),
        raised_for=tuple(sorted({*one.raised_for, *other.raised_for}, key=_text_key)),
        extras=_all_extras(one, other),
    )


def raise_level(marking: Marking, level: str, reason: Text) -> Marking:
    """The same marking at a higher level, with the reason: many small things together can ask for more than each.

    Raises:
        smir.Invalid: ``MARKING-RAISE``.

    >>> whole = raise_level(Marking.parse("TLP:GREEN"), "AMBER", Text(en="The list shows the method."))
    >>> str(whole), whole.raised_for
    ('TLP:AMBER', (Text(en),))
    """
    higher = [code for code, each in levels(marking.scheme).items() if each.rank > _rank(marking)]
    if level not in higher:
        raise Invalid((MARKING_RAISE.at("/level", levels=", ".join(higher) or "–"),))
    reasons = marking.raised_for if reason in marking.raised_for else (*marking.raised_for, reason)
    additional = _standing(marking.scheme, level, marking.additional)
    return evolve(marking, level=level, additional=additional, raised_for=reasons)


def floor(marking: Marking) -> Marking:
    """The lowest marking of the scheme that replaced an old one; judgement may ask for more. Caveats go with it.

    Raises:
        smir.Invalid: ``MARKING-FLOOR`` for a scheme without a known floor.

    Source: table of markings (``data/markings.toml``), rows ``floor``, from memory.

    >>> str(floor(Marking.parse("RESTRICTED")))
    'OFFICIAL'
    """
    floors = {
        (cell(row, "scheme"), row.code): (cell(row, "target"), cell(row, "level"))
        for row in rows("handling", "markings", "floor")
    }
    found = floors.get((marking.scheme.value, marking.level))
    if found is None:
        schemes = ", ".join(sorted({str(scheme) for scheme, _ in floors}))
        raise Invalid((MARKING_FLOOR.at(scheme=marking.scheme.value, schemes=schemes),))
    return evolve(marking, scheme=MarkingScheme(found[0]), level=found[1], additional=())


def _same_scheme(one: Marking, other: Marking) -> None:
    if one.scheme is not other.scheme:
        raise Invalid((MARKING_SCHEMES.at("/scheme", schemes=f"{one.scheme.value}, {other.scheme.value}"),))


def _rank(marking: Marking) -> int:
    return levels(marking.scheme)[marking.level].rank


def _highest(scheme: MarkingScheme, codes: Iterable[str]) -> str:
    return max(codes, key=lambda code: levels(scheme)[code].rank)


def _standing(scheme: MarkingScheme, level: str, codes: Iterable[str]) -> tuple[str, ...]:
    """Of additional markings those that stand beside a level, in the order of the scheme."""
    given = set(codes)
    return tuple(code for code, addition in additions(scheme).items() if code in given and level in addition.levels)


def _all_extras(one: Marking, other: Marking) -> Extras:
    """The unknown members of both; where both have one of a name, the choice does not depend on the order."""
    pairs = sorted((*extras(one).members, *extras(other).members))
    return Extras(tuple(dict(pairs).items()))


def _caveat_key(caveat: Caveat) -> bytes:
    from smir.structure.document import dumps

    return dumps(caveat)


def _text_key(text: Text | Withheld) -> tuple[str, ...]:
    if isinstance(text, Withheld):
        return ("", text.category.value, text.reason.value)
    return tuple(part for pair in text.items() for part in pair)
