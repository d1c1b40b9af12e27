"""Structure: records, how they are read and written, their canonical bytes and fingerprint, and the limits on a
document.
"""

from smir.structure.check import check
from smir.structure.extras import Extras
from smir.structure.limits import Limits
from smir.structure.marks import Mark
from smir.structure.record import evolve, extras, record

__all__ = ["Extras", "Limits", "Mark", "check", "evolve", "extras", "record"]
