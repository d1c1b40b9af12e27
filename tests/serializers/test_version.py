"""Versions of the format: an older file reads with a report of what changed since, a newer one with a warning."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from smir.findings import Severity, Words
from smir.serializers.version import CURRENT, FormatVersion, Step, compared, history

numbers = st.integers(0, 9999)
INVENTED = (
    Step(FormatVersion("1.0"), Words("the first form", "la première forme")),
    Step(FormatVersion("1.1"), Words("a list of seals", "une liste de scellés")),
    Step(FormatVersion("1.10"), Words("a colour", "une couleur")),
)


def test_the_history_ends_with_the_version_that_is_written() -> None:
    versions = [step.version.numbers for step in history()]
    assert versions == sorted(set(versions))
    assert history()[-1].version.text == CURRENT
    assert all(step.change.en != step.change.fr for step in history())


def test_the_current_version_has_nothing_to_say() -> None:
    assert list(compared(FormatVersion(CURRENT))) == []


def test_an_older_file_tells_each_change_since() -> None:
    found = list(compared(FormatVersion("1.0"), INVENTED))
    assert [(one.code, one.severity) for one in found] == [("FORMAT-CHANGED", Severity.NOTE)] * 2
    assert "une liste de scellés" in found[0].message("fr")
    assert "1.10" in found[1].message("en")
    assert [one.code for one in compared(FormatVersion("1.2"), INVENTED)] == ["FORMAT-CHANGED"]


@given(numbers, numbers)
def test_any_version_is_current_older_newer_or_another(major: int, minor: int) -> None:
    codes = {finding.code for finding in compared(FormatVersion(f"{major}.{minor}"), INVENTED)}
    if major != 1:
        assert codes == {"FORMAT-MAJOR"}
    elif minor == 10:
        assert codes == set()
    else:
        assert codes == ({"FORMAT-NEWER"} if minor > 10 else {"FORMAT-CHANGED"})


@given(numbers, numbers)
def test_a_version_reads_as_it_is_written(major: int, minor: int) -> None:
    version = FormatVersion(f"{major}.{minor}")
    assert version.numbers == (major, minor)
    assert FormatVersion.parse(str(version)) == version
