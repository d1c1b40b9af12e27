"""``smir convert``: a product one holds, in another format."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from smir.cli.desk import Desk, guarded
from smir.cli.files import office_in, office_of, received, save, tell
from smir.cli.options import Lang, OfficeFile, Speech
from smir.serializers import dumps


@guarded
def convert(
    *,
    file: Annotated[Path, typer.Argument(help="File of a product.")],
    to: Annotated[str, typer.Option("--to", "-t", help="Format to write: see smir doctor for those there are.")],
    out: Annotated[Path | None, typer.Option("--out", "-o", help="File to write; the screen unless given.")] = None,
    form: Annotated[
        str | None, typer.Option("--from", help="Format of the file; found from its content unless given.")
    ] = None,
    office: OfficeFile = None,
    lang: Lang = Speech.EN,
) -> None:
    """Write a product that you hold in another format, for yourself: nothing in it may go to others by this.

    To give it to someone else, use: smir release.

    Example: smir convert alert.json --to jsonl --out alert.jsonl
    """
    desk = Desk(lang)
    outcome = received(file, form)
    if out is not None:
        tell(desk, file, outcome)
    held = outcome.require()
    own = office_of(office_in(office), held)
    data = dumps(own.release(held, to=own.itself, conditions_accepted=True), to)
    if out is None:
        typer.echo(data, nl=not data.endswith(b"\n"))
    else:
        save(out, data)
        desk.say("{out}: {count} bytes.", "{out}\u00a0: {count} octets.", out=out, count=len(data))
