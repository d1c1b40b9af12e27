"""Handling: who may have material and on what conditions, how it is protected, and which of its data are personal."""

from smir.handling.audience import Audience
from smir.handling.category import DataCategory
from smir.handling.caveat import Caveat, CaveatCode
from smir.handling.handling import Handling, HandlingParts
from smir.handling.marking import Marking
from smir.handling.marking_scheme import MarkingScheme
from smir.handling.narrowing import narrower_or_equal
from smir.handling.need import Need
from smir.handling.permission import Permission, PermissionTable, permission, refusals
from smir.handling.personal import (
    BIOMETRIC,
    ETHNIC,
    GENETIC,
    HEALTH,
    PERSONAL,
    POLITICAL,
    RELIGIOUS,
    SEX_LIFE,
    TRADE_UNION,
    BiometricData,
    EthnicData,
    GeneticData,
    HealthData,
    Internal,
    Personal,
    PersonalData,
    PoliticalData,
    ReligiousData,
    SexLifeData,
    TradeUnionData,
)
from smir.handling.purpose import Purpose
from smir.handling.scheme import HandlingScheme
from smir.handling.strictness import Equivalence, at_least_as_strict, combine, floor, raise_level, stricter
from smir.handling.subject import DataSubject
from smir.handling.withheld import Withheld, WithheldReason, reveal

__all__ = [
    "BIOMETRIC",
    "ETHNIC",
    "GENETIC",
    "HEALTH",
    "PERSONAL",
    "POLITICAL",
    "RELIGIOUS",
    "SEX_LIFE",
    "TRADE_UNION",
    "Audience",
    "BiometricData",
    "Caveat",
    "CaveatCode",
    "DataCategory",
    "DataSubject",
    "Equivalence",
    "EthnicData",
    "GeneticData",
    "Handling",
    "HandlingParts",
    "HandlingScheme",
    "HealthData",
    "Internal",
    "Marking",
    "MarkingScheme",
    "Need",
    "Permission",
    "PermissionTable",
    "Personal",
    "PersonalData",
    "PoliticalData",
    "Purpose",
    "ReligiousData",
    "SexLifeData",
    "TradeUnionData",
    "Withheld",
    "WithheldReason",
    "at_least_as_strict",
    "combine",
    "floor",
    "narrower_or_equal",
    "permission",
    "raise_level",
    "refusals",
    "reveal",
    "stricter",
]
