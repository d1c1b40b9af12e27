"""What a finding promises: a stable code, a place, words in two languages, and never the value."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.findings import (
    Code,
    Finding,
    Invalid,
    Outcome,
    Refused,
    Severity,
    SmirError,
    Unavailable,
    Words,
    errors_among,
)

HEAVY = Code("SAMPLE-HEAVY", en="At most {limit} {unit}.", fr="Au plus {limit} {unit}.")
ODD = Code("SAMPLE-ODD", en="Odd.", fr="Étrange.", severity=Severity.WARNING)
ROOMS = st.sampled_from(["", "/a", "/a/0", "/a~1b"])


def test_a_finding_speaks_both_languages_with_words_of_each() -> None:
    found = HEAVY.at("/mass", limit=5, unit=Words("boxes", "colis"))
    assert (found.message(), found.message("fr")) == ("At most 5 boxes.", "Au plus 5 colis.")
    assert (found.code, found.path, found.severity) == ("SAMPLE-HEAVY", "/mass", Severity.ERROR)
    assert found.anchor == "reference/findings.html#sample-heavy"


@given(ROOMS, ROOMS)
def test_a_finding_seen_from_above_only_gains_a_prefix(above: str, below: str) -> None:
    found = ODD.at(below)
    assert found.under(above) == Finding(ODD, above + below)
    assert found.under("") == found


@pytest.mark.parametrize("kind", [Invalid, Refused, Unavailable, SmirError])
def test_errors_pickle_and_copy_with_all_findings(kind: type[SmirError]) -> None:
    error = kind([HEAVY.at("/mass", limit=5, unit="boxes"), ODD.at()])
    for again in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):
        assert type(again) is kind
        assert again.findings == error.findings
    assert str(error) == "SAMPLE-HEAVY /mass: At most 5 boxes.\nSAMPLE-ODD /: Odd."
    assert error.report("fr").startswith("SAMPLE-HEAVY /mass\u00a0: Au plus 5 boxes.")


def test_the_findings_of_an_error_cannot_be_replaced() -> None:
    error = Invalid([ODD.at()])
    with pytest.raises(AttributeError):
        error.findings = ()  # type: ignore[misc]


def test_an_outcome_gives_its_value_or_raises_with_everything_found() -> None:
    warned = Outcome(12, (ODD.at(),))
    assert (warned.ok, warned.require()) == (True, 12)
    failed = Outcome(12, (ODD.at(), HEAVY.at(limit=5, unit="boxes")))
    with pytest.raises(Invalid) as caught:
        failed.require()
    assert caught.value.findings == failed.findings
    assert errors_among(failed.findings) == failed.findings[1:]


def test_neither_an_outcome_nor_a_finding_shows_a_value() -> None:
    assert "Canary" not in repr(Outcome("Canary", (ODD.at("/name"),)))
    assert repr(ODD.at("/name")) == "<Finding SAMPLE-ODD warning at /name>"
