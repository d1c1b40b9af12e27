"""The reader of the WCO Data Model, on documents of our own and on the 196 public ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from smir.declarations import Declaration, Direction, Function, read, read_bytes

NOT_WELL_FORMED = {"TT_EX022__TT_EX022a_Declaration1__Step1_.xml", "TT_IM084__TT_IM084a.xml"}
REPORTS = {"TT_EX055__TT_EX055a_DIS_Report.xml", "TT_IM169__DIS_Report.xml"}
WCO = "urn:wco:datamodel:WCO:DEC-DMS:2"


@pytest.fixture(scope="module")
def public(shared_data: Path) -> Path:
    """The folder of public declarations."""
    return shared_data / "wco-declarations" / "samples"


def counted(path: Path) -> int:
    """Goods items by XPath, independently of the reader."""
    tree = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))
    found = tree.xpath(f"count(//*[local-name()='GovernmentAgencyGoodsItem' and namespace-uri()='{WCO}'])")
    assert isinstance(found, float)
    return int(found)


def test_192_of_196_public_documents_yield_a_declaration_with_all_its_items(public: Path) -> None:
    declarations = list(read(public))
    assert len(declarations) == len({declaration.source for declaration in declarations}) == 192
    for declaration in declarations:
        assert len(declaration.items) == counted(public / declaration.source), declaration.source
        assert len(declaration.rows) == max(1, len(declaration.items)), declaration.source


def test_the_other_four_are_kept_aside_with_a_code_of_their_own(public: Path) -> None:
    reading = read(public)
    assert sum(1 for _ in reading) == 192
    assert reading.done == 196
    kept = {aside.name: [finding.code for finding in aside.findings] for aside in reading.kept_aside}
    assert kept == {
        **{name: ["XML-NOT-WELL-FORMED"] for name in NOT_WELL_FORMED},
        **{name: ["DECLARATION-NAMESPACE"] for name in REPORTS},
    }


def test_reports_of_a_customs_system_are_read_by_local_names_on_request(public: Path) -> None:
    reading = read(public, namespaces=("",))
    declarations = [declaration for declaration in reading if declaration.source in REPORTS]
    assert [(len(declaration.items), declaration.function) for declaration in declarations] == [
        (1, Function.ORIGINAL)
    ] * 2
    assert {aside.name for aside in reading.kept_aside} == NOT_WELL_FORMED


def test_a_date_that_is_a_template_in_a_comment_is_no_data_and_has_a_finding_once_it_is(public: Path) -> None:
    data = (public / "TT_EX013__TT_EX013b.xml").read_bytes()
    assert read_bytes(data).require().get("acceptance_date") == ()
    filled = data.replace(b"<!-- <AcceptanceDateTime>", b"<AcceptanceDateTime>").replace(
        b"</AcceptanceDateTime> -->", b"</AcceptanceDateTime>"
    )
    declaration = read_bytes(filled).require()
    (date,) = declaration.get("acceptance_date")
    assert date.value is None
    assert [(found.code, found.path) for found in declaration.findings if found.code.startswith("DATE")] == [
        ("DATE-PLACEHOLDER", "/header/acceptance_date")
    ]


def test_every_date_that_is_declared_in_them_is_read_with_its_moment(public: Path) -> None:
    dates = [
        element
        for declaration in read(public)
        for element in declaration.header
        if element.name in ("acceptance_date", "issue_date")
    ]
    assert len(dates) == 34
    assert all(element.instant is not None and element.is_valid for element in dates)


def test_the_directions_and_functions_of_the_public_documents_are_told(public: Path) -> None:
    declarations = list(read(public))
    assert sum(declaration.is_amendment for declaration in declarations) == 13
    assert sum(declaration.direction is Direction.IMPORT for declaration in declarations) == 141
    assert sum(declaration.direction is Direction.EXPORT for declaration in declarations) == 34
    assert sum(declaration.is_reply for declaration in declarations) == 1


def test_no_equipment_number_in_them_passes_its_check_and_all_are_kept(public: Path) -> None:
    containers = [
        element
        for declaration in read(public)
        for elements in (declaration.header, *(item.elements for item in declaration.items))
        for element in elements
        if element.name == "containers"
    ]
    assert len(containers) > 100
    assert all(element.value == element.text.strip() for element in containers)
    assert all([found.code for found in element.findings] == ["ELEMENT-IDENTIFIER"] for element in containers)


def test_the_document_with_a_deliberate_error_is_read_all_the_same(public: Path) -> None:
    (declaration,) = read(public.parent / "invalid" / "example_submission_declaration_400.xml")
    assert (declaration.country, declaration.rows) == ("GB", ({},))


WRAPPERS = [
    "{}",
    "<MetaData>{}</MetaData>",
    '<x:MetaData xmlns:x="urn:x">{}</x:MetaData>',
    "<submitDeclarationRequest><requestDetail><MetaData>{}</MetaData></requestDetail></submitDeclarationRequest>",
    "<DeclarationFullResponse><FullDeclarationObject>{}</FullDeclarationObject></DeclarationFullResponse>",
]


@pytest.mark.parametrize("wrapper", WRAPPERS)
@pytest.mark.parametrize("namespace", [WCO, "urn:wco:datamodel:WCO:DEC:1", ""])
def test_whatever_wraps_a_declaration_is_unwrapped(wrapper: str, namespace: str) -> None:
    declaration = f'<Declaration xmlns="{namespace}"><TypeCode>IMA</TypeCode></Declaration>'
    assert read_bytes(wrapper.format(declaration).encode()).require().type_code == "IMA"


def test_local_names_count_and_prefixes_do_not() -> None:
    document = (
        '<p:Declaration xmlns:p="urn:wco:datamodel:a" xmlns:q="urn:wco:datamodel:b"><q:TypeCode>IMA</q:TypeCode>'
        "</p:Declaration>"
    )
    assert read_bytes(document.encode()).require().type_code == "IMA"


def test_the_wrapper_tells_model_country_and_agency() -> None:
    document = (
        "<MetaData><WCODataModelVersionCode>3.6</WCODataModelVersionCode><ResponsibleCountryCode>GB</ResponsibleCountryCode>"
        "<ResponsibleAgencyName> Agency </ResponsibleAgencyName><Declaration/></MetaData>"
    )
    declaration = read_bytes(document.encode()).require()
    assert (declaration.model_version, declaration.country, declaration.agency) == ("3.6", "GB", "Agency")


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ("<MetaData/>", "DECLARATION-NONE"),
        ("<Declarations><declaration/></Declarations>", "DECLARATION-NONE"),
        ('<Declaration xmlns="urn:another"/>', "DECLARATION-NAMESPACE"),
    ],
)
def test_a_document_without_a_declaration_says_so(document: str, code: str) -> None:
    outcome = read_bytes(document.encode())
    assert outcome.value is None
    assert [found.code for found in outcome.findings] == [code]


def test_several_declarations_in_a_document_are_each_read(tmp_path: Path) -> None:
    path = tmp_path / "several.xml"
    path.write_text("<Batch><Declaration><ID>A</ID></Declaration><Declaration><ID>B</ID></Declaration></Batch>")
    assert [declaration.reference for declaration in read(path)] == ["A", "B"]
    outcome = read_bytes(path.read_bytes())
    assert outcome.value is None
    assert [found.code for found in outcome.findings] == ["READING-SEVERAL"]


def test_the_declarations_in_one_reply_are_parts_of_one() -> None:
    document = (
        "<MetaData><Response><FunctionCode>07</FunctionCode><Declaration><ID>A</ID></Declaration><Declaration>"
        "<FunctionCode>9</FunctionCode><GoodsShipment><GovernmentAgencyGoodsItem/></GoodsShipment></Declaration>"
        "</Response></MetaData>"
    )
    declaration = read_bytes(document.encode()).require()
    assert (declaration.reference, len(declaration.items), declaration.is_reply) == ("A", 1, True)
    assert declaration.function is None
    assert [found.code for found in declaration.findings] == ["DECLARATION-REPLY"]


def test_a_declaration_inside_a_declaration_is_not_a_second_one() -> None:
    declaration = read_bytes(b"<Declaration><Declaration><ID>A</ID></Declaration></Declaration>").require()
    assert (declaration.reference, declaration.unmapped) == (None, 1)


def test_what_nothing_takes_is_counted(declared: Callable[[str], Declaration]) -> None:
    declaration = declared(
        "<Invented>A</Invented><Invented><Deep>B</Deep><Empty/></Invented><Pointer><TagID>C</TagID></Pointer>"
        "<TypeCode>IMA</TypeCode><ID>X<Inside>D</Inside></ID>"
    )
    assert declaration.unmapped == 3
    assert (declaration.type_code, declaration.reference) == ("IMA", None)


def test_an_empty_leaf_says_nothing(declared: Callable[[str], Declaration]) -> None:
    declaration = declared("<TypeCode/><ID>  \n </ID><AcceptanceDateTime/><DeclarationOfficeID></DeclarationOfficeID>")
    assert declaration.header == ()
    assert declaration.rows == ({},)


def test_a_comment_inside_a_text_does_not_cut_it(declared: Callable[[str], Declaration]) -> None:
    assert declared("<ID>A<!-- between -->B</ID>").reference == "AB"


@pytest.mark.parametrize(
    ("text", "number"), [("3", 3), (" 3 ", 3), ("", None), ("-1", None), ("three", None), ("1" * 10, None), ("٣", None)]
)
def test_an_item_has_its_sequence_number(declared: Callable[[str], Declaration], text: str, number: int | None) -> None:
    goods = f"<GovernmentAgencyGoodsItem><SequenceNumeric>{text}</SequenceNumeric></GovernmentAgencyGoodsItem>"
    assert declared(f"<GoodsShipment>{goods}</GoodsShipment>").items[0].sequence == number


def test_with_several_shipments_each_item_has_those_values_of_its_own(declared: Callable[[str], Declaration]) -> None:
    shipments = (
        f"<GoodsShipment><ExportCountry><ID>{code}</ID></ExportCountry><GovernmentAgencyGoodsItem/></GoodsShipment>"
        for code in ("EC", "CO")
    )
    declaration = declared("".join(shipments))
    assert [row["export_country"] for row in declaration.rows] == ["EC", "CO"]


PARTY = (
    "<Name>Name</Name><ID>Id</ID><Address><Line>Line</Line><CityName>City</CityName><CountryCode>EC</CountryCode>"
    "<PostcodeID>Post</PostcodeID></Address><Communication><ID>1</ID></Communication><Contact><Name>Contact</Name></Contact>"
)


@pytest.mark.parametrize(
    ("place", "role"),
    [
        ("<Declarant>{}</Declarant>", "declarant"),
        ("<Exporter>{}</Exporter>", "exporter"),
        ("<GoodsShipment><Importer>{}</Importer></GoodsShipment>", "importer"),
        ("<GoodsShipment><Consignment><Carrier>{}</Carrier></Consignment></GoodsShipment>", "carrier"),
        ("<Consignment><NotifyParty>{}</NotifyParty></Consignment>", "notify_party"),
        (
            "<GoodsShipment><GovernmentAgencyGoodsItem><Consignee>{}</Consignee></GovernmentAgencyGoodsItem></GoodsShipment>",
            "consignee",
        ),
    ],
)
def test_a_party_gives_its_facets(declared: Callable[[str], Declaration], place: str, role: str) -> None:
    row = declared(place.format(PARTY)).rows[0]
    assert {name.removeprefix(f"{role}_"): value for name, value in row.items()} == {
        "name": "Name",
        "id": "Id",
        "address": "Line",
        "city": "City",
        "country": "EC",
        "postcode": "Post",
        "communication": "1",
        "contact": "Contact",
    }
