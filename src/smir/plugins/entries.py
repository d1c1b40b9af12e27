"""The entry points that installed packages declare for one group, read from their metadata and never imported."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from smir.findings import Code, Finding
from smir.plugins.plugin import NAME_FORM, Plugin

if TYPE_CHECKING:
    from importlib.metadata import Distribution

PLUGIN_METADATA = Code(
    "PLUGIN-METADATA",
    en="The list of plug-ins of package {package} cannot be read, so none of them is used. Install that package again.",
    fr="La liste des greffons du paquet {package} est illisible, aucun n’est donc utilisé. Réinstallez ce paquet.",
)
PLUGIN_NAME = Code(
    "PLUGIN-NAME",
    en="Package {package} {version} declares a plug-in for {group} whose name is not of the right form, so it is not"
    " used. A name has 1 to 64 lower-case letters, digits, dots, hyphens, underscores or plus signs.",
    fr="Le paquet {package} {version} déclare pour {group} un greffon dont le nom n’a pas la bonne forme\u202f; il"
    " n’est pas utilisé. Un nom compte de 1 à 64 lettres minuscules, chiffres, points, tirets, soulignés ou signes"
    " plus.",
)


def entries(group: str) -> tuple[tuple[Plugin, ...], tuple[Finding, ...]]:
    """Every plug-in declared for a group, by name then package, and what stands in the way of others.

    Of a package that is found twice on the search path the first counts, as it does for an import.
    """
    from importlib import metadata

    found: list[Plugin] = []
    findings: list[Finding] = []
    seen: set[str] = set()
    for distribution in metadata.distributions():
        try:
            text = distribution.read_text("entry_points.txt")
            if not text or group not in text:
                continue
            package = name_of(distribution)
            if same_package(package) in seen:
                continue
            seen.add(same_package(package))
            if is_hidden(distribution, package):
                continue
            for entry in declared(distribution, group, package):
                if isinstance(entry, Plugin):
                    found.append(entry)
                else:
                    findings.append(entry)
        except Exception:  # noqa: BLE001  metadata is foreign text: whatever is wrong with it concerns that package alone
            findings.append(PLUGIN_METADATA.at("", package=name_of(distribution)))
    ordered = sorted(found, key=lambda plugin: (plugin.name, same_package(plugin.package), plugin.target))
    return tuple(ordered), tuple(sorted(findings, key=lambda finding: (finding.code, finding.details)))


def declared(distribution: Distribution, group: str, package: str) -> Iterator[Plugin | Finding]:
    """What one package declares for the group."""
    version = shown(distribution.version, "unknown")
    for entry in tuple(distribution.entry_points):
        if entry.group != group:
            continue
        if NAME_FORM.fullmatch(entry.name) is None:
            yield PLUGIN_NAME.at("", package=package, version=version, group=group)
        else:
            yield Plugin(entry.name, group, package, version, entry.value)


def name_of(distribution: Distribution) -> str:
    """The name of a package, as far as its metadata give one."""
    try:
        return shown(distribution.metadata["Name"], "without a name")
    except Exception:  # noqa: BLE001  broken metadata take many forms; the package stays nameless
        return "without a name"


def is_hidden(distribution: Distribution, package: str) -> bool:
    """Whether a package of the same name stands earlier on the search path and says something else."""
    from importlib import metadata

    first = metadata.distribution(package)
    return first.read_text("entry_points.txt") != distribution.read_text("entry_points.txt")


def same_package(name: str) -> str:
    """The name by which two spellings of one package (or of one plug-in) are the same."""
    return re.sub(r"[-_.]+", "-", name).lower()


def shown(text: str | None, otherwise: str) -> str:
    """A name or version from metadata, made fit for a message: printable ASCII, at most 80 characters."""
    kept = "".join(character for character in (text or "") if " " <= character <= "~").strip()[:80]
    return kept or otherwise
