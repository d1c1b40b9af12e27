"""The guard: what would take the process down is refused, and the process lives."""

from __future__ import annotations

import subprocess
import sys

import pytest

from smir.criteria import Criterion, criterion
from smir.criteria.guard import CONDITION, DEPTH, LENGTH, OPERATORS, guard_json, guard_text
from smir.findings import Invalid

HOSTILE = {
    "nested parentheses": "'(' * 2000 + 'a = 1' + ')' * 2000",
    "chained OR": "' OR '.join(['a = 1'] * 20000)",
    "chained AND": "' AND '.join(['a = 1'] * 20000)",
    "chained NOT": "'NOT ' * 20000 + 'a = 1'",
    "chained minus": "'a = ' + '-' * 20000 + '1'",
    "chained subtraction": "'a = ' + ' - '.join(['b'] * 20000)",
    "chained comparison": "' = '.join(['a'] * 20000)",
    "nested calls": "'casei(' * 5000 + 'a' + ')' * 5000 + ' = 1'",
    "nested lists": "'a IN ' + '(' * 5000 + '1' + ',2)' * 5000",
    "unclosed parentheses": "'(' * 20 + 'a = 1'",
    "error under parentheses": "'(' * 20 + 'a b' + ')' * 20",
    "lists under parentheses": "'a IN ' + '(' * 20 + '1' + ',2)' * 20",
    "unclosed quote": "'a = ' + chr(39) * 30001",
    "unclosed calls": "'f(' * 20 + 'a'",
    "nested JSON": "'{\"op\":\"not\",\"args\":[' * 20000 + 'true' + ']}' * 20000",
    "JSON arrays": "'{\"op\":' + '[' * 100000",
    "JSON text that is not closed": "'{\"' + chr(92) * 2 + (chr(92) * 2 + chr(34)) * 200000",
    "JSON number": "'{\"op\":\"=\",\"args\":[1,' + '9' * 100000 + ']}'",
}
PROGRAM = """
import threading, time
from smir.criteria import Criterion
from smir.findings import Invalid
def read():
    begin = time.monotonic()
    try:
        Criterion.parse({text})
    except Invalid as error:
        print("refused", all(finding.code.startswith("CRITERION-") for finding in error.findings))
threading.stack_size({stack})
thread = threading.Thread(target=read)
thread.start()
thread.join()
"""


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_input_is_refused_in_a_thread_with_little_stack_and_the_process_lives(text):
    program = PROGRAM.format(text=text, stack=256 * 1024)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=30, check=False)
    assert (done.returncode, done.stdout) == (0, "refused True\n"), done.stderr


LIMITS = {
    "parentheses": f"'(' * {DEPTH} + 'a = 1' + ')' * {DEPTH}",
    "calls": f"'casei(' * {DEPTH} + 'a' + ')' * {DEPTH} + ' = 1'",
    "operators": f"' OR '.join(['a = 1'] * {OPERATORS // 2})",
    "NOT": f"'NOT ' * {CONDITION - 1} + 'a = 1'",
    "minus": f"'a = ' + '-' * {CONDITION - 1} + 'b'",
    "NOT and parentheses": f"'NOT (' * {DEPTH} + 'a = 1' + ')' * {DEPTH}",
    "calls and minus": f"'a = -casei(-casei(' + '-' * {CONDITION - 4} + 'b))'",
    "list": "'a IN (' + ', '.join(['1'] * 15000) + ')'",
}


@pytest.mark.parametrize("text", LIMITS.values(), ids=LIMITS)
def test_input_at_the_limits_is_read_in_a_thread_with_very_little_stack(text):
    program = PROGRAM.format(text=text, stack=96 * 1024) + "print('alive')"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("alive\n")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "CRITERION-LENGTH"),
        (" \n ", "CRITERION-LENGTH"),
        ("a = '" + "x" * LENGTH + "'", "CRITERION-LENGTH"),
        ("a = 'x\x00'", "CRITERION-CHARACTER"),
        ("a = '\ud800'", "CRITERION-CHARACTER"),
        ("a = '\x85'", "CRITERION-CHARACTER"),
        ('{"op":"=","args":[{"property":"a"},"\\u0000"]}', "CRITERION-CHARACTER"),
        ('{"op":"=","args":[{"property":"a"},"\\ud800"]}', "CRITERION-CHARACTER"),
        ('{"op":"=","args":[{"property":"\\u0000"},1]}', "CRITERION-CHARACTER"),
        ("a = 'x", "CRITERION-QUOTE"),
        ('"a = 1', "CRITERION-QUOTE"),
        ("a = 1;", "CRITERION-SYMBOL"),
        ("a ~ 1", "CRITERION-SYMBOL"),
        ("a = 1)", "CRITERION-PARENTHESIS"),
        ("(a = 1", "CRITERION-PARENTHESIS"),
        ("S_WITHIN(a, POLYGON((1 2)", "CRITERION-PARENTHESIS"),
        ("a IN (1, (2, 3))", "CRITERION-LIST"),
        ("(" * (DEPTH + 1) + "a = 1" + ")" * (DEPTH + 1), "CRITERION-DEPTH"),
        (" OR ".join(["a = 1"] * OPERATORS), "CRITERION-OPERATORS"),
        ("NOT " * (CONDITION + 1) + "a = 1", "CRITERION-CONDITION"),
        ("f(" + " AND ".join(["a"] * (CONDITION + 2)) + ")", "CRITERION-CONDITION"),
    ],
)
def test_each_limit_has_its_finding(text, code):
    with pytest.raises(Invalid) as caught:
        Criterion.parse(text)
    assert [finding.code for finding in caught.value.findings] == [code]


def test_quotes_hide_what_looks_like_structure():
    text = "a = '" + "((((" * 100 + " OR " * 2000 + '\' AND "(" = 1'
    assert len(guard_text(text)[1]) == 7
    assert Criterion.parse(text).elements == ("a", "(")


def test_brackets_inside_json_texts_do_not_count():
    text = '{"op":"=","args":[{"property":"a"},"' + "[{" * 5000 + '\\""]}'
    assert guard_json(text) == text
    assert Criterion.parse(text).elements == ("a",)


def test_the_json_form_of_a_criterion_at_the_limits_can_be_read_back():
    made = Criterion.parse(" OR ".join(["a = 1"] * (OPERATORS // 2)))
    assert Criterion.parse(made.to_json()) == made


def test_a_list_as_long_as_the_text_allows_is_read():
    made = criterion("commodity_code IN (" + ",".join(f"'{number:06}'" for number in range(6000)) + ")")
    assert made.evaluate({"commodity_code": "005999"}).value == "hit"
