"""Goods: what is declared, what covers, what is hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, final

from attrs import field

from smir.entities.as_seen import AsSeen
from smir.entities.coded import Coded
from smir.entities.measure import is_mass, outweighs
from smir.entities.provenance import Provenance
from smir.entities.soundness import soundness
from smir.findings import Code, Finding, Severity
from smir.handling import Personal, Withheld
from smir.structure import record
from smir.values import CountryCode, HSCode, Id, Money, Quantity, Text

GOODS_MASS = Code(
    "GOODS-MASS",
    en="The net mass is greater than the gross mass. Check both; if the papers say so, it is an indicator.",
    fr="La masse nette dépasse la masse brute. Vérifiez les deux\u202f; si les documents l’indiquent, c’est un "
    "indicateur.",
    severity=Severity.WARNING,
)
GOODS_UNIT = Code(
    "GOODS-UNIT",
    en="A mass is expected here, in KGM or TNE; other amounts go into the member “quantity”.",
    fr="Une masse est attendue ici, en KGM ou TNE\u202f; les autres quantités vont dans le membre "
    "«\u00a0quantity\u00a0».",
)
GOODS_PACKAGES = Code(
    "GOODS-PACKAGES",
    en="The number of packages is zero or more.",
    fr="Le nombre de colis est supérieur ou égal à zéro.",
)
GOODS_UN_NUMBER = Code(
    "GOODS-UN-NUMBER",
    en="A UN number of dangerous goods is four digits, such as 1203.",
    fr="Un numéro ONU de marchandise dangereuse compte quatre chiffres, comme 1203.",
)
GOODS_PURITY = Code(
    "GOODS-PURITY",
    en="The purity is a percentage from 0 to 100, with the unit P1.",
    fr="La pureté est un pourcentage de 0 à 100, avec l’unité P1.",
)

_is_un_number = re.compile("[0-9]{4}", re.ASCII).fullmatch


class GoodsRole(Coded):
    """What goods are to the case; the list is ours.

    >>> GoodsRole.COVER_LOAD.label("fr")
    'marchandise de couverture'
    """

    DECLARED = "declared"
    COVER_LOAD = "cover-load"
    SUSPECTED = "suspected"
    FOUND = "found"


class ConcealmentMethod(Coded):
    """Where goods are hidden.

    Source: composed from public pages on customs seizure records; not the list of any organisation.

    >>> ConcealmentMethod.IN_FREIGHT.label("fr")
    'dans le fret'
    """

    IN_FREIGHT = "in-freight"
    IN_CONTAINER_STRUCTURE = "in-container-structure"
    IN_BAGGAGE = "in-baggage"
    ON_PERSON = "on-person"
    IN_BODY = "in-body"
    IN_CONVEYANCE = "in-conveyance"
    IN_MAIL = "in-mail"
    IN_PREMISES = "in-premises"
    NOT_CONCEALED = "not-concealed"
    OTHER = "other"


@final
@record(tag="goods")
class Goods:
    """One kind of goods, with what it is to the case.

    A hidden load and the load that covers it are two goods, joined by a :class:`Link` (*concealed in*).

    Args:
        role: Declared, cover load, suspected or found.
        description: What they are.
        hs: Code of the Harmonized System, or what was declared in its place.
        cen_heading: Commodity heading as the administration's own list codes it.
        quantity: How much, in the unit that fits them: pieces (``C62``), litres (``LTR``).
        gross_mass: Mass with packing.
        net_mass: Mass without packing.
        package_count: Number of packages.
        package_type: Code of the packing (UN/ECE Recommendation 21).
        shipping_marks: What stands on the packages; often a name, so it is personal data.
        value: What they are worth or declared at.
        origin: Country where they were made or grown.
        brand: Brand shown, genuine or not.
        species: Scientific name, for protected animals and plants.
        cites_appendix: Appendix of the Convention that lists the species.
        un_number: UN number of dangerous goods.
        purity: Share of the active substance, in percent (``P1``).
        concealment: Where they are hidden.
        concealment_detail: How they are hidden.
        provenance: Where single members come from.
        id: Identifier of the entity.

    Raises:
        smir.Invalid: ``GOODS-UNIT``, ``GOODS-PACKAGES``, ``GOODS-UN-NUMBER``, ``GOODS-PURITY``, ``ENTITY-EMPTY``,
            ``PROVENANCE-MEMBER``.

    Source: WCO Data Model, classes 23A, 65A, 93A, 12C; records of seizures and CITES illegal-trade reports.

    >>> pulp = Goods(role=GoodsRole.COVER_LOAD, hs=HSCode("081190"), gross_mass=Quantity.parse("21500 KGM"))
    >>> pulp
    Goods(role=cover-load, hs=081190, gross_mass=21500 KGM, id=...)
    """

    role: GoodsRole | None = None
    description: Text | Withheld | None = None
    hs: HSCode | AsSeen | None = None
    cen_heading: str | None = None
    quantity: Quantity | None = None
    gross_mass: Quantity | None = None
    net_mass: Quantity | None = None
    package_count: int | None = None
    package_type: str | None = None
    shipping_marks: Personal[str] | None = None
    value: Money | None = None
    origin: CountryCode | None = None
    brand: str | None = None
    species: str | None = None
    cites_appendix: Literal["I", "II", "III"] | None = None
    un_number: str | None = None
    purity: Quantity | None = None
    concealment: ConcealmentMethod | None = None
    concealment_detail: Text | Withheld | None = None
    provenance: tuple[Provenance, ...] = ()
    id: Id = field(factory=Id.random)

    def rules(self) -> Iterator[Finding]:
        """Check masses, counts, purity and the number of dangerous goods."""
        yield from soundness(self, "description", "hs", "cen_heading", "brand", "species", "un_number")
        for name, mass in (("gross_mass", self.gross_mass), ("net_mass", self.net_mass)):
            if mass is not None and not is_mass(mass):
                yield GOODS_UNIT.at(f"/{name}")
        if outweighs(self.net_mass, self.gross_mass):
            yield GOODS_MASS.at("/net_mass")
        if self.package_count is not None and self.package_count < 0:
            yield GOODS_PACKAGES.at("/package_count")
        if self.un_number is not None and not _is_un_number(self.un_number):
            yield GOODS_UN_NUMBER.at("/un_number")
        if self.purity is not None and not (self.purity.unit == "P1" and 0 <= self.purity.value <= 100):
            yield GOODS_PURITY.at("/purity")
