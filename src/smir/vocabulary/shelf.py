"""The shelf of code lists: those that come with the house and those that plug-ins bring, read when first asked for."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

from smir.findings import Code, Outcome, Unavailable
from smir.plugins import Plugins, discover
from smir.vocabulary.codelist import CodeList, is_in_force

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

#: The entry-point group of packages that bring code lists.
GROUP = "smir.vocabularies"

VOCABULARY_LIST = Code(
    "VOCABULARY-LIST",
    en="There is no code list of that name. Known names: {known}.",
    fr="Aucune liste de codes ne porte ce nom. Noms connus\u00a0: {known}.",
)
VOCABULARY_NO_EDITION = Code(
    "VOCABULARY-NO-EDITION",
    en="No edition of {family} was in force on that day. Editions known: {known}.",
    fr="Aucune édition de {family} n’était en vigueur ce jour-là. Éditions connues\u00a0: {known}.",
)
VOCABULARY_PLUGIN = Code(
    "VOCABULARY-PLUGIN",
    en="The plug-in {name} of package {package} {version} did not give a code list of that name. Its code_list() must"
    " return a CodeList called {name}. Update or remove the package.",
    fr="Le greffon {name} du paquet {package} {version} n’a pas fourni de liste de codes de ce nom. Son code_list()"
    " doit rendre une CodeList appelée {name}. Mettez le paquet à jour ou retirez-le.",
)


@cache
def shipped() -> tuple[str, ...]:
    """The names of the lists that come with the house."""
    return tuple(sorted(entry.name[:-5] for entry in data().iterdir() if entry.name.endswith(".toml")))


@cache
def plugins() -> Plugins:
    """The plug-ins that bring lists, found on first use; the lists of the house cannot be shadowed."""
    return discover(GROUP, reserved=frozenset(shipped()))


def names() -> tuple[str, ...]:
    """The names of all lists: those of the house, then those of plug-ins."""
    return shipped() + plugins().names


@cache
def get(name: str) -> CodeList:
    """The list of a name, read on first use and kept; a frozen value, so everyone may share it.

    Raises:
        smir.Unavailable: ``VOCABULARY-LIST`` for an unknown name; the plug-in's own finding where a plug-in failed.

    >>> get("precedence").codes
    ('ROUTINE', 'PRIORITY', 'IMMEDIATE', 'FLASH')
    """
    if name in shipped():
        return from_house(name).require()
    declared = plugins()
    if name in declared or any(plugin.name == name for plugin, _ in declared.refused):
        outcome = from_plugin(name)
        if outcome.value is None or not outcome.ok:
            raise Unavailable(outcome.findings)
        return outcome.value
    raise Unavailable((VOCABULARY_LIST.at("", known=", ".join(names())),))


def edition(family: str, on: dt.date) -> CodeList:
    """The edition of a family of lists that was in force on a day, such as the Harmonized System of 2017 or 2022.

    Args:
        family: What the editions share: ``hs``. A list without editions is its own family.
        on: The day.

    Raises:
        smir.Unavailable: ``VOCABULARY-LIST`` for an unknown family, ``VOCABULARY-NO-EDITION`` for a day without one.

    >>> edition("hs", dt.date(2019, 5, 1)).name
    'hs-2017'
    """
    editions = [get(name) for name in names() if name == family or name.startswith(f"{family}-")]
    known = [codes for codes in editions if codes.head.family == family]
    if not known:
        raise Unavailable((VOCABULARY_LIST.at("", known=", ".join(names())),))
    found = next((codes for codes in reversed(known) if is_in_force(codes.head, on)), None)
    if found is None:
        listed = ", ".join(codes.name for codes in known)
        raise Unavailable((VOCABULARY_NO_EDITION.at("", family=known[0].head.family, known=listed),))
    return found


def data() -> Traversable:
    """The folder of the lists that come with the house."""
    from importlib.resources import files

    return files("smir.vocabulary") / "data"


def from_house(name: str) -> Outcome[CodeList]:
    """Read a list of the house; large ones keep their rows beside the head, as CSV or gzipped CSV."""
    from smir.vocabulary.reading import read_toml

    folder = data()
    beside = (folder / f"{name}.csv", folder / f"{name}.csv.gz")
    rows = next((file.read_bytes() for file in beside if file.is_file()), None)
    return read_toml((folder / f"{name}.toml").read_bytes(), rows=rows)


def from_plugin(name: str) -> Outcome[CodeList]:
    """Ask a plug-in for its list; whatever its code does comes back as a finding."""
    loaded = plugins().load(name)
    plugin = plugins().get(name)
    if loaded.value is None or plugin is None:
        return Outcome(None, loaded.findings)
    wrong = plugin.say(VOCABULARY_PLUGIN)
    try:
        given = loaded.value.code_list()  # type: ignore[attr-defined]  # the agreement of the group asks for it
    except KeyboardInterrupt:
        raise
    except BaseException:  # noqa: BLE001  sys.exit and the like are failures of the plug-in, not of the house
        return Outcome(None, (wrong,))
    if type(given) is not CodeList or given.name != name:
        return Outcome(None, (wrong,))
    return Outcome(given)
