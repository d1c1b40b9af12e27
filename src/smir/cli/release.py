"""``smir release``: a product to one recipient, with what is withheld and why, or every reason for a refusal."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from smir.cli.desk import Desk, guarded
from smir.cli.exits import EXIT_REFUSED
from smir.cli.files import office_in, office_of, received, save
from smir.cli.options import AsJson, Lang, OfficeFile, Speech
from smir.handling import Purpose
from smir.release import Decision, Recipient, RecipientKind
from smir.serializers import dumps
from smir.values import CountryCode


@guarded
def release(  # noqa: PLR0913 - each is an option of the command
    *,
    file: Annotated[Path, typer.Argument(help="File of a product that you hold.")],
    country: Annotated[str, typer.Option("--country", help="The recipient's country, ISO 3166-1 alpha-2.")],
    authority: Annotated[str, typer.Option("--authority", help="The recipient's short name.")],
    kind: Annotated[RecipientKind, typer.Option("--kind", help="What the recipient is.")] = RecipientKind.CUSTOMS,
    unit: Annotated[str | None, typer.Option("--unit", help="The unit within the authority.")] = None,
    purpose: Annotated[
        list[Purpose] | None, typer.Option("--purpose", help="What it is wanted for; may be repeated.")
    ] = None,
    to: Annotated[str, typer.Option("--to", "-t", help="Format to write.")] = "json",
    out: Annotated[Path | None, typer.Option("--out", "-o", help="File to write what leaves.")] = None,
    accepted: Annotated[
        bool, typer.Option("--conditions-accepted", help="The recipient accepted the conditions.")
    ] = False,
    consent: Annotated[str | None, typer.Option("--consent", help="Reference of the originator's agreement.")] = None,
    preview: Annotated[
        bool, typer.Option("--preview", help="Say what would be decided and withheld; write nothing.")
    ] = False,
    office: OfficeFile = None,
    lang: Lang = Speech.EN,
    as_json: AsJson = False,
) -> None:
    """Release a product to one recipient: what it may not have is withheld, by path and reason. Refusals end with 3.

    Example: smir release alert.json --country BE --authority AGDA --purpose DETECT --preview
    """
    desk = Desk(lang, as_json=as_json)
    held = received(file).require()
    own = office_of(office_in(office), held)
    recipient = Recipient(
        country=CountryCode(country), authority=authority, kind=kind, unit=unit, purposes=tuple(purpose or ())
    )
    decision = own.preview(held, to=recipient, conditions_accepted=accepted, consent=consent)
    _tell(desk, decision)
    if not decision.permits:
        raise typer.Exit(EXIT_REFUSED)
    if preview:
        return
    data = dumps(own.release(held, to=recipient, conditions_accepted=accepted, consent=consent), to)
    if out is not None:
        save(out, data)
        desk.say("{out}: {count} bytes.", "{out}\u00a0: {count} octets.", out=out, count=len(data))
    elif not as_json:
        typer.echo(data, nl=not data.endswith(b"\n"))


def _tell(desk: Desk, decision: Decision) -> None:
    if desk.as_json:
        desk.json(
            {
                "permits": decision.permits,
                "policy": decision.policy,
                "reasons": desk.plain_findings(decision.reasons),
                "withheld": [
                    {"path": one.path, "category": one.category.value, "reason": one.reason.value}
                    for one in decision.withheld
                ],
            }
        )
        return
    desk.say(
        "{to}: " + ("[green]permitted[/green]" if decision.permits else "[red]refused[/red]"),
        "{to}\u00a0: " + ("[green]permis[/green]" if decision.permits else "[red]refusé[/red]"),
        to=decision.request.recipient.name,
    )
    desk.findings(decision.reasons)
    for withholding in decision.withheld:
        desk.say("  {line}", "  {line}", line=withholding.describe(desk.language))
