"""``smir explain``: what a product says of declarations, and why."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from smir import declarations
from smir.cli.desk import Desk, guarded
from smir.cli.exits import EXIT_FINDINGS
from smir.cli.files import received, tell
from smir.cli.options import AsJson, Lang, Speech
from smir.products import Product
from smir.release import Received
from smir.targeting import Result, screen
from smir.values import Instant


@guarded
def explain(
    *,
    product: Annotated[Path, typer.Argument(help="File of an alert or profile with a criterion.")],
    declaration: Annotated[Path, typer.Argument(help="A declaration (XML), or a folder of them.")],
    values: Annotated[
        bool, typer.Option("--values", help="Quote the conditions that decided and the declared values.")
    ] = False,
    at: Annotated[
        str | None,
        typer.Option("--at", help="Moment that validity is asked for, such as 2026-06-01T10:00:00Z; else now."),
    ] = None,
    lang: Lang = Speech.EN,
    as_json: AsJson = False,
) -> None:
    """Say hit, no hit or cannot tell for each declaration, with the parts that decided and the elements that lacked.

    The explanation names data elements and no values unless asked, so it can go where the alert goes. Ends with 1 if
    every declaration was kept aside.

    Example: smir explain alert.json declarations/ --lang fr
    """
    desk = Desk(lang, as_json=as_json)
    path = product
    outcome = received(path)
    tell(desk, path, outcome)
    held = outcome.require()
    with desk.progress("Screening", "Contrôle") as progress:
        reading = declarations.read(declaration, progress=progress)
        _explain(desk, held, reading, values=values, at=at)


def _explain(
    desk: Desk, held: Received[Product], reading: declarations.Reading, *, values: bool, at: str | None
) -> None:
    as_json = desk.as_json
    screening = screen([held], reading, at=None if at is None else Instant.parse(at))
    for skipped in screening.not_run:
        desk.say("The product does not run:", "Le produit ne s’exécute pas\u00a0:")
        desk.findings(skipped.findings)
    answers = []
    for result in screening:
        if as_json:
            answers.append(_plain(result, desk, values=values))
        else:
            desk.say("[bold]{name}[/bold]", "[bold]{name}[/bold]", name=result.declaration.source)
            for line in result.explain(values=values).message(desk.language).splitlines():
                desk.say("  {line}", "  {line}", line=line)
    for aside in reading.kept_aside:
        desk.say("Kept aside: {name}", "Mis de côté\u00a0: {name}", name=aside.name)
        if not as_json:
            desk.findings(aside.findings)
    if as_json:
        asides = [{"file": one.name, "findings": desk.plain_findings(one.findings)} for one in reading.kept_aside]
        desk.json({"results": answers, "kept_aside": asides})
    if reading.kept_aside and len(reading.kept_aside) == reading.done:
        raise typer.Exit(EXIT_FINDINGS)


def _plain(result: Result, desk: Desk, *, values: bool) -> dict[str, object]:
    why = result.explain(values=values)
    return {
        "declaration": result.declaration.source,
        "verdict": result.verdict.value,
        "items": list(result.items),
        "missing": [element.name for element in why.missing],
        "why": why.message(desk.language),
    }
