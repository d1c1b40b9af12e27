"""The verbs of the command line, one file each, gathered."""

from __future__ import annotations

from typing import Annotated

import typer

from smir.cli import check, convert, demo, doctor, explain, release, schema

app = typer.Typer(
    name="smir",
    help="Customs intelligence: make it, check it, release it, run it.\n\nBegin with: smir demo",
    epilog="Every verb has --help with an example. Exit codes: 0 well, 1 findings, 2 wrong call, 3 refused, 4 part "
    "missing.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_show_locals=False,
    add_completion=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"smir {version('smir')}")
        raise typer.Exit


@app.callback()
def options(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Customs intelligence: make it, check it, release it, run it."""


app.command("demo")(demo.demo)
app.command("check")(check.check)
app.command("explain")(explain.explain)
app.command("convert")(convert.convert)
app.command("release")(release.release)
app.command("schema")(schema.schema)
app.command("doctor")(doctor.doctor)
