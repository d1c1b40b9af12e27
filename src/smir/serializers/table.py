"""Products as rows of a table, for a DataFrame or a spreadsheet; no row holds a personal value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any

from smir.criteria import Criterion
from smir.handling import Withheld
from smir.products import Product, nominal_places
from smir.release import Received, Released
from smir.release.repetition import Repetitions
from smir.structure.shape import is_record, shape
from smir.values import Text


def rows(
    products: Iterable[Product | Released[Any] | Received[Any]], /, *, titles: str | None = None
) -> list[dict[str, str | int | bool | None]]:
    """One row a product: its header in codes, and how much it holds. ``DataFrame(rows(products))`` makes a table.

    Free text stays out, since it may repeat a name. Titles name nobody by rule; they come where a language is named,
    and one that repeats a personal value of its product stays out even so.

    Args:
        products: Products, released or received ones, in any mixture.
        titles: Language of the column ``title``, such as ``"fr"``; without it there is no such column.

    >>> from smir.grading import Grade
    >>> from smir.products import Level, Report
    >>> from smir.values import Text
    >>> report = Report(level=Level.STRATEGIC, title=Text(en="Tobacco by rail"), grade=Grade.parse("B21"))
    >>> row = rows([report], titles="en")[0]
    >>> row["kind"], row["grade"], row["title"], row["entities"]
    ('REPORT', 'B21', 'Tobacco by rail', 0)
    """
    return [_row(one if isinstance(one, Product) else one.product, titles) for one in products]


def _row(product: Product, titles: str | None) -> dict[str, str | int | bool | None]:
    valid, origin = product.valid, product.originator
    sub_type: Any = getattr(product, "sub_type", None)
    row: dict[str, str | int | bool | None] = {
        "urn": _text(product.urn),
        "kind": product.kind.value,
        "sub_type": None if sub_type is None else sub_type.value,
        "level": product.level.value,
        "grade": str(product.grade),
        "scheme": product.grade.scheme.value,
        "status": product.status.value,
        "version": product.version,
        "precedence": product.precedence.value,
        "created_at": _text(product.created_at),
        "valid": _text(valid),
        "originator": None if origin is None else f"{origin.country} {origin.authority}",
        "markings": ", ".join(map(str, product.markings)),
        "nominal": product.is_nominal,
        "withheld": _withheld(product),
    }
    for name in ("items", "entities", "links", "judgements", "attachments"):
        row[name] = len(getattr(product, name))
    if titles is not None:
        title = product.title.in_(titles)
        row["title"] = None if _personal(product).found_in([title]) else title
    return row


def _personal(product: Product) -> Repetitions:
    """The personal values of a product, to be looked for in a text."""
    known = Repetitions()
    for _, value in nominal_places(product):
        for text in _said(value):
            known.add(text)
    return known


def _said(value: Any) -> Iterator[str]:
    """The texts that a value would show."""
    if isinstance(value, Text):
        yield from (text for _, text in value.items())
    elif isinstance(value, Criterion):
        yield from value.personal_literals
    elif isinstance(value, tuple):
        for part in value:
            yield from _said(part)
    elif is_record(type(value)):
        for member in shape(type(value)).members:
            yield from _said(getattr(value, member.name))
    elif value is not None and not isinstance(value, Enum | bool | int):
        yield str(value)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _withheld(value: Any) -> int:
    """How many values in it are withheld."""
    if isinstance(value, Withheld):
        return 1
    if isinstance(value, tuple):
        return sum(map(_withheld, value))
    if is_record(type(value)):
        return sum(_withheld(getattr(value, member.name)) for member in shape(type(value)).members)
    return 0
