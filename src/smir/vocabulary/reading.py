"""Reading a code list from a file: TOML, CSV or gzipped CSV, strictly, with limits and all findings at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from smir.findings import Code, Finding, Outcome
from smir.vocabulary.codelist import CodeList
from smir.vocabulary.draft import head_of, list_of
from smir.vocabulary.head import Head
from smir.vocabulary.row import VOCABULARY_TYPE, is_language, is_member

#: What a list in TOML says of itself first: ``format = "smir.vocabulary/1"``.
FORMAT = "smir.vocabulary/1"
SIZE_LIMIT = 8 * 2**20
GZIP = b"\x1f\x8b"

VOCABULARY_FILE = Code(
    "VOCABULARY-FILE",
    en="The file of the list cannot be read. Check that it exists and that it may be read.",
    fr="Le fichier de la liste est illisible. Vérifiez qu’il existe et que sa lecture est permise.",
)
VOCABULARY_KIND = Code(
    "VOCABULARY-KIND",
    en="A list is a file whose name ends in .toml, .csv or .csv.gz.",
    fr="Une liste est un fichier dont le nom se termine par .toml, .csv ou .csv.gz.",
)
VOCABULARY_SIZE = Code(
    "VOCABULARY-SIZE",
    en="The list is larger than {limit} bytes. Split it.",
    fr="La liste dépasse {limit} octets. Scindez-la.",
)
VOCABULARY_ENCODING = Code(
    "VOCABULARY-ENCODING",
    en="The list is not text in UTF-8. Save it in that encoding.",
    fr="La liste n’est pas un texte en UTF-8. Enregistrez-la dans ce codage.",
)
VOCABULARY_PACKED = Code(
    "VOCABULARY-PACKED",
    en="The compressed list is damaged. Compress it again with gzip.",
    fr="La liste compressée est endommagée. Recompressez-la avec gzip.",
)
VOCABULARY_SYNTAX = Code(
    "VOCABULARY-SYNTAX",
    en="The list is not well-formed {syntax}. Check quotes, brackets and line ends.",
    fr="La liste n’est pas du {syntax} bien formé. Vérifiez guillemets, crochets et fins de ligne.",
)
VOCABULARY_FORMAT = Code(
    "VOCABULARY-FORMAT",
    en='The list must say its format first: format = "{format}".',
    fr='La liste doit d’abord indiquer son format\u00a0: format = "{format}".',
)
VOCABULARY_COLUMNS = Code(
    "VOCABULARY-COLUMNS",
    en="The first line must name the columns once each: code and en at least; then other languages, valid_from,"
    " valid_until, standing, source, status and columns of your own (3 to 64 lower-case letters, digits, underscores).",
    fr="La première ligne doit nommer chaque colonne une fois\u00a0: code et en au moins, puis d’autres langues,"
    " valid_from, valid_until, standing, source, status et vos propres colonnes (3 à 64 lettres minuscules,"
    " chiffres, soulignés).",
)
VOCABULARY_CELLS = Code(
    "VOCABULARY-CELLS",
    en="The line has {found} cells where the first line names {expected} columns.",
    fr="La ligne a {found} cellules alors que la première nomme {expected} colonnes.",
)
VOCABULARY_HEAD = Code(
    "VOCABULARY-HEAD",
    en="A list in CSV holds rows only. Give its head (name, scheme, version, title, source) when you read it, or write"
    " the list in TOML.",
    fr="Une liste en CSV ne contient que des lignes. Donnez son en-tête (nom, référentiel, version, titre, source) à la"
    " lecture ou écrivez la liste en TOML.",
)


def read(path: Path | str, head: Head | None = None) -> Outcome[CodeList]:
    """Read a list from a file whose name ends in ``.toml``, ``.csv`` or ``.csv.gz``.

    Args:
        path: The file.
        head: Whose list it is, which version: required for CSV, refused for TOML, which has its own.

    >>> read("no-such-list.toml").findings
    (<Finding VOCABULARY-FILE error at />,)
    """
    place = Path(path)
    from smir.structure.ordinary import ordinary_bytes

    try:
        data = ordinary_bytes(place, SIZE_LIMIT)
    except OSError:
        return failed(VOCABULARY_FILE.at())
    name = place.name.lower()
    if name.endswith(".toml") and head is None:
        return read_toml(data)
    if name.endswith((".csv", ".csv.gz")):
        return failed(VOCABULARY_HEAD.at()) if head is None else read_csv(data, head)
    return failed(VOCABULARY_KIND.at())


def read_toml(data: bytes, *, rows: bytes | None = None) -> Outcome[CodeList]:
    """Read a list in TOML: the members of the head, then ``rows``, an array of tables with ``code``, ``en``, ``fr`` ….

    Args:
        data: The TOML document, UTF-8.
        rows: Rows kept apart as CSV, plain or gzipped; then the document holds the head alone.
    """
    text = text_of(data)
    if isinstance(text, Finding):
        return failed(text)
    from smir.structure.toml import NotToml, parse

    try:
        members = parse(text.encode(), SIZE_LIMIT)
    except NotToml:
        return failed(VOCABULARY_SYNTAX.at("", syntax="TOML"))
    if members.pop("format", None) != FORMAT:
        return failed(VOCABULARY_FORMAT.at("/format", format=FORMAT))
    cells = members.pop("rows", None) if rows is None else None
    head = head_of(members)
    if rows is not None:
        return Outcome(None, head.findings) if head.value is None else read_csv(rows, head.value)
    if not isinstance(cells, list):
        return Outcome(None, (*head.findings, VOCABULARY_TYPE.at("/rows", expected="[{ code, en, fr, … }, …]")))
    return list_of(head, cells)


def read_csv(data: bytes, head: Head) -> Outcome[CodeList]:
    """Read rows in CSV, plain or gzipped: UTF-8, commas, first line ``code,en,fr,…``; an empty cell is absent."""
    text = text_of(data)
    if isinstance(text, Finding):
        return failed(text)
    import csv
    import io

    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        columns = next(lines, [])
    except csv.Error:
        return failed(VOCABULARY_SYNTAX.at("", syntax="CSV"))
    if not are_columns(columns):
        return failed(VOCABULARY_COLUMNS.at())
    return list_of(Outcome(head), rows_of(columns, lines))


def rows_of(columns: list[str], lines: Iterator[list[str]]) -> Iterator[dict[str, str] | Finding]:
    """The rows of a CSV file, each as cells by column, or what is wrong with the line; ends where the syntax breaks."""
    import csv

    width = len(columns)
    try:
        for line in lines:
            if len(line) == width:
                yield {column: cell for column, cell in zip(columns, line, strict=True) if cell}
            else:
                yield VOCABULARY_CELLS.at("", found=len(line), expected=width)
    except csv.Error:
        yield VOCABULARY_SYNTAX.at("", syntax="CSV")


def are_columns(columns: list[str]) -> bool:
    """Whether a first line names its columns rightly."""
    return (
        {"code", "en"} <= set(columns)
        and len(set(columns)) == len(columns)
        and all(column == "code" or is_language(column) or is_member(column) for column in columns)
    )


def text_of(data: bytes) -> str | Finding:
    """The text in a file, unpacked if need be, or what is wrong with it."""
    if data.startswith(GZIP):
        unpacked = unpack(data)
        if isinstance(unpacked, Finding):
            return unpacked
        data = unpacked
    if len(data) > SIZE_LIMIT:
        return VOCABULARY_SIZE.at("", limit=SIZE_LIMIT)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return VOCABULARY_ENCODING.at()


def unpack(data: bytes) -> bytes | Finding:
    """Undo gzip, at most one byte beyond the limit, so that a small file cannot fill the memory."""
    import gzip
    import io
    import zlib

    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            return file.read(SIZE_LIMIT + 1)
    except (OSError, EOFError, zlib.error):
        return VOCABULARY_PACKED.at()


def failed(finding: Finding) -> Outcome[CodeList]:
    """Nothing could be read, and why."""
    return Outcome(None, (finding,))
