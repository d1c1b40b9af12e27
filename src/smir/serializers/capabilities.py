"""What a format can do, declared as data and asked before any work begins."""

from __future__ import annotations

import re
from typing import Any, final

from attrs import field, frozen

from smir.findings import Code, Invalid, Words
from smir.plugins.plugin import NAME_FORM
from smir.products import ProductType

CAPABILITIES_FORM = Code(
    "CAPABILITIES-FORM",
    en="These capabilities are not of the form that the house reads: {members}. See the argument list of Capabilities.",
    fr="Ces capacités n’ont pas la forme attendue\u00a0: {members}. Voyez la liste des arguments de Capabilities.",
)

_MEDIA = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}")
_SUFFIX = re.compile(r"\.[a-z0-9]+(?:[.-][a-z0-9]+)*")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,31}")


@final
@frozen(kw_only=True)
class Capabilities:
    """What one format is and can do. The house asks here, so that no work begins which cannot end.

    A format that calls itself lossless and can read is held to it: what another package's format wrote is read back and
    compared before it may leave.

    Args:
        smir_api: Version of the agreement between the house and its formats that this one was written for: 1.
        name: Lower-case letters, digits and ``. _ + -``; the name of the entry point.
        format_version: Version of the format that it writes.
        media_type: IANA media type, in lower case.
        suffix: Ending of file names, with its dot.
        description: What the format is for, in English and French.
        writes: Whether it writes.
        reads: Whether it reads.
        lossless: Whether reading what was written gives an equal product and equal terms.
        streams: Whether it reads and writes any number of products one after the other, in constant memory.
        products: The kinds of product it takes.

    Raises:
        smir.Invalid: ``CAPABILITIES-FORM``.

    >>> Capabilities(
    ...     smir_api=1,
    ...     name="telegram",
    ...     format_version="1",
    ...     media_type="text/plain",
    ...     suffix=".txt",
    ...     description=Words("One line for a radio operator", "Une ligne pour un opérateur radio"),
    ...     writes=True,
    ... ).lossless
    False
    """

    smir_api: int
    name: str
    format_version: str
    media_type: str
    suffix: str
    description: Words
    writes: bool = False
    reads: bool = False
    lossless: bool = False
    streams: bool = False
    products: tuple[ProductType, ...] = field(factory=lambda: tuple(ProductType))

    def __attrs_post_init__(self) -> None:
        wrong = [name for name, fits in self._fitting() if not fits]
        if wrong:
            raise Invalid([CAPABILITIES_FORM.at(members=", ".join(wrong))])

    def _fitting(self) -> tuple[tuple[str, bool], ...]:
        given: Any = self  # types are promises that a plug-in may break
        return (
            ("smir_api", type(given.smir_api) is int),
            ("name", type(given.name) is str and NAME_FORM.fullmatch(given.name) is not None),
            ("format_version", _is(given.format_version, _VERSION)),
            ("media_type", _is(given.media_type, _MEDIA)),
            ("suffix", _is(given.suffix, _SUFFIX)),
            ("description", isinstance(given.description, Words)),
            *((name, type(getattr(given, name)) is bool) for name in ("writes", "reads", "lossless", "streams")),
            ("products", type(given.products) is tuple and all(isinstance(one, ProductType) for one in given.products)),
        )


def _is(text: Any, form: re.Pattern[str]) -> bool:
    return type(text) is str and form.fullmatch(text) is not None
