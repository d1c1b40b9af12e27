"""``smir demo``: one story from real declarations to what each partner would receive."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

import typer
from attrs import frozen

from smir import declarations
from smir.cli import story
from smir.cli.desk import Desk, guarded
from smir.cli.options import Lang, Speech
from smir.criteria import Verdict
from smir.declarations import Declaration
from smir.findings import Refused, Words
from smir.office import Office
from smir.products import Alert
from smir.release import Recipient, Released
from smir.serializers import dumps, loads
from smir.targeting import screen

_VERDICTS = MappingProxyType(
    {
        Verdict.HIT: Words("[bold red]hit[/bold red]", "[bold red]concordance[/bold red]"),
        Verdict.NO_HIT: Words("no hit", "pas de concordance"),
        Verdict.CANNOT_TELL: Words("[yellow]cannot tell[/yellow]", "[yellow]impossible de trancher[/yellow]"),
    }
)


@guarded
def demo(
    *,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Folder that keeps what each would receive.")] = None,
    lang: Lang = Speech.EN,
) -> None:
    """Read declarations, make an alert, screen with it, release it to one and refuse it to another.

    All names in the story are invented; the declarations are real samples that ship with the package.

    Example: smir demo --lang fr --out received
    """
    desk = Desk(lang)
    read = _read(desk)
    office = story.desk()
    alert = _make(desk, office)
    _screen(desk, alert, read)
    released = _release(desk, office, alert)
    if out is not None:
        _write(desk, released, out)
    else:
        with tempfile.TemporaryDirectory() as folder:
            _write(desk, released, Path(folder), kept=False)


def _read(desk: Desk) -> list[Declaration]:
    desk.heading(1, "Declarations, as they come in", "Les déclarations, telles qu’elles arrivent")
    with desk.progress("Reading", "Lecture") as progress:
        reading = declarations.read(declarations.samples(), progress=progress)
        read = list(reading)
    desk.table(
        ("document", "document"),
        ("what", "nature"),
        ("items", "articles"),
        ("remarks", "remarques"),
        rows=((one.source, _what(desk, one), str(len(one.items)), str(len(one.findings))) for one in read),
    )
    desk.say("{count} read.", "{count} lues.", count=len(read))
    for aside in reading.kept_aside:
        desk.say("Kept aside: {name}", "Mis de côté\u00a0: {name}", name=aside.name)
        desk.findings(aside.findings)
    return read


def _what(desk: Desk, declaration: Declaration) -> str:
    if declaration.is_amendment:
        return desk.words("amendment", "rectification")
    direction = declaration.direction
    if direction is None:
        return desk.words("declaration", "déclaration")
    return {
        "import": desk.words("import", "importation"),
        "export": desk.words("export", "exportation"),
    }[direction.value]


def _make(desk: Desk, office: Office) -> Alert:
    desk.heading(2, "An alert, checked and issued", "Une alerte, vérifiée et émise")
    draft = story.first_alert(office)
    desk.say("Before issue the office finds:", "Avant l’émission, le bureau constate\u00a0:")
    found = office.check(draft)
    desk.findings(found)
    if not found:
        desk.say(
            "  nothing: all that its level asks for is there", "  rien\u00a0: tout ce que son niveau demande y est"
        )
    alert = office.issue(draft)
    language = desk.language
    desk.say(
        "{urn}  {title}  ·  {level}  ·  {grade}  ·  {marking}",
        "{urn}  {title}  ·  {level}  ·  {grade}  ·  {marking}",
        urn=alert.urn,
        title=alert.title.in_(language),
        level=alert.level.label(language),
        grade=alert.grade,
        marking=" ".join(map(str, alert.markings)),
    )
    desk.say(
        "source: {source}; information: {information}; handling: {handling}",
        "source\u00a0: {source}\u202f; information\u00a0: {information}\u202f; traitement\u00a0: {handling}",
        source=alert.grade.source_label(language),
        information=alert.grade.information_label(language),
        handling=alert.grade.handling.label(language),
    )
    return alert


def _screen(desk: Desk, alert: Alert, read: list[Declaration]) -> None:
    desk.heading(3, "The alert runs on the declarations", "L’alerte s’exécute sur les déclarations")
    desk.say("Criterion: {criterion}", "Critère\u00a0: {criterion}", criterion=alert.criteria)
    language = desk.language
    for result in screen([alert], read):
        words = _VERDICTS[result.verdict]
        verdict = desk.words(words.en, words.fr)
        desk.say(f"{{name}}  {verdict}", f"{{name}}  {verdict}", name=result.declaration.source)
        desk.say("    [dim]{why}[/dim]", "    [dim]{why}[/dim]", why=result.message(language))


@frozen
class _Delivery:
    """What one recipient gets, for the table and the files."""

    name: str
    alert: Alert
    recipient: Words
    released: Released[Alert] | None
    refusals: tuple[str, ...]


def _release(desk: Desk, office: Office, alert: Alert) -> list[_Delivery]:
    desk.heading(4, "Who may have it", "Qui peut la recevoir")
    for_carrier = office.issue(story.second_alert(office))
    deliveries = [
        _deliver(desk, office, alert, name, recipient)
        for name, recipient in (
            ("own", office.itself),
            ("partner", story.PARTNER),
            ("carrier", story.CARRIER),
            ("elsewhere", story.ELSEWHERE),
        )
    ]
    desk.say(
        "A second alert, {grade} with conditions and an authoriser:",
        "Une seconde alerte, {grade}, avec conditions et autorisation\u00a0:",
        grade=for_carrier.grade,
    )
    return [*deliveries, _deliver(desk, office, for_carrier, "carrier", story.CARRIER)]


def _deliver(desk: Desk, office: Office, alert: Alert, name: str, recipient: Recipient) -> _Delivery:
    words = story.NAMES[name]
    who = desk.words(words.en, words.fr)
    try:
        released = office.release(alert, to=recipient)
    except Refused as refused:
        desk.say(
            "[bold]{grade} → {who}[/bold]: [red]refused[/red]",
            "[bold]{grade} → {who}[/bold]\u00a0: [red]refus[/red]",
            grade=alert.grade,
            who=who,
        )
        desk.findings(refused.findings)
        return _Delivery(name, alert, words, None, tuple(finding.code for finding in refused.findings))
    desk.say(
        "[bold]{grade} → {who}[/bold]: [green]released[/green], {count} withheld",
        "[bold]{grade} → {who}[/bold]\u00a0: [green]communiquée[/green], {count} valeurs occultées",
        grade=alert.grade,
        who=who,
        count=len(released.withheld),
    )
    for withholding in released.withheld:
        desk.say("    {line}", "    {line}", line=withholding.describe(desk.language))
    return _Delivery(name, alert, words, released, ())


def _write(desk: Desk, deliveries: list[_Delivery], folder: Path, *, kept: bool = True) -> None:
    desk.heading(5, "What each would receive, as canonical JSON", "Ce que chacun recevrait, en JSON canonique")
    folder.mkdir(parents=True, exist_ok=True)
    desk.table(
        ("product", "produit"),
        ("recipient", "destinataire"),
        ("result", "résultat"),
        ("withheld", "occultées"),
        ("bytes", "octets"),
        ("read back", "relecture"),
        rows=_written(desk, deliveries, folder),
    )
    if kept:
        desk.say("The files are in {folder}.", "Les fichiers sont dans {folder}.", folder=folder)


def _written(desk: Desk, deliveries: list[_Delivery], folder: Path) -> Iterator[tuple[str, ...]]:
    for delivery in deliveries:
        product = str(delivery.alert.grade)
        who = desk.words(delivery.recipient.en, delivery.recipient.fr)
        if delivery.released is None:
            yield product, who, desk.words("refused", "refus"), "", "", ", ".join(delivery.refusals)
            continue
        path = folder / f"{delivery.alert.urn}-{delivery.name}.json"
        path.write_bytes(dumps(delivery.released, "json"))
        data = path.read_bytes()
        received = loads(data)
        same = (received.product, received.note) == (delivery.released.product, delivery.released.note)
        yield (
            product,
            who,
            desk.words("released", "communiquée"),
            str(len(delivery.released.withheld)),
            str(len(data)),
            desk.words("equal", "égale") if same else desk.words("DIFFERENT", "DIFFÉRENTE"),
        )
