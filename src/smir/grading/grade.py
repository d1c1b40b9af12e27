"""Grades: how reliable a source is, how its information is known, and the handling code that goes with both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, Self, Unpack, cast, final

from smir.findings import Code, Finding, Invalid, Severity
from smir.grading.grade_form import read_grade
from smir.handling import Handling, HandlingParts, HandlingScheme
from smir.handling.table import by_code, cell
from smir.structure import record

GRADE_SCHEME = Code(
    "GRADE-SCHEME",
    en="The grade and its handling code are one form and name the same version of it. Name one of them in both.",
    fr="La cotation et son code de traitement forment un tout et nomment la même version du formulaire. Nommez la même "
    "dans les deux.",
)
GRADE_E1 = Code(
    "GRADE-E1",
    en="An untested source (E) with information known to be true without reservation (1) is unusual. Check both, and "
    "say in the item how the information was established.",
    fr="Une source non éprouvée (E) avec une information reconnue vraie sans réserve (1) est inhabituelle. Vérifiez "
    "les deux et dites dans l’élément comment l’information a été établie.",
    severity=Severity.WARNING,
)


@final
@record
class Grade:
    """The grade of one item of information, given by its originator in one published form of 5x5x5.

    Source and information are graded apart. Letters and digits are names, not numbers: grades have no order and no
    average. ``E`` and ``4`` say that nothing is known; they are missing values, not the worst or middle ones. A
    receiver never changes an originator's grade.

    Args:
        scheme: The published form; the handling code names the same.
        source: ``"A"`` to ``"E"``.
        information: ``"1"`` to ``"5"``.
        handling: The handling code with what its form asks.

    Raises:
        smir.Invalid: ``GRADE-SCHEME``; ``HANDLING-VERSION`` from its handling.

    Source: table of scales (``data/schemes.toml``).

    >>> grade = Grade.parse("B21")
    >>> str(grade), grade.source_label("fr")
    ('B21', 'Généralement fiable')
    >>> Grade.parse("E41").source_is_known, Grade.parse("E41").information_is_known
    (False, False)
    """

    scheme: HandlingScheme
    source: Literal["A", "B", "C", "D", "E"]
    information: Literal["1", "2", "3", "4", "5"]
    handling: Handling

    def rules(self) -> Iterator[Finding]:
        """One form for the grade and its handling; an untested source that knows for sure is asked about."""
        if self.handling.scheme is not self.scheme:
            yield GRADE_SCHEME.at("/handling/scheme")
        if self.source == "E" and self.information == "1":
            yield GRADE_E1.at("/information")

    @classmethod
    def parse(cls, text: str, /, *, scheme: HandlingScheme | None = None, **parts: Unpack[HandlingParts]) -> Self:
        """The grade that three characters write, with what the handling form says beside them.

        Args:
            text: Source, information and handling: ``B21``.
            scheme: The published form it was given in; it is never guessed.
            parts: Conditions, authoriser and the other members of :class:`smir.handling.Handling`.

        Raises:
            smir.Invalid: ``GRADE-…`` for a text that is no grade; ``HANDLING-…`` for its handling, such as
                ``HANDLING-VERSION`` for code 5 without a form.

        >>> Grade.parse("B35", scheme=HandlingScheme.NIM_2000, originator_contact="Example Intelligence Office")
        Grade(scheme=5x5x5/NIM-2000, source=B, information=3, handling=Handling)
        """
        source, information, code = cast("tuple[_Source, _Digit, _Digit]", read_grade(text).require())
        named = HandlingScheme.UNVERSIONED if scheme is None else scheme
        try:
            handling = Handling(scheme=named, code=code, **parts)
        except Invalid as invalid:
            raise Invalid(finding.under("/handling") for finding in invalid.findings) from None
        return cls(scheme=named, source=source, information=information, handling=handling)

    def source_label(self, language: str = "en") -> str:
        """How reliable the source is, in words."""
        return by_code("grading", "schemes", "source")[self.source].label(language)

    def information_label(self, language: str = "en") -> str:
        """How the information is known, in words."""
        return by_code("grading", "schemes", "information")[self.information].label(language)

    @property
    def source_is_known(self) -> bool:
        """Whether there is any judgement of the source; ``E`` is none."""
        return cell(by_code("grading", "schemes", "source")[self.source], "off_scale") == "no"

    @property
    def information_is_known(self) -> bool:
        """Whether there is any judgement of the information; ``4`` is none."""
        return cell(by_code("grading", "schemes", "information")[self.information], "off_scale") == "no"

    @property
    def is_suspected_false(self) -> bool:
        """Whether the information is suspected to be false or malicious; that is never lost on the way."""
        return self.information == "5"

    def __str__(self) -> str:
        return f"{self.source}{self.information}{self.handling.code}"


def grades(items: Iterable[Grade | None]) -> tuple[Grade, ...]:
    """The distinct grades among those given, in the order in which they first appear; nothing is merged or averaged.

    >>> [str(grade) for grade in grades([Grade.parse("B21"), None, Grade.parse("E41"), Grade.parse("B21")])]
    ['B21', 'E41']
    """
    return tuple(dict.fromkeys(grade for grade in items if grade is not None))


_Source = Literal["A", "B", "C", "D", "E"]
_Digit = Literal["1", "2", "3", "4", "5"]
