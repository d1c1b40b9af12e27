"""What travels beside a product: a picture, a table, a document, known by name, kind, size and hash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import final

from attrs import field

from smir.findings import Code, Finding, Invalid
from smir.handling import Handling, Marking, Withheld
from smir.structure import record
from smir.values import Id, Text

ATTACHMENT_NAME = Code(
    "ATTACHMENT-NAME",
    en="The name is a bare file name of 1 to 255 characters: no folder, no slash or backslash, no control character, "
    "not one or two dots. Name no person in it.",
    fr="Le nom est un simple nom de fichier de 1 à 255 caractères, sans dossier, barre oblique ou inverse, caractère "
    "de commande, ni un ou deux points seuls. N’y nommez personne.",
)
ATTACHMENT_MEDIA = Code(
    "ATTACHMENT-MEDIA",
    en="The media type is a type and a subtype in lower case, such as image/jpeg or text/csv, without parameters.",
    fr="Le type de média réunit un type et un sous-type en minuscules, comme image/jpeg ou text/csv, sans paramètres.",
)
ATTACHMENT_SIZE = Code(
    "ATTACHMENT-SIZE",
    en="The size is a number of bytes, zero or more.",
    fr="La taille est un nombre d’octets, zéro ou plus.",
)
ATTACHMENT_HASH = Code(
    "ATTACHMENT-HASH",
    en="The hash is the SHA-256 of the bytes, 64 hexadecimal digits in lower case. Attachment.of computes it.",
    fr="L’empreinte est le SHA-256 des octets, 64 chiffres hexadécimaux en minuscules. Attachment.of la calcule.",
)
ATTACHMENT_BYTES = Code(
    "ATTACHMENT-BYTES",
    en="Give the content as bytes; a text must be encoded first.",
    fr="Donnez le contenu en octets (bytes)\u202f; un texte doit d’abord être codé.",
)

_is_name = re.compile(r"[^/\\\x00-\x1f\x7f]{1,255}").fullmatch
_is_media = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}").fullmatch
_is_hash = re.compile("[0-9a-f]{64}").fullmatch


@final
@record(tag="attachment")
class Attachment:
    """A file that goes with a product. The product holds its description; the bytes go their own way.

    An attachment may be marked and handled more strictly than the product, never less: a release looks at both.

    Args:
        id: Its identifier within the product.
        name: A file name without folder. It names no person; a release may withhold it.
        media_type: Type and subtype, such as ``image/jpeg``.
        size: Bytes.
        sha256: SHA-256 of the bytes, hexadecimal, lower case.
        marking: Its own protective marking.
        handling: Its own handling code.
        description: What it shows.
        source: Where its figures or pictures come from.

    Raises:
        smir.Invalid: ``ATTACHMENT-NAME``, ``ATTACHMENT-MEDIA``, ``ATTACHMENT-SIZE``, ``ATTACHMENT-HASH``, ``MEMBER-…``.

    >>> Attachment.of(b"kg,day", name="weights.csv", media_type="text/csv").size
    6
    """

    id: Id = field(factory=Id.random)
    name: str | Withheld
    media_type: str
    size: int
    sha256: str
    marking: Marking | None = None
    handling: Handling | None = None
    description: Text | Withheld | None = None
    source: Text | Withheld | None = None

    @classmethod
    def of(cls, content: bytes, *, name: str, media_type: str) -> Attachment:
        """The attachment that describes these bytes; give the rest with ``evolve``.

        Raises:
            smir.Invalid: ``ATTACHMENT-BYTES`` and those of the class.
        """
        import hashlib

        if type(content) is not bytes:
            raise Invalid((ATTACHMENT_BYTES.at(),))
        digest = hashlib.sha256(content).hexdigest()
        return cls(name=name, media_type=media_type, size=len(content), sha256=digest)

    def describes(self, content: bytes) -> bool:
        """Whether these are the bytes it was made for.

        >>> Attachment.of(b"kg,day", name="weights.csv", media_type="text/csv").describes(b"kg;day")
        False
        """
        import hashlib

        return len(content) == self.size and hashlib.sha256(content).hexdigest() == self.sha256

    def rules(self) -> Iterator[Finding]:
        """Name, media type, size and hash have their form."""
        if isinstance(self.name, str) and (_is_name(self.name) is None or self.name in {".", ".."}):
            yield ATTACHMENT_NAME.at("/name")
        if _is_media(self.media_type) is None:
            yield ATTACHMENT_MEDIA.at("/media_type")
        if self.size < 0:
            yield ATTACHMENT_SIZE.at("/size")
        if _is_hash(self.sha256) is None:
            yield ATTACHMENT_HASH.at("/sha256")
