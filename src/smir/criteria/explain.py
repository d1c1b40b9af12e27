"""Why a criterion says hit, no hit or cannot tell of a declaration: which parts decided, and what they lacked."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, final

from attrs import frozen

from smir.criteria.evaluate import Row, compiled, usable
from smir.criteria.nodes import And, Condition, Node, Not, Or
from smir.criteria.personal import is_personal, personal_nodes
from smir.criteria.phrases import ANSWERS, DECIDED, LACKED, UNUSED, VALUE, WITHHELD, phrase
from smir.criteria.printing import number_text, text_of
from smir.criteria.verdict import Verdict
from smir.criteria.walking import names, steps
from smir.findings import Language

if TYPE_CHECKING:
    from smir.declarations import Catalogue


@final
@frozen
class Element:
    """A data element as an explanation names it.

    Args:
        name: Machine name.
        en: English label; the machine name where the catalogue has none.
        fr: French label.
    """

    name: str
    en: str
    fr: str

    def label(self, language: Language = "en") -> str:
        """The label with the machine name: ``country of origin (origin_country)``."""
        label = self.fr if language == "fr" else self.en
        return self.name if label == self.name else f"{label} ({self.name})"


@final
@frozen
class Reason:
    """One condition that decided.

    Args:
        path: JSON pointer to the condition in the JSON form of the criterion.
        kind: What sort of condition it is: ``=``, ``like``, ``in``, ``between``, ``isNull``, ``a_contains`` …
        holds: Whether it holds; ``None`` where it cannot be told.
        elements: The data elements it names.
        condition: The condition in the text form, only where values were asked for.
        values: Machine name and value of each element in the row, only where values were asked for; personal values
            only where they were asked for too.
    """

    path: str
    kind: str
    holds: bool | None
    elements: tuple[Element, ...]
    condition: str | None = None
    values: tuple[tuple[str, str], ...] = ()

    def message(self, language: Language = "en") -> str:
        """One clause: the elements, and whether the condition on them holds."""
        subject = ", ".join(element.label(language) for element in self.elements)
        said = f"{subject} {phrase(self.kind, self.holds, language)}"
        if self.condition is None:
            return said
        shown = "".join(f"{VALUE[language].format(name=name)}{value}" for name, value in self.values)
        return f"{said} [{self.condition}{shown}]"

    def __repr__(self) -> str:
        return f"<Reason {self.kind} at {self.path or '/'}>"


@final
@frozen
class Explanation:
    """Why a criterion says what it says of one row.

    It names data elements. It quotes neither the criterion nor the declaration unless values were asked for, so it can
    go where the alert goes.

    Args:
        verdict: The answer.
        reasons: The conditions that decided: all that hold for a hit by AND, those that do not for no hit, those that
            cannot be told for "cannot tell".
        missing: The elements of these conditions that the row lacks.
        unusable: The elements of these conditions whose value is of a kind that cannot be compared.
    """

    verdict: Verdict
    reasons: tuple[Reason, ...]
    missing: tuple[Element, ...] = ()
    unusable: tuple[Element, ...] = ()

    def message(self, language: Language = "en") -> str:
        """Say it in English or French."""
        sentences = [ANSWERS[language][self.verdict]]
        clauses = "; " if language == "en" else "\u202f; "
        if self.reasons:
            sentences.append(
                DECIDED[language] + clauses.join(reason.message(language) for reason in self.reasons) + "."
            )
        for opening, elements in ((LACKED, self.missing), (UNUSED, self.unusable)):
            if elements:
                sentences.append(opening[language] + ", ".join(one.label(language) for one in elements) + ".")
        return " ".join(sentences)

    def __repr__(self) -> str:
        return f"<Explanation {self.verdict.value}, {len(self.reasons)} reasons, {len(self.missing)} missing>"


def explained(root: Condition, row: Row, catalogue: Catalogue, *, values: bool, personal: bool) -> Explanation:
    """Explain one answer. The conditions are run again one by one, which costs more than the answer itself."""
    answer = compiled(root)(row)
    quote = _Quote(row, catalogue, personal, root) if values else None
    reasons = tuple(
        _reason(part, path, holds, catalogue, quote) for part, path, holds in _deciding(root, "", row, answer)
    )
    named = {element.name: element for reason in reasons for element in reason.elements}
    missing = tuple(element for name, element in named.items() if row.get(name) is None)
    unusable = tuple(one for one in named.values() if one not in missing and _cannot_use(row.get(one.name)))
    return Explanation(_VERDICTS[answer], reasons, missing, unusable)


_VERDICTS = MappingProxyType({True: Verdict.HIT, False: Verdict.NO_HIT, None: Verdict.CANNOT_TELL})


def _deciding(part: Condition, path: str, row: Row, answer: bool | None) -> list[tuple[Condition, str, bool | None]]:
    """The conditions that made the answer what it is: those under a part that gave the same answer as the part."""
    if isinstance(part, Not):
        return _deciding(part.part, f"{path}/args/0", row, None if answer is None else not answer)
    if not isinstance(part, (And, Or)):
        return [(part, path, answer)]
    found: list[tuple[Condition, str, bool | None]] = []
    for inner, place in steps(part, path):
        if isinstance(inner, Condition) and compiled(inner)(row) is answer:
            found += _deciding(inner, place, row, answer)
    return found


def _reason(part: Condition, path: str, holds: bool | None, catalogue: Catalogue, quote: _Quote | None) -> Reason:
    elements = tuple(_element(name, catalogue) for name in names(part))
    if quote is None:
        return Reason(path, kind_of(part), holds, elements)
    return Reason(path, kind_of(part), holds, elements, quote.condition(part), quote.values(names(part)))


def kind_of(part: Condition) -> str:
    """What sort of condition it is, by the name its operator has in the JSON form."""
    from smir.criteria.json_form import operator_of

    return operator_of(part)


def _element(name: str, catalogue: Catalogue) -> Element:
    element = catalogue.get(name)
    return Element(name, name, name) if element is None else Element(name, *map(element.label.in_, ("en", "fr")))


def _cannot_use(value: object) -> bool:
    return usable(value) is None


@frozen
class _Quote:
    """What may be quoted of a criterion and a row."""

    row: Row
    catalogue: Catalogue
    personal: bool
    root: Condition

    def condition(self, part: Node) -> str:
        hidden = () if self.personal else personal_nodes(self.root, self.catalogue)
        return text_of(part, frozenset(id(literal) for literal, _ in hidden))

    def values(self, asked: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        present = (name for name in asked if self.row.get(name) is not None)
        return tuple((name, self.value(name)) for name in present)

    def value(self, name: str) -> str:
        if is_personal(name, self.catalogue) and not self.personal:
            return WITHHELD
        value: object = self.row[name]
        if isinstance(value, tuple):
            return "(" + ", ".join(map(str, value)) + ")"
        if isinstance(value, Decimal) and value.is_finite():
            return number_text(value)
        return value.isoformat() if isinstance(value, dt.date) else str(value)
