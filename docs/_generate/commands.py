"""The page of the command: its verbs, their arguments and options, and how it ends."""

from __future__ import annotations

from enum import Enum
from typing import Any

import typer

from _generate.house import cell, prose
from smir.cli.app import app

ENDINGS = (
    (0, "well"),
    (1, "with findings: something given is invalid, or a plug-in is ill"),
    (2, "a wrong call: an unknown verb, option or type"),
    (3, "refused: a release was decided against"),
    (4, "a part is missing: a file, a format, an extra"),
)


def commands() -> dict[str, Any]:
    """The verbs of the command by name, in the order of its own help."""
    group: Any = typer.main.get_command(app)
    return dict(group.commands)


def commands_page() -> str:
    """The page as MyST Markdown: a section a verb, then the exit codes."""
    lines: list[str] = []
    for name, verb in commands().items():
        lines += _verb(name, verb)
    lines += ["## Exit codes", "", "| code | the command ended |", "|---|---|"]
    lines += [f"| {code} | {meaning} |" for code, meaning in ENDINGS]
    return "\n".join([*lines, ""])


def _verb(name: str, verb: Any) -> list[str]:
    paragraphs = [" ".join(part.split()) for part in verb.help.split("\n\n")]
    about = [prose(part) for part in paragraphs if not part.startswith("Example: ")]
    examples = [part.removeprefix("Example: ") for part in paragraphs if part.startswith("Example: ")]
    arguments = [given for given in verb.params if not given.opts[0].startswith("-")]
    options = [given for given in verb.params if given.opts[0].startswith("-")]
    usage = " ".join(["smir", name, *map(_argument, arguments), "[OPTIONS]"])
    lines = [f"## {name}", "", "```text", usage, "```", ""]
    for part in about:
        lines += [part, ""]
    lines += ["| argument or option | meaning | default |", "|---|---|---|"]
    lines += [f"| `{_argument(given)}` | {cell(given.help or '')} | |" for given in arguments]
    lines += [f"| {_names(given)} | {_meaning(given)} | {_default(given)} |" for given in options]
    for example in examples:
        lines += ["", "```sh", example, "```"]
    return [*lines, ""]


def _argument(given: Any) -> str:
    shown = given.name.upper() + ("…" if given.nargs == -1 else "")
    return shown if given.required else f"[{shown}]"


def _names(given: Any) -> str:
    return ", ".join(f"`{name}`" for name in given.opts)


def _meaning(given: Any) -> str:
    said = str(cell(given.help or ""))
    if given.required:
        said += " Required."
    if given.envvar:
        said += f" Also the environment variable `{given.envvar}`."
    return said


def _default(given: Any) -> str:
    default = given.default
    if default is None or isinstance(default, bool) or given.required:
        return ""
    return f"`{default.value if isinstance(default, Enum) else default}`"
