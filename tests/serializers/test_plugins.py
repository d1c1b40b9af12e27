"""Formats of other packages: found without import, each failing alone and by name, and none of them trusted."""

from __future__ import annotations

import sys
import types
from io import BytesIO
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smir.conformance.products import releases
from smir.findings import Finding, Invalid, SmirError, Unavailable, Words
from smir.products import Alert, Product, ProductType
from smir.release import Released
from smir.serializers import Capabilities, JsonFormat, Registry, dumps, formats, loads, read
from smir.serializers.detection import detect
from smir.structure import Limits

CANARY = "Canarina Invented-7f3a"  # as in the alert of the fixtures
PACKAGE = "example-formats 1.2"
LIMITS = Limits()


def said(error: BaseException) -> str:
    """Everything that an error and all that hang on it would show."""
    told = []
    seen: BaseException | None = error
    while seen is not None:
        told += [repr(seen), str(seen), *getattr(seen, "__notes__", ())]
        if isinstance(seen, SmirError):
            told += [seen.report("fr"), *map(repr, seen.findings)]
        seen = seen.__cause__ or seen.__context__
    return "\n".join(told)


def refused(registry: Registry, name: str, released: Released[Any]) -> tuple[str, str]:
    with pytest.raises(Unavailable) as caught:
        registry.get(name).write(released)
    (finding,) = caught.value.findings
    return finding.code, said(caught.value)


def test_the_formats_of_the_house_come_first_and_cannot_be_shadowed(registry: Registry) -> None:
    assert registry.names[:2] == ("json", "jsonl")
    assert registry.get("json").plugin.package == "smir"
    assert "PLUGIN-SHADOW" in [finding.code for finding in registry.findings]
    assert "example_formats" not in sys.modules


def test_a_good_format_works_as_the_house_does(registry: Registry, whole: Released[Alert]) -> None:
    parcel = registry.get("parcel")
    data = parcel.write(whole)
    assert data == b"PARCEL 1\n" + dumps(whole)
    received = parcel.read(data, LIMITS).require()
    assert (received.product, received.note, received.format) == (whole.product, whole.note, "parcel")
    found = detect(data, registry).value
    assert found is not None
    assert found.capabilities.name == "parcel"


def test_health_names_what_is_ill_and_why(registry: Registry) -> None:
    told = {(one.plugin.name, finding.code) for one in registry.health() for finding in one.findings}
    assert told == {
        ("breaks", "PLUGIN-LOAD"),
        ("mute", "FORMAT-CAPABILITIES"),
        ("misnamed", "FORMAT-CAPABILITIES"),
        ("json", "PLUGIN-SHADOW"),
    }
    assert {able.name for able in registry.capabilities()} >= {"json", "jsonl", "parcel", "quotes"}


@pytest.mark.parametrize("name", ["breaks", "mute", "misnamed"])
def test_a_format_that_cannot_be_used_says_so_when_asked_for_and_the_rest_works(
    registry: Registry, name: str, whole: Released[Alert]
) -> None:
    with pytest.raises(Unavailable) as caught:
        registry.get(name)
    assert PACKAGE in said(caught.value)
    assert "canary" not in said(caught.value)
    assert registry.get("json").write(whole)


def test_a_format_that_gives_a_text_for_bytes_is_refused(registry: Registry, whole: Released[Alert]) -> None:
    code, text = refused(registry, "text", whole)
    assert code == "FORMAT-ANSWER"
    assert PACKAGE in text
    (finding,) = registry.get("text").read(dumps(whole), LIMITS).findings
    assert finding.code == "FORMAT-ANSWER"


def test_the_text_of_a_foreign_error_goes_nowhere(registry: Registry, whole: Released[Alert]) -> None:
    code, text = refused(registry, "quotes", whole)
    assert code == "FORMAT-FAILED"
    assert PACKAGE in text
    assert "ValueError" in text
    assert CANARY not in text
    outcome = registry.get("quotes").read(dumps(whole), LIMITS)
    assert outcome.value is None
    assert CANARY not in "".join(finding.message() for finding in outcome.findings)
    with pytest.raises(Invalid) as caught:
        outcome.require()
    assert CANARY not in said(caught.value)


