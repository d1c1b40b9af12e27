"""JSON: what is written reads back equal, byte for byte the same everywhere; what is not understood is kept."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from smir.conformance.products import releases
from smir.findings import Invalid, Severity, SmirError, Unavailable
from smir.office import Office
from smir.products import Alert, Product
from smir.release import Received, Released
from smir.serializers import dumps, loads, read
from smir.structure import Limits
from smir.structure.document import dumps as canonical_bytes
from tests.release import case

CANARY = "Canarina Invented-7f3a"  # as in the alert of the fixtures


@given(releases())
def test_what_is_written_reads_back_equal(released: Released[Product]) -> None:
    received = loads(dumps(released, "json"))
    assert (received.product, received.note) == (released.product, released.note)
    assert received.format == "json"
    assert not received.findings


@given(releases())
def test_reading_and_writing_again_changes_no_byte(released: Released[Product]) -> None:
    received = loads(dumps(released))
    assert canonical_bytes(received.product) == canonical_bytes(released.product)
    assert canonical_bytes(received.note) == canonical_bytes(released.note)


@given(releases())
def test_the_bytes_are_canonical(released: Released[Product]) -> None:
    data = dumps(released)
    assert rfc8785.dumps(json.loads(data)) == data


@given(releases())
def test_every_file_names_its_format_and_version(released: Released[Product]) -> None:
    plain = json.loads(dumps(released))
    assert (plain["format"], plain["version"]) == ("smir", "1.0")


@given(releases(), st.sampled_from([None, 1, "\t"]))
def test_any_spelling_of_the_same_json_reads_the_same(released: Released[Product], indent: int | str | None) -> None:
    spelt = json.dumps(json.loads(dumps(released)), indent=indent, ensure_ascii=True).encode()
    received = loads(spelt)
    assert (received.product, received.note) == (released.product, released.note)


def test_only_a_release_is_written(alert: Alert, whole: Released[Alert]) -> None:
    for given_ in (alert, loads(dumps(whole)), dumps(whole), None):
        with pytest.raises(Unavailable) as caught:
            dumps(given_)  # type: ignore[arg-type]
        assert [finding.code for finding in caught.value.findings] == ["FORMAT-RELEASED"]
        assert "office.release(product, to=recipient)" in caught.value.report("en")
        assert "office.release(produit, to=destinataire)" in caught.value.report("fr")


def test_what_is_received_can_be_released_to_oneself_and_comes_back_the_same(office: Any, whole: Any) -> None:
    again = loads(dumps(office.release(loads(dumps(whole)), to=office.itself)))
    assert again.product == whole.product


# --- what the reader does not know


def places(plain: Any, path: str = "") -> list[tuple[str, dict[str, Any]]]:
    """Every object of a document that is a record, with its place."""
    if isinstance(plain, list):
        return [found for index, item in enumerate(plain) for found in places(item, f"{path}/{index}")]
    if not isinstance(plain, dict) or set(plain) <= {"en", "fr"}:
        return []
    return [(path, plain), *(found for name, value in plain.items() for found in places(value, f"{path}/{name}"))]


def test_an_unknown_member_is_reported_at_its_place_and_kept_at_every_depth(plain: Any, office: Any) -> None:
    for number in range(len(places(plain))):
        changed = json.loads(json.dumps(plain))
        path, place = places(changed)[number]
        place["novel"] = {"deep": [1, 2.5, CANARY, None, True]}
        received = loads(json.dumps(changed).encode())
        (finding,) = received.findings
        assert (finding.path, finding.severity) == (path, Severity.WARNING)
        assert finding.code == ("MEMBER-UNKNOWN" if path else "FORMAT-BESIDE")
        if path.startswith("/product"):
            again = json.loads(dumps(office.release(received, to=office.itself)))
            assert json.dumps(again["product"], sort_keys=True) == json.dumps(changed["product"], sort_keys=True)


def test_an_unknown_member_does_not_go_on_to_others(plain: Any, office: Any, partners: Released[Alert]) -> None:
    plain["product"]["novel"] = CANARY
    again = office.release(loads(json.dumps(plain).encode()), to=partners.recipient)
    assert CANARY.encode() not in dumps(again)


@pytest.mark.parametrize("version", ["1.1", "1.999"])
def test_a_later_minor_version_reads_and_says_so(plain: Any, version: str) -> None:
    plain["version"] = version
    plain["product"]["novel"] = 1
    received = loads(json.dumps(plain).encode())
    assert [finding.code for finding in received.findings] == ["FORMAT-NEWER", "MEMBER-UNKNOWN"]
    assert "1.0" in received.findings[0].message("fr")


@pytest.mark.parametrize("version", ["0.9", "2.0", "9999.0"])
def test_another_major_version_is_refused_with_that_alone(plain: Any, version: str) -> None:
    plain["version"] = version
    for document in (plain, plain | {"product": {"type": "novel"}, "note": []}):
        (finding,) = read(json.dumps(document).encode()).findings
        assert (finding.code, finding.path) == ("FORMAT-MAJOR", "/version")
        assert "1.0" in finding.message()


def test_a_later_minor_version_that_cannot_be_read_says_first_that_it_is_later(plain: Any) -> None:
    plain["version"] = "1.2"
    plain["product"]["level"] = "NOVEL"
    assert [finding.code for finding in read(json.dumps(plain).encode()).findings] == ["FORMAT-NEWER", "MEMBER-CHOICE"]


@pytest.mark.parametrize("version", ["1", "01.0", "1.0.0", "v1.0", "١.٠", 1.0, None, ["1.0"]])
def test_a_version_of_another_form_is_a_finding_at_its_place(plain: Any, version: object) -> None:
    plain["version"] = version
    assert "/version" in {finding.path for finding in read(json.dumps(plain).encode()).findings}


@pytest.mark.parametrize("document", [{}, [], {"type": "bundle"}, {"format": "other"}, {"format": None}])
def test_json_of_another_house_is_told_from_a_broken_document(document: object) -> None:
    (finding,) = read(json.dumps(document).encode()).findings
    assert finding.code == "FORMAT-OTHER"


# --- bad input


def test_all_faults_come_at_once(plain: Any) -> None:
    plain["product"]["level"] = "LOCAL"
    plain["product"]["entities"][1]["number"] = "CSQU3054384"
    plain["note"]["recipient"]["country"] = None
    del plain["product"]["title"]
    found = {(finding.code, finding.path) for finding in read(json.dumps(plain).encode()).findings}
    assert ("MEMBER-CHOICE", "/product/level") in found
    assert ("MEMBER-MISSING", "/product") in found
    assert any(path.startswith("/product/entities/1/number") for _, path in found)
    assert any(path == "/note/recipient/country" for _, path in found)


HOSTILE = {
    "nothing": (b"", "FORMAT-UNKNOWN"),
    "spaces": (b" \n\t", "FORMAT-UNKNOWN"),
    "another format": (b"<alert/>", "FORMAT-UNKNOWN"),
    "half": (b'{"format":"smir","note":{', "DOCUMENT-SYNTAX"),
    "a member twice": (b'{"format":"smir","format":"smir"}', "DOCUMENT-DUPLICATE"),
    "no number": (b'{"format":"smir","version":NaN}', "DOCUMENT-NUMBER"),
    "deep": (b'{"format":"smir","note":' + b"[" * 100_000 + b"]" * 100_000 + b"}", "DOCUMENT-DEPTH"),
    "mark of byte order": (b'\xef\xbb\xbf{"format":"smir"}', "DOCUMENT-ENCODING"),
    "another encoding": ('{"format":"smir","note":"é"}'.encode("latin-1"), "DOCUMENT-ENCODING"),
    "two bytes a sign": ('{"format":"smir"}'.encode("utf-16"), "FORMAT-UNKNOWN"),
    "half of a pair": (b'{"format":"smir","version":"\\ud800"}', "FORMAT-VERSION"),
    "a null byte": (b'{"format":"smir"}\x00', "DOCUMENT-SYNTAX"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_bytes_give_a_finding(kind: str) -> None:
    data, code = HOSTILE[kind]
    outcome = read(data)
    assert outcome.value is None
    assert code in [finding.code for finding in outcome.findings]


@given(st.binary() | st.text().map(str.encode) | st.binary().map(lambda data: b'{"format":"smir",' + data))
def test_no_bytes_bring_out_another_error(data: bytes) -> None:
    outcome = read(data)
    assert outcome.value is None
    assert outcome.findings


@given(releases(), st.data())
def test_a_damaged_document_is_read_or_refused_with_findings(released: Released[Product], data: st.DataObject) -> None:
    whole = dumps(released)
    place = data.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:place] + data.draw(st.binary(max_size=3)) + whole[place + data.draw(st.integers(0, 3)) :]
    outcome = read(damaged, "json")
    assert isinstance(outcome.value, Received) or outcome.findings


@pytest.mark.parametrize("given_", ["text", bytearray(b"{}"), memoryview(b"{}"), None, 5])
def test_what_is_not_bytes_is_not_converted(given_: object) -> None:
    with pytest.raises(Invalid, match="FORMAT-INPUT"):
        loads(given_)  # type: ignore[arg-type]


def test_the_limits_hold_before_anything_is_looked_at(whole: Released[Alert]) -> None:
    data = dumps(whole)
    assert [one.code for one in read(data, limits=Limits(size=len(data) - 1)).findings] == ["DOCUMENT-SIZE"]
    assert [one.code for one in read(b" " + data, limits=Limits(depth=3)).findings] == ["DOCUMENT-DEPTH"]
    assert read(data, limits=Limits(size=len(data))).ok


def test_no_error_repeats_a_value(plain: Any) -> None:
    for fault in ({"level": CANARY}, {"created_at": CANARY}, {"urn": CANARY}, {"entities": [{"type": CANARY}]}):
        document = plain | {"product": plain["product"] | fault}
        for data in (json.dumps(document).encode(), json.dumps(document).encode()[:-1]):
            try:
                loads(data)
            except SmirError as error:
                told = [repr(error), str(error), error.report("fr"), *map(repr, error.findings)]
                seen: BaseException | None = error
                while seen is not None:
                    told += [repr(seen), str(seen), *getattr(seen, "__notes__", ())]
                    seen = seen.__context__ or seen.__cause__
                assert CANARY not in "".join(told)


def test_what_may_not_go_is_in_no_byte(partners: Released[Alert], whole: Released[Alert]) -> None:
    assert CANARY.encode() in dumps(whole)
    for form in ("json", "jsonl"):
        assert CANARY.encode() not in dumps(partners, form)
        assert CANARY not in repr(loads(dumps(whole, form), form))


SCRIPT = """
import sys, smir.serializers, hashlib, pathlib
from smir.office import Office
data = pathlib.Path(sys.argv[1]).read_bytes()
received = smir.serializers.loads(data)
office = Office(country="FR", authority="DGDDI", clock=lambda: received.note.released_at)
again = smir.serializers.dumps(office.release(received, to=office.itself))
schema = repr(smir.serializers.schema(smir.serializers.ReleasedDocument))
print(hashlib.sha256(again + schema.encode()).hexdigest(), again == data)
"""


def test_every_process_writes_the_same_bytes(whole: Released[Alert], tmp_path: Any) -> None:
    path = tmp_path / "alert.json"
    path.write_bytes(dumps(whole))
    told = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT, str(path)],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(filter(None, sys.path))},
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(told) == 1
    assert told.pop().endswith("True\n")


def test_terms_that_contradict_the_product_are_refused() -> None:
    office = Office(country="FR", authority="DGDDI")
    issued = case.alert()
    data = json.loads(dumps(office.release(issued, to=office.itself)))
    data["note"]["handling"]["code"] = "4"
    outcome = read(json.dumps(data).encode())
    assert [finding.code for finding in outcome.findings] == ["FORMAT-TERMS"]
