"""What every serializer owes when it writes: bytes, the same bytes each time, and hands off what it was handed."""

from __future__ import annotations

from typing import Any

from smir.conformance.elsewhere import ELSEWHERE_CLASS, elsewhere
from smir.conformance.kit.answers import ANSWERS_NO_WRITING, holds
from smir.conformance.kit.check import Check, NotApplicable, Shortfall
from smir.conformance.kit.outline import of_release
from smir.conformance.kit.releasing import Planted, content
from smir.conformance.kit.search import search
from smir.conformance.kit.trial import Trial, plant
from smir.conformance.kit.variation import planted
from smir.findings import Code, Words
from smir.release import Released

WRITING_ANSWER = Code(
    "WRITING-ANSWER",
    en="Writing gave something else than bytes. Give exactly bytes: text.encode(), bytes(buffer).",
    fr="L’écriture a donné autre chose que des octets. Donnez exactement bytes\u00a0: texte.encode(), bytes(tampon).",
)
WRITING_FAILURE = Code(
    "WRITING-FAILURE",
    en="Writing raised {failure}. Raise smir.Unavailable or smir.Invalid with findings for what cannot be written.",
    fr="L’écriture a levé {failure}. Levez smir.Unavailable ou smir.Invalid avec des constats pour ce qui ne peut être "
    "écrit.",
)
WRITING_INPUT = Code(
    "WRITING-INPUT",
    en="Writing changed what it was handed. Copy what must be changed.",
    fr="L’écriture a modifié ce qui lui était confié. Copiez ce qui doit être modifié.",
)
WRITING_AGAIN = Code(
    "WRITING-AGAIN",
    en="The same release gave other bytes the second time. Leave out the time of writing, random numbers and counters.",
    fr="La même communication a donné d’autres octets la seconde fois. N’écrivez ni heure d’écriture, ni nombre "
    "aléatoire, ni compteur.",
)
WRITING_ELSEWHERE = Code(
    "WRITING-ELSEWHERE",
    en="The same release gave other bytes in another process. Sort what comes from a set, and never write hash() or "
    "id().",
    fr="La même communication a donné d’autres octets dans un autre processus. Triez ce qui vient d’un ensemble et "
    "n’écrivez jamais hash() ni id().",
)


def _each_release(trial: Trial, fails: Any) -> Shortfall | NotApplicable | None:
    """The first release that falls short: one's own, those of full products, then drawn ones."""
    if not trial.writes or not trial.kinds:
        return NotApplicable(ANSWERS_NO_WRITING.at())
    for released in (*trial.own, *trial.odd()):
        found: Shortfall | None = fails(released)
        if found is not None:
            return found

    def of_both(one: Planted) -> Shortfall | None:
        found: Shortfall | None = fails(one.to_itself) or fails(one.to_partner)
        return found

    return search(of_both, trial.planted(), lambda: planted(trial.kinds, odd=True), examples=trial.examples)


def _bytes_or_our_error(trial: Trial) -> Shortfall | NotApplicable | None:
    def fails(released: Released[Any]) -> Shortfall | None:
        tried = trial.write(released)
        if tried.failure is not None:
            return Shortfall(WRITING_FAILURE.at(failure=tried.failure), of_release(released))
        if tried.refusal is None and type(tried.value) is not bytes:
            return Shortfall(WRITING_ANSWER.at(), of_release(released))
        return None

    return _each_release(trial, fails)


def _input_untouched(trial: Trial) -> Shortfall | NotApplicable | None:
    def fails(released: Released[Any]) -> Shortfall | None:
        before, whole = content(released), repr(released.decision.reasons)
        trial.write(released)
        changed = holds(lambda: content(released) != before or repr(released.decision.reasons) != whole)
        return Shortfall(WRITING_INPUT.at(), of_release(released)) if changed else None

    def fails_once(one: Planted) -> Shortfall | None:
        # Each example is made anew, since a serializer that meddles spoils what it was handed.
        fresh = Planted(one.product, one.words)
        return fails(fresh.to_itself) or fails(fresh.to_partner)

    if not trial.writes or not trial.kinds:
        return NotApplicable(ANSWERS_NO_WRITING.at())
    full = tuple(plant(kind, 77) for kind in trial.kinds)
    return search(fails_once, full, lambda: planted(trial.kinds), examples=trial.examples // 2)


def _same_bytes(trial: Trial) -> Shortfall | NotApplicable | None:
    def fails(released: Released[Any]) -> Shortfall | None:
        first, second = trial.wrote(released), trial.wrote(released)
        return None if first == second else Shortfall(WRITING_AGAIN.at(), of_release(released))

    return _each_release(trial, fails)


def _same_bytes_elsewhere(trial: Trial) -> Shortfall | NotApplicable | None:
    if not trial.writes or not trial.kinds:
        return NotApplicable(ANSWERS_NO_WRITING.at())
    there = elsewhere(trial)
    if there is None:
        return NotApplicable(ELSEWHERE_CLASS.at())
    for one, written in zip(trial.planted(there.seed), there.written, strict=True):
        if trial.wrote(one.to_partner) != trial.wrote(one.to_partner):
            return None  # it is another check that says so
        if there.digest(trial.wrote(one.to_partner)) != written:
            return Shortfall(WRITING_ELSEWHERE.at(), of_release(one.to_partner))
    return None


BYTES_OR_OUR_ERROR = Check(
    "bytes-or-our-error",
    Words("Writing gives bytes, or an error of ours.", "L’écriture donne des octets, ou une erreur à nous."),
    Words(
        "An office that sends a thousand alerts must not stop at one with an odd text, and a foreign error may "
        "quote it.",
        "Un bureau qui envoie mille alertes ne doit pas s’arrêter sur un texte étrange, et une erreur étrangère "
        "peut le "
        "citer.",
    ),
    "6",
    _bytes_or_our_error,
)
INPUT_UNTOUCHED = Check(
    "input-untouched",
    Words("Writing changes nothing of what it was handed.", "L’écriture ne modifie rien de ce qui lui est confié."),
    Words(
        "The same release is written in several formats; one that changes it falsifies the next.",
        "La même communication s’écrit dans plusieurs formats\u202f; celui qui la modifie fausse le suivant.",
    ),
    "8",
    _input_untouched,
)
SAME_BYTES = Check(
    "same-bytes",
    Words("The same release gives the same bytes.", "La même communication donne les mêmes octets."),
    Words(
        "What is signed, compared or sent twice must be the same; a time or a random number makes two documents of "
        "one.",
        "Ce qui est signé, comparé ou envoyé deux fois doit être identique\u202f; une heure ou un nombre aléatoire "
        "fait "
        "deux documents d’un seul.",
    ),
    "12",
    _same_bytes,
)
SAME_BYTES_ELSEWHERE = Check(
    "same-bytes-elsewhere",
    Words(
        "Another process, with other hashes, writes the same bytes.",
        "Un autre processus, avec d’autres hachages, écrit les mêmes octets.",
    ),
    Words(
        "The order of a set differs from one process to the next: the fault shows on the partner’s machine only.",
        "L’ordre d’un ensemble change d’un processus à l’autre\u00a0: le défaut n’apparaît que chez le partenaire.",
    ),
    "12",
    _same_bytes_elsewhere,
)
