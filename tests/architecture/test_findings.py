"""Every finding code is declared once, says the same in both languages, and has its place in the documentation."""

from __future__ import annotations

import re
import string

import pytest

from _generate.codes import DeclaredCode, declared_codes, findings_page

CODES = declared_codes()
PAGE = findings_page()
NAMES = [declared.code.code for declared in CODES]
each_code = pytest.mark.parametrize("declared", CODES, ids=NAMES)


def places(wording: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(wording) if name is not None}


def test_no_two_declarations_share_a_code() -> None:
    assert len(NAMES) == len(set(NAMES)), sorted({name for name in NAMES if NAMES.count(name) > 1})


@each_code
def test_a_code_is_upper_case_words_joined_by_hyphens(declared: DeclaredCode) -> None:
    assert re.fullmatch(r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)+", declared.code.code)


@each_code
def test_a_constant_is_named_after_its_code(declared: DeclaredCode) -> None:
    assert declared.constant.removeprefix("_") == declared.code.code.replace("-", "_")


@each_code
def test_both_languages_say_something_of_their_own(declared: DeclaredCode) -> None:
    code = declared.code
    assert len(code.en.split()) >= 3
    assert len(code.fr.split()) >= 3
    assert code.en != code.fr
    assert code.en.rstrip()[-1] in ".?!"
    assert code.fr.rstrip()[-1] in ".?!"


@each_code
def test_both_languages_have_the_same_places(declared: DeclaredCode) -> None:
    assert places(declared.code.en) == places(declared.code.fr)


@each_code
def test_a_place_in_the_wording_is_a_plain_name(declared: DeclaredCode) -> None:
    for name in places(declared.code.en):
        assert name.isidentifier(), "no attribute, index or position"


@each_code
def test_french_punctuation_stands_after_the_right_space(declared: DeclaredCode) -> None:
    wording = re.sub(r"https?://\S+|``.*?``|`.*?`", "", declared.code.fr)
    assert not re.search(r"(?<=[\w)\]%])[;!?](?=\s|$)", wording), "U+202F stands before ; ! ?"
    assert not re.search(r"(?<=[\w)\]%]) [;!?:»]|« ", wording), "the space before ; ! ? : and inside « » does not break"
    assert not re.search(r"[^\W\d_]'[^\W\d_]", wording), "the apostrophe is ’"


@each_code
def test_the_anchor_of_a_code_is_documented(declared: DeclaredCode) -> None:
    page, _, fragment = declared.code.anchor.partition("#")
    assert page == "reference/findings.html"
    assert f"\n({fragment})=\n" in PAGE
