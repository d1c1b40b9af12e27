"""The findings of the room: complete in both languages, and well set in French."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import smir.values
from smir.findings import Code

MODULES = sorted(module.name for module in pkgutil.iter_modules(smir.values.__path__))
CODES = [
    (module, code)
    for module in MODULES
    for code in vars(importlib.import_module(f"smir.values.{module}")).values()
    if isinstance(code, Code)
]
DECLARED = {code.code: code for _, code in CODES}
each_code = pytest.mark.parametrize("code", DECLARED.values(), ids=DECLARED)
DETAILS = {"whole": 18, "decimals": 9}


def test_a_code_is_declared_once():
    assert len({id(code) for _, code in CODES}) == len(DECLARED)


def test_every_file_of_the_room_has_under_400_lines():
    for module in MODULES:
        source = importlib.import_module(f"smir.values.{module}").__spec__.origin
        assert len(Path(source).read_text(encoding="utf-8").splitlines()) < 400


@each_code
def test_a_finding_says_what_to_do_in_two_languages(code):
    finding = code.at("/there", **DETAILS)
    assert re.fullmatch(r"[A-Z]+(?:-[A-Z0-9]+)+", code.code)
    for language in ("en", "fr"):
        message = finding.message(language)
        assert message.endswith(".")
        assert "{" not in message
        assert message[0].isupper()
    assert finding.message("en") != finding.message("fr")


@each_code
def test_french_is_set_as_french(code):
    assert "'" not in code.fr, "the apostrophe is ’"
    assert not re.search(r"[^\u00a0]: ", code.fr), "a no-break space stands before a colon"
    assert not re.search(r"[^\u202f][;!?](?: |$)", code.fr), "a narrow no-break space stands before ; ! and ?"


@each_code
def test_english_has_no_straight_apostrophe(code):
    assert "'" not in code.en
