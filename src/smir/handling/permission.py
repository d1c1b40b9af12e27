"""Permission: whether a handling code lets an audience have the material, and what has to be there before it does."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import final

from attrs import field, frozen

from smir.findings import Code, Finding, Words
from smir.handling.audience import Audience
from smir.handling.handling import Handling
from smir.handling.need import Need
from smir.handling.scheme import HandlingScheme
from smir.handling.table import cell, rows, words
from smir.values import Text

PERMISSION_AUDIENCE = Code(
    "PERMISSION-AUDIENCE",
    en="Handling code {code} ({scheme}) does not allow a release to: {audience}.",
    fr="Le code de traitement {code} ({scheme}) n’autorise pas la communication à\u00a0: {audience}.",
)
PERMISSION_ORIGINATOR = Code(
    "PERMISSION-ORIGINATOR",
    en="Refer the recipient to the originator, or ask the originator for another handling code.",
    fr="Renvoyez le destinataire à l’émetteur, ou demandez à celui-ci un autre code de traitement.",
)
PERMISSION_CONDITIONS = Code(
    "PERMISSION-CONDITIONS",
    en="The handling code asks for written conditions, and there are none. Write them in “conditions”.",
    fr="Le code de traitement demande des conditions écrites et il n’y en a pas. Écrivez-les dans "
    "«\u00a0conditions\u00a0».",
)
PERMISSION_NAMED_AUDIENCE = Code(
    "PERMISSION-NAMED-AUDIENCE",
    en="The conditions do not name this audience: {audience}. Name it in “named_audiences” if they cover it.",
    fr="Les conditions ne désignent pas ce type de destinataire\u00a0: {audience}. Désignez-le dans "
    "«\u00a0named_audiences\u00a0» si elles le visent.",
)
PERMISSION_ACCEPTANCE = Code(
    "PERMISSION-ACCEPTANCE",
    en="The recipient has not accepted the conditions. Obtain its acceptance before the release.",
    fr="Le destinataire n’a pas accepté les conditions. Obtenez son acceptation avant la communication.",
)
PERMISSION_AUTHORISER = Code(
    "PERMISSION-AUTHORISER",
    en="The handling code asks who authorises the release. Name a role or service number in “authoriser”.",
    fr="Le code de traitement demande qui autorise la communication. Indiquez une fonction ou un matricule dans "
    "«\u00a0authoriser\u00a0».",
)
PERMISSION_RECORD = Code(
    "PERMISSION-RECORD",
    en="The release must be recorded with its recipient, and no record is kept. Give the register.",
    fr="La communication doit être consignée avec son destinataire et aucune trace n’est gardée. Fournissez le "
    "registre.",
)
PERMISSION_RECIPIENT = Code(
    "PERMISSION-RECIPIENT",
    en="Only the offices or units named in “recipients” may have it, and this recipient is none of them.",
    fr="Seuls les bureaux ou unités désignés dans «\u00a0recipients\u00a0» peuvent le recevoir et ce destinataire n’en "
    "est pas.",
)
PERMISSION_REASON = Code(
    "PERMISSION-REASON",
    en="The handling code asks for the reason of the restriction. Write it in “reason”.",
    fr="Le code de traitement demande le motif de la restriction. Écrivez-le dans «\u00a0reason\u00a0».",
)
PERMISSION_REVIEW = Code(
    "PERMISSION-REVIEW",
    en="The handling code asks for a review date. Set “review_by”.",
    fr="Le code de traitement demande une date de réexamen. Renseignez «\u00a0review_by\u00a0».",
)
PERMISSION_OFFICER = Code(
    "PERMISSION-OFFICER",
    en="Only the officer who authorised the collection may pass it on. Let that officer release it.",
    fr="Seul l’agent qui a autorisé le recueil peut le transmettre. Faites-le communiquer par cet agent.",
)

#: What a permission is looked up by: form, code and audience.
Cell = tuple[HandlingScheme, str, Audience]

#: For each need the finding where it is not met, and the member of the handling it concerns.
_UNMET = MappingProxyType(
    {
        Need.CONDITIONS: (PERMISSION_CONDITIONS, "/conditions"),
        Need.CONDITIONS_NAME_AUDIENCE: (PERMISSION_NAMED_AUDIENCE, "/named_audiences"),
        Need.CONDITIONS_ACCEPTED: (PERMISSION_ACCEPTANCE, "/conditions"),
        Need.AUTHORISER: (PERMISSION_AUTHORISER, "/authoriser"),
        Need.RECORD: (PERMISSION_RECORD, ""),
        Need.NAMED_RECIPIENT: (PERMISSION_RECIPIENT, "/recipients"),
        Need.REASON: (PERMISSION_REASON, "/reason"),
        Need.REVIEW_DATE: (PERMISSION_REVIEW, "/review_by"),
        Need.AUTHORISING_OFFICER: (PERMISSION_OFFICER, ""),
        Need.REFER_TO_ORIGINATOR: (PERMISSION_ORIGINATOR, "/originator_contact"),
    }
)


@final
@frozen
class Permission:
    """What a handling code says of one audience.

    Args:
        audience: Whom it speaks of.
        allowed: Whether the audience may have the material at all.
        needs: What has to be there first; where it is not allowed, what to do instead.
        basis: Why, in words.
    """

    audience: Audience
    allowed: bool
    needs: tuple[Need, ...]
    basis: Text


def _kept(cells: Mapping[Cell, Permission]) -> Mapping[Cell, Permission]:
    return MappingProxyType(dict(cells))


@final
@frozen(repr=False)
class PermissionTable:
    """Audience by handling code, for one administration; what it does not hold is refused.

    Args:
        cells: The permission for each form, code and audience.

    >>> handling = Handling(scheme=HandlingScheme.UNVERSIONED, code="1")
    >>> PermissionTable({}).permission(handling, Audience.ORIGINATING_AGENCY).allowed
    False
    """

    cells: Mapping[Cell, Permission] = field(converter=_kept)

    @staticmethod
    @cache
    def published() -> PermissionTable:
        """The table that comes with the house (``data/audiences.toml``)."""
        return PermissionTable(dict(_published()))

    def permission(self, handling: Handling, audience: Audience) -> Permission:
        """What the table says, or a refusal where it says nothing."""
        found = self.cells.get((handling.scheme, handling.code, audience))
        return Permission(audience, False, (), _silent()) if found is None else found

    def __repr__(self) -> str:
        return f"<PermissionTable {len(self.cells)} cells>"


def permission(handling: Handling, audience: Audience, *, table: PermissionTable | None = None) -> Permission:
    """Whether a handling code lets an audience have the material, and what has to be there first.

    It says what the code allows, not whether the needs are met; :func:`refusals` says that.

    Args:
        handling: The handling code with its form.
        audience: Whom the recipient belongs to.
        table: Another administration's table; the published one by default.

    Source: table of audiences (``data/audiences.toml``), rows ``permission``.

    >>> given = permission(Handling(scheme=HandlingScheme.MOPI, code="2"), Audience.HOME_OTHER)
    >>> given.allowed, [need.label() for need in given.needs]
    (True, ['written conditions', 'an authoriser', 'a record of the release'])
    >>> permission(Handling(scheme=HandlingScheme.MOPI, code="1"), Audience.HOME_OTHER).allowed
    False
    """
    return (table or PermissionTable.published()).permission(handling, audience)


def refusals(
    handling: Handling,
    audience: Audience,
    *,
    recipient: str | None = None,
    met: Collection[Need] = (),
    table: PermissionTable | None = None,
) -> tuple[Finding, ...]:
    """Every reason why this handling keeps the material from a recipient; none means that it may go.

    What the handling itself says is read from it. A withheld text or authoriser counts as not there: whoever passes the
    material on must be able to state it.

    Args:
        handling: The handling code with what its form says; findings point into it.
        audience: Whom the recipient belongs to.
        recipient: Its office or unit, as the form would name it.
        met: What the act of release takes care of: a record, accepted conditions, the authorising officer.
        table: Another administration's table; the published one by default.

    >>> handling = Handling(scheme=HandlingScheme.MOPI, code="2", authoriser="Duty officer 7")
    >>> refusals(handling, Audience.HOME_OTHER, met={Need.RECORD})
    (<Finding PERMISSION-CONDITIONS error at /conditions>,)
    """
    given = permission(handling, audience, table=table)
    unmet = [need for need in given.needs if not is_met(need, handling, audience, recipient=recipient, met=met)]
    return tuple(_findings(given, unmet, handling))


def is_met(need: Need, handling: Handling, audience: Audience, *, recipient: str | None, met: Collection[Need]) -> bool:
    """Whether one need is met, by what the handling says or by the act of release."""
    match need:
        case Need.CONDITIONS:
            return isinstance(handling.conditions, Text)
        case Need.CONDITIONS_NAME_AUDIENCE:
            return audience in handling.named_audiences
        case Need.AUTHORISER:
            return isinstance(handling.authoriser, str)
        case Need.NAMED_RECIPIENT:
            return recipient is not None and recipient in handling.recipients
        case Need.REASON:
            return isinstance(handling.reason, Text)
        case Need.REVIEW_DATE:
            return handling.review_by is not None
    return need in met


def _findings(given: Permission, unmet: list[Need], handling: Handling) -> Iterator[Finding]:
    audience = Words(given.audience.label("en"), given.audience.label("fr"))
    if not given.allowed:
        yield PERMISSION_AUDIENCE.at("/code", code=handling.code, scheme=handling.scheme.value, audience=audience)
    for need in unmet:
        code, path = _UNMET[need]
        yield code.at(path, audience=audience) if need is Need.CONDITIONS_NAME_AUDIENCE else code.at(path)


def _published() -> Iterator[tuple[Cell, Permission]]:
    for row in rows("handling", "audiences", "permission"):
        audience = Audience(cell(row, "audience"))
        needs = tuple(Need(code) for code in words(row, "needs"))
        given = Permission(audience, cell(row, "allowed") == "yes", needs, Text(dict(row.labels)))
        for scheme in words(row, "schemes"):
            yield (HandlingScheme(scheme), row.code, audience), given


@cache
def _silent() -> Text:
    return Text(
        en="The table of audiences says nothing of this case, so it is refused.",
        fr="La table des destinataires ne dit rien de ce cas\u00a0: il est donc refusé.",
    )
