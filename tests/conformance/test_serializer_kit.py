"""The serializer kit catches what it says it catches: every check has a saboteur, and the formats of the house pass."""

from __future__ import annotations

import json
import os

import pytest

from smir.conformance import Check, Verdict, checks, serializer_kit
from smir.conformance.kit.traces import trace
from smir.conformance.kit.trial import plant
from smir.findings import Unavailable
from smir.products import Alert, Report
from tests.conformance.saboteurs import (
    SABOTEURS,
    AddsTheNotes,
    Faultless,
    QuotesTheValue,
    RaisesKeyError,
    StampsTheTime,
    TidiesTexts,
)

EXAMPLES = 200 if os.environ.get("SMIR_SLOW") == "1" else 2
BY_ID = {check.id: check for check in checks()}
#: The checks in which reading takes no part: a saboteur that writes as the faultless one does comes out of them like it.
WRITING = {
    "every-declared-product",
    "bytes-or-our-error",
    "input-untouched",
    "same-bytes",
    "same-bytes-elsewhere",
    "no-leak",
    "no-dangling-reference",
    "one-recipient-at-a-time",
    "nothing-aside",
}


#: The same of reading; one saboteur that writes in its own way goes through all of them even so.
HOSTILE = {
    "only-our-errors",
    "errors-without-values",
    "no-truncation",
    "no-duplicates",
    "no-coercion",
    "limits-kept",
}


@pytest.mark.parametrize("saboteur", SABOTEURS, ids=lambda kind: kind.__name__)
def test_a_saboteur_fails_exactly_its_checks(saboteur: type[Faultless]) -> None:
    settled = WRITING if saboteur.write is Faultless.write else set()
    if saboteur.read is Faultless.read and saboteur is not StampsTheTime:
        settled = settled | HOSTILE
    tried = [check for check in checks() if check.id not in settled or check.id in saboteur.fails]
    report = serializer_kit(saboteur(), examples=0, only=tried)
    assert {result.check.id for result in report.failed} == saboteur.fails, report.message()


@pytest.mark.parametrize("check", checks(), ids=str)
def test_every_check_has_a_saboteur_that_fails_it_alone(check: Check) -> None:
    assert any(saboteur.fails == {check.id} for saboteur in SABOTEURS)


def test_what_all_saboteurs_are_without_their_fault_passes() -> None:
    report = serializer_kit(Faultless(), examples=1)
    assert report.ok, report.message()


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_the_formats_of_the_house_pass(name: str) -> None:
    report = serializer_kit(name, examples=EXAMPLES)
    assert report.ok, report.message()
    assert {result.check.id for result in report.results if result.verdict is Verdict.NOT_APPLICABLE} <= {"streams"}
    assert report.package.startswith("smir ")


@pytest.mark.parametrize("check", checks(), ids=str)
def test_a_check_says_what_it_claims_and_why_in_both_languages(check: Check) -> None:
    for words in (check.claim, check.why):
        assert words.en.endswith(".")
        assert words.fr.endswith(".")
        assert words.en != words.fr
    assert 1 <= int(check.clause) <= 13, "a rule of the architecture page"


def test_the_ids_of_checks_are_unique() -> None:
    assert len(BY_ID) == len(checks())


@pytest.mark.parametrize("saboteur", [QuotesTheValue, RaisesKeyError, TidiesTexts])
def test_a_report_shows_no_value_of_an_example(saboteur: type[Faultless]) -> None:
    report = serializer_kit(saboteur(), examples=3, only=[BY_ID[name] for name in saboteur.fails])
    assert report.failed
    words = plant(Alert, 1).words
    said = "\n".join([report.message("en"), report.message("fr"), repr(report), json.dumps(report.plain())])
    assert trace(said.encode(), words) is None


def test_the_example_of_a_failure_is_small() -> None:
    report = serializer_kit(AddsTheNotes(), examples=5, only=[BY_ID["no-leak"]])
    example = report.of("no-leak").example
    assert example is not None
    assert example.places == ("/notes",)


def test_a_report_can_be_filed() -> None:
    report = serializer_kit(RaisesKeyError(), examples=0, only=[BY_ID["bytes-or-our-error"], BY_ID["streams"]])
    filed = json.loads(json.dumps(report.plain()))
    assert filed["format"] == "smir.conformance/1"
    assert [result["verdict"] for result in filed["results"]] == ["failed", "not-applicable"]
    assert filed["results"][0]["finding"] == "WRITING-FAILURE"
    assert "KeyError" in report.message()
    assert "1 échoués" in report.message("fr")
    with pytest.raises(KeyError):
        report.of("no-such-check")


def test_releases_of_ones_own_are_tried_too() -> None:
    own = plant(Report, 9).to_itself
    report = serializer_kit(Faultless(), examples=0, releases=[own], only=[BY_ID["round-trip"], BY_ID["same-bytes"]])
    assert report.ok

    class NoReports(Faultless):
        def write(self, released: object, /) -> bytes:
            if getattr(released, "product", None) == own.product:
                raise KeyError
            return bytes(super().write(released))

    (failed,) = serializer_kit(
        NoReports(), examples=0, releases=[own], only=[BY_ID["bytes-or-our-error"], BY_ID["round-trip"]]
    ).failed
    assert failed.check.id == "bytes-or-our-error"


def test_a_name_that_nobody_has_is_our_error() -> None:
    with pytest.raises(Unavailable) as caught:
        serializer_kit("nobody-has-this")
    assert caught.value.findings[0].code == "PLUGIN-UNKNOWN"


def test_a_format_that_does_nothing_has_nothing_to_try() -> None:
    class Bare:
        capabilities = None

        def write(self, released: object, /) -> bytes:
            return b""

    report = serializer_kit(Bare(), examples=0)  # type: ignore[arg-type]  # it is no serializer, on purpose
    assert [result.check.id for result in report.failed] == ["capabilities-declared"]
    assert all(result.verdict is not Verdict.PASSED for result in report.results)


def test_a_format_that_only_writes_is_not_asked_to_read() -> None:
    class Telegram(Faultless):
        reads = False
        lossless = False

        def write(self, released, /) -> bytes:
            return f"{released.product.grade}\n".encode()

    report = serializer_kit(Telegram(), examples=1)
    assert report.ok, report.message()
    assert report.of("round-trip").verdict is Verdict.NOT_APPLICABLE
    assert report.of("no-leak").verdict is Verdict.PASSED


def test_a_format_that_only_reads_is_tried_with_hostile_input() -> None:
    class Inbox:
        capabilities = Faultless().capabilities.__class__(
            **{
                name: getattr(Faultless().capabilities, name)
                for name in ("smir_api", "name", "format_version", "media_type", "suffix", "description")
            },
            reads=True,
        )

        def read(self, data: bytes, /, limits: object = None) -> object:
            raise ValueError(data)

    report = serializer_kit(Inbox(), examples=1)  # type: ignore[arg-type]  # it does not write
    assert [result.check.id for result in report.failed] == ["only-our-errors"]
