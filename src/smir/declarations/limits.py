"""How much of a document is read before it is refused."""

from __future__ import annotations

from typing import final

from attrs import frozen

from smir.findings import Code, Invalid

XML_SIZE = Code(
    "XML-SIZE",
    en="The document has more than {limit} bytes. It is refused whole; raise the limit if you trust the sender.",
    fr="Le document compte plus de {limit} octets. Il est refusé en entier\u202f; relevez la limite si vous faites "
    "confiance à l’expéditeur.",
)
XML_DEPTH = Code(
    "XML-DEPTH",
    en="The document has more than {limit} elements inside each other. It is refused whole; raise the limit if you "
    "trust the sender.",
    fr="Le document compte plus de {limit} éléments emboîtés. Il est refusé en entier\u202f; relevez la limite si "
    "vous faites confiance à l’expéditeur.",
)
XML_ELEMENTS = Code(
    "XML-ELEMENTS",
    en="The document has more than {limit} elements. It is refused whole; raise the limit if you trust the sender.",
    fr="Le document compte plus de {limit} éléments. Il est refusé en entier\u202f; relevez la limite si vous faites "
    "confiance à l’expéditeur.",
)
XML_ATTRIBUTES = Code(
    "XML-ATTRIBUTES",
    en="The document has more than {limit} attributes of one element. It is refused whole; raise the limit if you "
    "trust the sender.",
    fr="Le document compte plus de {limit} attributs par élément. Il est refusé en entier\u202f; relevez la limite "
    "si vous faites confiance à l’expéditeur.",
)
XML_NAMES = Code(
    "XML-NAMES",
    en="The document has more than {limit} different names. It is refused whole; raise the limit if you trust the "
    "sender.",
    fr="Le document compte plus de {limit} noms différents. Il est refusé en entier\u202f; relevez la limite si vous "
    "faites confiance à l’expéditeur.",
)
XML_TEXT = Code(
    "XML-TEXT",
    en="The document has more than {limit} bytes in one text, comment or tag. It is refused whole; raise the limit "
    "if you trust the sender.",
    fr="Le document compte plus de {limit} octets par texte, commentaire ou balise. Il est refusé en entier\u202f; "
    "relevez la limite si vous faites confiance à l’expéditeur.",
)
XML_ITEMS = Code(
    "XML-ITEMS",
    en="The document has more than {limit} goods items. It is refused whole; raise the limit if you trust the sender.",
    fr="Le document compte plus de {limit} articles. Il est refusé en entier\u202f; relevez la limite si vous faites "
    "confiance à l’expéditeur.",
)
XML_CELLS = Code(
    "XML-CELLS",
    en="The document has more than {limit} values in all rows. It is refused whole; raise the limit if you trust the "
    "sender.",
    fr="Le document compte plus de {limit} valeurs dans l’ensemble des lignes. Il est refusé en entier\u202f; "
    "relevez la limite si vous faites confiance à l’expéditeur.",
)
LIMITS_NUMBER = Code(
    "LIMITS-NUMBER",
    en="Every limit is a whole number of at least 1.",
    fr="Chaque limite est un nombre entier d’au moins 1.",
)


@final
@frozen(kw_only=True)
class Limits:
    """What one document may cost. Real declarations stay far below; a document beyond is refused, never cut.

    Args:
        size: Bytes of the file.
        depth: Elements inside each other.
        elements: Elements in all.
        attributes: Attributes of one element, declarations of namespaces included.
        names: Different names of elements, of attributes, and of namespaces.
        text: Bytes from one mark-up sign to the next, so of one text, one comment or one tag.
        items: Goods items of one document.
        cells: Values in all rows together, counted before they are made.

    Raises:
        smir.Invalid: ``LIMITS-NUMBER``.

    >>> Limits(size=1_000_000).depth
    32
    """

    size: int = 16 * 1024 * 1024
    depth: int = 32
    elements: int = 200_000
    attributes: int = 32
    names: int = 512
    text: int = 65_536
    items: int = 9_999
    cells: int = 2_000_000

    def __attrs_post_init__(self) -> None:
        given = {
            name: getattr(self, name)
            for name in ("size", "depth", "elements", "attributes", "names", "text", "items", "cells")
        }
        findings = [
            LIMITS_NUMBER.at(f"/{name}") for name, value in given.items() if type(value) is not int or value < 1
        ]
        if findings:
            raise Invalid(findings)
