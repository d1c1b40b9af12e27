"""What must never get out: withheld values, references to what was withheld, what an earlier recipient had, asides."""

from __future__ import annotations

from typing import Any

from smir.conformance.elsewhere import SEED, elsewhere
from smir.conformance.kit.answers import ANSWERS_NO_WRITING
from smir.conformance.kit.check import Check, NotApplicable, Shortfall
from smir.conformance.kit.hearing import attempt, words_of_error
from smir.conformance.kit.outline import of_release
from smir.conformance.kit.releasing import Planted
from smir.conformance.kit.search import search
from smir.conformance.kit.traces import trace
from smir.conformance.kit.trial import Trial, plant
from smir.conformance.kit.variation import planted
from smir.findings import Code, Words
from smir.release import Released

SECRECY_VALUE = Code(
    "SECRECY-VALUE",
    en="A value that was withheld stands in what it wrote, {form}. Write only what stands in released.product and "
    "released.note, member by member.",
    fr="Une valeur occultée figure dans ce qu’il a écrit, {form}. N’écrivez que ce qui se trouve dans released.product "
    "et released.note, membre par membre.",
)
SECRECY_REFERENCE = Code(
    "SECRECY-REFERENCE",
    en="The identifier of something withheld stands in what it wrote. Who sees it knows that there is more.",
    fr="L’identifiant d’un élément occulté figure dans ce qu’il a écrit. Qui le voit sait qu’il y a davantage.",
)
SECRECY_EARLIER = Code(
    "SECRECY-EARLIER",
    en="What it wrote for one recipient depends on what it wrote for another before. Keep nothing between two calls.",
    fr="Ce qu’il a écrit pour un destinataire dépend de ce qu’il avait écrit pour un autre. Ne gardez rien d’un "
    "appel à "
    "l’autre.",
)
SECRECY_ASIDE = Code(
    "SECRECY-ASIDE",
    en="A value of the product stands in {place}, {form}. Say where and what is wrong, never the value.",
    fr="Une valeur du produit figure dans {place}, {form}. Dites où et ce qui ne va pas, jamais la valeur.",
)

_LOG = Words("a log, a warning or on the screen", "un journal, un avertissement ou à l’écran")
_ERROR = Words("an error", "une erreur")
_REPR = Words("the repr of the serializer", "le repr du sérialiseur")
_FILE = Words("the name of a file", "le nom d’un fichier")


def _search(trial: Trial, fails: Any) -> Shortfall | NotApplicable | None:
    if not trial.writes or not trial.kinds:
        return NotApplicable(ANSWERS_NO_WRITING.at())
    return search(fails, trial.planted(), lambda: planted(trial.kinds), examples=trial.examples)


def _no_leak(trial: Trial) -> Shortfall | NotApplicable | None:
    def fails(one: Planted) -> Shortfall | None:
        for released in (one.to_partner, one.to_carrier):
            form = trace(trial.wrote(released) or b"", one.secrets(released))
            if form is not None:
                return Shortfall(SECRECY_VALUE.at(form=form.words), of_release(released))
        return None

    return _search(trial, fails)


def _no_dangling_reference(trial: Trial) -> Shortfall | NotApplicable | None:
    def fails(one: Planted) -> Shortfall | None:
        for released in (one.to_partner, one.to_carrier):
            if trace(trial.wrote(released) or b"", one.hidden(released)) is not None:
                return Shortfall(SECRECY_REFERENCE.at(), of_release(released))
        return None

    return _search(trial, fails)


def _one_recipient_at_a_time(trial: Trial) -> Shortfall | NotApplicable | None:
    if not trial.writes or not trial.kinds:
        return NotApplicable(ANSWERS_NO_WRITING.at())
    for kind in trial.kinds:
        first, later = plant(kind, 5), plant(kind, 6)
        found = _differs_after_others(trial, first) or _leaks_after_others(trial, first, later)
        if found is not None:
            return found
    return None


