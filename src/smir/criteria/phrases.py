"""The words of an explanation, in English and French."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from smir.criteria.verdict import Verdict
from smir.findings import Language

WITHHELD: Final = "…"

ANSWERS: Final = MappingProxyType(
    {
        "en": MappingProxyType({Verdict.HIT: "Hit.", Verdict.NO_HIT: "No hit.", Verdict.CANNOT_TELL: "Cannot tell."}),
        "fr": MappingProxyType(
            {
                Verdict.HIT: "Concordance.",
                Verdict.NO_HIT: "Pas de concordance.",
                Verdict.CANNOT_TELL: "Impossible de trancher.",
            }
        ),
    }
)
DECIDED: Final = MappingProxyType({"en": "Decided by: ", "fr": "Élément décisif\u00a0: "})
LACKED: Final = MappingProxyType({"en": "Missing: ", "fr": "Manquant\u00a0: "})
UNUSED: Final = MappingProxyType({"en": "Cannot be compared: ", "fr": "Non comparable\u00a0: "})
VALUE: Final = MappingProxyType({"en": "; {name}: ", "fr": "\u202f; {name}\u00a0: "})

#: By kind of condition: English where it holds and where it does not, French where it holds and where it does not.
_PHRASES: Final = MappingProxyType(
    {
        "=": ("is the given value", "is not the given value", "est la valeur donnée", "n’est pas la valeur donnée"),
        "<>": (
            "differs from the given value",
            "is the value to differ from",
            "diffère de la valeur donnée",
            "est la valeur exclue",
        ),
        "<": ("is below the bound", "is not below the bound", "est sous la borne", "n’est pas sous la borne"),
        "<=": ("is at most the bound", "is above the bound", "ne dépasse pas la borne", "dépasse la borne"),
        ">": ("is above the bound", "is not above the bound", "dépasse la borne", "ne dépasse pas la borne"),
        ">=": ("is at least the bound", "is below the bound", "atteint la borne", "n’atteint pas la borne"),
        "like": ("fits the pattern", "does not fit the pattern", "suit le modèle", "ne suit pas le modèle"),
        "between": (
            "is between the bounds",
            "is not between the bounds",
            "est entre les bornes",
            "n’est pas entre les bornes",
        ),
        "in": ("is in the list", "is not in the list", "est dans la liste", "n’est pas dans la liste"),
        "isNull": ("is missing", "is present", "est absent", "est présent"),
        "a_equals": (
            "holds exactly the given values",
            "does not hold exactly the given values",
            "contient exactement les valeurs données",
            "ne contient pas exactement les valeurs données",
        ),
        "a_contains": (
            "holds all the given values",
            "does not hold all the given values",
            "contient toutes les valeurs données",
            "ne contient pas toutes les valeurs données",
        ),
        "a_containedBy": (
            "holds none but the given values",
            "holds other values than the given ones",
            "ne contient que les valeurs données",
            "contient d’autres valeurs que celles données",
        ),
        "a_overlaps": (
            "holds at least one of the given values",
            "holds none of the given values",
            "contient au moins une des valeurs données",
            "ne contient aucune des valeurs données",
        ),
    }
)


def phrase(kind: str, holds: bool | None, language: Language) -> str:
    """What is said of the elements of one condition.

    >>> phrase("like", False, "fr")
    'ne suit pas le modèle'
    """
    if holds is None:
        return "ne permet pas de trancher" if language == "fr" else "cannot be told"
    return _PHRASES[kind][2 * (language == "fr") + (not holds)]
