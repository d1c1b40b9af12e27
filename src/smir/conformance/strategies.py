"""Every strategy of the house in one place: values, records, products, releases, declared data, and hostile input.

A national class of record is made by ``records`` like one of the house; tell Hypothesis with
``register_type_strategy(MyAlert, records(MyAlert))``.

>>> from hypothesis import find
>>> from smir.values import HSCode
>>> len(str(find(written(HSCode), lambda code: str(code).startswith("08"))))
2
"""

from __future__ import annotations

from hypothesis import strategies as st

from smir.conformance.declared import declarations, rows
from smir.conformance.kit import hostile as _hostile
from smir.conformance.products import issued, products, received, releases
from smir.conformance.records import Overrides, records
from smir.conformance.values import by_language, countries, instants, periods, texts, written

__all__ = [
    "Overrides",
    "by_language",
    "countries",
    "declarations",
    "hostile_documents",
    "hostile_texts",
    "instants",
    "issued",
    "periods",
    "products",
    "received",
    "records",
    "releases",
    "rows",
    "texts",
    "written",
]


def hostile_documents(document: bytes = b"") -> st.SearchStrategy[bytes]:
    """Bytes that a reader must refuse or read, and never stumble over: cut, mutated, deep, mistyped, random.

    Args:
        document: A good document to begin with.

    >>> find_none = hostile_documents(b'{"a":1}').filter(lambda data: data.startswith(b"["))
    """
    fixed = tuple(one.data for one in _hostile.fixed(document))
    return st.sampled_from(fixed) | _hostile.mutated(document).map(lambda one: one.data)


def hostile_texts() -> st.SearchStrategy[str]:
    """Texts that a parser of identifiers must refuse or read: other digits, controls, halves of characters, long ones.

    >>> from hypothesis import find
    >>> find(hostile_texts(), lambda text: text.isdigit() and not text.isascii()) != ""
    True
    """
    lookalikes = st.text("0１٢Ａа\u200b\u202e\x00\n -/.:ZzIİ\ud800", max_size=40)
    return lookalikes | st.text(max_size=60) | st.integers(1, 5).map(lambda power: "9" * 10**power)
