"""Categories of data that a release may withhold: personal data, its special categories, and what goes with them."""

from __future__ import annotations

from enum import Enum

from smir.handling.table import by_code


class DataCategory(Enum):
    """What kind of data a withheld value was, or a member may hold.

    The special categories are those of Article 10 of Directive (EU) 2016/680; the remaining ones are ours and name what
    a release can withhold beside personal data.

    Source: table of categories (``data/categories.toml``), rows ``category``.

    >>> DataCategory.HEALTH.is_special, DataCategory.HEALTH.label("fr")
    (True, 'santé')
    """

    PERSONAL = "PERSONAL"
    RACIAL_ETHNIC_ORIGIN = "RACIAL_ETHNIC_ORIGIN"
    POLITICAL_OPINIONS = "POLITICAL_OPINIONS"
    RELIGION_PHILOSOPHY = "RELIGION_PHILOSOPHY"
    TRADE_UNION = "TRADE_UNION"
    GENETIC = "GENETIC"
    BIOMETRIC = "BIOMETRIC"
    HEALTH = "HEALTH"
    SEX_LIFE = "SEX_LIFE"
    CRITERION = "CRITERION"
    ITEM = "ITEM"
    SOURCE = "SOURCE"
    INTERNAL = "INTERNAL"
    UNKNOWN = "UNKNOWN"

    def label(self, language: str = "en") -> str:
        """Its name in a language."""
        return by_code("handling", "categories", "category")[self.value].label(language)

    @property
    def is_special(self) -> bool:
        """Whether the law lets such data be processed only where strictly necessary."""
        return self in _SPECIAL


_SPECIAL = frozenset(
    {
        DataCategory.RACIAL_ETHNIC_ORIGIN,
        DataCategory.POLITICAL_OPINIONS,
        DataCategory.RELIGION_PHILOSOPHY,
        DataCategory.TRADE_UNION,
        DataCategory.GENETIC,
        DataCategory.BIOMETRIC,
        DataCategory.HEALTH,
        DataCategory.SEX_LIFE,
    }
)
