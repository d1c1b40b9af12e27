"""The closed lists of this room: members and data agree, and every code is named in both languages."""

from __future__ import annotations

import pytest

from smir.entities import Coded, LinkKind, Sex
from smir.vocabulary import Status

LISTS = Coded.__subclasses__()
each_list = pytest.mark.parametrize("listed", LISTS, ids=lambda listed: listed.__name__)


@each_list
def test_members_and_rows_are_the_same(listed: type[Coded]) -> None:
    assert tuple(member.value for member in listed) == listed.code_list().codes


@each_list
def test_every_code_is_named_in_both_languages(listed: type[Coded]) -> None:
    assert all(row.languages == ("en", "fr") for row in listed.code_list())
    assert len({member.label() for member in listed}) == len(listed)
    assert len({member.label("fr") for member in listed}) == len(listed)


@each_list
def test_no_list_claims_to_be_verified(listed: type[Coded]) -> None:
    assert {row.status for row in listed.code_list()} <= {Status.OURS, Status.MEMORY}
    assert listed.code_list().head.source


@each_list
def test_a_member_is_named_after_its_code(listed: type[Coded]) -> None:
    if listed is Sex:
        assert [sex.value for sex in Sex] == ["0", "1", "2", "9"]
        return
    assert [member.name for member in listed] == [member.value.upper().replace("-", "_") for member in listed]


@each_list
def test_codes_have_no_order(listed: type[Coded]) -> None:
    first, second, *_ = listed
    with pytest.raises(TypeError, match="not supported"):
        assert first < second  # type: ignore[operator]


@pytest.mark.parametrize("kind", LinkKind)
def test_a_relation_is_read_in_both_directions(kind: LinkKind) -> None:
    for language in ("en", "fr"):
        assert kind.inverse_label(language)
        assert (kind.inverse_label(language) == kind.label(language)) == kind.is_symmetric


def test_what_holds_both_ways_is_told_apart() -> None:
    assert {kind for kind in LinkKind if kind.is_symmetric} == {
        LinkKind.ASSOCIATE,
        LinkKind.RELATIVE,
        LinkKind.COMMUNICATES_WITH,
        LinkKind.MEETS,
        LinkKind.SAME_AS,
        LinkKind.POSSIBLY_SAME_AS,
        LinkKind.RELATED_TO,
    }


def test_labels_read_as_sentences() -> None:
    assert LinkKind.CONSIGNEE.label("fr") == "est le destinataire de"
    assert LinkKind.CONSIGNEE.inverse_label("fr") == "a pour destinataire"
