"""The plug-ins of one group as a frozen value: a fixed order, no shadowing of the house, no winner of a collision."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import groupby

from attrs import frozen

from smir.findings import Code, Finding, Outcome, Severity
from smir.plugins.entries import entries, same_package
from smir.plugins.health import Health
from smir.plugins.plugin import Plugin

#: The environment variable that switches foreign plug-ins off: ``SMIR_PLUGINS=0``.
SWITCH = "SMIR_PLUGINS"

PLUGIN_SHADOW = Code(
    "PLUGIN-SHADOW",
    en="The plug-in {name} of package {package} {version} has the name of a part of smir and is not used. Its authors"
    " must choose another name.",
    fr="Le greffon {name} du paquet {package} {version} porte le nom d’un élément de smir et n’est pas utilisé. Ses"
    " auteurs doivent choisir un autre nom.",
)
PLUGIN_COLLISION = Code(
    "PLUGIN-COLLISION",
    en="Several plug-ins of {group} are called {name}: {packages}. None of them is used. Keep one of these packages and"
    " remove the others.",
    fr="Plusieurs greffons de {group} s’appellent {name}\u00a0: {packages}. Aucun n’est utilisé. Gardez l’un de ces"
    " paquets et retirez les autres.",
)
PLUGIN_UNKNOWN = Code(
    "PLUGIN-UNKNOWN",
    en="No plug-in of {group} has that name. Known names: {known}. Install the package that brings it, or check that"
    " SMIR_PLUGINS is not 0.",
    fr="Aucun greffon de {group} ne porte ce nom. Noms connus\u00a0: {known}. Installez le paquet qui l’apporte ou"
    " vérifiez que SMIR_PLUGINS ne vaut pas 0.",
)
PLUGIN_OFF = Code(
    "PLUGIN-OFF",
    en="Plug-ins of other packages are switched off by the environment variable SMIR_PLUGINS.",
    fr="Les greffons d’autres paquets sont désactivés par la variable d’environnement SMIR_PLUGINS.",
    severity=Severity.NOTE,
)


@frozen
class Plugins:
    """The plug-ins of one group, found and not yet loaded.

    The parts of the house come first, in their own order, then the plug-ins of other packages by name. Two names that
    differ only in ``-``, ``_`` and ``.`` are one name. The folder order of an installation never decides anything.

    Args:
        group: The entry-point group.
        plugins: Those in use, in order.
        refused: Those not used, each with the finding that says why.
        findings: Everything found on the way, the reasons of :attr:`refused` included.

    >>> found = discover("example.numbers", builtins={"pi": "math:pi"})
    >>> found.names
    ('pi',)
    """

    group: str
    plugins: tuple[Plugin, ...]
    refused: tuple[tuple[Plugin, Finding], ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names in use, in order."""
        return tuple(plugin.name for plugin in self.plugins)

    def __iter__(self) -> Iterator[Plugin]:
        return iter(self.plugins)

    def __len__(self) -> int:
        return len(self.plugins)

    def __contains__(self, name: object) -> bool:
        return any(plugin.name == name for plugin in self.plugins)

    def get(self, name: str) -> Plugin | None:
        """The plug-in in use under that very name, if there is one."""
        return next((plugin for plugin in self.plugins if plugin.name == name), None)

    def load(self, name: str) -> Outcome[object]:
        """Load the plug-in of that name; one that is refused or unknown gives the reason instead of a value."""
        plugin = self.get(name)
        if plugin is not None:
            return plugin.load()
        reasons = tuple(dict.fromkeys(reason for refused, reason in self.refused if refused.name == name))
        return Outcome(None, reasons or (PLUGIN_UNKNOWN.at("", group=self.group, known=", ".join(self.names) or "–"),))

    def health(self) -> tuple[Health, ...]:
        """Load every plug-in and say how each fares; the refused come last. Foreign code runs here."""
        used = tuple(Health(plugin, plugin.load().findings) for plugin in self.plugins)
        return used + tuple(Health(plugin, (reason,)) for plugin, reason in self.refused)


def discover(
    group: str, builtins: Mapping[str, str] | None = None, reserved: AbstractSet[str] = frozenset()
) -> Plugins:
    """Find the plug-ins of a group among the installed packages. None of their code is imported.

    The result is a value: a room asks once, on first use, and keeps it. ``SMIR_PLUGINS=0`` (also ``off``, ``no``,
    ``false``) in the environment leaves the parts of the house alone.

    Args:
        group: The entry-point group, such as ``smir.serializers``.
        builtins: Parts of the house: name and target (``package.module:attribute``), in the order they shall have.
        reserved: Names the house answers for without loading anything.

    >>> len(discover("example.nobody-declares-this"))
    0
    """
    own = tuple(house_part(group, name, target) for name, target in (builtins or {}).items())
    if os.environ.get(SWITCH, "").strip().lower() in {"0", "off", "no", "false"}:
        return Plugins(group, own, findings=(PLUGIN_OFF.at(),))
    declared, findings = entries(group)
    return settle(group, own, reserved, declared, findings)


def settle(
    group: str,
    own: tuple[Plugin, ...],
    reserved: AbstractSet[str],
    declared: Iterable[Plugin],
    findings: tuple[Finding, ...],
) -> Plugins:
    """Decide which of the declared plug-ins are used: those whose name nobody else has."""
    foreign = [plugin for plugin in declared if not any(is_same_part(plugin, part) for part in own)]
    taken = {same_package(name) for name in (*(part.name for part in own), *reserved)}
    used: list[Plugin] = []
    refused: list[tuple[Plugin, Finding]] = []
    for key, same in groupby(sorted(foreign, key=order), key=lambda plugin: same_package(plugin.name)):
        rivals = tuple(same)
        if key in taken:
            refused.extend((rival, rival.say(PLUGIN_SHADOW)) for rival in rivals)
        elif len(rivals) > 1:
            reason = collision(rivals)
            refused.extend((rival, reason) for rival in rivals)
        else:
            used.extend(rivals)
    reasons = tuple(dict.fromkeys(reason for _, reason in refused))
    return Plugins(group, (*own, *used), tuple(refused), (*findings, *reasons))


def house_part(group: str, name: str, target: str) -> Plugin:
    """A part of the house in the shape of a plug-in."""
    return Plugin(name, group, "smir", installed_version("smir"), target, is_builtin=True)


def installed_version(package: str) -> str:
    """The version of a package as installed; ``unknown`` where it runs from bare files."""
    from importlib import metadata

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "unknown"


def is_same_part(plugin: Plugin, part: Plugin) -> bool:
    """Whether an entry point is the house's own declaration of one of its parts."""
    return (same_package(plugin.package), plugin.name, plugin.target) == (part.package, part.name, part.target)


def order(plugin: Plugin) -> tuple[str, str, str, str]:
    """The fixed order of foreign plug-ins: name, package, then what could still differ."""
    return same_package(plugin.name), same_package(plugin.package), plugin.name, plugin.target


def collision(rivals: tuple[Plugin, ...]) -> Finding:
    """Why none of several plug-ins with one name is used; every package is named."""
    packages = ", ".join(dict.fromkeys(f"{rival.package} {rival.version}" for rival in rivals))
    return PLUGIN_COLLISION.at("", group=rivals[0].group, name=rivals[0].name, packages=packages)
