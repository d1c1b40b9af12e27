"""Finding plug-ins: without importing them, in a fixed order, with no shadowing and no winner of a collision."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.findings import Severity
from smir.plugins import Plugin, discover
from smir.plugins.entries import same_package
from smir.plugins.plugin import NAME_FORM
from smir.plugins.registry import installed_version, settle

Install = Callable[..., None]
GROUP = "smir.tests-plugins"
GOOD = "smir_api = 1\n"


def test_a_plugin_is_found_with_its_package_and_version(install: Install, site: Path) -> None:
    install(
        site, "example-alpha", f"[{GROUP}]\nalpha = example_alpha\n", version="2.3", modules={"example_alpha": GOOD}
    )
    assert list(discover(GROUP)) == [Plugin("alpha", GROUP, "example-alpha", "2.3", "example_alpha")]


def test_finding_a_plugin_does_not_import_it(install: Install, site: Path) -> None:
    install(
        site, "example-loud", f"[{GROUP}]\nloud = example_loud\n", modules={"example_loud": "raise SystemExit('loud')"}
    )
    assert discover(GROUP).names == ("loud",)
    assert "example_loud" not in sys.modules


def test_importing_the_room_reads_no_metadata() -> None:
    code = "import sys, smir.plugins; print('importlib.metadata' in sys.modules)"
    bare = subprocess.run([sys.executable, "-S", "-c", "import sys; print(1)"], capture_output=True, check=True)
    assert bare.stdout.strip() == b"1"
    path = ":".join(entry for entry in sys.path if entry)
    run = subprocess.run(
        [sys.executable, "-S", "-c", code], capture_output=True, check=True, env={"PYTHONPATH": path}, text=True
    )
    assert run.stdout.strip() == "False"


def test_the_order_is_fixed_whatever_the_order_of_the_folders(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = [tmp_path / name for name in ("one", "two")]
    for folder, (package, name) in zip(folders, (("example-z", "aa"), ("example-a", "zz")), strict=True):
        install(folder, package, f"[{GROUP}]\n{name} = nowhere\n")
    seen = []
    for path in (folders, folders[::-1]):
        with monkeypatch.context() as patch:
            for folder in path:
                patch.syspath_prepend(str(folder))
            seen.append(discover(GROUP, {"last-of-house": "x:y", "first": "x:z"}))
    assert seen[0] == seen[1]
    assert seen[0].names == ("last-of-house", "first", "aa", "zz")


@pytest.mark.parametrize("name", ["json-ld", "json_ld", "json.ld"])
def test_a_part_of_the_house_cannot_be_shadowed(install: Install, site: Path, name: str) -> None:
    install(site, "example-shadow", f"[{GROUP}]\n{name} = example_shadow\n", version="6.6")
    found = discover(GROUP, {"json-ld": "math:pi"})
    assert [plugin.package for plugin in found] == ["smir"]
    assert [finding.code for finding in found.findings] == ["PLUGIN-SHADOW"]
    assert "example-shadow 6.6" in found.findings[0].message("fr")


def test_a_reserved_name_cannot_be_taken(install: Install, site: Path) -> None:
    install(site, "example-shadow", f"[{GROUP}]\ncountries = example_shadow\n")
    found = discover(GROUP, reserved={"countries"})
    assert not found.plugins
    assert [finding.code for finding in found.findings] == ["PLUGIN-SHADOW"]


def test_two_plugins_with_one_name_are_both_refused_and_both_named(install: Install, site: Path) -> None:
    install(site, "example-left", f"[{GROUP}]\nsame_name = left\n", version="1.1")
    install(site, "example-right", f"[{GROUP}]\nsame-name = right\nother = right\n", version="2.2")
    found = discover(GROUP)
    assert found.names == ("other",)
    (finding,) = found.findings
    assert finding.code == "PLUGIN-COLLISION"
    for language in ("en", "fr"):
        assert "example-left 1.1, example-right 2.2" in finding.message(language)
    assert found.load("same_name").findings == (finding,)
    assert found.load("same-name").findings == (finding,)


def test_one_package_that_declares_a_name_twice_is_refused(install: Install, site: Path) -> None:
    install(site, "example-twice", f"[{GROUP}]\ntwice = one\ntwice = two\n")
    assert [finding.code for finding in discover(GROUP).findings] == ["PLUGIN-COLLISION"]


@pytest.mark.parametrize(
    "entry_points",
    [
        f"[{GROUP}]\nno equals sign\n".encode(),
        f"[{GROUP}]\nx = \xff\xfe".encode("latin-1"),
        b"\x00\xff[" + GROUP.encode(),
    ],
)
def test_a_package_with_a_broken_list_stands_alone(install: Install, site: Path, entry_points: bytes) -> None:
    install(site, "example-broken", entry_points)
    install(site, "example-fine", f"[{GROUP}]\nfine = example_fine\n")
    found = discover(GROUP)
    assert found.names == ("fine",)
    assert [finding.code for finding in found.findings] == ["PLUGIN-METADATA"]
    assert "example-broken" in found.findings[0].message()


def test_a_package_without_metadata_stands_alone(install: Install, site: Path) -> None:
    install(site, "example-nameless", f"[{GROUP}]\nx = y\n", metadata="")
    install(site, "example-fine", f"[{GROUP}]\nfine = example_fine\n")
    found = discover(GROUP)
    assert found.names == ("fine",)
    assert [finding.code for finding in found.findings] == ["PLUGIN-METADATA"]


@pytest.mark.parametrize("name", ["Upper", "with space", "é", "-edge", "x" * 65])
def test_a_name_of_the_wrong_form_is_refused_and_not_repeated(install: Install, site: Path, name: str) -> None:
    install(site, "example-name", f"[{GROUP}]\n{name} = y\n")
    found = discover(GROUP)
    assert not found.plugins
    assert [finding.code for finding in found.findings] == ["PLUGIN-NAME"]
    assert name not in found.findings[0].message()


def test_of_a_package_found_twice_the_first_on_the_path_counts(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path / "old", "example-double", f"[{GROUP}]\nold = old\n", version="1.0")
    install(tmp_path / "new", "Example_Double", "[console_scripts]\nx = y:z\n", version="2.0")
    monkeypatch.syspath_prepend(str(tmp_path / "old"))
    assert discover(GROUP).names == ("old",)
    monkeypatch.syspath_prepend(str(tmp_path / "new"))
    assert discover(GROUP).names == ()


def test_of_two_copies_of_a_package_one_counts(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("here", "there"):
        install(tmp_path / folder, "example-double", f"[{GROUP}]\nalpha = alpha\n")
        monkeypatch.syspath_prepend(str(tmp_path / folder))
    found = discover(GROUP)
    assert found.names == ("alpha",)
    assert not found.findings


def test_a_package_whose_name_cannot_be_read_stands_alone(install: Install, site: Path) -> None:
    install(site, "example-garbled", f"[{GROUP}]\nx = y\n")
    (site / "example_garbled-1.0.dist-info" / "METADATA").write_bytes(b"Name: \xff\xfe\n")
    assert [finding.code for finding in discover(GROUP).findings] == ["PLUGIN-METADATA"]


def test_entries_of_other_groups_are_left_alone(install: Install, site: Path) -> None:
    install(site, "example-alpha", f"[{GROUP}]\nalpha = a\n[{GROUP}.more]\nbeta = b\n")
    assert discover(GROUP).names == ("alpha",)


def test_a_part_of_a_house_that_is_not_installed_has_an_unknown_version() -> None:
    assert installed_version("smir-example-nobody-has") == "unknown"


@pytest.mark.parametrize("value", ["0", "off", "No", " false "])
def test_the_switch_leaves_the_house_alone(
    install: Install, site: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    install(site, "example-alpha", f"[{GROUP}]\nalpha = example_alpha\n")
    monkeypatch.setenv("SMIR_PLUGINS", value)
    found = discover(GROUP, {"pi": "math:pi"})
    assert found.names == ("pi",)
    assert [(finding.code, finding.severity) for finding in found.findings] == [("PLUGIN-OFF", Severity.NOTE)]


@pytest.mark.parametrize("value", ["1", "", "yes"])
def test_any_other_value_of_the_switch_keeps_plugins_on(
    install: Install, site: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    install(site, "example-alpha", f"[{GROUP}]\nalpha = example_alpha\n")
    monkeypatch.setenv("SMIR_PLUGINS", value)
    assert discover(GROUP).names == ("alpha",)


def test_a_part_of_the_house_declared_as_entry_point_too_is_found_once(install: Install, site: Path) -> None:
    install(site, "smir", f"[{GROUP}]\npi = math:pi\n", version="9.9")
    found = discover(GROUP, {"pi": "math:pi"})
    assert found.names == ("pi",)
    assert found.get("pi") is not None
    assert not found.findings


@given(
    st.lists(st.tuples(st.text(ascii_lowercase + "-_.", min_size=1, max_size=3), st.sampled_from("pqr")), max_size=8)
)
def test_what_is_used_has_one_owner_and_the_rest_a_reason(declared: list[tuple[str, str]]) -> None:
    plugins = tuple(
        Plugin(name, GROUP, package, "1", "m:a") for name, package in declared if NAME_FORM.fullmatch(name) is not None
    )
    house = (Plugin("a", GROUP, "smir", "1", "m:a", is_builtin=True),)
    found = settle(GROUP, house, frozenset(), plugins, ())
    keys = [same_package(name) for name in found.names]
    assert len(keys) == len(set(keys))
    assert found.names[0] == "a"
    assert len(found) - 1 + len(found.refused) == len(plugins)
    assert all(reason in found.findings for _, reason in found.refused)
