"""A document as it comes in: bytes that nobody vouches for, turned into a tree of elements or refused."""

from __future__ import annotations

import re
from operator import methodcaller
from typing import TYPE_CHECKING, Final

from smir.declarations.limits import (
    XML_ATTRIBUTES,
    XML_DEPTH,
    XML_ELEMENTS,
    XML_NAMES,
    XML_SIZE,
    XML_TEXT,
    Limits,
)
from smir.findings import Code, Invalid

if TYPE_CHECKING:
    from lxml.etree import _Element  # pyright: ignore[reportPrivateUsage]

XML_EMPTY = Code(
    "XML-EMPTY",
    en="The document is empty. Ask for it again.",
    fr="Le document est vide. Demandez-le de nouveau.",
)
XML_COMPRESSED = Code(
    "XML-COMPRESSED",
    en="The document is compressed. Decompress it first, with a limit on its size.",
    fr="Le document est compressé. Décompressez-le d’abord, en limitant sa taille.",
)
XML_ENCODING = Code(
    "XML-ENCODING",
    en="The bytes do not agree with the encoding, or it is not one that is read: UTF-8, US-ASCII, ISO-8859-1, "
    "ISO-8859-15, windows-1252, or UTF-16 with its byte order mark.",
    fr="Les octets ne concordent pas avec l’encodage, ou il n’est pas de ceux qui sont lus\u00a0: UTF-8, US-ASCII, "
    "ISO-8859-1, ISO-8859-15, windows-1252, ou UTF-16 avec sa marque d’ordre des octets.",
)
XML_DOCTYPE = Code(
    "XML-DOCTYPE",
    en="The document has a document type declaration (DOCTYPE). A declaration needs none, and it can carry an "
    "attack; it is refused without being read further.",
    fr="Le document porte une déclaration de type (DOCTYPE). Une déclaration en douane n’en a pas besoin, et une "
    "attaque peut s’y cacher\u202f; il est refusé sans être lu plus avant.",
)
XML_ENTITY = Code(
    "XML-ENTITY",
    en="The document refers to an entity that XML does not define itself. It is refused.",
    fr="Le document renvoie à une entité que XML ne définit pas lui-même. Il est refusé.",
)
XML_INSTRUCTION = Code(
    "XML-INSTRUCTION",
    en="The document holds a processing instruction, such as a style sheet to load. It is refused.",
    fr="Le document contient une instruction de traitement, telle qu’une feuille de style à charger. Il est refusé.",
)
XML_NOT_WELL_FORMED = Code(
    "XML-NOT-WELL-FORMED",
    en="The document is not well-formed XML (line {line}). Ask the sender for a corrected one; nothing is repaired "
    "here.",
    fr="Le document n’est pas du XML bien formé (ligne {line}). Demandez à l’expéditeur un document corrigé\u202f; "
    "rien n’est réparé ici.",
)
_ENCODINGS: Final = frozenset({"utf-8", "us-ascii", "ascii", "iso-8859-1", "iso-8859-15", "windows-1252"})
_declared: Final = re.compile(
    rb"""<\?xml\s+version\s*=\s*["']1\.[0-9]["'](?:\s+encoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]{0,39})["'])?"""
    rb"""(?:\s+standalone\s*=\s*["'](?:yes|no)["'])?\s*\?>"""
).match
_SPACE: Final = b" \t\r\n"
_SPACES: Final = frozenset((b" ", b"\t", b"\r", b"\n"))
_XML_DECLARATION: Final = tuple(b"<?xml" + space for space in _SPACES)
_COMPRESSED: Final = (b"\x1f\x8b", b"PK\x03\x04", b"BZh", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd")
_quoted: Final = re.compile(rb""""[^"]*"|'[^']*'""").sub
_equalities: Final = methodcaller("count", b"=")
_tags: Final = re.compile(rb"<([^\s/>!?]+)").findall
# Both begin only where a name can begin and give nothing back, so that their work grows no faster than the document.
_attributes: Final = re.compile(rb"""(?<![^\s<>"'=/])([^\s<>"'=/]++)\s*+=\s*+["']""").findall
_namespaces: Final = re.compile(rb"""(?<!\S)xmlns[^\s=]*+\s*+=\s*+["']([^"']*+)""").findall
_undeclared_entity: Final = 26  # number of libxml2 for a reference to an entity nobody declared


def root_of(data: bytes, limits: Limits) -> _Element:
    """Turn bytes into the root of a tree, comments left out.

    What can attack a reader is refused before the parser sees it: the type declaration, foreign encodings, compressed
    data, and amounts beyond the limits. The parser then resolves no entity, loads nothing and opens no connection.

    Raises:
        smir.Invalid: One of the ``XML-…`` codes.
    """
    data = _as_utf8(data, limits)
    _refuse_amounts(data, limits)
    _refuse_prolog(data)
    from lxml import etree

    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        recover=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        undeclared = getattr(error, "code", None) == _undeclared_entity
        finding = XML_ENTITY.at() if undeclared else XML_NOT_WELL_FORMED.at(line=int(error.lineno or 1))
    except (ValueError, LookupError, MemoryError):
        finding = XML_NOT_WELL_FORMED.at(line=1)
    else:
        if root.getroottree().docinfo.internalDTD is not None:
            raise Invalid((XML_DOCTYPE.at(),))
        if data.find(b"<?", 2) >= 0 and root.xpath("boolean(//processing-instruction())"):
            raise Invalid((XML_INSTRUCTION.at(),))
        if root.xpath(f"boolean({'/*' * (limits.depth + 1)})"):
            raise Invalid((XML_DEPTH.at(limit=limits.depth),))
        return root
    raise Invalid((finding,)) from None


def _as_utf8(data: bytes, limits: Limits) -> bytes:
    """The same document in UTF-8, so that what we look for in the bytes is what the parser reads."""
    if len(data) > limits.size:
        raise Invalid((XML_SIZE.at(limit=limits.size),))
    if data.startswith(_COMPRESSED):
        raise Invalid((XML_COMPRESSED.at(),))
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            data = data.decode("utf-16").encode()
            fits = _encoding_named(data) in (None, "utf-16")
        elif data.startswith(b"\xef\xbb\xbf"):
            data = data[3:]
            data.decode()
            fits = _encoding_named(data) in (None, "utf-8")
        else:
            named = _encoding_named(data) or "utf-8"
            fits = named in _ENCODINGS
            if fits:
                text = data.decode(named)
                data = data if named == "utf-8" else text.encode()
    except UnicodeError:
        fits = False
    if not fits or b"\x00" in data:
        raise Invalid((XML_ENCODING.at(),))
    if not data.strip(_SPACE):
        raise Invalid((XML_EMPTY.at(),))
    return data


def _encoding_named(data: bytes) -> str | None:
    """The encoding that the XML declaration names, in small letters."""
    match = _declared(data)
    return match[1].decode("ascii").lower() if match and match[1] else None


def _refuse_amounts(data: bytes, limits: Limits) -> None:
    """Count signs before anything is built from them."""
    # An element takes one sign or two, and comments are not rare: three signs an element leave room for real documents.
    if data.count(b"<") > 3 * limits.elements:
        raise Invalid((XML_ELEMENTS.at(limit=limits.elements),))
    pieces = data.split(b"<")
    if max(map(len, pieces)) > limits.text:
        raise Invalid((XML_TEXT.at(limit=limits.text),))
    # Each attribute takes a sign of equality; only a tag with many is looked at closely.
    if max(map(_equalities, pieces)) > limits.attributes:
        for piece in pieces:
            tag = b"" if piece.startswith((b"!", b"?")) else _quoted(b"", piece).partition(b">")[0]
            if _equalities(tag) > limits.attributes:
                raise Invalid((XML_ATTRIBUTES.at(limit=limits.attributes),))
    # The parser never forgets a name it has seen, so names are counted where there could be many.
    for mark, names in ((b"<", _tags), (b"=", _attributes), (b"xmlns", _namespaces)):
        if data.count(mark) > limits.names and len(set(names(data))) > limits.names:
            raise Invalid((XML_NAMES.at(limit=limits.names),))


def _refuse_prolog(data: bytes) -> None:
    """Look at all that stands before the root element."""
    match = _declared(data)
    if match is None and data.startswith(_XML_DECLARATION):
        raise Invalid((XML_NOT_WELL_FORMED.at(line=1),))
    at = match.end() if match else 0
    while True:
        while data[at : at + 1] in _SPACES:
            at += 1
        if data.startswith(b"<!--", at):
            at = data.find(b"-->", at) + 3
            if at < 3:
                return
        elif data.startswith(b"<?", at):
            raise Invalid((XML_INSTRUCTION.at(),))
        elif data.startswith(b"<!", at):
            raise Invalid((XML_DOCTYPE.at(),))
        else:
            return
