"""Loading a plug-in: whatever its code does, the house goes on and says which package failed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.findings import Invalid
from smir.plugins import Plugin, discover

Install = Callable[..., None]
GROUP = "smir.tests-loading"
CANARY = "canary-7f3a"
FAILURES = {
    "exits": f"import sys\nsys.exit('{CANARY}')\n",
    "raises": f"raise ValueError('{CANARY}')\n",
    "misspelt": f"def broken(:  # {CANARY}\n",
    "recurses": "def f():\n    return f()\nf()\n",
    "base": f"class Odd(BaseException):\n    pass\nraise Odd('{CANARY}')\n",
    "attribute": "smir_api = 1\n",
    "trap": f"def __getattr__(name):\n    raise RuntimeError('{CANARY}')\n",
}


@pytest.mark.parametrize("kind", FAILURES)
def test_no_failure_of_a_plugin_leaves_it(install: Install, site: Path, kind: str) -> None:
    module = f"example_{kind}"
    install(
        site,
        f"example-{kind}",
        f"[{GROUP}]\n{kind} = {module}:thing\n",
        version="4.2",
        modules={module: FAILURES[kind]},
    )
    outcome = discover(GROUP).load(kind)
    assert outcome.value is None
    assert [finding.code for finding in outcome.findings] == ["PLUGIN-LOAD"]
    for language in ("en", "fr"):
        assert f"example-{kind} 4.2" in outcome.findings[0].message(language)
        assert CANARY not in outcome.findings[0].message(language)
    sys.modules.pop(module, None)


def test_a_module_that_is_not_there_is_a_failure_of_the_plugin() -> None:
    outcome = Plugin("gone", GROUP, "example-gone", "1", "smir_example_nowhere:thing").load()
    assert [finding.code for finding in outcome.findings] == ["PLUGIN-LOAD"]
    with pytest.raises(Invalid, match="example-gone"):
        outcome.require()


def test_the_users_interruption_passes_through(install: Install, site: Path) -> None:
    install(
        site, "example-stop", f"[{GROUP}]\nstop = example_stop\n", modules={"example_stop": "raise KeyboardInterrupt"}
    )
    with pytest.raises(KeyboardInterrupt):
        discover(GROUP).load("stop")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("smir_api = 1\n", "example_module"),
        ("class Thing:\n    smir_api = 1\n    inner = None\n", "example_module:Thing"),
        ("class Thing:\n    class capabilities:\n        smir_api = 1\n", "example_module:Thing"),
        ("class Box:\n    class Thing:\n        smir_api = 1\n", "example_module:Box.Thing"),
    ],
)
def test_a_plugin_that_declares_a_known_agreement_loads(install: Install, site: Path, source: str, target: str) -> None:
    install(site, "example-module", f"[{GROUP}]\nthing = {target}\n", modules={"example_module": source})
    outcome = discover(GROUP).load("thing")
    sys.modules.pop("example_module", None)
    assert outcome.ok
    assert outcome.require() is not None


@pytest.mark.parametrize("declared", ["2", "True", "'1'", "1.0", "None", "0"])
def test_a_plugin_of_an_unknown_agreement_is_refused(install: Install, site: Path, declared: str) -> None:
    install(
        site,
        "example-api",
        f"[{GROUP}]\nthing = example_api\n",
        version="3.0",
        modules={"example_api": f"smir_api = {declared}\n"},
    )
    outcome = discover(GROUP).load("thing")
    sys.modules.pop("example_api", None)
    assert outcome.value is None
    assert [finding.code for finding in outcome.findings] == ["PLUGIN-API"]
    assert "example-api 3.0" in outcome.findings[0].message("fr")


@given(st.text())
def test_any_target_gives_a_finding_and_nothing_else(target: str) -> None:
    outcome = Plugin("thing", GROUP, "example-target", "1", target).load()
    assert outcome.value is None
    assert len(outcome.findings) == 1
    assert outcome.findings[0].code in {"PLUGIN-TARGET", "PLUGIN-LOAD", "PLUGIN-API"}


def test_an_unknown_name_gives_the_known_ones_and_is_not_repeated(install: Install, site: Path) -> None:
    install(site, "example-alpha", f"[{GROUP}]\nalpha = example_alpha\n")
    (finding,) = discover(GROUP).load(CANARY).findings
    assert finding.code == "PLUGIN-UNKNOWN"
    assert "alpha" in finding.message()
    assert CANARY not in finding.message()


def test_health_tells_every_plugin_good_broken_or_refused(install: Install, site: Path) -> None:
    install(site, "example-good", f"[{GROUP}]\ngood = example_good\n", modules={"example_good": "smir_api = 1\n"})
    install(site, "example-bad", f"[{GROUP}]\nbad = example_bad\n", modules={"example_bad": "import sys; sys.exit(3)"})
    install(site, "example-shade", f"[{GROUP}]\npi = example_shade\n")
    health = discover(GROUP, {"pi": "math:pi"}).health()
    told = [(each.plugin.package, each.ok, [finding.code for finding in each.findings]) for each in health]
    assert told == [
        ("smir", False, ["PLUGIN-API"]),
        ("example-bad", False, ["PLUGIN-LOAD"]),
        ("example-good", True, []),
        ("example-shade", False, ["PLUGIN-SHADOW"]),
    ]
