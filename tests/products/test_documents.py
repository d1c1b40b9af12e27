"""Products as documents: what is written is read back equal, on both roads, and says what it is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smir.findings import Invalid
from smir.grading import Grade
from smir.products import (
    Attachment,
    BackTest,
    Correction,
    Feedback,
    Item,
    Judgement,
    Level,
    Likelihood,
    MessageType,
    Option,
    Originator,
    ProblemDossier,
    Product,
    ProductType,
    Reason,
    Reply,
    SubjectDossier,
    check_standard,
)
from smir.structure import compiled, extras, record
from smir.structure.document import dumps, fingerprint, loads
from smir.structure.plain import canonical, parse
from smir.structure.strict import from_plain, to_plain
from smir.values import Text
from tests.products.exemplars import NOW, alert, message, operational, profile, strategic, trend
from tests.products.strategies import PRODUCTS, issued, records

PARTS = (
    Attachment,
    BackTest,
    Correction,
    Feedback,
    Item,
    Judgement,
    Likelihood,
    Option,
    Originator,
    ProblemDossier,
    Reason,
    Reply,
    SubjectDossier,
)
each_class = pytest.mark.parametrize("cls", [*PRODUCTS, *PARTS], ids=lambda cls: cls.__name__)
GOLDEN = Path(__file__).parent.parent / "golden" / "products"


@record(tag="zz-bulletin")
class Bulletin(Product):
    """A national product, written outside the house."""

    product_type: ClassVar[ProductType | None] = ProductType.REPORT

    edition: int
    weather: Text | None = None


@each_class
@settings(max_examples=40)
@given(data=st.data())
def test_what_is_written_is_read_back_equal(cls: type, data: st.DataObject) -> None:
    made = data.draw(records(cls))
    outcome = loads(dumps(made), cls)
    assert outcome.value == made
    assert outcome.findings == ()


@each_class
@settings(max_examples=40)
@given(data=st.data())
def test_both_roads_read_and_write_the_same(cls: type, data: st.DataObject) -> None:
    made = data.draw(records(cls))
    plain = to_plain(made)
    assert canonical(plain) == compiled.write(made) == dumps(made)
    assert from_plain(plain, cls).value == made


@given(issued())
def test_an_issued_product_survives_the_round_trip_with_its_number(product: Any) -> None:
    back = loads(dumps(product), type(product)).require()
    assert (back.urn, back.status, back.created_at) == (product.urn, product.status, product.created_at)
    assert fingerprint(back) == fingerprint(product)


@pytest.mark.parametrize("cls", PRODUCTS, ids=lambda cls: cls.__name__)
@settings(max_examples=20)
@given(data=st.data())
def test_a_product_names_its_own_class_in_its_document(cls: type, data: st.DataObject) -> None:
    product = data.draw(records(cls))
    document = json.loads(dumps(product))
    assert document["type"] == cls.__name__.lower()
    assert product.kind.value == cls.__name__.upper()
    wrong = next(other for other in PRODUCTS if other is not cls)
    assert not loads(dumps(product), wrong).ok


@given(records(PRODUCTS[0]))
def test_unknown_members_are_kept(product: Any) -> None:
    plain = parse(dumps(product)) | {"novel": {"member": [1, "two"]}}
    outcome = loads(canonical(plain), type(product))
    assert [finding.code for finding in outcome.findings] == ["MEMBER-UNKNOWN"]
    assert parse(dumps(outcome.require())) == plain
    assert extras(outcome.value).plain() == {"novel": {"member": [1, "two"]}}


@pytest.mark.parametrize(
    ("name", "product"),
    [
        ("alert", alert()),
        ("profile", profile()),
        ("report-operational", operational()),
        ("report-strategic", strategic()),
        ("trend", trend()),
        ("message-rfi", message(MessageType.RFI)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_last_years_document_reads_and_is_written_the_same(name: str, product: Product) -> None:
    document = (GOLDEN / f"{name}.json").read_bytes().rstrip(b"\n")
    assert dumps(product) == document
    assert loads(document, type(product)).value == product


def test_a_national_product_is_covered_the_day_it_is_written() -> None:
    bulletin = Bulletin(level=Level.STRATEGIC, title=Text(en="Weather"), grade=Grade.parse("A11"), edition=3)
    assert loads(dumps(bulletin), Bulletin).value == bulletin
    assert bulletin.kind is ProductType.REPORT
    assert not bulletin.is_nominal
    assert {finding.code for finding in check_standard(bulletin, on=NOW)} >= {"LEVEL-STRATEGIC-SCOPE"}


def test_the_parent_of_all_products_is_no_product() -> None:
    with pytest.raises(Invalid) as refused:
        Product(level=Level.STRATEGIC, title=Text(en="Weather"), grade=Grade.parse("A11"))
    assert [finding.code for finding in refused.value.findings] == ["PRODUCT-CLASS"]


def test_a_class_without_a_product_type_is_refused() -> None:
    @record(tag="zz-note")
    class Note(Product):
        """A national product whose author forgot to say what it is."""

    with pytest.raises(Invalid) as refused:
        Note(level=Level.STRATEGIC, title=Text(en="Weather"), grade=Grade.parse("A11"))
    assert [finding.code for finding in refused.value.findings] == ["PRODUCT-CLASS"]


def test_wrong_types_are_found_all_at_once() -> None:
    with pytest.raises(Invalid) as refused:
        alert(title="plain", version="1", valid="P30D", items=["first"], mode=1, feedback_requested=1)
    assert {finding.path for finding in refused.value.findings} == {
        "/title",
        "/version",
        "/valid",
        "/items",
        "/mode",
        "/feedback_requested",
    }


@given(records(Likelihood))
def test_a_part_is_not_read_as_something_else(likelihood: Likelihood) -> None:
    assert not loads(dumps(likelihood), Originator).ok
