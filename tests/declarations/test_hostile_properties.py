"""Whatever goes into the reader, only declarations and our own findings come out, and nothing of the document in them."""

from __future__ import annotations

import re
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from smir.declarations import Declaration, Limits, Row, read_bytes, samples
from smir.findings import Finding, Outcome

LIMITS = Limits(size=200_000, elements=5_000, text=20_000)
OURS = re.compile(r"[A-Z0-9]+(-[A-Z0-9]+)+")
#: What a path may say: our own places, our own names, numbers.
PLACE = re.compile(r"(?:|/(?:header|items/\d+)/[a-z0-9_]+(?:/\d+)?|/items)")


@cache
def documents() -> tuple[bytes, ...]:
    """The shipped documents, smallest first, as something to damage."""
    files = [file.read_bytes() for file in samples().iterdir() if file.name.endswith(".xml")]
    return tuple(sorted(files, key=len))[:8]


def judge(outcome: Outcome[Declaration]) -> tuple[Finding, ...]:
    """Hold what came out to what is promised."""
    assert (outcome.value is None) == (not outcome.ok)
    for finding in outcome.findings:
        assert OURS.fullmatch(finding.code)
        assert PLACE.fullmatch(finding.path)
        assert all(re.fullmatch(r"[A-Za-z0-9 .,-]{1,20}", str(detail)) for _, detail in finding.details)
    if outcome.value is not None:
        assert len(outcome.value.rows) == max(1, len(outcome.value.items))
        assert all(type(row) is Row for row in outcome.value.rows)
    return outcome.findings


@given(st.binary(max_size=400))
def test_random_bytes_are_refused(data: bytes) -> None:
    assert judge(read_bytes(data, limits=LIMITS))


@given(
    st.sampled_from([b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b'<?xml version="1.0"?>', b"<!--", b"<Declaration>"]),
    st.binary(max_size=200),
)
def test_a_good_beginning_does_not_help_random_bytes(start: bytes, data: bytes) -> None:
    assert judge(read_bytes(start + data, limits=LIMITS))


@given(st.data())
def test_damaged_declarations_are_read_or_refused(data: st.DataObject) -> None:
    document = bytearray(data.draw(st.sampled_from(documents())))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(document)))
        length = data.draw(st.sampled_from([0, 1, 1, 5, 40, 2_000]))
        document[at : at + length] = data.draw(
            st.one_of(
                st.binary(max_size=8),
                st.sampled_from(
                    [
                        b"<",
                        b">",
                        b"&",
                        b"</",
                        b"<!--",
                        b"]]>",
                        b"<![CDATA[",
                        b"&#0;",
                        b"&x;",
                        b"<?x?>",
                        b"\x00",
                        b"\xff",
                    ]
                ),
                st.just(bytes(document[at : at + 300])),
            )
        )
    judge(read_bytes(bytes(document), limits=LIMITS))


@given(st.data())
def test_texts_exchanged_for_anything_are_kept_or_found_wrong_and_never_quoted(data: st.DataObject) -> None:
    document = data.draw(st.sampled_from(documents())).decode()
    letters = st.characters(codec="utf-8", exclude_characters="<&\r", exclude_categories=("Cc", "Cs"))
    text = "CANARY7531" + data.draw(st.text(letters, max_size=600)).replace("\ufffe", "").replace("\uffff", "").replace(
        "]]>", ""
    )
    damaged = re.sub(
        r"(?<=>)[^<>\s][^<>]*(?=</)", lambda match: data.draw(st.sampled_from([text, match[0]])), document, count=30
    )
    outcome = read_bytes(damaged.encode(), limits=LIMITS)
    shown = "".join(f"{finding}{finding.message('fr')}{finding!r}" for finding in judge(outcome))
    assert "CANARY7531" not in shown + repr(outcome) + repr(outcome.value)


@given(st.integers(0, 3_000), st.sampled_from(["a", "Declaration", "GoodsShipment", "Consignment", "p:a"]))
def test_deep_nesting_ends_in_a_finding(depth: int, name: str) -> None:
    data = f"<{name}>" * depth + f"</{name}>" * depth
    judge(read_bytes(data.encode(), limits=LIMITS))


@given(st.integers(0, 40_000), st.sampled_from(["text", "attribute", "name", "comment", "cdata"]))
def test_long_pieces_end_in_a_finding(length: int, kind: str) -> None:
    long = "x" * length
    inside = {
        "text": f"<ID>{long}</ID>",
        "attribute": f'<ID a="{long}"/>',
        "name": f"<x{long}/>",
        "comment": f"<!--{long}-->",
        "cdata": f"<ID><![CDATA[{long}]]></ID>",
    }[kind]
    findings = judge(read_bytes(f"<Declaration>{inside}</Declaration>".encode(), limits=LIMITS))
    assert length < LIMITS.text or [finding.code for finding in findings] == ["XML-TEXT"]


trees = st.recursive(
    st.text(st.characters(codec="ascii", exclude_characters="<&"), max_size=20),
    lambda inside: st.lists(
        st.tuples(
            st.sampled_from(
                """GoodsShipment GovernmentAgencyGoodsItem Commodity Classification Origin Packaging TransportEquipment Seal
                Consignment Consignee Address ID Name TypeCode CountryCode SequenceNumeric AcceptanceDateTime DateTimeString
                GrossMassMeasure GoodsMeasure GovernmentProcedure CurrentCode AdditionalDocument Declaration Response
                QuantityQuantity InvoiceAmount IdentificationTypeCode""".split()
            ),
            st.sampled_from(
                [
                    "",
                    ' formatCode="304"',
                    ' formatCode="9"',
                    ' unitCode="KGM#G"',
                    ' unitCode="ZZZ"',
                    ' currencyID="EUR"',
                ]
            ),
            inside,
        ),
        max_size=5,
    ).map(lambda parts: "".join(f"<{name}{attribute}>{text}</{name}>" for name, attribute, text in parts)),
    max_leaves=40,
)


@given(trees)
def test_known_names_in_any_place_are_read_without_error(inside: str) -> None:
    text = re.sub("[\x00-\x08\x0b-\x1f\x7f]", "", inside).replace("]]>", "")
    judge(read_bytes(f"<Declaration>{text}</Declaration>".encode(), limits=LIMITS))
