"""Protection holds where another package has switched the validators of attrs off for the whole process.

Each claim is a short script that runs in an interpreter of its own, with the switch thrown before anything is imported.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

SWITCH = "import attrs\nattrs.validators.set_disabled(True)\n"

#: A claim, and a script that ends quietly where it holds.
CLAIMS = {
    "a wrong type is refused": """
import smir
from smir.values import HSCode
try:
    HSCode(81190)
except smir.Invalid:
    pass
else:
    raise SystemExit("a number became a commodity code")
""",
    "a wrong form is refused": """
import smir
from smir.values import HSCode
try:
    HSCode("08 11")
except smir.Invalid:
    pass
else:
    raise SystemExit("a text that is no commodity code became one")
""",
}


def in_a_switched_off_process(script: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-I", "-c", SWITCH + script], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("claim", CLAIMS)
def test_with_validators_off(claim: str) -> None:
    run = in_a_switched_off_process(CLAIMS[claim])
    assert run.returncode == 0, run.stderr[-2000:]


def test_a_claim_that_does_not_hold_would_be_seen() -> None:
    """The saboteur: a class that trusts a validator lets the wrong type in."""
    script = (
        "Weak = attrs.make_class('Weak', {'x': attrs.field(validator=attrs.validators.instance_of(int))})\nWeak('x')"
    )
    assert in_a_switched_off_process(script).returncode == 0
    assert in_a_switched_off_process("raise SystemExit('seen')").returncode != 0
