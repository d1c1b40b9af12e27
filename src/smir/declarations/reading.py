"""Reading declarations from files, one at a time: what can be read goes on, what is refused is kept aside with why."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final, TypeAlias, final

from attrs import define, field, frozen

from smir.declarations.declaration import Declaration
from smir.declarations.limits import XML_SIZE, Limits
from smir.declarations.wco import NAMESPACES, declarations_in
from smir.findings import Code, Finding, Invalid, Outcome, Unavailable

READING_PATH = Code(
    "READING-PATH",
    en="A path is expected: text, pathlib.Path or a resource of importlib.resources, or several of them.",
    fr="Un chemin est attendu\u00a0: texte, pathlib.Path ou ressource de importlib.resources, ou plusieurs d’entre "
    "eux.",
)
READING_BYTES = Code(
    "READING-BYTES",
    en="The bytes of the document are expected, as they came in. For a path call smir.declarations.read.",
    fr="Les octets du document sont attendus, tels que reçus. Pour un chemin, appelez smir.declarations.read.",
)
READING_SEVERAL = Code(
    "READING-SEVERAL",
    en="The document holds {count} declarations, and one is expected. Call smir.declarations.read, which gives each.",
    fr="Le document contient {count} déclarations alors qu’une seule est attendue. Appelez smir.declarations.read, "
    "qui les donne une à une.",
)
READING_MISSING = Code(
    "READING-MISSING",
    en="There is no such file or directory. Check the path.",
    fr="Ce fichier ou ce répertoire n’existe pas. Vérifiez le chemin.",
)
READING_UNREADABLE = Code(
    "READING-UNREADABLE",
    en="The file or directory may not be read. Check the permissions and the disk.",
    fr="Le fichier ou le répertoire ne peut être lu. Vérifiez les droits d’accès et le disque.",
)
READING_KIND = Code(
    "READING-KIND",
    en="An ordinary file is expected here, not a directory, a device or a pipe.",
    fr="Un fichier ordinaire est attendu ici, et non un répertoire, un périphérique ou un tube.",
)
READING_NO_XML = Code(
    "READING-NO-XML",
    en="The directory holds no file whose name ends in .xml.",
    fr="Le répertoire ne contient aucun fichier dont le nom se termine par .xml.",
)

#: Least number of bytes to ask a file for.
_CHUNK: Final = 65_536

Source: TypeAlias = str | os.PathLike[str] | Traversable
#: Called after each document with how many are done, and how many there are if that is known.
Progress: TypeAlias = Callable[[int, int | None], None]


@final
@frozen
class KeptAside:
    """A document that was refused, so that someone can look at it.

    Args:
        name: Name of the file; it is the caller's own and not taken from the document.
        findings: Why it was refused.
    """

    name: str
    findings: tuple[Finding, ...]


@final
@define(eq=False, repr=False)
class Reading:
    """Declarations as they are read, in the order of the names; what is refused gathers in :attr:`kept_aside`.

    Nothing is read before it is iterated, and one document at a time is in memory. Iterating again reads again.

    Args:
        passed_over: Names in the directory that do not end in ``.xml``; they are not read.
    """

    _sources: Iterable[Source]
    _total: int | None
    _limits: Limits
    _namespaces: tuple[str, ...]
    _progress: Progress | None
    passed_over: tuple[str, ...] = ()
    _kept_aside: list[KeptAside] = field(factory=list, init=False)
    _done: int = field(default=0, init=False)

    @property
    def kept_aside(self) -> tuple[KeptAside, ...]:
        """Every document refused so far, in the order of reading."""
        return tuple(self._kept_aside)

    @property
    def done(self) -> int:
        """How many documents have been looked at so far, refused ones included."""
        return self._done

    def __iter__(self) -> Iterator[Declaration]:
        self._kept_aside.clear()
        self._done = 0
        for source in self._sources:
            name = _name(source)
            try:
                declarations = declarations_in(
                    _bytes_of(source, self._limits), source=name, limits=self._limits, namespaces=self._namespaces
                )
            except Invalid as refused:
                declarations = ()
                self._kept_aside.append(KeptAside(name, refused.findings))
            self._done += 1
            yield from declarations
            if self._progress is not None:
                self._progress(self._done, self._total)

    def __repr__(self) -> str:
        return f"<Reading, {self._done} documents done, {len(self._kept_aside)} kept aside>"


def read(
    path: Source | Iterable[Source],
    /,
    *,
    limits: Limits | None = None,
    namespaces: Sequence[str] = NAMESPACES,
    progress: Progress | None = None,
) -> Reading:
    """Read the declarations of a file, of the ``.xml`` files of a directory, or of several paths.

    Nothing stops a batch: a document that is refused is kept aside, and so is a path among several that does not open.

    Args:
        path: A file, a directory (its files by name; directories inside are not entered), or several files.
        limits: What one document may cost.
        namespaces: Beginnings of the namespaces in which a ``Declaration`` counts; ``("",)`` takes any.
        progress: Called after each document.

    Raises:
        smir.Unavailable: ``READING-MISSING``, ``READING-UNREADABLE`` or ``READING-NO-XML`` for the one path given.
        smir.Invalid: ``READING-PATH``.

    >>> from smir.declarations import samples
    >>> reading = read(samples())
    >>> sum(1 for declaration in reading if declaration.is_amendment), len(reading.kept_aside)
    (2, 1)
    """
    limits = limits or Limits()
    if not isinstance(path, str | os.PathLike | Traversable):
        if not isinstance(path, Iterable) or isinstance(path, bytes | bytearray | memoryview):
            raise Invalid((READING_PATH.at(),))
        total = len(path) if isinstance(path, Sequence) else None
        return Reading(path, total, limits, tuple(namespaces), progress)
    place = path if isinstance(path, Traversable) else Path(path)
    try:
        if not place.is_dir():
            if isinstance(place, Path):
                place.stat()
            return Reading((path,), 1, limits, tuple(namespaces), progress)
        found = sorted(place.iterdir(), key=lambda file: file.name)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise Unavailable((READING_MISSING.at(),)) from None
    except OSError:
        raise Unavailable((READING_UNREADABLE.at(),)) from None
    files = [file for file in found if file.name.lower().endswith(".xml")]
    others = tuple(file.name for file in found if not file.name.lower().endswith(".xml"))
    if not files:
        raise Unavailable((READING_NO_XML.at(),))
    return Reading(files, len(files), limits, tuple(namespaces), progress, others)


def read_bytes(
    data: bytes, /, *, name: str = "document", limits: Limits | None = None, namespaces: Sequence[str] = NAMESPACES
) -> Outcome[Declaration]:
    """Read the one declaration in the bytes of a document.

    Args:
        data: The bytes as they came in.
        name: What to call the document.
        limits: What the document may cost.
        namespaces: As for :func:`read`.

    >>> outcome = read_bytes(b"<!DOCTYPE d><d/>")
    >>> outcome.value, [finding.code for finding in outcome.findings]
    (None, ['XML-DOCTYPE'])
    """
    given: object = data
    if not isinstance(given, bytes | bytearray | memoryview):
        return Outcome(None, (READING_BYTES.at(),))
    try:
        declarations = declarations_in(
            bytes(given), source=name, limits=limits or Limits(), namespaces=tuple(namespaces)
        )
    except Invalid as refused:
        return Outcome(None, refused.findings)
    first, *others = declarations
    if others:
        return Outcome(None, (READING_SEVERAL.at(count=1 + len(others)),))
    return Outcome(first, first.findings)


def _is_source(source: object) -> bool:
    return isinstance(source, str | os.PathLike | Traversable)


def _name(source: object) -> str:
    """What the caller calls the document."""
    if isinstance(source, str | os.PathLike):
        return Path(source).name
    return source.name if isinstance(source, Traversable) else "document"


def _bytes_of(source: Source, limits: Limits) -> bytes:
    """The bytes of a file, one more than allowed at most."""
    if not _is_source(source):
        raise Invalid((READING_PATH.at(),))
    try:
        if isinstance(source, str | os.PathLike):
            data = _bytes_of_file(Path(source), limits.size + 1)
        else:
            with source.open("rb") as resource:
                data = resource.read(limits.size + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise Invalid((READING_MISSING.at(),)) from None
    except OSError:
        raise Invalid((READING_UNREADABLE.at(),)) from None
    if len(data) > limits.size:
        raise Invalid((XML_SIZE.at(limit=limits.size),))
    return data


def _bytes_of_file(path: Path, most: int) -> bytes:
    """Bytes of an ordinary file; a pipe or a device could keep a reader waiting for ever."""
    known = path.stat()
    if not stat.S_ISREG(known.st_mode):
        raise Invalid((READING_KIND.at(),))
    data = b""
    with path.open("rb", buffering=0) as file:
        # Asking for little more than there is spares a buffer of the greatest size for every file.
        while len(data) < most and (more := file.read(min(most - len(data), max(known.st_size + 1, _CHUNK)))):
            data += more
    return data
