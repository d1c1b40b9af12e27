"""An office described in a TOML file: read whole, with all findings at once."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

from smir.findings import Code, Finding, Invalid, Severity
from smir.handling import HandlingScheme
from smir.office.numbering import FileNumbering
from smir.products import Standard
from smir.structure.ordinary import ordinary_bytes
from smir.structure.toml import NotToml, parse

OFFICE_FILE = Code(
    "OFFICE-FILE",
    en="The office's file cannot be read as TOML, or is larger than {limit} bytes. Check that it exists and begins "
    "with [office].",
    fr="Le fichier du bureau n’est pas lisible comme TOML ou dépasse {limit} octets. Vérifiez qu’il existe et commence "
    "par [office].",
)
OFFICE_SCHEME = Code(
    "OFFICE-SCHEME",
    en="No policy decides on this scheme here. Name a version of 5x5x5: {schemes}.",
    fr="Aucune politique ne statue ici sur ce barème. Nommez une version de 5x5x5\u00a0: {schemes}.",
)
OFFICE_ENTRY = Code(
    "OFFICE-ENTRY",
    en="This entry must be a text; trusted_area may be a list of country codes.",
    fr="Cette entrée doit être un texte\u202f; trusted_area peut être une liste de codes de pays.",
)
OFFICE_MISSING = Code(
    "OFFICE-MISSING",
    en="The office's file must name “{name}”.",
    fr="Le fichier du bureau doit indiquer «\u00a0{name}\u00a0».",
)
OFFICE_UNKNOWN = Code(
    "OFFICE-UNKNOWN",
    en="The office's file has {count} entry or entries that mean nothing here. Known are: {names}.",
    fr="Le fichier du bureau a {count} entrée(s) sans signification ici. Sont connues\u00a0: {names}.",
    severity=Severity.ERROR,
)

SIZE_LIMIT = 2**16

_ENTRIES = ("authority", "contact", "country", "keys", "numbering", "scheme", "standard", "trusted_area", "unit")


def entries_of(path: Path) -> dict[str, Any]:
    """What a file says of an office, as the arguments of :class:`Office`; its paths are relative to its folder.

    Raises:
        smir.Invalid: ``OFFICE-…``.
    """
    entries = None
    with suppress(OSError, NotToml):
        entries = parse(ordinary_bytes(path, SIZE_LIMIT), SIZE_LIMIT).get("office")
    if not isinstance(entries, dict):
        raise Invalid([OFFICE_FILE.at(limit=SIZE_LIMIT)])
    findings = list(_findings(entries))
    if findings:
        raise Invalid(findings)
    given = {
        name: entries[name] for name in ("country", "authority", "unit", "contact", "trusted_area") if name in entries
    }
    if "scheme" in entries:
        given["scheme"] = HandlingScheme(entries["scheme"])
    if "standard" in entries:
        given["standard"] = Standard.load(path.parent / entries["standard"])
    if "keys" in entries:
        given["keys"] = path.parent / entries["keys"]
    if "numbering" in entries:
        given["numbering"] = FileNumbering(path.parent / entries["numbering"])
    return given


def _findings(entries: dict[str, Any]) -> list[Finding]:
    found = [OFFICE_MISSING.at(name=name) for name in ("country", "authority") if name not in entries]
    unknown = entries.keys() - set(_ENTRIES)
    if unknown:
        found.append(OFFICE_UNKNOWN.at(count=len(unknown), names=", ".join(_ENTRIES)))
    for name in sorted(entries.keys() & set(_ENTRIES)):
        value = entries[name]
        listed = name == "trusted_area" and isinstance(value, list) and all(isinstance(code, str) for code in value)
        if not (isinstance(value, str) or listed):
            found.append(OFFICE_ENTRY.at(f"/{name}"))
    schemes = [scheme.value for scheme in HandlingScheme]
    if isinstance(entries.get("scheme"), str) and entries["scheme"] not in schemes:
        found.append(OFFICE_SCHEME.at("/scheme", schemes=", ".join(schemes)))
    return found
