"""What every verb writes on: the terminal for results, standard error for what went wrong, and how the command ends."""

from __future__ import annotations

import functools
import json
import re
import sys
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any, NoReturn, ParamSpec, TypeVar

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from smir.cli.exits import EXIT_FINDINGS, EXIT_REFUSED, EXIT_UNAVAILABLE
from smir.cli.options import Speech
from smir.findings import Finding, Invalid, Language, Refused, Severity, SmirError

P = ParamSpec("P")
R = TypeVar("R")

_COLOURS = MappingProxyType({Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"})
_SEVERITIES = MappingProxyType(
    {
        Severity.ERROR: ("error", "erreur"),
        Severity.WARNING: ("warning", "avertissement"),
        Severity.NOTE: ("note", "note"),
    }
)


#: What a terminal obeys instead of printing it, what turns the order of letters, and halves of surrogate pairs.
_commands = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
#: Those of them that JSON does not write as an escape by itself.
_unruly = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def tame(text: str) -> str:
    r"""A text that a terminal only prints: a replacement character stands for each that it would obey.

    >>> tame("alert\x1b[2J.json")
    'alert�[2J.json'
    """
    return _commands.sub("\ufffd", text)


class Desk:
    """One verb's terminal, in one language.

    Args:
        speech: The language to print in.
        as_json: Whether results are JSON for another program.
    """

    def __init__(self, speech: Speech, *, as_json: bool = False) -> None:
        self.speech, self.as_json = speech, as_json
        self.out = Console(highlight=False, soft_wrap=False)
        self.error = Console(stderr=True, highlight=False)

    @property
    def language(self) -> Language:
        """The language, as findings know it."""
        return "fr" if self.speech is Speech.FR else "en"

    def say(self, en: str, fr: str, **details: object) -> None:
        """Print one sentence in the desk's language; details are filled in as they are, without markup."""
        if not self.as_json:
            self.out.print(
                self.words(en, fr).format_map({name: escape(tame(str(value))) for name, value in details.items()})
            )

    def words(self, en: str, fr: str) -> str:
        """The one of two wordings that the desk speaks."""
        return fr if self.speech is Speech.FR else en

    def heading(self, number: int, en: str, fr: str) -> None:
        """Begin a numbered part."""
        if not self.as_json:
            self.out.print()
            self.out.print(f"[bold]{number}. {self.words(en, fr)}[/bold]")

    def table(self, *columns: tuple[str, str], rows: Iterable[tuple[str, ...]]) -> None:
        """Print rows under headings given in both languages."""
        if self.as_json:
            return
        drawn = Table(show_edge=False, pad_edge=False, header_style="bold", expand=False)
        for column in columns:
            drawn.add_column(self.words(*column), overflow="fold")
        for row in rows:
            drawn.add_row(*(escape(tame(cell)) for cell in row))
        self.out.print(drawn)

    def findings(self, findings: Iterable[Finding], *, under: str = "") -> None:
        """Print findings, a line each: how grave, code, place, and what to do."""
        for finding in findings:
            severity = self.words(*_SEVERITIES[finding.severity])
            colour = _COLOURS[finding.severity]
            place = escape(tame(under + finding.path) or "/")
            message = escape(tame(finding.message(self.language)))
            self.out.print(f"  [{colour}]{severity}[/{colour}] {finding.code} [dim]{place}[/dim]  {message}")

    def json(self, plain: Any) -> None:
        """Print JSON, one document."""
        text = json.dumps(plain, ensure_ascii=False, indent=2)
        sys.stdout.write(_unruly.sub(lambda found: f"\\u{ord(found.group()):04x}", text) + "\n")

    def plain_findings(self, findings: Iterable[Finding]) -> list[dict[str, str]]:
        """Findings as plain JSON."""
        return [
            {
                "code": finding.code,
                "path": finding.path,
                "severity": finding.severity.value,
                "message": finding.message(self.language),
                "anchor": finding.anchor,
            }
            for finding in findings
        ]

    def fail(self, error: SmirError) -> NoReturn:
        """Print every finding of an error on standard error, and end with the code of its kind."""
        if self.as_json:
            self.json({"findings": self.plain_findings(error.findings)})
        else:
            for line in error.report(self.language).splitlines():
                self.error.print(escape(tame(line)), style="red")
        raise typer.Exit(
            EXIT_FINDINGS
            if isinstance(error, Invalid)
            else EXIT_REFUSED
            if isinstance(error, Refused)
            else EXIT_UNAVAILABLE
        )

    @contextmanager
    def progress(self, en: str, fr: str) -> Generator[Callable[[int, int | None], None]]:
        """A bar on standard error for work that may take over a second; silent where there is no terminal."""
        columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}"), TimeElapsedColumn())
        with Progress(*columns, console=self.error, transient=True, disable=not self.error.is_terminal) as bar:
            task = bar.add_task(self.words(en, fr), total=None)
            yield lambda done, total: bar.update(task, completed=done, total=total)


def guarded(verb: Callable[P, R]) -> Callable[P, R]:
    """Let a verb end well whatever it meets: our errors are printed in its language, a broken pipe is silence."""

    @functools.wraps(verb)
    def run(*args: P.args, **options: P.kwargs) -> R:
        speech = options.get("lang", Speech.EN)
        desk = Desk(speech if isinstance(speech, Speech) else Speech.EN, as_json=bool(options.get("as_json")))
        try:
            return verb(*args, **options)
        except SmirError as error:
            failed = error
        except BrokenPipeError:
            sys.stderr.close()  # the reader left; nothing more can be said to it
            raise typer.Exit(0) from None
        return desk.fail(failed)

    return run
