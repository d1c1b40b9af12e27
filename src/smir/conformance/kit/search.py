"""The search for the smallest example that fails: given ones first, then drawn ones, without a trace of them left."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from random import Random
from typing import TYPE_CHECKING, Any, TypeVar

from smir.conformance.entry import need_hypothesis
from smir.conformance.kit.check import Shortfall

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

T = TypeVar("T")


def search(
    fails: Callable[[T], Shortfall | None],
    given: Iterable[T],
    drawn: Callable[[], SearchStrategy[T]],
    *,
    examples: int,
) -> Shortfall | None:
    """The shortfall of the smallest example found, or nothing.

    Nothing of an example is printed or stored on disk; the draws are the same each time.

    Args:
        fails: What is wrong with an example.
        given: Examples that are always tried.
        drawn: Makes the strategy for more; called only when needed.
        examples: How many to draw.
    """
    large = next((found for example in given if (found := fails(example)) is not None), None)
    return _smallest(fails, drawn, examples) or large


def _smallest(
    fails: Callable[[T], Shortfall | None], drawn: Callable[[], SearchStrategy[T]], examples: int
) -> Shortfall | None:
    if examples < 1:
        return None
    find, settings, phases, missed = _hypothesis()
    last: list[Shortfall] = []

    def falls_short(example: T) -> bool:
        found = fails(example)
        if found is not None:
            last.append(found)
        return found is not None

    chosen, repeatable = settings(max_examples=examples, phases=phases), Random(1)  # noqa: S311 - on purpose
    # Where nothing is found, nothing stands; where what was found does not fail twice, the last failure does.
    with suppress(*missed):
        find(drawn(), falls_short, settings=chosen, random=repeatable)
    return last[-1] if last else None


def _hypothesis() -> tuple[Callable[..., Any], Callable[..., Any], tuple[Any, ...], tuple[type[Exception], ...]]:
    need_hypothesis()
    from hypothesis import HealthCheck, Phase, Verbosity, errors, find, settings

    def quiet(**given: Any) -> Any:
        return settings(
            **given,
            database=None,
            deadline=None,
            derandomize=False,
            report_multiple_bugs=False,
            print_blob=False,
            suppress_health_check=list[Any](HealthCheck),
            verbosity=Verbosity.quiet,
        )

    missed = (errors.NoSuchExample, errors.Unsatisfiable, errors.Flaky)
    return find, quiet, (Phase.generate, Phase.shrink), missed
