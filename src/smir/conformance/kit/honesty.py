"""Whether a serializer can do what it declares: its methods, the products it takes, and its streams."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from smir.conformance.kit.answers import ANSWERS_NO_READING, ANSWERS_NO_STREAM, ANSWERS_NO_WRITING
from smir.conformance.kit.check import Check, NotApplicable, Shortfall
from smir.conformance.kit.hearing import attempt
from smir.conformance.kit.outline import of_release
from smir.conformance.kit.trial import Trial, plant
from smir.findings import Code, Outcome, Words
from smir.plugins import API_VERSIONS
from smir.products import Report
from smir.release import Received, Released
from smir.structure.limits import DEFAULT_LIMITS

HONESTY_FORM = Code(
    "HONESTY-FORM",
    en="It has no capabilities of the type Capabilities under its own name, or speaks no known version of the "
    "agreement "
    "(smir_api).",
    fr="Il n’a pas de capacités de type Capabilities à son propre nom, ou ne parle aucune version connue de la "
    "convention (smir_api).",
)
HONESTY_METHOD = Code(
    "HONESTY-METHOD",
    en="It declares “{ability}” and has no method {method}.",
    fr="Il déclare «\u00a0{ability}\u00a0» et n’a pas de méthode {method}.",
)
HONESTY_IDLE = Code(
    "HONESTY-IDLE",
    en="It declares neither that it writes nor that it reads.",
    fr="Il ne déclare ni écrire ni lire.",
)
HONESTY_PRODUCT = Code(
    "HONESTY-PRODUCT",
    en="It declares that it takes this kind of product, and does not write it. Leave the kind out of products=….",
    fr="Il déclare prendre ce genre de produit et ne l’écrit pas. Retirez ce genre de products=….",
)
HONESTY_STREAM = Code(
    "HONESTY-STREAM",
    en="What it writes in one stream does not come back product by product as each on its own.",
    fr="Ce qu’il écrit en un flux ne revient pas produit par produit comme chacun seul.",
)
HONESTY_MEMORY = Code(
    "HONESTY-MEMORY",
    en="It says that it streams, and holds the whole stream in memory: it must write each as it comes, and read as it "
    "is asked.",
    fr="Il dit traiter des flux et garde tout en mémoire\u00a0: il doit écrire chaque produit à mesure et lire à la "
    "demande.",
)

_METHODS = (
    ("writes", "write"),
    ("reads", "read"),
    ("streams", "write_many"),
    ("streams", "read_many"),
)
#: How many products a stream of the kit holds: enough that a buffer does not swallow it.
_LENGTH = 60


def _capabilities_declared(trial: Trial) -> Shortfall | None:
    able = trial.able
    if able is None or able.name != trial.name or able.smir_api not in API_VERSIONS:
        return Shortfall(HONESTY_FORM.at())
    if not (able.writes or able.reads):
        return Shortfall(HONESTY_IDLE.at())
    for ability, method in _METHODS:
        needed = (
            getattr(able, ability) and (method != "read_many" or able.reads) and (method != "write_many" or able.writes)
        )
        if needed and not callable(attempt(lambda method=method: getattr(trial.serializer, method)).value):  # type: ignore[misc]
            return Shortfall(HONESTY_METHOD.at(ability=ability, method=method))
    return None


def _every_declared_product(trial: Trial) -> Shortfall | NotApplicable | None:
    if not trial.writes or not trial.kinds:
        return NotApplicable(ANSWERS_NO_WRITING.at())
    for one in trial.planted():
        for released in (one.to_itself, one.to_partner, one.to_carrier):
            if trial.write(released).refusal is not None:
                return Shortfall(HONESTY_PRODUCT.at(), of_release(released))
    return None


def _streams(trial: Trial) -> Shortfall | NotApplicable | None:
    if not trial.writes or not trial.kinds:
        return NotApplicable(ANSWERS_NO_WRITING.at())
    if trial.able is None or not trial.able.streams:
        return NotApplicable(ANSWERS_NO_STREAM.at())
    if not callable(attempt(lambda: trial.serializer.write_many).value):
        return None  # it is another check that says so
    kind = Report if Report in trial.kinds else trial.kinds[0]
    released = [one.to_partner for one in (plant(kind, 21), plant(kind, 22), plant(kind, 23))]
    file = io.BytesIO()
    in_time: list[bool] = []

    def as_they_come() -> Iterator[Released[Any]]:
        for at, one in enumerate(released * (_LENGTH // 3)):
            in_time.append(at < _LENGTH // 2 or file.tell() > 0)
            yield one

    attempt(lambda: trial.serializer.write_many(as_they_come(), file))
    if not all(in_time):
        return Shortfall(HONESTY_MEMORY.at())
    if not trial.reads:
        return NotApplicable(ANSWERS_NO_READING.at()) if file.tell() else Shortfall(HONESTY_STREAM.at())
    return _read_stream(trial, file.getvalue(), released)


def _read_stream(trial: Trial, data: bytes, released: list[Released[Any]]) -> Shortfall | None:
    alone = [trial.understood(trial.wrote(one) or b"") for one in released] * (_LENGTH // 3)
    source = io.BytesIO(data)
    first: list[int] = []

    def one_by_one() -> list[Any]:
        found = []
        for outcome in trial.serializer.read_many(source, DEFAULT_LIMITS):
            first.append(source.tell())
            found.append(outcome)
        return found

    outcomes = attempt(one_by_one).value or []
    values = [outcome.value for outcome in outcomes if isinstance(outcome, Outcome)]
    if [_told(value) for value in values] != [_told(value) for value in alone]:
        return Shortfall(HONESTY_STREAM.at())
    return Shortfall(HONESTY_MEMORY.at()) if first[0] >= len(data) else None


def _told(received: Any) -> Any:
    return (received.product, received.note) if isinstance(received, Received) else None


CAPABILITIES_DECLARED = Check(
    "capabilities-declared",
    Words(
        "It declares what it can do, and has a method for each.",
        "Il déclare ce qu’il sait faire, avec une méthode pour chaque chose.",
    ),
    Words(
        "The house asks before work begins; an ability without a method fails in the middle of it.",
        "La maison demande avant tout travail\u202f; une capacité sans méthode échoue en plein milieu.",
    ),
    "10",
    _capabilities_declared,
)
EVERY_DECLARED_PRODUCT = Check(
    "every-declared-product",
    Words("It writes every kind of product that it declares.", "Il écrit chaque genre de produit qu’il déclare."),
    Words(
        "The first message sent in a format that was tried with alerts only is a bad moment to find out.",
        "Le premier message envoyé dans un format essayé avec des alertes seules est un mauvais moment pour "
        "l’apprendre.",
    ),
    "10",
    _every_declared_product,
)
STREAMS = Check(
    "streams",
    Words("A stream is written and read product by product.", "Un flux s’écrit et se lit produit par produit."),
    Words(
        "A national archive is larger than memory; a stream that is gathered first is none.",
        "Une archive nationale dépasse la mémoire\u202f; un flux d’abord rassemblé n’en est pas un.",
    ),
    "10",
    _streams,
)
