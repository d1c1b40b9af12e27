"""The profile: what a kind of consignment, trader, person, route or problem looks like, for selection or action."""

from __future__ import annotations

from collections.abc import Iterator
from enum import unique
from typing import ClassVar, final

from smir.criteria import Criterion
from smir.entities.route_leg import TransportMode
from smir.findings import Code, Finding, Severity
from smir.handling import Withheld
from smir.products.back_test import BackTest
from smir.products.coded import SubType
from smir.products.dossier import ProblemDossier, SubjectDossier
from smir.products.indicator import INDICATOR_TWICE, Weight, indicator_findings
from smir.products.product import Product
from smir.products.product_type import ProductType
from smir.structure import record
from smir.values import Text

PROFILE_NOMINAL = Code(
    "PROFILE-NOMINAL",
    en="A risk profile names no person unless the law allows it. State the legal basis, or take the personal data out.",
    fr="Un profil de risque ne nomme personne sauf si la loi le permet. Indiquez la base juridique ou retirez les "
    "données à caractère personnel.",
)
PROFILE_SUBJECT = Code(
    "PROFILE-SUBJECT",
    en="A {kind} profile holds its {kind} dossier. Give the member “{member}”.",
    fr="Un profil de genre {kind} contient le dossier correspondant. Donnez le membre «\u00a0{member}\u00a0».",
    severity=Severity.WARNING,
)
PROFILE_RATE = Code(
    "PROFILE-RATE",
    en="The expected hit rate is a whole percentage from 0 to 100.",
    fr="Le taux de réussite attendu est un pourcentage entier de 0 à 100.",
)
PROFILE_THRESHOLD = Code(
    "PROFILE-THRESHOLD",
    en="All indicators together do not reach the threshold, so the profile never selects anything.",
    fr="Tous les indicateurs réunis n’atteignent pas le seuil\u202f; le profil ne sélectionne jamais rien.",
    severity=Severity.WARNING,
)


@unique
class ProfileSubType(SubType):
    """What a profile describes.

    >>> ProfileSubType.RISK.label("fr")
    'profil de risque'
    """

    RISK = "RISK"
    SUBJECT = "SUBJECT"
    PROBLEM = "PROBLEM"
    MARKET = "MARKET"
    CRIMINAL_BUSINESS = "CRIMINAL_BUSINESS"
    NETWORK = "NETWORK"
    DEMOGRAPHIC = "DEMOGRAPHIC"


@final
@record(tag="profile")
class Profile(Product):
    """Indicators and their combination that describe a type of consignment, trader, person, route or conveyance.

    A hit is a reason to look, never a decision about a person.

    Args:
        sub_type: What it describes.
        criteria: What it looks for in declarations.
        indicators: Indicators by their identifiers in a catalogue.
        weights: Points an indicator gives, where the profile scores.
        threshold: Points from which a declaration is selected.
        procedures: Customs procedures it is limited to.
        modes: Modes of transport it is limited to.
        offices: Customs offices it is limited to.
        control_instruction: What to do with what it selects.
        expected_hit_rate_percent: Share of its selections expected to show an offence.
        back_tests: What it would have selected in the past.
        owner: The office that keeps it.
        subject: The dossier of a subject profile.
        problem: The dossier of a problem profile.

    Raises:
        smir.Invalid: ``PROFILE-NOMINAL``, ``PROFILE-RATE``, ``INDICATOR-…``, ``PRODUCT-…``, ``MEMBER-…``.

    Source: customs risk management; subject and problem profiles of the UK National Intelligence Model.

    >>> from smir.criteria import criterion
    >>> from smir.grading import Grade
    >>> from smir.products import Level
    >>> profile = Profile(
    ...     level=Level.TACTICAL,
    ...     title=Text(en="Heavy fruit pulp"),
    ...     grade=Grade.parse("B21"),
    ...     sub_type=ProfileSubType.RISK,
    ...     criteria=criterion("gross_mass > 10000"),
    ... )
    >>> profile.is_nominal
    False
    """

    product_type: ClassVar[ProductType | None] = ProductType.PROFILE

    sub_type: ProfileSubType | None = None
    criteria: Criterion | Withheld | None = None
    indicators: tuple[str, ...] = ()
    weights: tuple[Weight, ...] = ()
    threshold: int | None = None
    procedures: tuple[str, ...] = ()
    modes: tuple[TransportMode, ...] = ()
    offices: tuple[str, ...] = ()
    control_instruction: Text | Withheld | None = None
    expected_hit_rate_percent: int | None = None
    back_tests: tuple[BackTest, ...] = ()
    owner: str | None = None
    subject: SubjectDossier | Withheld | None = None
    problem: ProblemDossier | Withheld | None = None

    def rules(self) -> Iterator[Finding]:
        """What holds for every product, and for a profile."""
        yield from super().rules()
        if self.sub_type is ProfileSubType.RISK and self.legal_basis is None and self.is_nominal:
            yield PROFILE_NOMINAL.at("/legal_basis")
        for kind, member in ((ProfileSubType.SUBJECT, "subject"), (ProfileSubType.PROBLEM, "problem")):
            if self.sub_type is kind and getattr(self, member) is None:
                yield PROFILE_SUBJECT.at(f"/{member}", kind=kind.value, member=member)
        if self.expected_hit_rate_percent is not None and not 0 <= self.expected_hit_rate_percent <= 100:
            yield PROFILE_RATE.at("/expected_hit_rate_percent")
        yield from indicator_findings(self.indicators, "/indicators")
        yield from self._weights()

    def _weights(self) -> Iterator[Finding]:
        seen = set()
        for index, weight in enumerate(self.weights):
            if weight.indicator in seen:
                yield INDICATOR_TWICE.at(f"/weights/{index}/indicator")
            seen.add(weight.indicator)
        reachable = sum(weight.points for weight in self.weights if weight.points > 0)
        if self.weights and self.threshold is not None and self.threshold > reachable:
            yield PROFILE_THRESHOLD.at("/threshold")