def _differs_after_others(trial: Trial, one: Planted) -> Shortfall | None:
    before = trial.wrote(one.to_partner)
    if before != trial.wrote(one.to_partner):
        return None  # it is another check that says so
    trial.write(one.to_itself)
    trial.write(one.to_carrier)
    after = trial.wrote(one.to_partner)
    return None if after == before else Shortfall(SECRECY_EARLIER.at(), of_release(one.to_partner))


def _leaks_after_others(trial: Trial, first: Planted, later: Planted) -> Shortfall | None:
    """Whether it tells a value only where another recipient had it before: of a product first kept whole."""
    if trace(trial.wrote(first.to_partner) or b"", first.secrets(first.to_partner)) is not None:
        return None  # it is another check that says so
    trial.write(later.to_itself)
    data = trial.wrote(later.to_partner) or b""
    leaks = trace(data, later.secrets(later.to_partner)) is not None
    return Shortfall(SECRECY_EARLIER.at(), of_release(later.to_partner)) if leaks else None


def _nothing_aside(trial: Trial) -> Shortfall | NotApplicable | None:
    def fails(one: Planted) -> Shortfall | None:
        for released in (one.to_itself, one.to_partner):
            found = _said_aside(trial, one, released)
            if found is not None:
                place, form = found
                return Shortfall(SECRECY_ASIDE.at(place=place, form=form), of_release(released))
        return None

    found = _search(trial, fails)
    return found or _file_names(trial)


def _said_aside(trial: Trial, one: Planted, released: Released[Any]) -> tuple[Words, Words] | None:
    tried = trial.write(released)
    told = "" if tried.refusal is None else words_of_error(tried.refusal)
    shown = attempt(lambda: f"{trial.serializer!r} {trial.serializer}").value or ""
    for place, text in ((_LOG, tried.aside), (_ERROR, told), (_REPR, shown)):
        form = trace(text.encode("utf-8", "replace"), one.words) if text else None
        if form is not None:
            return place, form.words
    return None


def _file_names(trial: Trial) -> Shortfall | None:
    there = elsewhere(trial)
    if there is None:
        return None
    for one in trial.planted(SEED):
        form = trace("\n".join(there.touched).encode("utf-8", "replace"), one.words)
        if form is not None:
            return Shortfall(SECRECY_ASIDE.at(place=_FILE, form=form.words), of_release(one.to_partner))
    return None


NO_LEAK = Check(
    "no-leak",
    Words("No withheld value stands in what it writes.", "Aucune valeur occultée ne figure dans ce qu’il écrit."),
    Words(
        "Exports of servers have gone beyond what a reader may share; a value can hide in base64 or in a packed part.",
        "Des exportations de serveurs ont dépassé ce qu’un lecteur peut partager\u202f; une valeur se cache en "
        "base64 ou "
        "dans une partie compressée.",
    ),
    "2",
    _no_leak,
)
NO_DANGLING_REFERENCE = Check(
    "no-dangling-reference",
    Words("Nothing points to what was withheld.", "Rien ne renvoie à ce qui fut occulté."),
    Words(
        "An exporter left a restricted object out and kept its identifier in the list of references.",
        "Un exportateur omettait un objet restreint et gardait son identifiant dans la liste des références.",
    ),
    "2",
    _no_dangling_reference,
)
ONE_RECIPIENT_AT_A_TIME = Check(
    "one-recipient-at-a-time",
    Words(
        "What one recipient gets does not depend on who got it before.",
        "Ce que reçoit un destinataire ne dépend pas de qui l’a reçu avant.",
    ),
    Words(
        "A cache keyed by the product’s number gives the carrier what the partner was sent.",
        "Un cache indexé par le numéro du produit donne au transporteur ce qui fut envoyé au partenaire.",
    ),
    "9",
    _one_recipient_at_a_time,
)
NOTHING_ASIDE = Check(
    "nothing-aside",
    Words(
        "Logs, warnings, errors, reprs and file names hold no value.",
        "Journaux, avertissements, erreurs, repr et noms de fichiers ne contiennent aucune valeur.",
    ),
    Words(
        "What a release protects would lie in the log file of the server that wrote it.",
        "Ce que la communication protège se trouverait dans le journal du serveur qui l’a écrit.",
    ),
    "6",
    _nothing_aside,
)
