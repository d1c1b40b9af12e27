"""An administration's own standard: read strictly, all findings at once, whatever the file holds."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.findings import Invalid, SmirError
from smir.grading import Grade
from smir.products import Level, Product, ProductType, Standard, Weighting, check_standard
from smir.products.standard import SIZE_LIMIT
from smir.structure import record
from smir.structure.document import dumps, loads
from smir.values import Text
from tests.products.exemplars import NOW, alert

CANARY = "Zqxcanary"
OWN: dict[str, Any] = {
    "format": "smir.standard/1",
    "name": "zedland",
    "version": "2026",
    "title": {"en": "Zedland’s standard", "fr": "La norme du Zedland"},
    "source": "Zedland Customs, order 7",
    "requirements": [
        {
            "code": "LEVEL-ZZ-CONTACT",
            "levels": ["TACTICAL"],
            "weight": "must",
            "en": "Name a desk.",
            "fr": "Nommez un bureau.",
            "check": {"type": "present", "members": ["contact"]},
            "status": "ours",
        },
        {
            "code": "LEVEL-ZZ-SOURCES",
            "levels": ["TACTICAL", "OPERATIONAL"],
            "weight": "should",
            "en": "Give three sources.",
            "fr": "Donnez trois sources.",
            "check": {"type": "distinct", "list": "items", "member": "provenance/source", "least": 3},
            "when": {"nominal": False},
            "status": "ours",
        },
    ],
}


def toml(plain: Any) -> str:
    """TOML of plain values: inline tables only, which JSON texts and numbers fit into."""
    if isinstance(plain, dict):
        return "{ " + ", ".join(f"{json.dumps(name)} = {toml(value)}" for name, value in plain.items()) + " }"
    if isinstance(plain, list):
        return "[" + ", ".join(map(toml, plain)) + "]"
    return json.dumps(plain, ensure_ascii=False)


def load(folder: Path, plain: Any = None, *, data: bytes | None = None, **options: Any) -> Standard:
    path = folder / "standard.toml"
    if data is None:
        data = "\n".join(f"{name} = {toml(value)}" for name, value in plain.items()).encode()
    path.write_bytes(data)
    return Standard.load(path, **options)


def found(folder: Path, plain: Any = None, **options: Any) -> list[tuple[str, str]]:
    with pytest.raises(Invalid) as refused:
        load(folder, plain, **options)
    return [(finding.code, finding.path) for finding in refused.value.findings]


def changed(path: str, value: Any) -> dict[str, Any]:
    """The own standard with another value at a path, or without the member."""
    plain: Any = copy.deepcopy(OWN)
    *steps, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    place = plain
    for step in steps:
        place = place[step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return plain


def test_an_own_standard_takes_the_place_of_the_houses(tmp_path: Path) -> None:
    own = load(tmp_path, OWN)
    assert [row.weight for row in own.requirements] == [Weighting.MUST, Weighting.SHOULD]
    found = check_standard(alert(contact=None), own, on=NOW)
    assert [(finding.code, finding.path) for finding in found] == [
        ("LEVEL-ZZ-CONTACT", "/contact"),
        ("LEVEL-ZZ-SOURCES", "/items"),
    ]
    assert found[0].message("fr") == "Nommez un bureau."


def test_a_standard_is_a_document_like_others(tmp_path: Path) -> None:
    for standard in (Standard.load(), load(tmp_path, OWN)):
        assert loads(dumps(standard), Standard).value == standard


def test_the_standard_of_the_house_is_read_once() -> None:
    assert Standard.load() is Standard.load()


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("format", "smir.standard/2", ("MEMBER-CHOICE", "/format")),
        ("name", ..., ("MEMBER-MISSING", "")),
        ("title", "plain", ("MEMBER-LANGUAGES", "/title")),
        ("colour", CANARY, ("STANDARD-UNKNOWN", "")),
        ("requirements/0/wieght", CANARY, ("STANDARD-UNKNOWN", "/requirements/0")),
        ("requirements/0/check/member", CANARY, ("STANDARD-UNKNOWN", "/requirements/0/check")),
        ("requirements/0/code", "TACTICAL", ("REQUIREMENT-CODE", "/requirements/0/code")),
        ("requirements/0/code", "GRADE-E1", ("REQUIREMENT-CODE", "/requirements/0/code")),
        ("requirements/0/code", "LEVEL-ZZ-SOURCES", ("STANDARD-TWICE", "/requirements/1/code")),
        ("requirements/0/levels", [], ("REQUIREMENT-LEVELS", "/requirements/0/levels")),
        ("requirements/0/levels", ["TACTICAL", "TACTICAL"], ("REQUIREMENT-LEVELS", "/requirements/0/levels")),
        ("requirements/0/levels", ["tactical"], ("MEMBER-CHOICE", "/requirements/0/levels/0")),
        ("requirements/0/weight", "shall", ("MEMBER-CHOICE", "/requirements/0/weight")),
        ("requirements/0/en", "Name {desk}.", ("REQUIREMENT-WORDING", "/requirements/0/en")),
        ("requirements/0/fr", " ", ("REQUIREMENT-WORDING", "/requirements/0/fr")),
        ("requirements/0/check", {"type": "magic"}, ("MEMBER-TYPE", "/requirements/0/check/type")),
        ("requirements/0/check", {"type": "present"}, ("LOOKING-NOTHING", "/requirements/0/check")),
        ("requirements/0/check/members", ["kontact"], ("STANDARD-MEMBER", "/requirements/0/check/members/0")),
        ("requirements/0/check/members", ["__class__"], ("STANDARD-MEMBER", "/requirements/0/check/members/0")),
        ("requirements/0/check/members", ["rules"], ("STANDARD-MEMBER", "/requirements/0/check/members/0")),
        ("requirements/0/check/members", ["title/en"], ("STANDARD-MEMBER", "/requirements/0/check/members/0")),
        ("requirements/0/check/members", [""], ("STANDARD-MEMBER", "/requirements/0/check/members/0")),
        ("requirements/0/check/least", 0, ("LOOKING-LEAST", "/requirements/0/check/least")),
        ("requirements/0/check/least", 1.5, ("MEMBER-INTEGER", "/requirements/0/check/least")),
        ("requirements/0/check", {"type": "ahead", "member": "valid"}, ("LOOKING-LIMIT", "/requirements/0/check")),
        (
            "requirements/0/check",
            {"type": "ahead", "member": "valid", "days": 1, "months": 1},
            ("LOOKING-LIMIT", "/requirements/0/check"),
        ),
        (
            "requirements/0/check",
            {"type": "ahead", "member": "v", "days": 1},
            ("STANDARD-MEMBER", "/requirements/0/check/member"),
        ),
        (
            "requirements/0/check",
            {"type": "entries", "list": "itmes"},
            ("STANDARD-MEMBER", "/requirements/0/check/list"),
        ),
        ("requirements/0/check", {"type": "one-of", "types": []}, ("LOOKING-NOTHING", "/requirements/0/check/types")),
        ("requirements/1/when", {}, ("CONDITION-EMPTY", "/requirements/1/when")),
        ("requirements/1/when", {"member": "status"}, ("CONDITION-EMPTY", "/requirements/1/when/codes")),
        ("requirements/1/when", {"member": "x", "codes": ["Y"]}, ("STANDARD-MEMBER", "/requirements/1/when/member")),
        ("requirements/1/status", "official", ("MEMBER-CHOICE", "/requirements/1/status")),
    ],
)
def test_each_fault_is_found_at_its_place(path: str, value: Any, expected: tuple[str, str], tmp_path: Path) -> None:
    assert expected in found(tmp_path, changed(path, value))


def test_all_faults_are_found_at_once(tmp_path: Path) -> None:
    plain = changed("requirements/0/check/least", 0)
    plain["requirements"][1]["weight"] = "shall"
    plain["colour"] = "red"
    plain["version"] = 7
    assert {code for code, _ in found(tmp_path, plain)} == {
        "LOOKING-LEAST",
        "MEMBER-CHOICE",
        "MEMBER-TEXT",
        "STANDARD-UNKNOWN",
    }
    plain = changed("colour", "red")
    plain["requirements"][0]["check"]["members"] = ["kontact"]
    assert {code for code, _ in found(tmp_path, plain)} == {"STANDARD-UNKNOWN", "STANDARD-MEMBER"}


@record(tag="zz-weather")
class Weather(Product):
    """A national product with a member of its own."""

    product_type: ClassVar[ProductType | None] = ProductType.REPORT

    wind: str | None = None


def test_a_national_product_brings_its_members_to_the_standard(tmp_path: Path) -> None:
    plain = changed("requirements/0/check/members", ["wind"])
    assert found(tmp_path, plain) == [("STANDARD-MEMBER", "/requirements/0/check/members/0")]
    own = load(tmp_path, plain, products=(Weather,))
    calm = Weather(level=Level.TACTICAL, title=Text(en="Weather"), grade=Grade.parse("A11"))
    assert check_standard(calm, own, on=NOW)[0].path == "/wind"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff\xfe", "STANDARD-SYNTAX"),
        (f"name = {CANARY}".encode(), "STANDARD-SYNTAX"),
        (b"name = 'a'\nname = 'b'", "STANDARD-SYNTAX"),
        (b"x = " + b"[" * 100_000, "STANDARD-SYNTAX"),
        (b"#" * (SIZE_LIMIT + 1), "STANDARD-FILE"),
        (b"x" + b".a" * 500_000 + b"=1", "STANDARD-SYNTAX"),
        (b"x=" + b"[" * 300 + b"]" * 300, "STANDARD-UNKNOWN"),
        (b"", "MEMBER-MISSING"),
        (b"requirements = 2026-06-01", "MEMBER-LIST"),
        (b"x = nan", "STANDARD-UNKNOWN"),
        (b"x = 2026-06-01T10:00:00Z", "STANDARD-UNKNOWN"),
        (b"x = 99999999999999999999", "STANDARD-UNKNOWN"),
    ],
)
def test_what_is_no_standard_is_refused_and_not_repeated(data: bytes, code: str, tmp_path: Path) -> None:
    with pytest.raises(Invalid) as refused:
        load(tmp_path, data=data)
    assert code in {finding.code for finding in refused.value.findings}
    assert CANARY not in refused.value.report() + refused.value.report("fr") + repr(refused.value)
    assert refused.value.__cause__ is None
    assert refused.value.__context__ is None or refused.value.__suppress_context__


@pytest.mark.parametrize("name", ["missing.toml", ".", "a\x00b"])
def test_a_file_that_is_not_there_is_said_so(name: str, tmp_path: Path) -> None:
    with pytest.raises(Invalid) as refused:
        Standard.load(tmp_path / name)
    assert [finding.code for finding in refused.value.findings] == ["STANDARD-FILE"]


@given(data=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_give_a_standard_or_our_own_error(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(SmirError):
        load(tmp_path_factory.getbasetemp(), data=data)


PLAIN = st.recursive(
    st.booleans() | st.integers(-5, 5) | st.sampled_from(["TACTICAL", "present", "must", "", CANARY]),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["type", "list", "en", "x"]), inner, max_size=2)
    ),
    max_leaves=4,
)
PLACES = [
    *("format", "title", "requirements", "requirements/0", "requirements/0/check", "requirements/1/when"),
    *("requirements/0/levels", "requirements/0/check/members", "requirements/1/check/member", "requirements/1/en"),
]


@given(path=st.sampled_from(PLACES), value=PLAIN)
def test_any_value_anywhere_is_a_standard_or_our_own_error_without_the_value(
    path: str, value: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    try:
        standard = load(tmp_path_factory.getbasetemp(), changed(path, value))
    except Invalid as refused:
        assert refused.findings
        assert CANARY not in str(refused) + refused.report("fr")
    else:
        assert check_standard(alert(), standard, on=NOW) is not None
