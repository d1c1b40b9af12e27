"""A product of a national administration is written, read, described and tabulated like those of the house."""

from __future__ import annotations

import json
from typing import Any, ClassVar

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from smir.conformance.products import releases
from smir.findings import Invalid
from smir.handling import Personal
from smir.products import Product, ProductType
from smir.release import Released
from smir.serializers import JsonFormat, JsonLines, dumps, loads, rows, schema
from smir.serializers.document import PRODUCTS, document_of
from smir.structure import record


@record(tag="example.notice")
class Notice(Product):
    """A notice that only one country has.

    Args:
        board: The board it hangs on.
        author: Who wrote it.
    """

    product_type: ClassVar[ProductType | None] = ProductType.MESSAGE

    board: str | None = None
    author: Personal[str] | None = None


READER = JsonFormat((*PRODUCTS, Notice))


@given(releases((Notice,)))
def test_it_reads_back_equal_where_its_class_is_known(released: Released[Notice]) -> None:
    received = loads(dumps(released), READER)
    assert type(received.product) is Notice
    assert (received.product, received.note) == (released.product, released.note)
    assert loads(dumps(released, "jsonl"), JsonLines(READER.products)).product == released.product


@given(releases((Notice,)))
def test_where_its_class_is_not_known_that_is_said(released: Released[Notice]) -> None:
    with pytest.raises(Invalid, match="MEMBER-TYPE"):
        loads(dumps(released))


@given(releases((Notice,)))
def test_it_has_a_schema_and_a_row(released: Released[Notice]) -> None:
    plain: Any = json.loads(dumps(released))
    made = schema(Notice)
    assert made["$defs"]["Notice"]["properties"]["author"]["$comment"] == "personal data: PERSONAL"
    assert Draft202012Validator(made).is_valid(plain["product"])
    assert Draft202012Validator(schema(document_of((Notice,)))).is_valid(plain)
    assert rows([released])[0]["kind"] == "MESSAGE"
