"""Runs the groups asked for and prints one table a group; every file of this folder with ``works()`` is a group."""

from __future__ import annotations

import argparse
import importlib
import json
import platform
import sys
from pathlib import Path

from bench.row import Figure, duration
from bench.timing import calibration, measure

HERE = Path(__file__).parent
MACHINERY = {"__init__", "__main__", "invented", "row", "timing"}
COLUMNS = ("group", "work", "ours", "peer", "ratio", "bar", "holds")


def groups() -> dict[str, str]:
    """The groups by the name a user types, with the module each lives in; a final underscore avoids a keyword."""
    files = sorted(path.stem for path in HERE.glob("*.py") if path.stem not in MACHINERY)
    return {name.rstrip("_"): f"bench.{name}" for name in files if not name.startswith("_")}


def main(arguments: list[str]) -> int:
    """Measure, print, and say by the exit code whether every bar is kept."""
    known = groups()
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("group", nargs="*", help=f"the groups to run, all without one: {', '.join(known)}")
    parser.add_argument("--json", type=Path, help="write one row a figure to this file")
    asked = parser.parse_args(arguments)
    if unknown := [group for group in asked.group if group not in known]:
        parser.error(f"no group {', '.join(unknown)}; there are {', '.join(known)}")
    figures: list[Figure] = []
    for group in asked.group or known:
        works = [calibration(), *importlib.import_module(known[group]).works()]
        of_group = []
        for number, work in enumerate(works, start=1):
            progress(f"{group}: {number} of {len(works)}")
            of_group.append(measure(group, work))
        progress("")
        print(table(of_group), end="\n\n", flush=True)
        figures += of_group
    if asked.json:
        asked.json.write_text(json.dumps(report(figures), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    broken = [figure for figure in figures if figure.holds is False]
    print(f"{len(figures)} figures, {len(broken)} over their bar")
    return 1 if broken else 0


def progress(text: str) -> None:
    """Say what is going on where somebody watches."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()


def table(figures: list[Figure]) -> str:
    """The figures as a table for people."""
    rows = [COLUMNS, *(cells(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(COLUMNS))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]])


def cells(figure: Figure) -> tuple[str, ...]:
    """One row of the table."""
    peer = "–" if figure.peer is None else f"{duration(figure.peer)} ({figure.work.peer_name})"
    ratio = "–" if figure.ratio is None else f"{figure.ratio:.3g}"
    holds = {True: "yes", False: "NO", None: "–"}[figure.holds]
    return (figure.group, figure.work.name, duration(figure.ours), peer, ratio, figure.bar, holds)


def report(figures: list[Figure]) -> dict[str, object]:
    """Everything measured, with the machine it was measured on."""
    machine = {"python": platform.python_version(), "system": platform.system(), "machine": platform.machine()}
    return {"machine": machine, "figures": [figure.plain() for figure in figures]}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
