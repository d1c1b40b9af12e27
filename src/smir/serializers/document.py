"""The document of a released product: what stands at the top of every file, and how it is read back."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, Union, cast, final

from smir.findings import Code, Finding, Invalid, Outcome, Severity, errors_among
from smir.products import Alert, Message, Product, Profile, Report, Trend
from smir.release import Received, Released, ReleaseNote
from smir.serializers.version import CURRENT, FormatVersion, compared
from smir.structure import Limits, evolve, extras, record
from smir.structure.document import dumps, loads
from smir.structure.extras import NO_EXTRAS
from smir.structure.plain import parse

FORMAT_OTHER = Code(
    "FORMAT-OTHER",
    en="This is no document of smir: it does not open with the member “format” that says “smir”. If it is in another "
    "format, name that.",
    fr="Ce n’est pas un document smir\u00a0: il lui manque le membre «\u00a0format\u00a0» qui dit «\u00a0smir\u00a0». "
    "S’il est dans un autre format, nommez-le.",
)
FORMAT_TERMS = Code(
    "FORMAT-TERMS",
    en="The terms of the release and the product name different handling codes. Which one binds cannot be known: ask "
    "the sender.",
    fr="Les conditions de la communication et le produit indiquent des codes de traitement différents. On ne peut "
    "savoir lequel vaut\u00a0: demandez à l’expéditeur.",
)
FORMAT_BESIDE = Code(
    "FORMAT-BESIDE",
    en="{count} unknown member(s) stand beside the product and belong to this document alone. They are not part of "
    "what was received; keep the file if you need them.",
    fr="{count} membre(s) inconnu(s) figurent à côté du produit et ne concernent que ce document. Ils ne font pas "
    "partie de ce qui est reçu\u202f; gardez le fichier si vous en avez besoin.",
    severity=Severity.WARNING,
)

#: The kinds of product of the house; a national kind is added by whoever reads it.
PRODUCTS: tuple[type[Product], ...] = (Alert, Trend, Profile, Report, Message)

_CURRENT = FormatVersion(CURRENT)


@final
@record
class ReleasedDocument:
    """What a file holds: the format and its version, the terms of the release, and the product as released.

    Args:
        format: Always ``smir``.
        version: Version of the format.
        note: Who released it to whom, under which code, and what was withheld.
        product: The product, with :class:`smir.Withheld` in the place of what the recipient may not have.

    Raises:
        smir.Invalid: ``MEMBER-…``.

    >>> ReleasedDocument.__name__
    'ReleasedDocument'
    """

    format: Literal["smir"]
    version: FormatVersion
    note: ReleaseNote
    product: Alert | Trend | Profile | Report | Message


@cache
def document_of(kinds: tuple[type[Product], ...]) -> type[ReleasedDocument]:
    """The class of documents that hold one of these kinds of product; each has a tag of its own."""
    if kinds == PRODUCTS:
        return ReleasedDocument
    members = {
        "format": Literal["smir"],
        "version": FormatVersion,
        "note": ReleaseNote,
        "product": Union[kinds],  # noqa: UP007 - built from a tuple at run time
    }
    made = type("ReleasedDocument", (), {"__annotations__": members, "__doc__": ReleasedDocument.__doc__})
    return cast("type[ReleasedDocument]", record(made))


def write_document(released: Released[Any]) -> bytes:
    """Canonical bytes (RFC 8785) of what one recipient may have."""
    kind = type(released.product)
    cls: Any = ReleasedDocument if kind in PRODUCTS else document_of((kind,))
    return dumps(cls(format="smir", version=_CURRENT, note=released.note, product=released.product))


def read_document(data: bytes, limits: Limits, kinds: tuple[type[Product], ...]) -> Outcome[Received[Product]]:
    """The product in a document, with everything found; the format it came by is filled in by the caller.

    Another major version is refused with that one finding: what else would be said of it means nothing.
    """
    outcome = loads(data, document_of(kinds), limits)
    made = outcome.value
    if made is None:
        return Outcome(None, _before(data, limits, outcome.findings))
    said = tuple(compared(made.version)) if made.version != _CURRENT else ()
    if errors_among(said):
        return Outcome(None, said)
    terms, held = made.note.handling, made.product.grade.handling
    if evolve(terms, extras=NO_EXTRAS) != evolve(held, extras=NO_EXTRAS):
        return Outcome(None, (*said, *outcome.findings, FORMAT_TERMS.at("/note/handling")))
    findings = (*said, *outcome.findings)
    if extras(made):
        beside = FORMAT_BESIDE.at(count=len(extras(made).members))
        findings = tuple(beside if one.code == "MEMBER-UNKNOWN" and not one.path else one for one in findings)
    return Outcome(Received(made.product, made.note, "json", findings), findings)


def _before(data: bytes, limits: Limits, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What a document that cannot be read says of itself comes before all else that is wrong with it."""
    try:
        plain = parse(data, limits)
    except Invalid as invalid:
        return invalid.findings
    if not isinstance(plain, dict) or plain.get("format") != "smir":
        return (FORMAT_OTHER.at("/format" if isinstance(plain, dict) else ""),)
    named = plain.get("version")
    version = None if FormatVersion.findings_of(named) else FormatVersion(cast("str", named))
    said = () if version is None else tuple(compared(version))
    return said if errors_among(said) else (*said, *findings)
