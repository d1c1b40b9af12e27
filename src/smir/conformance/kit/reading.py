"""What a serializer that reads owes to hostile input: our errors only; nothing coerced, doubled, cut or quoted."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from smir.conformance.kit.answers import ANSWERS_LOSSY, ANSWERS_NO_READING, ANSWERS_NOT_JSON
from smir.conformance.kit.check import Check, NotApplicable, Shortfall
from smir.conformance.kit.hearing import Attempt, words_of_error, words_of_outcome
from smir.conformance.kit.hostile import Hostile, altered, coerced, doubled, fixed, mutated, nested
from smir.conformance.kit.members import parse
from smir.conformance.kit.search import search
from smir.conformance.kit.traces import trace
from smir.conformance.kit.trial import Trial
from smir.findings import Code, Outcome, Words
from smir.products import Product
from smir.release import Received
from smir.structure import Limits
from smir.structure.limits import DEFAULT_LIMITS

Answer = Attempt[Outcome[Received[Product]]]

READING_FAILURE = Code(
    "READING-FAILURE",
    en="Reading raised {failure}. Give an Outcome with findings, or raise smir.Invalid.",
    fr="La lecture a levé {failure}. Donnez un Outcome avec des constats, ou levez smir.Invalid.",
)
READING_ANSWER = Code(
    "READING-ANSWER",
    en="Reading gave something else than an Outcome with a Received, or with findings that say why there is none.",
    fr="La lecture a donné autre chose qu’un Outcome avec un Received, ou avec des constats disant pourquoi il manque.",
)
READING_QUOTES = Code(
    "READING-QUOTES",
    en="What it says of a bad document quotes the document, {form}. Say where and what is wrong, never the value.",
    fr="Ce qu’il dit d’un mauvais document cite le document, {form}. Dites où et ce qui ne va pas, jamais la valeur.",
)
READING_TRUNCATED = Code(
    "READING-TRUNCATED",
    en="It reads a document that was cut off as another product, without an error.",
    fr="Il lit sans erreur un document tronqué comme un autre produit.",
)
READING_DUPLICATE = Code(
    "READING-DUPLICATE",
    en="It reads a document that names a member twice. Which one counts cannot be known: refuse it.",
    fr="Il lit un document qui nomme deux fois un membre. On ne peut savoir lequel compte\u00a0: refusez-le.",
)
READING_COERCION = Code(
    "READING-COERCION",
    en="It reads a value of another type as if it were the right one. Refuse it: its writer meant something else.",
    fr="Il lit une valeur d’un autre type comme si c’était le bon. Refusez-la\u00a0: son auteur voulait dire autre "
    "chose.",
)
READING_LIMIT = Code(
    "READING-LIMIT",
    en="It reads a document beyond the limits that it was given. Look at limits.size and limits.depth first.",
    fr="Il lit un document au-delà des limites données. Regardez d’abord limits.size et limits.depth.",
)


def _only_our_errors(trial: Trial) -> Shortfall | NotApplicable | None:
    def fails(one: Hostile, tried: Answer) -> Shortfall | None:
        if tried.failure is not None:
            return Shortfall(READING_FAILURE.at(failure=tried.failure), one.outline)
        if tried.refusal is None and not _is_answer(tried.value):
            return Shortfall(READING_ANSWER.at(), one.outline)
        return None

    return _search(trial, fails)


def _errors_without_values(trial: Trial) -> Shortfall | NotApplicable | None:
    words = trial.planted()[0].words if trial.kinds else ()

    def fails(one: Hostile, tried: Answer) -> Shortfall | None:
        said = tried.aside
        if tried.refusal is not None:
            said += words_of_error(tried.refusal)
        if isinstance(tried.value, Outcome):
            said += words_of_outcome(tried.value)
        form = trace(said.encode("utf-8", "replace"), words) if said else None
        return None if form is None else Shortfall(READING_QUOTES.at(form=form.words), one.outline)

    return _search(trial, fails)


def _search(trial: Trial, fails: Callable[[Hostile, Answer], Shortfall | None]) -> Shortfall | NotApplicable | None:
    if not trial.reads:
        return NotApplicable(ANSWERS_NO_READING.at())
    document = trial.document() or b""
    given = [*fixed(document), *_mistyped(document)]
    answers = trial.once("answers", lambda: [trial.read(one.data) for one in given])
    for one, tried in zip(given, answers, strict=True):
        found = fails(one, tried)
        if found is not None:
            return found

    def fails_drawn(one: Hostile) -> Shortfall | None:
        return fails(one, trial.read(one.data))

    return search(fails_drawn, (), lambda: mutated(document), examples=3 * trial.examples)


def _mistyped(document: bytes) -> Iterator[Hostile]:
    if parse(document) is not NotImplemented:
        yield from coerced(document)


def _is_answer(value: object) -> bool:
    if not isinstance(value, Outcome):
        return False
    return isinstance(value.value, Received) or (value.value is None and not value.ok)


def _no_truncation(trial: Trial) -> Shortfall | NotApplicable | None:
    if not trial.reads:
        return NotApplicable(ANSWERS_NO_READING.at())
    if trial.able is None or not trial.able.lossless:
        return NotApplicable(ANSWERS_LOSSY.at())
    document = trial.document() or b""
    whole = trial.understood(document)
    step = max(1, len(document) // (10 * trial.examples + 1))
    ends = {*range(0, len(document), step), *range(max(0, len(document) - 40), len(document))}
    for end in sorted(ends):
        received = trial.understood(document[:end])
        if received is not None and whole is not None and received.product != whole.product:
            cut = Hostile(Words("a document that is cut off", "un document tronqué"), document[:end])
            return Shortfall(READING_TRUNCATED.at(), cut.outline)
    return None


def _no_duplicates(trial: Trial) -> Shortfall | NotApplicable | None:
    document = _json_document(trial)
    if isinstance(document, NotApplicable):
        return document
    for one in doubled(document):
        if trial.understood(one.data) is not None:
            return Shortfall(READING_DUPLICATE.at(), one.outline)
    return None


def _no_coercion(trial: Trial) -> Shortfall | NotApplicable | None:
    document = _json_document(trial)
    if isinstance(document, NotApplicable):
        return document
    whole = trial.understood(document)
    for one in coerced(document):
        if trial.understood(one.data) is None:
            continue
        other = trial.understood(altered(document, one.place))
        if whole is None or other is None or (other.product, other.note) != (whole.product, whole.note):
            return Shortfall(READING_COERCION.at(), one.outline)  # else the member is nobody's, and may be anything
    return None


def _json_document(trial: Trial) -> bytes | NotApplicable:
    if not trial.reads:
        return NotApplicable(ANSWERS_NO_READING.at())
    document = trial.document() or b""
    return NotApplicable(ANSWERS_NOT_JSON.at()) if parse(document) is NotImplemented else document


def _limits_kept(trial: Trial) -> Shortfall | NotApplicable | None:
    if not trial.reads:
        return NotApplicable(ANSWERS_NO_READING.at())
    document = trial.document() or b""
    if trial.understood(document) is None:
        return None  # it is another check that says so
    what = Words("its own document under a smaller limit", "son propre document sous une limite plus basse")
    outline = Hostile(what, document).outline
    if trial.understood(document, Limits(size=len(document) // 2)) is not None:
        return Shortfall(READING_LIMIT.at(), outline)
    if parse(document) is not NotImplemented:
        deep = nested(document, 2 * DEFAULT_LIMITS.depth)
        if trial.understood(deep.data) is not None:
            return Shortfall(READING_LIMIT.at(), deep.outline)
    return None


ONLY_OUR_ERRORS = Check(
    "only-our-errors",
    Words("Whatever it is handed, only our errors come out.", "Quoi qu’on lui donne, seules nos erreurs en sortent."),
    Words(
        "Loaders that raise KeyError or RecursionError stop a whole batch, and their texts quote what they read.",
        "Des lecteurs qui lèvent KeyError ou RecursionError arrêtent tout un lot, et leurs textes citent ce qu’ils "
        "lisent.",
    ),
    "6",
    _only_our_errors,
)
ERRORS_WITHOUT_VALUES = Check(
    "errors-without-values",
    Words(
        "What it says of a bad document holds no value of it.",
        "Ce qu’il dit d’un mauvais document n’en contient aucune valeur.",
    ),
    Words(
        "Error texts go to logs, tickets and screens that no release covers.",
        "Les textes d’erreur vont dans des journaux, des tickets et des écrans qu’aucune communication ne couvre.",
    ),
    "6",
    _errors_without_values,
)
NO_TRUNCATION = Check(
    "no-truncation",
    Words("A document that is cut off is not read as another.", "Un document tronqué n’est pas lu comme un autre."),
    Words(
        "A transfer that breaks off must not turn into a shorter alert.",
        "Un transfert interrompu ne doit pas devenir une alerte plus courte.",
    ),
    "7",
    _no_truncation,
)
NO_DUPLICATES = Check(
    "no-duplicates",
    Words("A member named twice is refused.", "Un membre nommé deux fois est refusé."),
    Words(
        "Of two members one reader takes the first and another the last: two offices see two alerts in one document.",
        "De deux membres, un lecteur prend le premier et l’autre le dernier\u00a0: deux offices voient deux alertes "
        "dans un "
        "document.",
    ),
    "7",
    _no_duplicates,
)
NO_COERCION = Check(
    "no-coercion",
    Words("A value of another type is refused.", "Une valeur d’un autre type est refusée."),
    Words(
        "Default converters turn 1.7 into 1 and true into the text True; an HS code loses its leading zero.",
        "Les convertisseurs par défaut font de 1,7 un 1 et de true le texte True\u202f; un code SH perd son zéro "
        "initial.",
    ),
    "7",
    _no_coercion,
)
LIMITS_KEPT = Check(
    "limits-kept",
    Words("Limits on size and depth hold.", "Les limites de taille et de profondeur tiennent."),
    Words(
        "One document of a stranger must not fill the memory of the office that reads it.",
        "Un seul document d’un inconnu ne doit pas remplir la mémoire du bureau qui le lit.",
    ),
    "7",
    _limits_kept,
)
