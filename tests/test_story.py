"""The story on the first page, run exactly as a reader would type it, and every claim that the page makes of it."""

from __future__ import annotations

import ast
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
STORY, PRINTED = re.findall(r"```(?:python|text)\n(.*?)```", README.partition("## One story")[2], re.DOTALL)[:2]
NAME = "Ignatius Exemplar"


@cache
def told() -> dict[str, Any]:
    """The names that the story leaves behind."""
    names: dict[str, Any] = {}
    exec(compile(STORY, "README.md", "exec"), names)
    return names


def test_it_prints_what_the_page_shows(capsys: pytest.CaptureFixture[str]) -> None:
    told.cache_clear()
    told()
    assert capsys.readouterr().out == PRINTED


def test_it_has_twelve_statements() -> None:
    assert len(ast.parse(STORY).body) == 12


def test_the_alert_was_checked_numbered_and_dated() -> None:
    from smir import Status
    from smir.findings import errors_among

    alert, office = told()["alert"], told()["office"]
    assert alert.status is Status.ISSUED
    assert str(alert.urn).startswith("FR-DGDDI-")
    assert alert.created_at is not None
    assert not alert.valid.is_relative
    assert errors_among(office.check(alert)) == ()


def test_all_three_answers_occur_and_the_refused_document_is_kept_aside() -> None:
    import smir

    reading = smir.declarations.read(smir.declarations.samples())
    verdicts = [result.verdict for result in smir.screen([told()["alert"]], reading)]
    assert {verdict: verdicts.count(verdict) for verdict in smir.Verdict} == {
        smir.Verdict.HIT: 1,
        smir.Verdict.NO_HIT: 15,
        smir.Verdict.CANNOT_TELL: 3,
    }
    assert [aside.name for aside in reading.kept_aside] == ["TT_IM084__TT_IM084a.xml"]


def test_the_partner_receives_the_alert_without_the_person() -> None:
    from smir import Withheld

    released = told()["released"]
    assert [type(entity) for entity in released.product.entities[1:]] == [Withheld]
    assert NAME not in told()["partner_bytes"].decode()
    assert released.product.criteria == told()["alert"].criteria


def test_what_the_partner_reads_is_what_was_released() -> None:
    released, received = told()["released"], told()["received"]
    assert (received.product, received.note) == (released.product, released.note)
    assert json.loads(told()["partner_bytes"])["format"] == "smir"


def test_the_carrier_is_refused_and_nothing_is_written_for_it() -> None:
    from smir import Refused

    with pytest.raises(Refused, match="PERMISSION-AUDIENCE"):
        told()["office"].release(told()["alert"], to=told()["carrier"])


def test_the_alert_itself_cannot_be_written() -> None:
    import smir

    with pytest.raises(smir.Unavailable, match="FORMAT-RELEASED"):
        smir.dumps(told()["alert"], "json")


def test_what_was_received_is_not_passed_on_without_its_originators_agreement() -> None:
    import smir

    received = told()["received"]
    belgian = smir.Office(country="BE", authority="AGDA")
    hague = smir.Recipient(
        country=smir.CountryCode("NL"),
        authority="DOUANE",
        kind=smir.RecipientKind.CUSTOMS,
        purposes=(smir.Purpose.DETECT,),
    )
    with pytest.raises(smir.Refused, match="RELEASE-THIRD-PARTY"):
        belgian.release(received, to=hague)
    assert belgian.release(received, to=hague, consent="FR-2026-17").note.consent == "FR-2026-17"


def test_no_repr_or_report_shows_the_person() -> None:
    shown = repr({name: value for name, value in told().items() if name != "__builtins__"} | {"partner_bytes": b""})
    assert NAME not in shown
