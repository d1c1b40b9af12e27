"""Code lists: asked by code and by day, what they do not hold is kept, and nothing that is asked leaks."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from typing import Any

import pytest
from attrs import validators
from hypothesis import given
from hypothesis import strategies as st

from smir.findings import Invalid, Severity
from smir.vocabulary import CodeList, CodeRow, French, Head, Standing, Status

CANARY = "Canary Marjolaine 7f3a"
EN = (("en", "x"),)


def head_named(name: str = "list-zz") -> Head:
    return Head(name, scheme="Zedland", version="1", title=(("en", "Zed"),), source="invented")


days = st.dates(dt.date(1990, 1, 1), dt.date(2030, 12, 31))


@st.composite
def histories(draw: st.DrawFn) -> tuple[CodeRow, ...]:
    """Rows of one code whose days do not overlap, shuffled; first and last may be open."""
    edges = sorted(draw(st.sets(days, min_size=2, max_size=8)))
    pairs = list(zip(edges[::2], edges[1::2], strict=False))
    rows = [CodeRow("A", (("en", str(place)),), valid_from=a, valid_until=b) for place, (a, b) in enumerate(pairs)]
    if draw(st.booleans()):
        rows[0] = CodeRow("A", rows[0].labels, valid_until=rows[0].valid_until)
    if draw(st.booleans()):
        rows[-1] = CodeRow("A", rows[-1].labels, valid_from=rows[-1].valid_from)
    return tuple(draw(st.permutations(rows)))


@given(histories(), days)
def test_a_lookup_by_day_gives_the_one_row_that_covers_it(rows: tuple[CodeRow, ...], on: dt.date) -> None:
    codes = CodeList(head_named(), rows)
    covering = [row for row in rows if (row.valid_from or on) <= on <= (row.valid_until or on)]
    outcome = codes.row("A", on=on)
    assert len(covering) <= 1
    assert codes.get("A", on) == (covering[0] if covering else None)
    assert outcome.value in rows
    assert [finding.code for finding in outcome.findings] == ([] if covering else ["VOCABULARY-DATE"])
    if covering:
        assert outcome.value == covering[0]


@given(histories(), days)
def test_the_row_before_a_gap_answers_for_the_gap(rows: tuple[CodeRow, ...], on: dt.date) -> None:
    codes = CodeList(head_named(), rows)
    ordered = sorted(rows, key=lambda row: row.valid_from or dt.date.min)
    begun = [row for row in ordered if (row.valid_from or dt.date.min) <= on]
    assert codes.row("A", on=on).value == (begun[-1] if begun else ordered[0])


@given(histories())
def test_without_a_day_the_latest_row_answers_and_no_date_is_judged(rows: tuple[CodeRow, ...]) -> None:
    outcome = CodeList(head_named(), rows).row("A")
    assert outcome.value == max(rows, key=lambda row: row.valid_from or dt.date.min)
    assert not outcome.findings


@given(histories(), st.data())
def test_two_rows_of_a_code_for_one_day_are_refused(rows: tuple[CodeRow, ...], data: st.DataObject) -> None:
    doubled = data.draw(st.sampled_from(rows))
    with pytest.raises(Invalid) as caught:
        CodeList(head_named(), (*rows, doubled))
    assert {finding.code for finding in caught.value.findings} == {"VOCABULARY-DUPLICATE"}


@given(st.text())
def test_an_unknown_code_comes_back_with_a_warning(code: str) -> None:
    codes = CodeList(head_named(), (CodeRow("\u2603 known", EN),))
    outcome = codes.row(code, on=dt.date(2020, 1, 1))
    assert outcome.ok
    row = outcome.require()
    assert (row.code, row.known, row.labels) == (code, False, ())
    assert [(finding.code, finding.severity) for finding in outcome.findings] == [("VOCABULARY-CODE", Severity.WARNING)]
    assert codes.label(code, "fr") == code
    assert code not in codes


def test_nothing_that_is_asked_leaks(ports: CodeList) -> None:
    outcome = ports.row(CANARY)
    told = [repr(outcome), repr(outcome.value), repr(ports)]
    told += [finding.message(language) + str(finding) for finding in outcome.findings for language in ("en", "fr")]
    assert not any(CANARY in text for text in told)


@pytest.mark.parametrize("code", [None, 1, b"1", ["1"], ("1",)])
def test_what_is_not_text_is_an_error_and_no_exception(ports: CodeList, code: Any) -> None:
    outcome = ports.row(code)
    assert [finding.code for finding in outcome.findings] == ["VOCABULARY-TYPE"]
    assert ports.get(code) is None
    assert code not in ports
    assert ports.label(code) is code


def test_one_code_may_change_hands(ports: CodeList) -> None:
    assert ports.label("ZZAAA", on=dt.date(2009, 1, 1)) == "Old Aldport"
    assert ports.label("ZZAAA", "fr", on=dt.date(2016, 1, 1)) == "Aldport-Neuf"
    assert ports.row("ZZAAA", dt.date(2012, 6, 1)).require().label() == "Old Aldport"
    assert ports.codes == ("ZZAAA", "ZZBBB")
    assert (len(ports), [row.code for row in ports]) == (3, ["ZZAAA", "ZZBBB", "ZZAAA"])


def test_a_day_before_every_row_gives_the_first_one_with_a_warning(head: Head) -> None:
    codes = CodeList(head, (CodeRow("A", EN, valid_from=dt.date(2020, 1, 1)),))
    outcome = codes.row("A", dt.date(2019, 1, 1))
    assert outcome.require().code == "A"
    assert [finding.code for finding in outcome.findings] == ["VOCABULARY-DATE"]


def test_a_label_falls_back_to_english_then_to_the_code(ports: CodeList) -> None:
    assert ports.label("ZZBBB", "fr") == "Bexhavre"
    assert ports.label("ZZBBB", "pt-BR") == "Bexhaven"
    assert CodeRow("X", (("en", "ex"), ("fr", "ixe"))).languages == ("en", "fr")
    assert CodeRow("X", known=False).label("fr") == "X"


@pytest.mark.parametrize(
    ("standing", "until", "code"),
    [
        (Standing.WITHDRAWN, None, "VOCABULARY-WITHDRAWN"),
        (Standing.DEPRECATED, None, "VOCABULARY-DEPRECATED"),
        (Standing.WITHDRAWN, dt.date(2020, 1, 1), None),
        (Standing.CURRENT, None, None),
    ],
)
def test_a_code_its_keeper_no_longer_wants_is_remarked(standing: Standing, until: dt.date | None, code: str) -> None:
    codes = CodeList(head_named(), (CodeRow("A", EN, standing=standing, valid_until=until),))
    assert [finding.code for finding in codes.row("A").findings] == ([code] if code else [])


def test_a_day_on_which_the_list_was_not_in_force_is_remarked() -> None:
    head = Head(
        "list-zz",
        scheme="Z",
        version="1",
        title=EN,
        source="invented",
        valid_from=dt.date(2017, 1, 1),
        valid_until=dt.date(2021, 12, 31),
    )
    codes = CodeList(head, (CodeRow("A", EN),))
    found = {on: [finding.code for finding in codes.row("A", on).findings] for on in DAYS}
    assert found == dict(zip(DAYS, (["VOCABULARY-EDITION"], [], [], ["VOCABULARY-EDITION"]), strict=True))


DAYS = (dt.date(2016, 12, 31), dt.date(2017, 1, 1), dt.date(2021, 12, 31), dt.date(2022, 1, 1))


@pytest.mark.parametrize(
    ("wrong", "path"),
    [
        ({"code": ""}, "/code"),
        ({"code": " 1"}, "/code"),
        ({"code": "a\nb"}, "/code"),
        ({"code": 1}, "/code"),
        ({"code": "x" * 65}, "/code"),
        ({"labels": ()}, "/en"),
        ({"labels": (("fr", "x"),)}, "/en"),
        ({"labels": (("en", "x"), ("en", "y"))}, "/en"),
        ({"labels": (("en", "  "),)}, "/en"),
        ({"labels": (("en", "x"), ("fr", 3))}, "/fr"),
        ({"labels": (("en", "x"), ("english", "y"))}, "/labels"),
        ({"labels": (("en", "x"), "fr")}, "/labels"),
        ({"extras": [("low", "1")]}, "/extras"),
        ({"extras": (("low", 1),)}, "/extras"),
        ({"extras": (("Low", "1"),)}, "/extras"),
        ({"extras": (("low", "1"), ("low", "2"))}, "/extras"),
        ({"valid_from": "2020-01-01"}, "/valid_from"),
        ({"valid_until": dt.datetime(2020, 1, 1, tzinfo=dt.UTC)}, "/valid_until"),
        ({"valid_from": dt.date(2020, 1, 2), "valid_until": dt.date(2020, 1, 1)}, "/valid_from"),
        ({"standing": "current"}, "/standing"),
        ({"status": "ours"}, "/status"),
        ({"source": None}, "/source"),
    ],
)
def test_a_row_says_what_is_wrong_and_where(wrong: dict[str, Any], path: str) -> None:
    with pytest.raises(Invalid) as caught:
        CodeRow(**({"code": "1", "labels": EN} | wrong))
    assert [finding.path for finding in caught.value.findings] == [path]


def test_a_row_tells_everything_wrong_at_once() -> None:
    wrong: Any = {"code": "", "labels": (), "extras": 1, "valid_from": 1, "valid_until": 2}
    with pytest.raises(Invalid) as caught:
        CodeRow(**wrong)
    paths = {finding.path for finding in caught.value.findings}
    assert paths == {"/code", "/en", "/extras", "/valid_from", "/valid_until"}


@pytest.mark.parametrize(
    ("wrong", "path"),
    [
        ({"name": "Ports ZZ"}, "/name"),
        ({"name": "ports-"}, "/name"),
        ({"family": "Ports"}, "/family"),
        ({"scheme": ""}, "/scheme"),
        ({"version": 3}, "/version"),
        ({"source": " "}, "/source"),
        ({"licence": None}, "/licence"),
        ({"title": ()}, "/title/en"),
        ({"title": "Ports"}, "/title/labels"),
        ({"status": "ours"}, "/status"),
        ({"french": "absent"}, "/french"),
        ({"valid_from": "2020"}, "/valid_from"),
        ({"valid_from": dt.date(2020, 1, 2), "valid_until": dt.date(2020, 1, 1)}, "/valid_from"),
    ],
)
def test_a_head_says_what_is_wrong_and_where(wrong: dict[str, Any], path: str) -> None:
    right = {"name": "ports", "family": "ports", "scheme": "Z", "version": "1", "title": EN, "source": "invented"}
    with pytest.raises(Invalid) as caught:
        Head(**(right | wrong))
    assert path in [finding.path for finding in caught.value.findings]


def test_a_row_for_an_unknown_code_still_holds_text() -> None:
    wrong: Any = 7
    with pytest.raises(Invalid) as caught:
        CodeRow(wrong, known=False)
    assert [finding.path for finding in caught.value.findings] == ["/code"]


def test_checks_hold_where_attrs_validators_are_switched_off() -> None:
    with validators.disabled(), pytest.raises(Invalid):
        CodeRow("", EN)


@pytest.mark.parametrize("rows", [[CodeRow("A", EN)], (1,), (CodeRow("A", known=False),), None])
def test_a_list_takes_rows_of_lists_only(head: Head, rows: Any) -> None:
    with pytest.raises(Invalid) as caught:
        CodeList(head, rows)
    assert {finding.code for finding in caught.value.findings} == {"VOCABULARY-TYPE"}


def test_a_list_takes_a_head_only() -> None:
    wrong: Any = "ports"
    with pytest.raises(Invalid) as caught:
        CodeList(wrong, (CodeRow("A", EN),))
    assert [finding.path for finding in caught.value.findings] == ["/head"]


def test_a_list_cannot_be_changed_and_survives_a_copy(ports: CodeList) -> None:
    with pytest.raises(AttributeError):
        ports.rows = ()  # type: ignore[misc]
    for twin in (copy.deepcopy(ports), pickle.loads(pickle.dumps(ports))):
        assert twin == ports
        assert hash(twin) == hash(ports)
        assert twin.label("ZZBBB", "fr") == "Bexhavre"


def test_further_columns_are_told_by_name() -> None:
    row = CodeRow("A", EN, extras=(("alpha3", "AAA"),), status=Status.VERIFIED)
    assert (row.extra("alpha3"), row.extra("numeric"), row.status) == ("AAA", None, Status.VERIFIED)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("zzbbb", "ZZBBB"),
        ("BEXHAVRE", "ZZBBB"),
        ("zzb", "ZZBBB"),
        ("bex", "ZZBBB"),
        ("haven", "ZZBBB"),
        ("ZZBXB", "ZZBBB"),
    ],
)
def test_what_may_be_meant_is_suggested(ports: CodeList, text: str, first: str) -> None:
    assert ports.suggest(text)[0] == first


@given(st.text(max_size=300), st.integers(-1, 5))
def test_a_suggestion_is_a_code_of_the_list_and_there_are_no_more_than_asked(text: str, limit: int) -> None:
    codes = CodeList(head_named(), tuple(CodeRow(code, (("en", f"Étage {code}"),)) for code in ("A1", "A2", "B1", "É")))
    found = codes.suggest(text, limit)
    assert set(found) <= set(codes.codes)
    assert len(found) == len(set(found)) <= max(limit, 0)


@pytest.mark.parametrize("text", ["", " ", "x" * 201, None, 3])
def test_nothing_is_suggested_for_what_cannot_be_meant(ports: CodeList, text: Any) -> None:
    assert ports.suggest(text) == ()


def test_french_is_complete_or_the_list_says_not() -> None:
    assert [french for french in French if french.is_complete] == [French.OFFICIAL, French.PROPOSED]
