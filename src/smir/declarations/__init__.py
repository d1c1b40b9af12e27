"""Declarations: the data elements, the neutral declaration, and the reader of the WCO Data Model.

>>> from smir.declarations import read, samples
>>> for declaration in read(samples()):
...     if declaration.is_amendment:
...         print(declaration)
<Declaration amendment, 1 items, 1 findings>
<Declaration amendment, 1 items, 1 findings>
"""

from __future__ import annotations

from smir.declarations.catalogue import Catalogue, DataElement, Kind, catalogue
from smir.declarations.dates import DateRead, read_date
from smir.declarations.declaration import Declaration, Direction, Function, Item
from smir.declarations.element import Element
from smir.declarations.format import Format
from smir.declarations.limits import Limits
from smir.declarations.reading import KeptAside, Reading, read, read_bytes
from smir.declarations.row import Row, Value
from smir.declarations.shipped import samples
from smir.declarations.view import DeclarationView, Mapped, declare, missing_elements

__all__ = [
    "Catalogue",
    "DataElement",
    "DateRead",
    "Declaration",
    "DeclarationView",
    "Direction",
    "Element",
    "Format",
    "Function",
    "Item",
    "KeptAside",
    "Kind",
    "Limits",
    "Mapped",
    "Reading",
    "Row",
    "Value",
    "catalogue",
    "declare",
    "missing_elements",
    "read",
    "read_bytes",
    "read_date",
    "samples",
]
