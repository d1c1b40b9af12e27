"""Files that a verb is handed: products and declarations, told apart by what they hold."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from smir.cli.desk import Desk
from smir.findings import Code, Outcome, Unavailable
from smir.office import Office
from smir.products import Product, Urn
from smir.release import Received
from smir.serializers import read
from smir.structure.limits import DEFAULT_LIMITS
from smir.structure.ordinary import NotOrdinary, ordinary_bytes, ordinary_file, write_whole

FILE_MISSING = Code(
    "FILE-MISSING",
    en="There is no such file, or it may not be read. Check the path.",
    fr="Ce fichier n’existe pas ou ne peut être lu. Vérifiez le chemin.",
)
FILE_KIND = Code(
    "FILE-KIND",
    en="This is no ordinary file but a folder, a pipe or a device. Save what it gives in a file and name that.",
    fr="Ce n’est pas un fichier ordinaire, mais un dossier, un tube ou un périphérique. Enregistrez ce qu’il donne "
    "dans un fichier et nommez celui-ci.",
)
FILE_UNWRITABLE = Code(
    "FILE-UNWRITABLE",
    en="The file cannot be written there. Check the folder and the permissions.",
    fr="Le fichier ne peut être écrit à cet endroit. Vérifiez le dossier et les droits d’accès.",
)
OFFICE_UNNAMED = Code(
    "OFFICE-UNNAMED",
    en="The file does not say whose it is. Name your office with --office office.toml.",
    fr="Le fichier ne dit pas à qui il est. Nommez votre bureau avec --office office.toml.",
)


def content(path: Path) -> bytes:
    """The bytes of a file, one more than a document may have at most; raises :class:`smir.Unavailable`."""
    refusal = FILE_MISSING
    try:
        return ordinary_bytes(path, DEFAULT_LIMITS.size)
    except NotOrdinary:
        refusal = FILE_KIND
    except OSError:
        pass
    raise Unavailable([refusal.at()])


def opened(path: Path) -> BinaryIO:
    """A file open for bytes; raises :class:`smir.Unavailable`."""
    refusal = FILE_MISSING
    try:
        return ordinary_file(path)
    except NotOrdinary:
        refusal = FILE_KIND
    except OSError:
        pass
    raise Unavailable([refusal.at()])


def received(path: Path, form: str | None = None) -> Outcome[Received[Product]]:
    """The product in a file, with everything found."""
    return read(content(path), form)


def save(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; raises :class:`smir.Unavailable`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    except (OSError, ValueError):
        pass
    else:
        return
    raise Unavailable([FILE_UNWRITABLE.at()])


def office_in(path: Path | None) -> Office | None:
    """The office described in a file, if one is named; raises :class:`smir.Unavailable` where there is no such file."""
    if path is None:
        return None
    opened(path).close()
    return Office.load(path)


def office_of(named: Office | None, held: Received[Product]) -> Office:
    """The office in force: the one named, or the one that the product was released to."""
    if named is not None:
        return named
    if held.note is None:
        raise Unavailable([OFFICE_UNNAMED.at()])
    own = held.note.recipient
    if Urn.findings_of(f"{own.country}-{own.authority}-2000-000001"):  # a carrier, say: it issues nothing
        raise Unavailable([OFFICE_UNNAMED.at()])
    return Office(country=own.country, authority=own.authority, unit=own.unit, scheme=held.note.handling.scheme)


def is_declaration(path: Path) -> bool:
    """Whether a file holds XML, which here means declarations."""
    return path.is_dir() or path.suffix.lower() == ".xml"


def tell(desk: Desk, path: Path, outcome: Outcome[Received[Product]]) -> None:
    """Print what reading a file found."""
    if outcome.findings:
        desk.say("{path}:", "{path}\u00a0:", path=path)
        desk.findings(outcome.findings)
