"""Caveats on a protective marking: what they allow, whatever the handling code says."""

from __future__ import annotations

from collections.abc import Iterator

from smir.findings import Code, Finding
from smir.handling import Audience, CaveatCode, Marking
from smir.products import Status
from smir.release.decision import Request

RELEASE_EYES_ONLY = Code(
    "RELEASE-EYES-ONLY",
    en="A caveat limits the product to countries that the recipient's is not among.",
    fr="Une mention limite le produit à des pays dont celui du destinataire ne fait pas partie.",
)
RELEASE_EMBARGO = Code(
    "RELEASE-EMBARGO",
    en="A caveat forbids release before its date.",
    fr="Une mention interdit la communication avant sa date.",
)
RELEASE_CONTROL = Code(
    "RELEASE-CONTROL",
    en="The product is under originator control: give the reference of the originator's agreement as consent=….",
    fr="Le produit est sous contrôle de l’émetteur\u00a0: donnez la référence de son accord avec consent=….",
)
RELEASE_THIRD_PARTY = Code(
    "RELEASE-THIRD-PARTY",
    en="The product comes from another originator (third-party rule): give the reference of its agreement as "
    "consent=….",
    fr="Le produit provient d’un autre émetteur (règle du tiers)\u00a0: donnez la référence de son accord avec "
    "consent=….",
)
RELEASE_STATUS = Code(
    "RELEASE-STATUS",
    en="Only an issued product that is neither withdrawn nor superseded can leave. Issue it first: "
    "office.issue(product).",
    fr="Seul un produit émis, ni retiré ni remplacé, peut sortir. Émettez-le d’abord\u00a0: office.issue(produit).",
)
RELEASE_EXPIRED = Code(
    "RELEASE-EXPIRED",
    en="The product is no longer valid. Issue a new version with a new period.",
    fr="Le produit n’est plus valable. Émettez une nouvelle version avec une nouvelle période.",
)
RELEASE_PURPOSE = Code(
    "RELEASE-PURPOSE",
    en="The product holds personal data, and the recipient states no purpose that the product may be used for. "
    "Name one.",
    fr="Le produit contient des données à caractère personnel, et le destinataire n’indique aucune finalité pour "
    "laquelle il peut servir. Nommez-en une.",
)


def standing(request: Request) -> Iterator[Finding]:
    """What stands in the way before any policy is asked: the product's life, its origin and its caveats.

    Keeping one's own product (a release to the originating agency) asks for none of this but its embargo and caveats.
    """
    product, own = request.product, request.audience is Audience.ORIGINATING_AGENCY
    if not own:
        if product.status is not Status.ISSUED or (product.created_at is not None and request.at < product.created_at):
            yield RELEASE_STATUS.at("/status")
        elif product.valid is not None and (product.valid.is_relative or not product.valid.contains(request.at)):
            yield RELEASE_EXPIRED.at("/valid")
        if (
            product.is_nominal
            and not request.purposes
            and request.audience
            not in (
                Audience.HOME_OTHER,
                Audience.FOREIGN_OTHER,
            )
        ):
            yield RELEASE_PURPOSE.at()
    if request.consent is None and _is_from_elsewhere(request) and not own:
        yield RELEASE_THIRD_PARTY.at("/originator")
    for index, marking in enumerate(product.markings):
        for finding in barred_by(marking, request):
            yield finding.under(f"/markings/{index}")


def barred_by(marking: Marking, request: Request) -> Iterator[Finding]:
    """What the caveats of one marking have against a release."""
    own = request.audience is Audience.ORIGINATING_AGENCY
    for number, caveat in enumerate(marking.caveats):
        place = f"/caveats/{number}"
        if caveat.countries and request.recipient.country not in caveat.countries:
            yield RELEASE_EYES_ONLY.at(place)
        if caveat.until is not None and request.at < caveat.until and not own:
            yield RELEASE_EMBARGO.at(place)
        controlled = caveat.code in (CaveatCode.ORIGINATOR_CONTROL, CaveatCode.THIRD_PARTY_RULE)
        if controlled and request.consent is None and not own:
            yield RELEASE_CONTROL.at(place)


def _is_from_elsewhere(request: Request) -> bool:
    """Whether another authority stands behind the product: as originator, in its number or in the one it replaces."""
    product, home = request.product, (request.territory.home, request.territory.agency)
    behind = [(one.country, one.authority) for one in (product.originator, product.urn, product.supersedes) if one]
    return any(one != home for one in behind)
