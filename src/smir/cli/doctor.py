"""``smir doctor``: what is installed here, what works, and what to install for the rest."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from types import MappingProxyType

import typer

from smir import serializers, vocabulary
from smir.cli.desk import Desk, guarded
from smir.cli.exits import EXIT_FINDINGS
from smir.cli.options import AsJson, Lang, Speech

_PARTS = MappingProxyType(
    {
        "": ("attrs", "cattrs", "pendulum", "cql2", "lxml", "msgspec", "orjson", "rfc8785", "python-stdnum"),
        "cli": ("typer", "rich"),
        "conformance": ("hypothesis", "pytest"),
    }
)


@guarded
def doctor(*, lang: Lang = Speech.EN, as_json: AsJson = False) -> None:
    """Look at this installation: versions, extras, formats, plug-ins and vocabularies. Ends with 1 if a plug-in is ill.

    Example: smir doctor
    """
    desk = Desk(lang, as_json=as_json)
    parts = [(extra, name, _version(name)) for extra, names in _PARTS.items() for name in names]
    formats = serializers.formats()
    groups = (serializers.registry(), vocabulary.plugins())
    ailing = [finding for group in groups for health in group.health() for finding in health.findings]
    if as_json:
        desk.json(
            {
                "smir": version("smir"),
                "python": platform.python_version(),
                "parts": {name: found for _, name, found in parts},
                "formats": [form.name for form in formats],
                "findings": desk.plain_findings(ailing),
            }
        )
    else:
        _print(desk, parts, formats)
        desk.findings(ailing)
    if ailing:
        raise typer.Exit(EXIT_FINDINGS)


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _print(desk: Desk, parts: list[tuple[str, str, str | None]], formats: tuple[serializers.Capabilities, ...]) -> None:
    desk.say(
        "smir {own}, Python {python}",
        "smir {own}, Python {python}",
        own=version("smir"),
        python=platform.python_version(),
    )
    missing = desk.words('missing: python -m pip install "smir[{}]"', 'absent\u00a0: python -m pip install "smir[{}]"')
    desk.table(
        ("part", "élément"),
        ("extra", "option"),
        ("version", "version"),
        rows=((name, extra, found or missing.format(extra)) for extra, name, found in parts),
    )
    yes, no = desk.words("yes", "oui"), desk.words("no", "non")
    desk.table(
        ("format", "format"),
        ("reads", "lit"),
        ("writes", "écrit"),
        ("lossless", "sans perte"),
        ("streams", "en flux"),
        rows=(
            (form.name, *(yes if able else no for able in (form.reads, form.writes, form.lossless, form.streams)))
            for form in formats
        ),
    )
    desk.say("Vocabularies: {names}", "Vocabulaires\u00a0: {names}", names=", ".join(vocabulary.names()))
