"""Release: who may receive a product, what is withheld from them and why; the only maker of what leaves."""

from smir.release.decision import Decision, Request, Withholding
from smir.release.needs import DataNeed, Datum, default_needs, read_needs
from smir.release.policy import FiveByFive, Policy
from smir.release.recipient import Recipient, RecipientKind, Territory
from smir.release.released import Received, Released, ReleaseNote
from smir.release.releasing import preview, release

__all__ = [
    "DataNeed",
    "Datum",
    "Decision",
    "FiveByFive",
    "Policy",
    "Received",
    "Recipient",
    "RecipientKind",
    "ReleaseNote",
    "Released",
    "Request",
    "Territory",
    "Withholding",
    "default_needs",
    "preview",
    "read_needs",
    "release",
]
