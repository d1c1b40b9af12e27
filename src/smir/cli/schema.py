"""``smir schema``: the JSON Schema of a kind of document or of any public record."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from smir.cli.desk import Desk, guarded
from smir.cli.exits import EXIT_USAGE
from smir.cli.files import save
from smir.cli.options import Lang, Speech
from smir.serializers import schema as json_schema
from smir.serializers import schemas


@guarded
def schema(
    *,
    name: Annotated[
        str | None, typer.Argument(help="Name of a public type, such as Alert; all of them unless given.")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Folder to write NAME.schema.json files to.")] = None,
    lang: Lang = Speech.EN,
) -> None:
    """Print the JSON Schema (2020-12) of a type, or list the types that have one.

    Example: smir schema Alert --out schemas
    """
    desk = Desk(lang)
    named = schemas()
    if name is not None and name not in named:
        desk.say(
            "No public type of that name. Those that have a schema: {names}.",
            "Aucun type public de ce nom. Ceux qui ont un schéma\u00a0: {names}.",
            names=", ".join(named),
        )
        raise typer.Exit(EXIT_USAGE)
    chosen = [name] if name is not None else list(named)
    if out is None:
        if name is None:
            for known in chosen:
                typer.echo(known)
        else:
            desk.json(json_schema(named[name]))
        return
    import json

    for known in chosen:
        text = json.dumps(json_schema(named[known]), ensure_ascii=False, indent=2) + "\n"
        save(out / f"{known}.schema.json", text.encode())
    desk.say(
        "Schemas written to {out}: {count}.", "Schémas écrits dans {out}\u00a0: {count}.", count=len(chosen), out=out
    )
