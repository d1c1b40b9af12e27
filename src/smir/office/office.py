"""The desk that issues: its country and authority, the scheme and policy in force, its numbers and its clock."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar, cast, final

from attrs import field, frozen

from smir.findings import Code, Finding, Invalid, errors_among
from smir.grading import Grade
from smir.handling import Handling, HandlingScheme
from smir.office.areas import area, home_area
from smir.office.numbering import MemoryNumbering, Numbering
from smir.products import Alert, Originator, Product, Standard, Status, Urn, check_standard
from smir.release import Decision, FiveByFive, Policy, Received, Recipient, RecipientKind, Released, Request, Territory
from smir.release import preview as preview_release
from smir.release import release as make_release
from smir.structure import check, evolve
from smir.values import CountryCode, Instant, Period

P = TypeVar("P", bound=Product)

OFFICE_NAME = Code(
    "OFFICE-NAME",
    en="An office needs a country code (ISO 3166-1 alpha-2) and a short name of its authority, 2 to 12 capitals or "
    "digits.",
    fr="Un bureau a besoin d’un code de pays (ISO 3166-1 alpha-2) et du sigle de son autorité, 2 à 12 majuscules ou "
    "chiffres.",
)
OFFICE_ISSUED = Code(
    "OFFICE-ISSUED",
    en="The product was issued already. Make a new version with new_version(product, …), then issue that.",
    fr="Le produit a déjà été émis. Créez une nouvelle version avec new_version(produit, …), puis émettez-la.",
)
OFFICE_ORIGIN = Code(
    "OFFICE-ORIGIN",
    en="The product names another originator. An office issues only its own.",
    fr="Le produit nomme un autre émetteur. Un bureau n’émet que les siens.",
)

#: How long an alert is valid unless it says otherwise (page "standard of each level", ours).
ALERT_DAYS = 30


def _country(value: CountryCode | str) -> CountryCode:
    return value if isinstance(value, CountryCode) else CountryCode(value)


def _area(value: str | Iterable[CountryCode | str] | None) -> tuple[CountryCode, ...] | None:
    if value is None:
        return None
    return area(value) if isinstance(value, str) else tuple(map(_country, value))


@final
@frozen(kw_only=True)
class Office:
    """The desk of an administration: everything a product needs that is the office's and not the author's.

    An office shares nothing with another: two offices in one process do not see each other's numbers, clocks or
    policies.

    Args:
        country: ISO 3166-1 alpha-2 code of its country.
        authority: Short name of its authority, such as ``DGDDI``: the originating agency of its products.
        unit: The unit that issues.
        contact: A contact point of the office, day and night; never a private person.
        scheme: The grading and handling scheme in force, with its version. The version is never guessed: without one,
            codes 1 to 4 are read alike in both and code 5 is refused.
        trusted_area: Countries whose law enforcement the handling codes treat as compatible, or the name of a group
            (``EEA``). Unless given: the group the country belongs to.
        policy: What decides on releases; unless given, the scheme's.
        standard: What each level must have; unless given, the library's own.
        numbering: What gives serial numbers.
        clock: What tells the time.
        keys: Folder of the office's keys.

    Raises:
        smir.Invalid: ``OFFICE-NAME``, ``OFFICE-AREA``, ``COUNTRY-CODE-FORM``.

    >>> office = Office(country="FR", authority="DGDDI")
    >>> str(office.grade("B21")), office.scheme.value
    ('B21', '5x5x5')
    """

    country: CountryCode = field(converter=_country)
    authority: str
    unit: str | None = None
    contact: str | None = field(default=None, repr=False)
    scheme: HandlingScheme = HandlingScheme.UNVERSIONED
    trusted_area: tuple[CountryCode, ...] | None = field(default=None, converter=_area, repr=False)
    policy: Policy | None = None
    standard: Standard | None = field(default=None, repr=False)
    numbering: Numbering = field(factory=MemoryNumbering, repr=False, eq=False)
    clock: Callable[[], Instant] = field(default=Instant.now, repr=False, eq=False)
    keys: Path | None = field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        try:
            Urn.of(country=self.country, authority=self.authority, year=2000, serial=1)
        except (Invalid, TypeError):
            raise Invalid([OFFICE_NAME.at("/authority")]) from None

    @classmethod
    def load(cls, path: str | Path) -> Office:
        """The office that a TOML file describes; raises :class:`smir.Invalid` with all findings."""
        from smir.office.file import entries_of

        return cls(**entries_of(Path(path)))

    @property
    def territory(self) -> Territory:
        """What home, trusted area and originating agency mean here."""
        trusted = home_area(self.country) if self.trusted_area is None else self.trusted_area
        return Territory(home=self.country, agency=self.authority, trusted_area=trusted)

    @property
    def itself(self) -> Recipient:
        """The office as a recipient: keeping its own product is a release to itself."""
        return Recipient(country=self.country, authority=self.authority, kind=RecipientKind.CUSTOMS, unit=self.unit)

    def grade(self, text: str, **form: Any) -> Grade:
        """A grade such as ``B21`` under the office's scheme, with what the form asks for its handling code.

        Args:
            text: Source letter, information digit, handling digit.
            form: ``conditions``, ``authoriser``, ``reason``, ``recipients``, ``review_by``, ``originator_contact``.

        Raises:
            smir.Invalid: ``GRADE-…``, ``HANDLING-…``.
        """
        return Grade.parse(text, scheme=self.scheme, **form)

    def check(self, product: Product) -> tuple[Finding, ...]:
        """Everything to say of a product: the rules of all its parts, and the standard of its level.

        A draft is looked at as it would be issued, with what the office adds.
        """
        at = self.clock()
        held = self._completed(product, at) if product.status is Status.DRAFT else product
        return (*check(held), *check_standard(held, self.standard, on=at))

    def issue(self, product: P) -> P:
        """The product checked against the standard of its level, dated, numbered and in force.

        Raises:
            smir.Invalid: Every finding, ``STANDARD-…`` and the rules of the product's parts.
        """
        at = self.clock()
        prepared = self._prepared(product, at)
        findings = (*check(prepared), *check_standard(prepared, self.standard, on=at))
        if errors_among(findings):
            raise Invalid(findings)
        year = at.utc.moment.year
        serial = self.numbering.next(year)
        urn = Urn.of(country=self.country, authority=self.authority, year=year, serial=serial)
        return evolve(prepared, urn=urn, status=Status.ISSUED)

    def _prepared(self, product: P, at: Instant) -> P:
        if product.status is not Status.DRAFT or product.urn is not None:
            raise Invalid([OFFICE_ISSUED.at("/status")])
        named = product.originator
        if named is not None and (named.country, named.authority) != (self.country, self.authority):
            raise Invalid([OFFICE_ORIGIN.at("/originator")])
        old = product.supersedes
        if old is not None and (old.country, old.authority) != (self.country, self.authority):
            raise Invalid([OFFICE_ORIGIN.at("/supersedes")])
        return self._completed(product, at)

    def _completed(self, product: P, at: Instant) -> P:
        own = Originator(country=self.country, authority=self.authority, unit=self.unit, contact=self.contact)
        valid = product.valid
        if valid is None and isinstance(product, Alert):
            valid = Period.days(ALERT_DAYS)
        if valid is not None and valid.is_relative:
            valid = valid.starting(at)
        return evolve(product, created_at=product.created_at or at, originator=product.originator or own, valid=valid)

    def request(
        self,
        product: Product | Received[Product],
        *,
        to: Recipient,
        handling: Handling | None = None,
        conditions_accepted: bool = False,
        consent: str | None = None,
    ) -> Request:
        """The question that a release puts to the policy."""
        held = product.product if isinstance(product, Received) else product
        return Request(
            product=held,
            recipient=to,
            territory=self.territory,
            at=self.clock(),
            handling=handling or held.grade.handling,
            conditions_accepted=conditions_accepted,
            consent=consent,
        )

    def release(
        self,
        product: P | Received[P],
        *,
        to: Recipient,
        handling: Handling | None = None,
        conditions_accepted: bool = False,
        consent: str | None = None,
    ) -> Released[P]:
        """The product as a recipient may have it: what may not go is withheld, by path and reason.

        Args:
            product: The product, or one received from elsewhere.
            to: Who is to receive it.
            handling: A handling code for this release; it may only narrow the one on entry.
            conditions_accepted: Whether the recipient has accepted the conditions.
            consent: Reference of the originator's agreement, where a rule asks for it.

        Raises:
            smir.Refused: Every reason, ``RELEASE-…``.
        """
        asked = self.request(
            product, to=to, handling=handling, conditions_accepted=conditions_accepted, consent=consent
        )
        return cast("Released[P]", make_release(asked, self.policy_for(asked)))

    def preview(
        self,
        product: Product | Received[Product],
        *,
        to: Recipient,
        handling: Handling | None = None,
        conditions_accepted: bool = False,
        consent: str | None = None,
    ) -> Decision:
        """What a release would decide and withhold, and why; nothing is released."""
        asked = self.request(
            product, to=to, handling=handling, conditions_accepted=conditions_accepted, consent=consent
        )
        return preview_release(asked, self.policy_for(asked))

    def policy_for(self, request: Request) -> Policy:
        """The policy in force: the office's own, or that of its scheme; an office without a version takes the
        product's.
        """
        if self.policy is not None:
            return self.policy
        versioned = self.scheme is not HandlingScheme.UNVERSIONED
        return FiveByFive(self.scheme if versioned else request.handling.scheme)
