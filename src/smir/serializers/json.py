"""JSON: the lossless form of a released product, in canonical bytes that can be hashed and signed."""

from __future__ import annotations

import re
from typing import Any, ClassVar, final

import attrs
from attrs import frozen

from smir.findings import Outcome, Words
from smir.products import Product
from smir.release import Received, Released
from smir.serializers.capabilities import Capabilities
from smir.serializers.document import PRODUCTS, read_document, write_document
from smir.serializers.lines import holds_lines
from smir.serializers.version import CURRENT
from smir.structure import Limits
from smir.structure.limits import DEFAULT_LIMITS

_names_itself = re.compile(rb'"format"[ \t\r\n]*:[ \t\r\n]*"smir"').search


@final
@frozen
class JsonFormat:
    """One released product as one JSON document.

    What it writes is canonical (RFC 8785): the same product gives the same bytes everywhere. It reads any JSON that
    says the same; members that it does not know are reported, kept and written back.

    Args:
        products: The classes of product it reads; a national one is added here.

    >>> SERIALIZER.capabilities.lossless
    True
    """

    products: tuple[type[Product], ...] = PRODUCTS

    capabilities: ClassVar[Capabilities] = Capabilities(
        smir_api=1,
        name="json",
        format_version=CURRENT,
        media_type="application/json",
        suffix=".json",
        description=Words(
            "Canonical JSON, the lossless form of a product", "JSON canonique, la forme sans perte d’un produit"
        ),
        writes=True,
        reads=True,
        lossless=True,
    )

    def write(self, released: Released[Any], /) -> bytes:
        """Canonical bytes, UTF-8, without a line feed at the end."""
        return write_document(released)

    def read(self, data: bytes, /, limits: Limits = DEFAULT_LIMITS) -> Outcome[Received[Product]]:
        """The product, with everything found."""
        return read_document(data, limits, self.products)

    def detects(self, data: bytes, /) -> bool:
        """Whether it is one JSON object that names this format."""
        return data.lstrip(b" \t\r\n")[:1] == b"{" and not holds_lines(data) and _names_itself(data) is not None


SERIALIZER = JsonFormat()


def as_read_by(name: str, outcome: Outcome[Received[Product]]) -> Outcome[Received[Product]]:
    """The same outcome, read by the format of that name."""
    if outcome.value is None:
        return outcome
    return Outcome(attrs.evolve(outcome.value, format=name), outcome.findings)
