"""Hypothesis and pytest find the house by entry point, at no cost until they are asked."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

import smir
from smir.conformance import strategies
from smir.conformance.entry import register, registrations
from smir.criteria import Criterion
from smir.declarations import Declaration, Row, catalogue
from smir.findings import SmirError
from smir.products import Alert, Product, Report
from smir.release import Received, Released
from smir.structure.shape import is_record
from smir.values import Text, Written

KNOWN = sorted(dict(registrations()), key=lambda cls: (cls.__module__, cls.__name__))
PUBLIC = [
    found
    for name in smir.__all__
    if isinstance(found := getattr(smir, name), type) and (is_record(found) or issubclass(found, Written | Text))
]


@pytest.mark.parametrize("cls", KNOWN, ids=lambda cls: cls.__name__)
def test_every_registered_type_is_made_from_its_type(cls: type) -> None:
    @settings(max_examples=1, phases=[Phase.generate], database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_type(cls))
    def claim(made: object) -> None:
        assert isinstance(made, cls)

    claim()


@pytest.mark.parametrize("cls", PUBLIC, ids=lambda cls: cls.__name__)
def test_every_public_record_and_value_is_registered(cls: type) -> None:
    assert cls in KNOWN


def test_the_house_registers_itself_when_hypothesis_is_imported() -> None:
    script = (
        "from hypothesis import find, strategies as st; import sys; assert 'smir.conformance.records' not in sys.modules;"
        "import smir; print(type(find(st.from_type(smir.HSCode), lambda _: True)).__name__)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "HSCode"


def test_registering_twice_does_no_harm() -> None:
    register()
    assert isinstance(find(st.from_type(Text), lambda _: True), Text)


def test_a_house_that_does_not_import_leaves_hypothesis_alone() -> None:
    script = (
        "import sys; sys.modules['smir.products'] = None; import hypothesis; print(hypothesis.find("
        "hypothesis.strategies.integers(), lambda number: number > 3))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "4"


@settings(max_examples=4, suppress_health_check=list(HealthCheck), phases=[Phase.generate], database=None)
@given(st.from_type(Released[Alert]), st.from_type(Received[Report]), st.from_type(Released))
def test_the_parameter_of_a_generic_class_is_kept(
    alert: Released[Alert], report: Received[Report], other: Released[Product]
) -> None:
    assert type(alert.product) is Alert
    assert type(report.product) is Report
    assert isinstance(other.product, Product)


@given(strategies.rows())
def test_a_row_has_names_and_kinds_of_the_catalogue(row: Row) -> None:
    assert set(row) <= set(catalogue().names)
    assert all(isinstance(value, tuple) == catalogue().get(name).many for name, value in row.items())


@settings(max_examples=30)
@given(st.from_type(Criterion), strategies.rows())
def test_a_criterion_is_evaluated_on_every_row(criterion: Criterion, row: Row) -> None:
    assert criterion.evaluate(row).name in {"HIT", "NO_HIT", "CANNOT_TELL"}


@settings(max_examples=50)
@given(strategies.declarations())
def test_a_declaration_has_a_row_for_each_item(made: Declaration) -> None:
    assert len(made.rows) == max(1, len(made.items))


@given(strategies.hostile_texts(), st.sampled_from([cls for cls in KNOWN if issubclass(cls, Written)]))
def test_a_hostile_text_brings_out_our_errors_only(text: str, cls: type[Written]) -> None:
    try:
        made = cls.parse(text)
    except SmirError as error:
        assert error.findings
    else:
        assert str(made)


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(strategies.hostile_documents(b'{"format":"smir","version":"1.0","note":{},"product":{"version":2}}'))
def test_a_hostile_document_brings_out_our_errors_only(data: bytes) -> None:
    assert not smir.read(data, "json").ok


#: An installation older than the entry point is told of the plug-in by hand; telling twice is an error.
INSTALLED = any(entry.value == "smir.conformance.pytest_plugin" for entry in entry_points(group="pytest11"))
PLUGIN = () if INSTALLED else ("-p", "smir.conformance.pytest_plugin")


def run_pytest(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *PLUGIN, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_pytest_runs_the_kit_for_a_format_that_is_named(tmp_path: Path) -> None:
    run = run_pytest(
        tmp_path, "--smir-serializer=json", "--smir-examples=0", "-q", "-rs", "-k", "streams or round-trip or no-leak"
    )
    assert run.returncode == 0, run.stdout[-3000:]
    assert "2 passed, 1 skipped, 17 deselected" in run.stdout
    assert "It does not say that it streams." in run.stdout


def test_pytest_names_each_check_of_each_format(tmp_path: Path) -> None:
    run = run_pytest(tmp_path, "--smir-serializer=json", "--smir-serializer=jsonl", "--collect-only", "-q")
    assert "smir-serializer::json::no-leak" in run.stdout
    assert "smir-serializer::jsonl::streams" in run.stdout


def test_pytest_tells_what_a_check_caught_without_a_trace(tmp_path: Path) -> None:
    run = run_pytest(tmp_path, "--smir-serializer=nobody-has-this", "-q", "--maxfail=1")
    assert run.returncode == 1
    assert "PLUGIN-UNKNOWN" in run.stdout


def test_pytest_loads_nothing_of_the_kit_unless_it_is_asked(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(
        "import sys\ndef test_it():\n    assert not {'hypothesis', 'smir.conformance.kit', 'smir.products'} & sys.modules.keys()\n"
    )
    run = run_pytest(tmp_path, "-q", "-p", "no:hypothesispytest")
    assert run.returncode == 0, run.stdout
