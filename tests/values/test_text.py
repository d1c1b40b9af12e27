"""What is said in words: languages, characters, and that it never shows."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Mapping

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.findings import Invalid
from smir.values import Text

tags = st.from_regex(Text.tag_pattern.strip("^$"), fullmatch=True).filter(str.isascii)
said = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")
    | st.sampled_from("\n\t"),
    min_size=1,
).filter(str.strip)
texts = st.dictionaries(tags, said, min_size=1, max_size=4)


def found(*given_, **by_tag):
    with pytest.raises(Invalid) as caught:
        Text(*given_, **by_tag)
    assert caught.value.__context__ is None
    return [(finding.code, finding.path) for finding in caught.value.findings]


@given(texts)
def test_what_is_said_is_kept_to_the_letter_in_the_order_of_its_tags(mapping):
    text = Text(mapping)
    assert dict(text.items()) == mapping
    assert list(text.languages) == sorted(mapping)
    assert Text(dict(text.items())) == text
    assert Text(dict(reversed(text.items()))) == text
    assert hash(Text(mapping)) == hash(text)


@given(texts)
def test_a_text_does_not_show(mapping):
    canary = {tag: f"QQCANARYQQ {words}" for tag, words in mapping.items()}
    text = Text(canary)
    assert "QQCANARYQQ" not in repr(text) + str(text) + f"{text}"
    assert repr(text) == f"Text({', '.join(sorted(mapping))})"


@given(texts)
def test_a_text_is_frozen_small_and_copies_whole(mapping):
    text = Text(mapping)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        text._items = ()
    assert not hasattr(text, "__dict__")
    assert pickle.loads(pickle.dumps(text)) == copy.deepcopy(text) == text


def test_a_language_is_found_by_itself_then_its_wider_form_then_english_then_the_first():
    text = Text({"pt-BR": "polpa"}, fr="pulpe", en="pulp")
    assert text.in_("pt-BR") == "polpa"
    assert text.in_("fr-CA") == "pulpe"
    assert text.in_("pt") == "pulp"
    assert text.in_("zh-Hant-TW") == "pulp"
    assert Text(fr="pulpe", es="pulpa").in_("de") == "pulpa"
    assert text.get("pt") is None
    assert text.get("fr") == "pulpe"


@pytest.mark.parametrize(
    "tag", ["FR", "en_GB", "", "french", "fr-", "x-secret", "fr-ca", "ＦＲ", "i-klingon", None, 3, ["fr"]]
)
def test_a_tag_that_is_none_is_refused_and_not_repeated(tag):
    with pytest.raises(Invalid, match="TEXT-LANGUAGE") as caught:
        Text(en="pulp").in_(tag)
    assert not tag or str(tag) not in str(caught.value).replace("fr, pt-BR", "")
    if isinstance(tag, str | int | None):
        assert found({tag: "pulp"}) == [("TEXT-LANGUAGE", "")]


@pytest.mark.parametrize("words", ["", " ", "\n\t ", "\u00a0"])
def test_saying_nothing_is_refused(words):
    assert found(fr=words) == [("TEXT-EMPTY", "/fr")]


@pytest.mark.parametrize(
    "sign", [*map(chr, [*range(9), 11, 12, *range(13, 32), *range(127, 160), 0xD800, 0xDFFF, 0xFFFE, 0xFFFF])]
)
def test_signs_no_document_can_carry_are_refused(sign):
    assert found(fr=f"pulpe{sign}fruits") == [("TEXT-CHARACTERS", "/fr")]


@pytest.mark.parametrize(
    "words", [b"pulp", 5, None, True, ["pulp"], Text(en="pulp"), type("Subtext", (str,), {})("pulp")]
)
def test_what_is_not_a_text_is_refused(words):
    assert found(en=words) == [("TEXT-TYPE", "/en")]


@pytest.mark.parametrize("given_", ["pulp", b"pulp", 5, [("en", "pulp")], {"en"}])
def test_a_text_without_a_language_is_not_taken(given_):
    assert found(given_) == [("TEXT-MAPPING", "")]


def test_nothing_at_all_is_refused():
    assert found() == [("TEXT-NONE", "")]
    assert found({}) == [("TEXT-NONE", "")]


def test_a_language_is_given_once():
    assert found({"en": "pulp"}, en="fruit") == [("TEXT-LANGUAGE", "")]


def test_all_that_is_wrong_is_said_at_once():
    assert found({"FR": "x"}, en="", fr=3, es="\x00") == [
        ("TEXT-LANGUAGE", ""),
        ("TEXT-EMPTY", "/en"),
        ("TEXT-TYPE", "/fr"),
        ("TEXT-CHARACTERS", "/es"),
    ]


class _Hostile(Mapping):
    def __getitem__(self, key):
        raise RuntimeError("QQCANARYQQ")

    def __iter__(self):
        return iter(["en"])

    def __len__(self):
        return 1


def test_a_mapping_that_fails_is_refused_without_its_words():
    assert found(_Hostile()) == [("TEXT-MAPPING", "")]


@given(
    st.dictionaries(
        st.text() | st.integers() | st.none(), st.text(st.characters()) | st.integers() | st.none(), max_size=4
    )
)
def test_whatever_goes_in_only_findings_come_out(mapping):
    try:
        text = Text(mapping)
    except Invalid as error:
        assert error.findings
    else:
        assert dict(text.items()) == mapping
