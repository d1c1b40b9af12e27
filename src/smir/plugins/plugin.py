"""One plug-in: where it stands, which package and version brought it, and how it is loaded without harm to the rest."""

from __future__ import annotations

import re

from attrs import field, frozen

from smir.findings import Code, Finding, Outcome

#: Versions of the agreement between the house and its plug-ins that this release understands.
API_VERSIONS: tuple[int, ...] = (1,)

NAME_FORM = re.compile(r"[a-z0-9](?:[a-z0-9._+-]{0,62}[a-z0-9])?")
TARGET_FORM = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*(?::[^\W\d]\w*(?:\.[^\W\d]\w*)*)?")

PLUGIN_LOAD = Code(
    "PLUGIN-LOAD",
    en="The plug-in {name} of package {package} {version} failed while it was loaded ({failure}). Everything else goes"
    " on without it: update or remove that package, or report it to its authors.",
    fr="Le greffon {name} du paquet {package} {version} a échoué au chargement ({failure}). Le reste continue sans"
    " lui\u202f; mettez ce paquet à jour, retirez-le ou signalez-le à ses auteurs.",
)
PLUGIN_TARGET = Code(
    "PLUGIN-TARGET",
    en="The plug-in {name} of package {package} {version} points to nothing that can be loaded. Its entry point must"
    " read package.module:attribute.",
    fr="Le greffon {name} du paquet {package} {version} ne désigne rien qui puisse être chargé. Son point d’entrée doit"
    " s’écrire paquet.module:attribut.",
)
PLUGIN_API = Code(
    "PLUGIN-API",
    en="The plug-in {name} of package {package} {version} does not declare a version of the plug-in agreement known"
    " here. What it points to must carry smir_api = {versions}.",
    fr="Le greffon {name} du paquet {package} {version} ne déclare aucune version connue ici de la convention des"
    " greffons. L’objet désigné doit porter smir_api = {versions}.",
)


def declared_api(loaded: object) -> object:
    """What a loaded object says of the agreement: its ``smir_api``, else that of its ``capabilities``."""
    declared = getattr(loaded, "smir_api", None)
    return declared if declared is not None else getattr(getattr(loaded, "capabilities", None), "smir_api", None)


@frozen
class Plugin:
    """Something another package adds, or a part of the house itself, known by name before any of its code has run.

    Loading runs foreign code. Whatever that code does (an error, a syntax error, a call of ``sys.exit``) comes back
    as a finding that names package and version; only the user's own interruption passes through.

    Args:
        name: Lower-case letters, digits and ``. _ + -``; at most 64 characters.
        group: The entry-point group, such as ``smir.serializers``.
        package: Name of the distribution that brought it.
        version: Version of that distribution.
        target: ``package.module:attribute``, as in the entry point.
        is_builtin: Whether it is part of the house. Nothing can take the name of such a part.

    >>> Plugin("pi", "example.numbers", "example", "1.0", "math:pi").load().findings[0].code
    'PLUGIN-API'
    """

    name: str
    group: str
    package: str
    version: str
    target: str
    is_builtin: bool = field(default=False, kw_only=True)

    def load(self) -> Outcome[object]:
        """Import it and check that it speaks a known version of the agreement; never raises for what it does."""
        if TARGET_FORM.fullmatch(self.target) is None:
            return Outcome(None, (self.say(PLUGIN_TARGET),))
        try:
            loaded = self._imported()
            declared = declared_api(loaded)
            known = type(declared) is int and declared in API_VERSIONS
        except KeyboardInterrupt:
            raise
        except BaseException as failure:  # noqa: BLE001  sys.exit and the like are failures of the plug-in, not of the house
            return Outcome(None, (self.say(PLUGIN_LOAD, failure=type(failure).__name__[:64]),))
        if not known:
            return Outcome(None, (self.say(PLUGIN_API, versions=" / ".join(map(str, API_VERSIONS))),))
        return Outcome(loaded)

    def say(self, kind: Code, /, **details: str | int) -> Finding:
        """A finding about this plug-in; ``name``, ``package`` and ``version`` are filled in."""
        return kind.at("", name=self.name, package=self.package, version=self.version, **details)

    def _imported(self) -> object:
        from importlib import import_module

        module, _, attributes = self.target.partition(":")
        found: object = import_module(module)
        for attribute in filter(None, attributes.split(".")):
            found = getattr(found, attribute)
        return found
