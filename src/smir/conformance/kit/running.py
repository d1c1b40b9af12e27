"""The serializer kit: the list of its checks, and running them on one serializer."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import metadata
from typing import Any

from smir.conformance.kit import honesty, keeping, reading, secrecy, writing
from smir.conformance.kit.check import Check
from smir.conformance.kit.report import Report
from smir.conformance.kit.trial import trial_of
from smir.release import Released
from smir.serializers import Serializer

#: How many examples a check draws unless told otherwise.
EXAMPLES = 20

_CHECKS = (
    honesty.CAPABILITIES_DECLARED,
    honesty.EVERY_DECLARED_PRODUCT,
    honesty.STREAMS,
    writing.BYTES_OR_OUR_ERROR,
    writing.INPUT_UNTOUCHED,
    writing.SAME_BYTES,
    writing.SAME_BYTES_ELSEWHERE,
    secrecy.NO_LEAK,
    secrecy.NO_DANGLING_REFERENCE,
    secrecy.ONE_RECIPIENT_AT_A_TIME,
    secrecy.NOTHING_ASIDE,
    keeping.ROUND_TRIP,
    keeping.GRADE_AND_HANDLING,
    keeping.UNKNOWN_MEMBERS,
    reading.ONLY_OUR_ERRORS,
    reading.ERRORS_WITHOUT_VALUES,
    reading.NO_TRUNCATION,
    reading.NO_DUPLICATES,
    reading.NO_COERCION,
    reading.LIMITS_KEPT,
)


def checks() -> tuple[Check, ...]:
    """The checks of the serializer kit, in order.

    A test can be parametrised with them: ``serializer_kit(MyFormat(), only=[check]).failed`` is empty where it holds.

    >>> [check.id for check in checks()][:2]
    ['capabilities-declared', 'every-declared-product']
    """
    return _CHECKS


def serializer_kit(
    serializer: str | Serializer,
    *,
    examples: int = EXAMPLES,
    releases: Iterable[Released[Any]] = (),
    only: Iterable[Check] | None = None,
) -> Report:
    """Try a serializer: what it must do, and what it must never do, whatever it is handed.

    The serializer is called directly, without the guard of the house, so that its own faults show. Products are
    invented, drawn the same each time, and nothing of them is printed or stored.

    Args:
        serializer: The name of its entry point, or the object.
        examples: How many examples each check draws beside those it always tries.
        releases: Releases of your own, tried besides. Their values do not show in the report.
        only: The checks to run; all of them unless given.

    Raises:
        smir.Unavailable: ``PLUGIN-…`` where no serializer of that name can be loaded; ``ENTRY-EXTRA`` without
            Hypothesis.

    >>> report = serializer_kit("json", examples=0, only=checks()[:2])
    >>> report.ok, report.name
    (True, 'json')
    """
    trial = trial_of(serializer, examples=examples, releases=tuple(releases))
    chosen = checks() if only is None else tuple(only)
    return Report(trial.name, trial.package, _version(), tuple(check.run(trial) for check in chosen))


def _version() -> str:
    try:
        return metadata.version("smir")
    except metadata.PackageNotFoundError:
        return "unknown"
