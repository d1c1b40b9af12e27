"""Products: alerts, trends, profiles, reports and messages, what they hold at each level, and their life.

Names are loaded when first used, so that importing this room costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from smir.products.alert import Alert, AlertSubType
    from smir.products.answer import (
        ActionTaken,
        Correction,
        CorrectionAction,
        Feedback,
        FeedbackResult,
        RefusalGround,
        Reply,
        ReplyResult,
    )
    from smir.products.assistance import AssistanceRequest
    from smir.products.attachment import Attachment
    from smir.products.back_test import BackTest
    from smir.products.change import Change, Happened, diff
    from smir.products.dossier import ProblemDossier, SubjectDossier
    from smir.products.draft import Draft
    from smir.products.indicator import Weight
    from smir.products.item import Item, StatementKind
    from smir.products.judgement import Confidence, Judgement
    from smir.products.level import Level
    from smir.products.lifecycle import expired, is_in_force, new_version, supersede, withdraw
    from smir.products.likelihood import Likelihood
    from smir.products.message import Message, MessageType
    from smir.products.nominal import is_nominal, nominal_places
    from smir.products.option import Option
    from smir.products.originator import Originator
    from smir.products.precedence import Precedence
    from smir.products.product import Product
    from smir.products.product_type import ProductType
    from smir.products.profile import Profile, ProfileSubType
    from smir.products.reason import Reason
    from smir.products.report import Report, ReportSubType
    from smir.products.requirement import Requirement, Weighting
    from smir.products.standard import Standard, check_standard
    from smir.products.status import Status
    from smir.products.trend import Figure, Trend, TrendSubType
    from smir.products.urn import Urn
    from smir.products.yardstick import Band, Yardstick

__all__ = [
    "ActionTaken",
    "Alert",
    "AlertSubType",
    "AssistanceRequest",
    "Attachment",
    "BackTest",
    "Band",
    "Change",
    "Confidence",
    "Correction",
    "CorrectionAction",
    "Draft",
    "Feedback",
    "FeedbackResult",
    "Figure",
    "Happened",
    "Item",
    "Judgement",
    "Level",
    "Likelihood",
    "Message",
    "MessageType",
    "Option",
    "Originator",
    "Precedence",
    "ProblemDossier",
    "Product",
    "ProductType",
    "Profile",
    "ProfileSubType",
    "Reason",
    "RefusalGround",
    "Reply",
    "ReplyResult",
    "Report",
    "ReportSubType",
    "Requirement",
    "Standard",
    "StatementKind",
    "Status",
    "SubjectDossier",
    "Trend",
    "TrendSubType",
    "Urn",
    "Weight",
    "Weighting",
    "Yardstick",
    "check_standard",
    "diff",
    "expired",
    "is_in_force",
    "is_nominal",
    "new_version",
    "nominal_places",
    "supersede",
    "withdraw",
]

#: The file each name lives in.
_HOMES: Final = MappingProxyType(
    {
        name: home
        for home, names in {
            "alert": ("Alert", "AlertSubType"),
            "answer": (
                "ActionTaken",
                "Correction",
                "CorrectionAction",
                "Feedback",
                "FeedbackResult",
                "RefusalGround",
                "Reply",
                "ReplyResult",
            ),
            "assistance": ("AssistanceRequest",),
            "attachment": ("Attachment",),
            "back_test": ("BackTest",),
            "change": ("Change", "Happened", "diff"),
            "dossier": ("ProblemDossier", "SubjectDossier"),
            "draft": ("Draft",),
            "indicator": ("Weight",),
            "item": ("Item", "StatementKind"),
            "judgement": ("Confidence", "Judgement"),
            "level": ("Level",),
            "lifecycle": ("expired", "is_in_force", "new_version", "supersede", "withdraw"),
            "likelihood": ("Likelihood",),
            "message": ("Message", "MessageType"),
            "nominal": ("is_nominal", "nominal_places"),
            "option": ("Option",),
            "originator": ("Originator",),
            "precedence": ("Precedence",),
            "product": ("Product",),
            "product_type": ("ProductType",),
            "profile": ("Profile", "ProfileSubType"),
            "reason": ("Reason",),
            "report": ("Report", "ReportSubType"),
            "requirement": ("Requirement", "Weighting"),
            "standard": ("Standard", "check_standard"),
            "status": ("Status",),
            "trend": ("Figure", "Trend", "TrendSubType"),
            "urn": ("Urn",),
            "yardstick": ("Band", "Yardstick"),
        }.items()
        for name in names
    }
)


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value  # found once, then an ordinary name
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
