"""Everything that is said aside while something runs: logs, what is printed, warnings, and the texts of errors."""

from __future__ import annotations

import io
import logging
import traceback
import warnings
from collections.abc import Callable, Generator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import Any, Generic, TypeVar

from attrs import field, frozen

from smir.findings import Outcome, SmirError

T = TypeVar("T")


@frozen
class Attempt(Generic[T]):
    """What came of calling foreign code once.

    Args:
        value: What it gave back, where it did.
        refusal: An error of ours that it raised.
        failure: The type of any other error, which must not come out.
        aside: Logs, prints and warnings, as one text.
    """

    value: T | None = field(default=None, repr=False)
    refusal: SmirError | None = None
    failure: str | None = None
    aside: str = field(default="", repr=False)


def attempt(function: Callable[[], T]) -> Attempt[T]:
    """Call foreign code, whatever it does; only the user's own interruption passes through.

    >>> attempt(lambda: 1 / 0).failure
    'ZeroDivisionError'
    """
    value, refusal, failure = None, None, None
    with listening() as heard:
        try:
            value = function()
        except SmirError as error:
            refusal = error
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 - sys.exit and the like are answers too
            failure = type(error).__name__[:64]
    return Attempt(value, refusal, failure, "\n".join(heard()))


def words_of_error(error: SmirError) -> str:
    """Everything that an error of ours would tell: both reports, its repr, and the errors that hang on it."""
    chain = "".join(traceback.TracebackException.from_exception(error, lookup_lines=False).format())
    return "\n".join([chain, repr(error), error.report("en"), error.report("fr")])


def words_of_outcome(outcome: Outcome[Any]) -> str:
    """Everything that an outcome tells without being asked for its value."""
    found = [f"{finding} {finding!r} {finding.message('fr')} {finding.path}" for finding in outcome.findings]
    return "\n".join([repr(outcome), *found])


class _Ear(logging.Handler):
    def __init__(self) -> None:
        super().__init__(level=0)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())
        self.heard.append(repr(record.args))
        if record.exc_info:
            self.heard.append("".join(traceback.format_exception(*record.exc_info)))


@contextmanager
def listening() -> Generator[Callable[[], list[str]]]:
    """Hear every log record at any level, everything printed, and every warning."""
    ear, printed = _Ear(), io.StringIO()
    warned: list[warnings.WarningMessage] = []
    root = logging.getLogger()
    level = root.level
    root.addHandler(ear)
    root.setLevel(1)
    try:
        with warnings.catch_warnings(record=True) as caught, redirect_stdout(printed), redirect_stderr(printed):
            warnings.simplefilter("always")
            yield lambda: [*ear.heard, printed.getvalue(), *(str(warning.message) for warning in warned)]
            warned.extend(caught)
    finally:
        root.setLevel(level)
        root.removeHandler(ear)
