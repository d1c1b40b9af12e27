"""The identifier of a record: a UUID, drawn at random or derived from what makes the record what it is."""

from __future__ import annotations

import re
from typing import ClassVar, final

from smir.findings import Code, Invalid
from smir.values.single_text import SingleText

ID_FORM = Code(
    "ID-FORM",
    en="An identifier is a UUID in lower case, 8-4-4-4-12 hexadecimal digits, of version 1 to 8. Make one with "
    "Id.random() or Id.derived().",
    fr="Un identifiant est un UUID en minuscules, 8-4-4-4-12 chiffres hexadécimaux, de version 1 à 8. Créez-le par "
    "Id.random() ou Id.derived().",
)
ID_PARTS = Code(
    "ID-PARTS",
    en="A derived identifier needs a namespace (an Id or a text) and at least one part, each a text (str) that UTF-8 "
    "can write. Nothing is converted.",
    fr="Un identifiant dérivé demande un espace de noms (un Id ou un texte) et au moins un élément, chacun étant un "
    "texte (str) que l’UTF-8 sait écrire. Rien n’est converti.",
)

_lone_surrogate = re.compile("[\ud800-\udfff]").search


@final
class Id(SingleText):
    """The identifier of one record, the same everywhere the record goes.

    Args:
        text: A UUID in lower case.

    Raises:
        smir.Invalid: ``ID-FORM``; ``WRITTEN-TYPE`` for what is not a text.

    Source: RFC 9562.

    >>> Id("5f9ef1a3-7b2c-4d0e-9c55-0c6f3a1b2d4e").text
    '5f9ef1a3-7b2c-4d0e-9c55-0c6f3a1b2d4e'
    """

    __slots__ = ()
    pattern: ClassVar[str] = "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"
    form: ClassVar[Code] = ID_FORM

    @classmethod
    def random(cls) -> Id:
        """A new identifier that says nothing (UUID version 4)."""
        from uuid import uuid4

        return cls(str(uuid4()))

    @classmethod
    def derived(cls, namespace: Id | str, /, *parts: str) -> Id:
        """The identifier that these parts always give, on every machine (UUID version 5).

        The name that is hashed is every part in UTF-8 as a netstring, its length in bytes, a colon, the part, a comma;
        so ``("ab", "c")`` and ``("a", "bc")`` differ. A namespace given as text is first turned into a UUID of version
        5 in the namespace of URLs. Who can guess the parts can find the identifier again: never derive one from
        personal data.

        Args:
            namespace: What the parts are unique in: the identifier of an office, or a text such as a web address.
            parts: One text or more.

        Raises:
            smir.Invalid: ``ID-PARTS``.

        >>> Id.derived("https://customs.example", "alert", "2026-17")
        Id('139aec6b-7a73-5327-aea2-e2c3409c1607')
        """
        from uuid import NAMESPACE_URL, UUID, uuid5

        given = parts if isinstance(namespace, Id) else (namespace, *parts)
        if not parts or not all(type(part) is str and _lone_surrogate(part) is None for part in given):
            raise Invalid((ID_PARTS.at(),))
        space = UUID(namespace.text) if isinstance(namespace, Id) else uuid5(NAMESPACE_URL, namespace)
        # Made as text, since uuid5 takes bytes only from Python 3.12 on; it hashes the text in UTF-8.
        return cls(str(uuid5(space, "".join(f"{len(part.encode())}:{part}," for part in parts))))
