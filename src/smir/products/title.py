"""The title of a product, which everyone sees and which therefore names nobody."""

from __future__ import annotations

from collections.abc import Iterator

from smir.findings import Code, Finding
from smir.products.nominal import nominal_places
from smir.products.product import Product

TITLE_NAME = Code(
    "TITLE-NAME",
    en="The title repeats a name, telephone number or address of someone in the product. Say what it is about instead.",
    fr="Le titre répète un nom, un numéro de téléphone ou une adresse de quelqu’un qui figure dans le produit. Dites "
    "plutôt de quoi il s’agit.",
)

#: Members that name someone. A given name alone may be any word.
_NAMING = frozenset(
    {"name", "family_name", "birth_name", "native_name", "former_names", "aliases", "trading_names", "phones", "emails"}
)
_SHORTEST = 4


def title_findings(product: Product) -> Iterator[Finding]:
    """A finding for each language of the title that repeats a name from the product."""
    names = {
        value.casefold()
        for path, value in nominal_places(product)
        if isinstance(value, str) and len(value) >= _SHORTEST and not _NAMING.isdisjoint(path.split("/")[-2:])
    }
    for language, title in product.title.items():
        if any(name in title.casefold() for name in names):
            yield TITLE_NAME.at(f"/title/{language}")
