"""A link: what one entity has to do with another, with its own grade and period."""

from __future__ import annotations

from collections.abc import Iterator
from typing import final

from attrs import field

from smir.entities.coded import Coded
from smir.entities.provenance import Provenance
from smir.entities.reference import Reference
from smir.entities.soundness import soundness
from smir.findings import Code, Finding
from smir.grading import Grade
from smir.handling import Withheld
from smir.handling.table import cell
from smir.structure import record
from smir.values import Id, Period, Text

LINK_SELF = Code(
    "LINK-SELF",
    en="A link joins two entities, and this one joins an entity to itself. Correct source or target.",
    fr="Un lien unit deux entités, et celui-ci relie une entité à elle-même. Corrigez la source ou la cible.",
)
LINK_PERIOD = Code(
    "LINK-PERIOD",
    en="A link holds between two instants, of which one may be open; a number of days says not when. Use Period.since, "
    "Period.until or Period.between.",
    fr="Un lien vaut entre deux instants, dont l’un peut être ouvert\u202f; un nombre de jours ne dit pas quand. "
    "Utilisez Period.since, Period.until ou Period.between.",
)


class LinkKind(Coded):
    """What one entity is to another, read from source to target: *source* ``OWNER`` *target* is *source owns target*.

    The list is ours: no published list covers the relations of trade, transport and crime together. Labels for both
    directions stand in ``data/link-kind.toml``.

    >>> LinkKind.OWNER.label(), LinkKind.OWNER.inverse_label("fr")
    ('owns', 'appartient à')
    """

    OWNER = "owner"
    BENEFICIAL_OWNER = "beneficial-owner"
    DIRECTOR = "director"
    MEMBER = "member"
    EMPLOYEE = "employee"
    AGENT = "agent"
    SUCCESSOR = "successor"
    ASSOCIATE = "associate"
    RELATIVE = "relative"
    COMMUNICATES_WITH = "communicates-with"
    FINANCES = "finances"
    SUPPLIER = "supplier"
    CONSIGNOR = "consignor"
    CONSIGNEE = "consignee"
    IMPORTER = "importer"
    EXPORTER = "exporter"
    BUYER = "buyer"
    SELLER = "seller"
    NOTIFY_PARTY = "notify-party"
    DECLARANT = "declarant"
    CARRIER = "carrier"
    MANUFACTURER = "manufacturer"
    OPERATOR = "operator"
    CHARTERER = "charterer"
    MASTER = "master"
    CREW = "crew"
    DRIVER = "driver"
    PASSENGER = "passenger"
    ESCORTS = "escorts"
    MEETS = "meets"
    USES = "uses"
    RESIDES_AT = "resides-at"
    LOCATED_AT = "located-at"
    VISITS = "visits"
    TRANSPORTED_ON = "transported-on"
    CONTAINS = "contains"
    CONCEALED_IN = "concealed-in"
    STUFFED_AT = "stuffed-at"
    LOADED_AT = "loaded-at"
    DISCHARGED_AT = "discharged-at"
    ORIGINATES_IN = "originates-in"
    DESTINED_FOR = "destined-for"
    COVERS = "covers"
    ISSUER = "issuer"
    MENTIONS = "mentions"
    SAME_AS = "same-as"
    POSSIBLY_SAME_AS = "possibly-same-as"
    RELATED_TO = "related-to"

    def inverse_label(self, language: str = "en") -> str:
        """The relation read from target to source, in French (``"fr"``) or English."""
        return self._column("inverse_fr" if language == "fr" else "inverse_en")

    @property
    def is_symmetric(self) -> bool:
        """Whether source and target may change places without a change of meaning.

        >>> LinkKind.SAME_AS.is_symmetric, LinkKind.DIRECTOR.is_symmetric
        (True, False)
        """
        return self._column("symmetric") == "yes"

    def _column(self, name: str) -> str:
        return cell(self.code_list().row(self.value).require(), name)


@final
@record(tag="link")
class Link:
    """What one entity is to another.

    A link is a statement like any other: it has its own grade, and holds for its own period. A release that withholds
    one of its ends withholds the link.

    Args:
        source: The entity of which something is said.
        target: The other one.
        kind: What the source is to the target.
        grade: Grade of this statement, where it differs from that of the product.
        period: From when to when it holds; one side may be open.
        description: More about it, in words that name nobody.
        provenance: Where it comes from.
        id: Identifier of the link.

    Raises:
        smir.Invalid: ``LINK-SELF``, ``LINK-PERIOD``, ``PROVENANCE-MEMBER``.

    Source: kinds of relation ours (``data/link-kind.toml``).

    >>> link = Link(source=Id.random(), kind=LinkKind.MASTER, target=Id.random(), grade=Grade.parse("C31"))
    >>> link.kind.label("fr")
    'est le commandant de'
    """

    source: Reference
    target: Reference
    kind: LinkKind
    grade: Grade | None = None
    period: Period | None = None
    description: Text | Withheld | None = None
    provenance: tuple[Provenance, ...] = ()
    id: Id = field(factory=Id.random)

    def rules(self) -> Iterator[Finding]:
        """Refuse a link from an entity to itself, and a period that does not say when."""
        yield from soundness(self)
        if self.source == self.target:
            yield LINK_SELF.at("/target")
        if self.period is not None and self.period.is_relative:
            yield LINK_PERIOD.at("/period")
