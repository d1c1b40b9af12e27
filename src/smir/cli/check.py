"""``smir check``: everything there is to say about products and declarations in files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from smir import declarations
from smir.cli.desk import Desk, guarded
from smir.cli.exits import EXIT_FINDINGS, EXIT_UNAVAILABLE
from smir.cli.files import FILE_KIND, FILE_MISSING, is_declaration, office_in, opened, received
from smir.cli.options import AsJson, Lang, OfficeFile, Speech
from smir.findings import Finding, SmirError, errors_among
from smir.handling import Audience
from smir.office import Office
from smir.products import Product, check_standard
from smir.release import Received
from smir.serializers import read_many
from smir.structure import check as check_record
from smir.values import Instant


@guarded
def check(
    *,
    files: Annotated[
        list[Path], typer.Argument(help="Products (JSON, JSON Lines) and declarations (XML, or a folder).")
    ],
    office: OfficeFile = None,
    lang: Lang = Speech.EN,
    as_json: AsJson = False,
) -> None:
    """Check products against all rules and the standard of their level, and declarations against their elements.

    Every file is looked at, whatever the others hold. Ends with 1 if one has an error, else with 4 if one cannot be
    read.

    Example: smir check alert.json declarations/
    """
    desk = Desk(lang, as_json=as_json)
    named = office_in(office)
    failed = missing = False
    report = []
    for path in files:
        for name, findings in _findings(desk, path, named):
            errors = errors_among(findings)
            missing = missing or any(error.kind in (FILE_KIND, FILE_MISSING) for error in errors)
            failed = failed or any(error.kind not in (FILE_KIND, FILE_MISSING) for error in errors)
            if as_json:
                report.append({"file": name, "findings": desk.plain_findings(findings)})
            elif findings:
                desk.say("[bold]{name}[/bold]", "[bold]{name}[/bold]", name=name)
                desk.findings(findings)
            else:
                desk.say("[bold]{name}[/bold]  nothing found", "[bold]{name}[/bold]  rien à signaler", name=name)
    if as_json:
        desk.json(report)
    if failed or missing:
        raise typer.Exit(EXIT_FINDINGS if failed else EXIT_UNAVAILABLE)


def _findings(desk: Desk, path: Path, named: Office | None) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    try:
        if is_declaration(path):
            yield from _declarations(desk, path)
        elif path.suffix.lower() == ".jsonl":
            yield from _lines(desk, path, named)
        else:
            yield from _product(path, named)
    except SmirError as error:
        yield str(path), error.findings


def _lines(desk: Desk, path: Path, named: Office | None) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    with opened(path) as file, desk.progress("Checking", "Vérification") as progress:
        for number, outcome in read_many(file).outcomes():
            held = outcome.value
            found = () if held is None else _on_product(named, held)
            yield f"{path}:{number}", (*outcome.findings, *found)
            progress(number, None)


def _declarations(desk: Desk, path: Path) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    with desk.progress("Checking", "Vérification") as progress:
        reading = declarations.read(path, progress=progress)
        for declaration in reading:
            yield declaration.source, declaration.findings
    for aside in reading.kept_aside:
        yield aside.name, aside.findings


def _product(path: Path, named: Office | None) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    outcome = received(path)
    if outcome.value is None:
        yield str(path), outcome.findings
        return
    held = outcome.value
    yield str(path), (*outcome.findings, *_on_product(named, held))


def _on_product(named: Office | None, held: Received[Product]) -> tuple[Finding, ...]:
    """What an office says of a product. Whoever received it from another is not asked for what was withheld from it."""
    if named is not None:
        return named.check(held.product)
    is_own = held.note is None or held.note.audience is Audience.ORIGINATING_AGENCY
    standard = check_standard(held.product, on=Instant.now()) if is_own else ()
    return (*check_record(held.product), *standard)
