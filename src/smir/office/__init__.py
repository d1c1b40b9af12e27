"""Office: the desk that issues products, with its scheme, policy, numbers and clock."""

from smir.office.areas import area, areas
from smir.office.numbering import FileNumbering, MemoryNumbering, Numbering
from smir.office.office import Office

__all__ = ["FileNumbering", "MemoryNumbering", "Numbering", "Office", "area", "areas"]
