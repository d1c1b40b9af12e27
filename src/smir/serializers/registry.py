"""The formats in use: those of the house first, then those of other packages, each loaded when it is asked for."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType, ModuleType
from typing import Self, final

from smir.findings import Code, Finding, Outcome, Unavailable
from smir.plugins import Health, Plugin, Plugins, discover
from smir.serializers.capabilities import Capabilities
from smir.serializers.guard import Guarded, admit, guard
from smir.serializers.serializer import GROUP, Serializer

FORMAT_NAME = Code(
    "FORMAT-NAME",
    en="A format is named by a text such as json, or is an object of the shape of a Serializer.",
    fr="Un format se désigne par un texte comme json, ou est un objet ayant la forme d’un Serializer.",
)

#: The formats of the house; no other package can take their names.
BUILTINS = MappingProxyType({"json": "smir.serializers.json:SERIALIZER", "jsonl": "smir.serializers.jsonl:SERIALIZER"})


@final
class Registry:
    """The formats found among the installed packages, as one value.

    They are found without importing any of them. Each is loaded when it is first asked for, and remembered.

    Args:
        plugins: The formats found.

    >>> Registry.discover().get("json").capabilities.media_type
    'application/json'
    """

    __slots__ = ("_admitted", "_plugins")

    def __init__(self, plugins: Plugins) -> None:
        self._plugins = plugins
        self._admitted: dict[str, Outcome[Guarded]] = {}

    @classmethod
    def discover(cls) -> Self:
        """Look among the installed packages."""
        return cls(discover(GROUP, builtins=BUILTINS))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the formats, those of the house first."""
        return self._plugins.names

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What finding them found: names taken twice, metadata that cannot be read."""
        return self._plugins.findings

    def get(self, form: str | Serializer, /) -> Guarded:
        """A format behind its guard, by name, or one's own object of that shape.

        Raises:
            smir.Unavailable: ``PLUGIN-…``, ``FORMAT-CAPABILITIES``, ``FORMAT-NAME``.
        """
        outcome = self._of_name(form) if isinstance(form, str) else _own(form)
        if outcome.value is None:
            raise Unavailable(outcome.findings)
        return outcome.value

    def usable(self) -> tuple[Guarded, ...]:
        """Every format that loads; what does not is left out here and told by :meth:`health`."""
        return tuple(found.value for name in self.names if (found := self._of_name(name)).value is not None)

    def capabilities(self) -> tuple[Capabilities, ...]:
        """What every format that loads can do."""
        return tuple(found.capabilities for found in self.usable())

    def health(self) -> tuple[Health, ...]:
        """How each format fares, the refused last; foreign code runs here."""
        used = tuple(Health(plugin, self._of_name(plugin.name).findings) for plugin in self._plugins)
        return used + tuple(Health(plugin, (reason,)) for plugin, reason in self._plugins.refused)

    def _of_name(self, name: str) -> Outcome[Guarded]:
        found = self._admitted.get(name)
        if found is None:
            plugin = self._plugins.get(name)
            if plugin is None:  # not remembered: there is no end of names that nobody has
                return Outcome(None, self._plugins.load(name).findings)
            found = self._admitted[name] = admit(plugin)
        return found

    def __repr__(self) -> str:
        return f"<Registry {', '.join(self.names)}>"


@cache
def registry() -> Registry:
    """The formats of this process, looked for once, on first use."""
    return Registry.discover()


def formats() -> tuple[Capabilities, ...]:
    """What every usable format here can do, those of the house first.

    >>> [able.name for able in formats()][:2]
    ['json', 'jsonl']
    """
    return registry().capabilities()


def _own(form: object) -> Outcome[Guarded]:
    """A format handed in as an object; one of the house's own classes is trusted as the house's are."""
    from smir.serializers.json import JsonFormat
    from smir.serializers.jsonl import JsonLines

    try:
        name = form.capabilities.name  # type: ignore[attr-defined]
        home = form.__name__ if isinstance(form, ModuleType) else type(form).__module__
    except Exception:  # noqa: BLE001 - an attribute of a foreign object is foreign code
        name = home = None
    if type(name) is not str or type(home) is not str:
        return Outcome(None, (FORMAT_NAME.at(),))
    is_ours = type(form) in (JsonFormat, JsonLines)
    return guard(Plugin(name, GROUP, home.partition(".")[0], "–", "", is_builtin=is_ours), form)
