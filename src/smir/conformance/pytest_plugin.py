"""Where pytest enters: ``--smir-serializer=NAME`` adds the serializer kit for a format to the tests of a run.

Nothing else is loaded before the option is given, Hypothesis least of all.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from smir.conformance.kit.check import Check
    from smir.conformance.kit.trial import Trial


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the options."""
    group = parser.getgroup("smir", "conformance of formats (smir)")
    group.addoption(
        "--smir-serializer",
        action="append",
        default=[],
        metavar="NAME",
        help="try the format of that name with the serializer kit; may be repeated",
    )
    group.addoption(
        "--smir-examples",
        type=int,
        default=20,
        metavar="NUMBER",
        help="how many examples each check of the kit draws",
    )


def pytest_collection_modifyitems(session: pytest.Session, items: list[pytest.Item]) -> None:
    """Add one item for each check of each format that was named."""
    for name in _option(session.config, "--smir-serializer"):
        kit = Kit.from_parent(session, name=name, nodeid=f"smir-serializer::{name}")
        items.extend(kit.collect())


def _option(config: pytest.Config, name: str) -> Any:
    return config.getoption(name)


class Kit(pytest.Collector):
    """The serializer kit for one format."""

    def collect(self) -> Iterator[KitItem]:
        """One item for each check."""
        from smir.conformance.kit import checks

        for check in checks():
            yield KitItem.from_parent(self, name=check.id, check=check)

    @property
    def trial(self) -> Trial:
        """The trial that all checks share; made when the first of them runs."""
        from smir.conformance.kit.trial import trial_of

        made: Trial | None = getattr(self, "_trial", None)
        if made is None:
            made = self._trial = trial_of(self.name, examples=_option(self.config, "--smir-examples"))
        return made


class KitItem(pytest.Item):
    """One check of the kit, on one format."""

    def __init__(self, *, check: Check, **given: Any) -> None:
        super().__init__(**given)
        self.check = check

    def runtest(self) -> None:
        """Run the check; one that does not apply is skipped with its reason."""
        from smir.conformance.kit import Verdict

        assert isinstance(self.parent, Kit)  # noqa: S101 - for type checkers
        result = self.check.run(self.parent.trial)
        if result.verdict is Verdict.NOT_APPLICABLE and result.finding is not None:
            pytest.skip(result.finding.message())
        if result.verdict is Verdict.FAILED:
            pytest.fail(result.message(), pytrace=False)

    def reportinfo(self) -> tuple[Any, int | None, str]:
        """What heads the report of a failure."""
        return self.path, None, f"{self.parent.name if self.parent else ''}: {self.check.claim.en}"
