"""Personal data, said in the type: a member that is marked so is withheld, hidden and erased wherever it stands."""

from __future__ import annotations

from typing import Annotated, TypeVar, final

from attrs import frozen

from smir.handling.category import DataCategory
from smir.handling.withheld import Withheld
from smir.structure import Mark

T = TypeVar("T")


@final
@frozen
class PersonalData(Mark):
    """The mark on a member that may hold personal data, with its category.

    Every walker of the types sees it: release, repr, serializers, schemas. A marked value never shows in a repr.

    Args:
        category: Personal data, or the special category it belongs to.

    >>> HEALTH.category.label()
    'health'
    """

    category: DataCategory


PERSONAL = PersonalData(DataCategory.PERSONAL)
ETHNIC = PersonalData(DataCategory.RACIAL_ETHNIC_ORIGIN)
POLITICAL = PersonalData(DataCategory.POLITICAL_OPINIONS)
RELIGIOUS = PersonalData(DataCategory.RELIGION_PHILOSOPHY)
TRADE_UNION = PersonalData(DataCategory.TRADE_UNION)
GENETIC = PersonalData(DataCategory.GENETIC)
BIOMETRIC = PersonalData(DataCategory.BIOMETRIC)
HEALTH = PersonalData(DataCategory.HEALTH)
SEX_LIFE = PersonalData(DataCategory.SEX_LIFE)

INTERNAL = PersonalData(DataCategory.INTERNAL)

#: ``Internal[Text]``: what an office writes for itself, about its own work and its own officers.
Internal = Annotated[T | Withheld, INTERNAL]
#: ``Personal[str]``: a text that may be personal data, or the note that it was withheld.
Personal = Annotated[T | Withheld, PERSONAL]
EthnicData = Annotated[T | Withheld, ETHNIC]
PoliticalData = Annotated[T | Withheld, POLITICAL]
ReligiousData = Annotated[T | Withheld, RELIGIOUS]
TradeUnionData = Annotated[T | Withheld, TRADE_UNION]
GeneticData = Annotated[T | Withheld, GENETIC]
BiometricData = Annotated[T | Withheld, BIOMETRIC]
HealthData = Annotated[T | Withheld, HEALTH]
SexLifeData = Annotated[T | Withheld, SEX_LIFE]
