"""Out and in: what was released as bytes, and bytes as what was received."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from smir.findings import Code, Outcome, Unavailable
from smir.products import Product
from smir.release import Received, Released
from smir.serializers.detection import detect
from smir.serializers.registry import formats, registry
from smir.serializers.serializer import Serializer
from smir.structure import Limits
from smir.structure.codes import DOCUMENT_SIZE
from smir.structure.limits import DEFAULT_LIMITS
from smir.structure.ordinary import write_whole

FORMAT_INPUT = Code(
    "FORMAT-INPUT",
    en="Give the document as bytes: path.read_bytes(), or text.encode().",
    fr="Donnez le document en octets\u00a0: chemin.read_bytes(), ou texte.encode().",
)
FORMAT_SUFFIX = Code(
    "FORMAT-SUFFIX",
    en="No format writes files of this ending. Name the format, or end the file in one of: {suffixes}.",
    fr="Aucun format n’écrit de fichiers ayant cette terminaison. Nommez le format, ou terminez le nom par l’une de "
    "celles-ci\u00a0: {suffixes}.",
)
FORMAT_FILE = Code(
    "FORMAT-FILE",
    en="The file cannot be written there. Check the folder and the permissions.",
    fr="Le fichier ne peut être écrit à cet endroit. Vérifiez le dossier et les droits d’accès.",
)


def dumps(released: Released[Any], /, format: str | Serializer = "json") -> bytes:
    """The document of what one recipient may have, in a format.

    A product is not taken: nothing leaves without a release. Keeping one's own is a release to oneself
    (``to=office.itself``).

    Args:
        released: What ``office.release`` gave.
        format: Name of the format, or an object of the shape of a :class:`Serializer`.

    Raises:
        smir.Unavailable: ``FORMAT-RELEASED`` for what was not released, ``FORMAT-…`` for what the format cannot do or
            did wrong, ``PLUGIN-…`` where there is no such format.

    >>> dumps("anything else")
    Traceback (most recent call last):
    ...
    smir.findings.errors.Unavailable: FORMAT-RELEASED /: Only what was released to someone leaves. ...
    """
    return registry().get(format).write(released)


def dump(released: Released[Any], path: str | Path, /, format: str | Serializer | None = None) -> Path:
    """Write the document of what one recipient may have into a file: whole, or not at all.

    Args:
        released: What ``office.release`` gave.
        path: The file; one that is there is replaced.
        format: Name of the format; the one whose files end as this one does, unless given.

    Returns:
        The path.

    Raises:
        smir.Unavailable: As :func:`dumps`; ``FORMAT-SUFFIX``, ``FORMAT-FILE``.

    >>> dump("anything else", "alert.json")
    Traceback (most recent call last):
    ...
    smir.findings.errors.Unavailable: FORMAT-RELEASED /: Only what was released to someone leaves. ...
    """
    target = Path(path)
    data = dumps(released, _of_suffix(target.name) if format is None else format)
    try:
        write_whole(target, data)
    except OSError:
        written = False
    else:
        written = True
    if not written:
        raise Unavailable([FORMAT_FILE.at()])
    return target


def _of_suffix(name: str) -> str:
    known = formats()
    for able in sorted(known, key=lambda able: -len(able.suffix)):  # .geo.json before .json
        if able.writes and name.lower().endswith(able.suffix):
            return able.name
    raise Unavailable([FORMAT_SUFFIX.at(suffixes=", ".join(sorted({able.suffix for able in known if able.writes})))])


def loads(
    data: bytes, /, format: str | Serializer | None = None, *, limits: Limits = DEFAULT_LIMITS
) -> Received[Product]:
    """What a document holds, with its terms and all warnings.

    Args:
        data: The document.
        format: Name of its format, or an object of that shape; found from its content unless given.
        limits: How much is read before a document is refused.

    Raises:
        smir.Invalid: Every finding.
        smir.Unavailable: ``PLUGIN-…`` where there is no such format.

    >>> loads(b"{}")
    Traceback (most recent call last):
    ...
    smir.findings.errors.Invalid: FORMAT-OTHER /format: This is no document of smir: ...
    """
    return read(data, format, limits=limits).require()


def read(
    data: bytes, /, format: str | Serializer | None = None, *, limits: Limits = DEFAULT_LIMITS
) -> Outcome[Received[Product]]:
    """As :func:`loads`, without raising for what is wrong with the document: the outcome holds all findings.

    >>> read(b'{"format": "smir", "version": "2.0"}').findings
    (<Finding FORMAT-MAJOR error at /version>,)
    """
    if type(data) is not bytes:
        return Outcome(None, (FORMAT_INPUT.at(),))
    if format is not None:
        return registry().get(format).read(data, limits)
    if len(data) > limits.size:
        return Outcome(None, (DOCUMENT_SIZE.at(limit=limits.size),))
    found = detect(data, registry())
    return Outcome(None, found.findings) if found.value is None else found.value.read(data, limits)
