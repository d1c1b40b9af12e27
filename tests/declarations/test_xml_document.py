"""Hostile and broken documents are refused with findings of our own, and nothing of them is quoted."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from smir.declarations import Declaration, Limits, read_bytes
from smir.findings import Invalid, Outcome

GOOD = "<Declaration><TypeCode>IMA</TypeCode></Declaration>"
CANARY = "CANARY7531"


def codes(data: bytes, **limits: int) -> list[str]:
    outcome = read_bytes(data, limits=Limits(**limits))
    quoted = "".join(found.message("en") + found.message("fr") + repr(found) for found in outcome.findings)
    assert CANARY not in quoted
    return [found.code for found in outcome.findings] if outcome.value is None else ["READ"]


DOCTYPES = {
    "plain": f"<!DOCTYPE Declaration>{GOOD}",
    "external": f'<!DOCTYPE Declaration SYSTEM "file:///{CANARY}">{GOOD}',
    "public": f'<?xml version="1.0"?>\n<!DOCTYPE d PUBLIC "-//{CANARY}" "http://localhost:9/{CANARY}">{GOOD}',
    "after a comment": f"<!-- {CANARY} --> \n<!-- - -->\t<!DOCTYPE d>{GOOD}",
    "after a mark": f"\ufeff<!DOCTYPE d>{GOOD}",
    "internal entity": f'<!DOCTYPE d [<!ENTITY e "{CANARY}">]><Declaration><TypeCode>&e;</TypeCode></Declaration>',
    "in an attribute": f'<!DOCTYPE d [<!ENTITY e "{CANARY}">]><Declaration a="&e;"/>',
    "external entity": '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]><Declaration><ID>&e;</ID></Declaration>',
    "parameter entity": '<!DOCTYPE d [<!ENTITY % p SYSTEM "http://localhost:9/"> %p;]><Declaration/>',
    "a billion laughs": "<!DOCTYPE d [<!ENTITY a0 'ha'>"
    + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
    + "]><Declaration><ID>&a9;</ID></Declaration>",
    "default attributes": f'<!DOCTYPE d [<!ATTLIST Declaration x CDATA "{CANARY}">]>{GOOD}',
}


@pytest.mark.parametrize("name", DOCTYPES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_a_document_type_declaration_is_refused(name: str, encoding: str) -> None:
    text = DOCTYPES[name] if encoding == "utf-8" else DOCTYPES[name].removeprefix("\ufeff")
    assert codes(text.encode(encoding)) == ["XML-DOCTYPE"]


def test_a_known_attack_file_is_refused(shared_data: Path) -> None:
    attack = shared_data / "interop" / "cap" / "testdata" / "xee.cap"
    assert codes(attack.read_bytes()) in (["XML-DOCTYPE"], ["XML-INSTRUCTION"])


@pytest.mark.parametrize("entity", [f"&{CANARY};", "&nbsp;", "&amp&lt;"])
def test_an_entity_that_nobody_declared_is_refused(entity: str) -> None:
    assert codes(f"<Declaration><ID>{entity}</ID></Declaration>".encode())[0] in ("XML-ENTITY", "XML-NOT-WELL-FORMED")


def test_the_entities_of_xml_itself_are_read() -> None:
    read = read_bytes(b"<Declaration><ID>A&amp;B&#67;&#x44;&lt;</ID></Declaration>").require()
    assert read.reference == "A&BCD<"


@pytest.mark.parametrize(
    "document",
    [
        f'<?xml-stylesheet type="text/xsl" href="http://localhost:9/{CANARY}"?>{GOOD}',
        f'<?xml version="1.0"?><!-- --><?{CANARY}?>{GOOD}',
        f"<Declaration><?{CANARY} x?><TypeCode>IMA</TypeCode></Declaration>",
        f"<Declaration><TypeCode><?{CANARY} x?>IMA</TypeCode></Declaration>",
        f"{GOOD}<?{CANARY}?>",
    ],
)
def test_a_processing_instruction_is_refused_wherever_it_stands(document: str) -> None:
    assert codes(document.encode()) == ["XML-INSTRUCTION"]


@pytest.mark.parametrize("marks", [b"\x1f\x8b", b"PK\x03\x04", b"BZh", b"\xfd7zXZ\x00"])
def test_compressed_data_are_refused(marks: bytes) -> None:
    assert codes(marks + b"rest") == ["XML-COMPRESSED"]
    assert codes(gzip.compress(GOOD.encode())) == ["XML-COMPRESSED"]


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", "\ufeff \n".encode("utf-16-le")])
def test_an_empty_document_is_named_so(data: bytes) -> None:
    assert codes(data) == ["XML-EMPTY"]


@pytest.mark.parametrize(
    "data",
    [
        f'<?xml version="1.0" encoding="UTF-7"?>+ADw-Declaration/+AD4-{CANARY}'.encode(),
        f'<?xml version="1.0" encoding="UTF-16"?>{GOOD}'.encode(),
        f'<?xml version="1.0" encoding="UTF-8"?>{GOOD}'.encode("utf-16"),
        f'<?xml version="1.0" encoding="ISO-8859-1"?>{GOOD}'.encode("utf-8-sig"),
        f'<?xml version="1.0" encoding="EBCDIC-CP-US"?>{GOOD}'.encode(),
        GOOD.encode("utf-16-le"),
        GOOD.encode("utf-32"),
        f'<?xml version="1.0" encoding="US-ASCII"?><Declaration><ID>\u00e9{CANARY}</ID></Declaration>'.encode(),
        f"<Declaration><ID>\xe9{CANARY}</ID></Declaration>".encode("latin-1"),
        f"<Declaration><ID>\x00{CANARY}</ID></Declaration>".encode(),
        b"\xff\xfe<",
    ],
)
def test_bytes_that_do_not_agree_with_their_encoding_are_refused(data: bytes) -> None:
    assert codes(data) == ["XML-ENCODING"]


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "UTF-8"),
        ("latin-1", "ISO-8859-1"),
        ("cp1252", "windows-1252"),
        ("utf-16", "UTF-16"),
        ("utf-8-sig", "utf-8"),
    ],
)
def test_the_usual_encodings_are_read(encoding: str, name: str) -> None:
    document = f"<?xml version='1.0' encoding='{name}'?><Declaration><ID>\u00e9t\u00e9</ID></Declaration>"
    assert read_bytes(document.encode(encoding)).require().reference == "\u00e9t\u00e9"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"<Declaration>", 1),
        (b"<Declaration>\n<ID>A</ID>\n</Declaratio", 3),
        (b"no mark-up at all", 1),
        (b"<Declaration><!-- a -- b --></Declaration>", 1),
        (b"<!-- never closed <Declaration/>", 1),
        (b'<Declaration a="1" a="2"/>', 1),
        (b"<Declaration/><Declaration/>", 1),
        (b"<p:Declaration/>", 1),
        (b'<?xml version="1.0" encoding="a b"?><Declaration/>', 1),
        (b"<?xml nonsense?><Declaration/>", 1),
        (b"<Declaration><ID>\x01</ID></Declaration>", 1),
        (b"<Declaration>&#0;</Declaration>", 1),
    ],
)
def test_what_is_not_well_formed_is_refused_with_its_line(data: bytes, line: int) -> None:
    (finding,) = read_bytes(data).findings
    assert finding.code == "XML-NOT-WELL-FORMED"
    assert finding.details == (("line", str(line)),)


@pytest.mark.parametrize("cut", range(1, 51))
def test_a_truncated_document_is_refused(cut: int) -> None:
    assert codes(GOOD.encode()[:-cut]) in (["XML-NOT-WELL-FORMED"], ["XML-EMPTY"])


def nested(depth: int) -> bytes:
    return b"<Declaration>" + b"<a>" * (depth - 1) + b"</a>" * (depth - 1) + b"</Declaration>"


@pytest.mark.parametrize(
    ("data", "limits", "code"),
    [
        (GOOD.encode(), {"size": len(GOOD)}, "READ"),
        (GOOD.encode(), {"size": len(GOOD) - 1}, "XML-SIZE"),
        (nested(32), {}, "READ"),
        (nested(33), {}, "XML-DEPTH"),
        (nested(5), {"depth": 4}, "XML-DEPTH"),
        (b"<Declaration>" + b"<a/>" * 100 + b"</Declaration>", {"elements": 20}, "XML-ELEMENTS"),
        (b"<Declaration>" + b"<a/>" * 10 + b"</Declaration>", {"elements": 20}, "READ"),
        (b"<Declaration " + b" ".join(b'a%d=""' % n for n in range(32)) + b"/>", {}, "READ"),
        (b"<Declaration " + b" ".join(b'a%d=""' % n for n in range(33)) + b"/>", {}, "XML-ATTRIBUTES"),
        (
            b"<Declaration><b " + b" ".join(b'a%d=">"' % n for n in range(5)) + b"/></Declaration>",
            {"attributes": 4},
            "XML-ATTRIBUTES",
        ),
        (b'<Declaration><ID a="' + b"=" * 500 + b'"/></Declaration>', {}, "READ"),
        (b"<Declaration>" + b"".join(b"<a%d/>" % n for n in range(511)) + b"</Declaration>", {}, "READ"),
        (b"<Declaration>" + b"".join(b"<a%d/>" % n for n in range(512)) + b"</Declaration>", {}, "XML-NAMES"),
        (b"<Declaration>" + b"".join(b'<a b%d=""/>' % n for n in range(513)) + b"</Declaration>", {}, "XML-NAMES"),
        (
            b"<Declaration>" + b"".join(b"<a xmlns='u:%d'/>" % n for n in range(513)) + b"</Declaration>",
            {},
            "XML-NAMES",
        ),
        (b"<Declaration>" + b'<a b=""/>' * 600 + b"</Declaration>", {}, "READ"),
        (b"<Declaration><ID>" + b"x" * 70_000 + b"</ID></Declaration>", {}, "XML-TEXT"),
        (b"<Declaration a='" + b"x" * 70_000 + b"'/>", {}, "XML-TEXT"),
        (b"<Declaration><!--" + b"x" * 70_000 + b"--></Declaration>", {}, "XML-TEXT"),
        (b"<" + b"x" * 70_000 + b"/>", {}, "XML-TEXT"),
        (
            b"<Declaration><GoodsShipment>" + b"<GovernmentAgencyGoodsItem/>" * 3 + b"</GoodsShipment></Declaration>",
            {"items": 2},
            "XML-ITEMS",
        ),
        (
            b"<Declaration><TypeCode>IMA</TypeCode><ID>A</ID><GoodsShipment>"
            + b"<GovernmentAgencyGoodsItem/>" * 3
            + b"</GoodsShipment></Declaration>",
            {"cells": 5},
            "XML-CELLS",
        ),
    ],
)
def test_each_limit_holds_and_has_its_code(data: bytes, limits: dict[str, int], code: str) -> None:
    assert codes(data, **limits) == [code]


def test_rows_that_would_swell_are_refused_before_they_are_made() -> None:
    documents = b"<AdditionalDocument><ID>1</ID></AdditionalDocument>" * 2_000
    item = b"<GovernmentAgencyGoodsItem><AdditionalDocument><ID>1</ID></AdditionalDocument></GovernmentAgencyGoodsItem>"
    data = b"<Declaration>" + documents + b"<GoodsShipment>" + item * 2_000 + b"</GoodsShipment></Declaration>"
    assert codes(data) == ["XML-CELLS"]


def test_xinclude_and_schema_locations_are_only_unknown_elements() -> None:
    document = (
        '<Declaration xmlns:xi="http://www.w3.org/2001/XInclude" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        'xsi:schemaLocation="a http://localhost:9/a.xsd"><xi:include href="file:///etc/hostname"/></Declaration>'
    )
    read: Outcome[Declaration] = read_bytes(document.encode())
    assert read.require().rows == ({},)


@pytest.mark.parametrize("wrong", [0, -1, True, 1.5, "9", None])
def test_a_limit_is_a_whole_number_of_at_least_one(wrong: object) -> None:
    with pytest.raises(Invalid) as caught:
        Limits(depth=wrong, size=wrong)  # type: ignore[arg-type]
    assert [(found.code, found.path) for found in caught.value.findings] == [
        ("LIMITS-NUMBER", "/size"),
        ("LIMITS-NUMBER", "/depth"),
    ]