def test_a_format_cannot_end_the_process(registry: Registry, whole: Released[Alert]) -> None:
    code, text = refused(registry, "leaves", whole)
    assert code == "FORMAT-FAILED"
    assert "SystemExit" in text
    assert "canary" not in text


def test_the_users_interruption_passes_through(registry: Registry, whole: Released[Alert]) -> None:
    def interrupted(released: Any) -> bytes:
        raise KeyboardInterrupt

    odd = types.SimpleNamespace(capabilities=able("odd"), write=interrupted, read=JsonFormat().read)
    with pytest.raises(KeyboardInterrupt):
        registry.get(odd).write(whole)


def test_what_another_recipient_was_given_is_held_back(
    registry: Registry, whole: Released[Alert], partners: Released[Alert]
) -> None:
    assert registry.get("caches").write(whole) == dumps(whole)
    code, text = refused(registry, "caches", partners)
    assert code == "FORMAT-LOSSY"
    assert PACKAGE in text


def test_a_format_that_changes_what_it_is_handed_is_found_out(registry: Registry, office: Any, alert: Alert) -> None:
    released = office.release(alert, to=office.itself, consent="its own copy")
    version = released.product.version
    try:
        code, text = refused(registry, "meddles", released)
    finally:
        object.__setattr__(released.product, "version", version)
    assert code == "FORMAT-MEDDLES"
    assert PACKAGE in text


def test_a_stream_that_goes_wrong_ends_with_a_finding_and_keeps_what_came_before(
    registry: Registry, whole: Released[Alert]
) -> None:
    careless = registry.get("careless")
    outcomes = list(careless.read_many(BytesIO(dumps(whole, "jsonl")), LIMITS))
    assert [[finding.code for finding in outcome.findings] for outcome in outcomes] == [
        [],
        ["FORMAT-ANSWER"],
        ["FORMAT-ANSWER"],
        ["FORMAT-ANSWER"],
        ["FORMAT-FAILED"],
    ]
    assert "canary" not in "".join(finding.message() for outcome in outcomes for finding in outcome.findings)
    file = BytesIO()
    assert careless.write_many([whole], file) == 1
    with pytest.raises(Unavailable, match="FORMAT-RELEASED"):
        careless.write_many([whole.product], file)  # type: ignore[list-item]


def test_a_failing_detector_does_not_hinder_the_others(registry: Registry, whole: Released[Alert]) -> None:
    assert detect(registry.get("parcel").write(whole), registry).ok
    codes = [finding.code for finding in detect(CANARY.encode(), registry).findings]
    assert codes == ["FORMAT-UNKNOWN", "FORMAT-FAILED"]


def test_the_house_is_asked_before_any_other_package_is_loaded(registry: Registry, whole: Released[Alert]) -> None:
    for data, name in ((dumps(whole), "json"), (dumps(whole, "jsonl") * 2, "jsonl")):
        found = detect(data, registry).value
        assert found is not None
        assert found.capabilities.name == name
    assert "example_formats" not in sys.modules


def test_content_that_two_formats_claim_is_nobodys_until_one_is_named() -> None:
    both = [claiming("left"), claiming("right")]

    class Two(Registry):  # type: ignore[misc]  # a registry of two formats that no package brings
        names = ("left", "right")

        def get(self, form: Any, /) -> Any:
            return Registry.discover().get(both[form == "right"])

    (finding,) = detect(b"anything", Two.__new__(Two)).findings
    assert finding.code == "FORMAT-AMBIGUOUS"
    assert "left, right" in finding.message()


# --- formats handed in as objects


