"""Strategies that make valid products, what is released of them, and what is received."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from attrs import frozen
from hypothesis import strategies as st

from smir.conformance.records import Overrides, records
from smir.conformance.values import instants
from smir.findings import Finding, Refused
from smir.handling import Handling, Purpose
from smir.products import Alert, Message, Originator, Product, Profile, Report, Status, Trend, Urn
from smir.release import Datum, Received, Recipient, Released, Request, Territory, release
from smir.release.policy import RELEASE_PERMITTED
from smir.structure import evolve
from smir.values import CountryCode, Instant

P = TypeVar("P", bound=Product)

#: The five kinds of product.
KINDS: tuple[type[Product], ...] = (Alert, Trend, Profile, Report, Message)

_HOME = CountryCode("FR")
_AGENCY = "DGDDI"


def products(
    kinds: tuple[type[P], ...] = KINDS,  # type: ignore[assignment]  # the five are products
    overrides: Overrides | None = None,
    *,
    withheld: bool = True,
) -> st.SearchStrategy[P]:
    """Valid products of some kinds: drafts, issued ones, with and without personal data.

    Args:
        kinds: The classes, a national one among them; the five of the house by default.
        overrides: What to put in certain members.
        withheld: Whether parts may be withheld already, as in products received.

    >>> from hypothesis import find
    >>> find(products((Alert,)), lambda alert: bool(alert.entities)).kind.value
    'ALERT'
    """
    return st.one_of([records(kind, overrides, withheld=withheld) for kind in kinds])


def issued(
    kinds: tuple[type[P], ...] = KINDS,  # type: ignore[assignment]  # the five are products
    overrides: Overrides | None = None,
    *,
    withheld: bool = False,
) -> st.SearchStrategy[P]:
    """Products as the office of these strategies (FR DGDDI) issued them: numbered, dated, in force.

    >>> from hypothesis import find
    >>> find(issued((Report,)), lambda report: report.urn is not None).status
    <Status.ISSUED: 'ISSUED'>
    """

    def issue(product: P, at: Instant, serial: int) -> P:
        valid = product.valid.starting(at) if product.valid is not None and product.valid.is_relative else product.valid
        return evolve(
            product,
            urn=Urn.of(country=_HOME, authority=_AGENCY, year=at.moment.year, serial=serial),
            created_at=at,
            originator=Originator(country=_HOME, authority=_AGENCY),
            status=Status.ISSUED,
            supersedes=None,
            valid=valid if valid is not None and valid.contains(at) else None,
        )

    drafts = products(kinds, overrides, withheld=withheld)
    return st.builds(issue, drafts, instants(), st.integers(1, 999_999))


def releases(
    kinds: tuple[type[P], ...] = KINDS,  # type: ignore[assignment]  # the five are products
    overrides: Overrides | None = None,
) -> st.SearchStrategy[Released[P]]:
    """What is released of such products to any recipient: with all personal data, or with all of it withheld.

    The policy behind it permits everything, so these are for trying formats and nothing else.

    >>> from hypothesis import find
    >>> find(releases((Report,)), lambda released: not released.withheld).product.kind.value
    'REPORT'
    """
    made = st.builds(_released, issued(kinds, overrides), records(Recipient), st.booleans())
    return made.filter(lambda released: released is not None)


def received(
    kinds: tuple[type[P], ...] = KINDS,  # type: ignore[assignment]  # the five are products
    overrides: Overrides | None = None,
) -> st.SearchStrategy[Received[P]]:
    """What a recipient reads back of such releases from a format that loses nothing.

    >>> from hypothesis import find
    >>> find(received((Report,)), lambda held: held.note is not None).format
    'json'
    """
    return releases(kinds, overrides).map(lambda one: Received(one.product, one.note, "json"))


@frozen
class _Everything:
    """A policy that permits every release, with the personal data or without."""

    with_personal: bool
    name: str = "for trying formats"

    def reasons(self, request: Request) -> Iterator[Finding]:
        yield RELEASE_PERMITTED.at(code="–", scheme=self.name, audience="–")

    def allows(self, request: Request, handling: Handling) -> bool:
        return True

    def needs(self, request: Request, datum: Datum) -> bool:
        return self.with_personal


def _released(product: Product, recipient: Recipient, with_personal: bool) -> Any:
    """The release, or nothing where a caveat or a text that repeats a withheld value stands in its way."""
    purposes = product.purposes or recipient.purposes or (Purpose.DETECT,)
    recipient = evolve(recipient, purposes=purposes)
    own = Recipient(country=_HOME, authority=_AGENCY, kind=recipient.kind, unit=recipient.unit)
    request = Request(
        product=product,
        recipient=own if with_personal else recipient,
        territory=Territory(home=_HOME, agency=_AGENCY, trusted_area=(CountryCode("BE"),)),
        at=product.created_at or Instant.now(),
        handling=product.grade.handling,
        consent="C-1",
    )
    try:
        return release(request, _Everything(with_personal))
    except Refused:
        return None
