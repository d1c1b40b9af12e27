"""What a serializer that reads owes: what it wrote comes back, with grade, terms and the members nobody knows."""

from __future__ import annotations

from typing import Any

import attrs

from smir.conformance.kit.answers import ANSWERS_LOSSY, ANSWERS_NO_READING, ANSWERS_NO_WRITING
from smir.conformance.kit.check import Check, NotApplicable, Shortfall
from smir.conformance.kit.outline import of_release
from smir.conformance.kit.releasing import Planted
from smir.conformance.kit.search import search
from smir.conformance.kit.trial import Trial
from smir.conformance.kit.variation import planted
from smir.findings import Code, Words
from smir.release import Released
from smir.structure import Extras, extras

KEEPING_READ = Code(
    "KEEPING-READ",
    en="It does not read what it wrote itself without an error.",
    fr="Il ne lit pas sans erreur ce qu’il a écrit lui-même.",
)
KEEPING_EQUAL = Code(
    "KEEPING-EQUAL",
    en="It calls itself lossless, and what it reads differs from what it wrote. Say lossless=False, or keep it all.",
    fr="Il se dit sans perte, et ce qu’il lit diffère de ce qu’il a écrit. Déclarez lossless=False, ou gardez tout.",
)
KEEPING_KIND = Code(
    "KEEPING-KIND",
    en="It reads another kind of product, or another number, than it wrote.",
    fr="Il lit un autre genre de produit, ou un autre numéro, que ce qu’il a écrit.",
)
KEEPING_GRADE = Code(
    "KEEPING-GRADE",
    en="The grade or the handling code that it reads is not the one that was written. A format that cannot carry both "
    "must not read: nobody may invent them.",
    fr="La cotation ou le code de traitement lus ne sont pas ceux qui furent écrits. Un format qui ne peut porter les "
    "deux ne doit pas lire\u00a0: personne ne doit les inventer.",
)
KEEPING_TERMS = Code(
    "KEEPING-TERMS",
    en="The terms of the release that it reads are not those that were written. Keep them whole, or read None where "
    "the format cannot carry them.",
    fr="Les conditions de communication lues ne sont pas celles qui furent écrites. Gardez-les entières, ou lisez None "
    "si le format ne peut les porter.",
)
KEEPING_UNKNOWN = Code(
    "KEEPING-UNKNOWN",
    en="A member that this version does not know was lost on the way. Keep it: a later version wrote it.",
    fr="Un membre inconnu de cette version s’est perdu en route. Gardez-le\u00a0: une version ultérieure l’a écrit.",
)


def _each_reading(trial: Trial, fails: Any, *, odd: bool) -> Shortfall | NotApplicable | None:
    if not trial.writes or not trial.kinds:
        return NotApplicable(ANSWERS_NO_WRITING.at())
    if not trial.reads:
        return NotApplicable(ANSWERS_NO_READING.at())
    for released in (*trial.own, *(trial.odd() if odd else ())):
        own: Shortfall | None = fails(released)
        if own is not None:
            return own

    def of_all(one: Planted) -> Shortfall | None:
        found: Shortfall | None = fails(one.to_itself) or fails(one.to_partner) or fails(one.to_carrier)
        return found

    return search(of_all, trial.planted(), lambda: planted(trial.kinds, odd=odd), examples=trial.examples)


def _round_trip(trial: Trial) -> Shortfall | NotApplicable | None:
    able = trial.able
    lossless = able is not None and able.lossless

    def fails(released: Released[Any]) -> Shortfall | None:
        data = trial.wrote(released)
        if data is None:
            return None
        received = trial.understood(data)
        if received is None:
            return Shortfall(KEEPING_READ.at(), of_release(released))
        product, whole = received.product, released.product
        if lossless and (product, received.note) != (whole, released.note):
            return Shortfall(KEEPING_EQUAL.at(), of_release(released))
        if (product.kind, product.urn) != (whole.kind, whole.urn):
            return Shortfall(KEEPING_KIND.at(), of_release(released))
        return None

    return _each_reading(trial, fails, odd=True)


def _grade_and_handling(trial: Trial) -> Shortfall | NotApplicable | None:
    def fails(released: Released[Any]) -> Shortfall | None:
        data = trial.wrote(released)
        received = None if data is None else trial.understood(data)
        if received is None:
            return None
        if received.product.grade != released.product.grade:
            return Shortfall(KEEPING_GRADE.at(), of_release(released))
        if received.note not in (None, released.note):
            return Shortfall(KEEPING_TERMS.at(), of_release(released))
        return None

    return _each_reading(trial, fails, odd=False)


def _unknown_members(trial: Trial) -> Shortfall | NotApplicable | None:
    if not trial.writes or not trial.kinds:
        return NotApplicable(ANSWERS_NO_WRITING.at())
    if not trial.reads:
        return NotApplicable(ANSWERS_NO_READING.at())
    if trial.able is None or not trial.able.lossless:
        return NotApplicable(ANSWERS_LOSSY.at())
    for plain, one in zip(trial.planted(3), trial.planted(4), strict=True):
        if trial.understood(trial.wrote(plain.to_itself) or b"") is None:
            continue  # it is another check that says so
        released = Planted(_with_novel(one.product), one.words).to_itself
        received = trial.understood(trial.wrote(released) or b"")
        if received is None or not _keeps_the_unknown(received.product):
            return Shortfall(KEEPING_UNKNOWN.at(), of_release(released))
    return None


def _with_novel(product: Any) -> Any:
    entities = tuple(attrs.evolve(part, extras=_NOVEL) for part in product.entities)
    grade = attrs.evolve(product.grade, extras=_NOVEL)
    return attrs.evolve(product, extras=_NOVEL, grade=grade, entities=entities)


def _keeps_the_unknown(product: Any) -> bool:
    return all(extras(part) == _NOVEL for part in (product, product.grade, *product.entities))


_NOVEL = Extras.of({"novel-member": {"kept": [1, "two", True]}})

ROUND_TRIP = Check(
    "round-trip",
    Words(
        "What it writes it reads; all of it, if it is lossless.",
        "Ce qu’il écrit, il le lit\u202f; tout, s’il est sans perte.",
    ),
    Words(
        "Neighbouring libraries lose values, spaces and unknown dates in silence, and nobody notices until a case "
        "fails.",
        "Des bibliothèques voisines perdent en silence valeurs, espaces et dates, et nul ne le voit avant l’échec "
        "d’une "
        "affaire.",
    ),
    "7",
    _round_trip,
)
GRADE_AND_HANDLING = Check(
    "grade-and-handling",
    Words(
        "Grade, handling code and terms of release survive, or are told to be absent.",
        "Cotation, code de traitement et conditions de communication survivent, ou leur absence est dite.",
    ),
    Words(
        "A recipient who does not see the handling code passes on what must stay; gateways between formats lose it "
        "first.",
        "Un destinataire qui ne voit pas le code de traitement transmet ce qui doit rester\u202f; les passerelles "
        "entre "
        "formats le perdent d’abord.",
    ),
    "4",
    _grade_and_handling,
)
UNKNOWN_MEMBERS = Check(
    "unknown-members",
    Words("Members that nobody knows survive.", "Les membres inconnus survivent."),
    Words(
        "An administration that is a version ahead must not be cut short by one that is behind.",
        "Une administration en avance d’une version ne doit pas être amputée par une autre en retard.",
    ),
    "7",
    _unknown_members,
)