def able(name: str, **more: Any) -> Capabilities:
    terms: dict[str, Any] = {
        "smir_api": 1,
        "name": name,
        "format_version": "1",
        "media_type": "text/plain",
        "suffix": ".txt",
        "description": Words("An odd format", "Un format singulier"),
        "writes": True,
        "reads": True,
    }
    return Capabilities(**{**terms, **more})


def claiming(name: str) -> Any:
    return types.SimpleNamespace(
        capabilities=able(name), write=bytes, read=JsonFormat().read, detects=lambda data: True
    )


def test_an_object_of_the_right_shape_is_a_format(whole: Released[Alert]) -> None:
    shouting = types.SimpleNamespace(
        capabilities=able("shout", reads=False), write=lambda released: str(released.product.urn).encode()
    )
    assert dumps(whole, shouting) == b"FR-DGDDI-2026-000001"
    with pytest.raises(Unavailable, match="FORMAT-READS"):
        loads(b"x", shouting)


@pytest.mark.parametrize("form", [None, 5, b"json", object(), types.SimpleNamespace(capabilities="json")])
def test_what_is_no_format_is_refused(form: Any, whole: Released[Alert]) -> None:
    with pytest.raises(Unavailable, match="FORMAT-"):
        dumps(whole, form)


def test_an_unknown_name_gives_the_known_ones(whole: Released[Alert]) -> None:
    for act in (lambda: dumps(whole, CANARY), lambda: loads(b"{}", CANARY), lambda: read(b"{}", CANARY)):
        with pytest.raises(Unavailable, match="PLUGIN-UNKNOWN") as caught:
            act()
        assert "json, jsonl" in str(caught.value)
        assert CANARY not in said(caught.value)


def test_capabilities_are_asked_before_any_work(whole: Released[Alert]) -> None:
    worked = []
    trends = types.SimpleNamespace(
        capabilities=able("trends", products=(ProductType.TREND,)), write=worked.append, read=worked.append
    )
    reader = types.SimpleNamespace(capabilities=able("reader", writes=False), read=worked.append)
    for form, code in ((trends, "FORMAT-PRODUCT"), (reader, "FORMAT-WRITES")):
        with pytest.raises(Unavailable, match=code):
            dumps(whole, form)
    assert worked == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(released=releases())
def test_a_format_of_another_package_loses_nothing_either(registry: Registry, released: Released[Product]) -> None:
    parcel = registry.get("parcel")
    received = parcel.read(parcel.write(released), LIMITS).require()
    assert (received.product, received.note) == (released.product, released.note)


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("smir_api", "1"),
        ("smir_api", True),
        ("name", "Upper"),
        ("name", None),
        ("format_version", ""),
        ("media_type", "json"),
        ("suffix", "json"),
        ("description", "words"),
        ("writes", 1),
        ("products", ["ALERT"]),
        ("products", ("ALERT",)),
    ],
)
def test_capabilities_of_the_wrong_form_are_refused_by_name(member: str, value: object) -> None:
    with pytest.raises(Invalid, match=f"CAPABILITIES-FORM.*{member}"):
        able("odd", **{member: value} if member != "name" else {}) if member != "name" else able(value)  # type: ignore[arg-type]


def test_the_formats_of_the_house_say_what_they_can_do() -> None:
    told = {one.name: (one.reads, one.writes, one.lossless, one.streams) for one in formats()}
    assert told["json"] == (True, True, True, False)
    assert told["jsonl"] == (True, True, True, True)
    assert all(one.description.en != one.description.fr for one in formats())


@given(st.text())
def test_every_finding_of_a_foreign_format_names_its_package(text: str) -> None:
    def fails(*_: object) -> bytes:
        raise RuntimeError(text)

    odd = types.SimpleNamespace(capabilities=able("odd"), write=fails, read=fails)
    outcome = Registry.discover().get(odd).read(b"", LIMITS)
    (finding,) = outcome.findings
    assert isinstance(finding, Finding)
    assert "types" in finding.message("fr")
