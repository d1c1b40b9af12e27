"""The invented case that the demo tells: two alerts of one office, and those who ask for them."""

from __future__ import annotations

from types import MappingProxyType

from smir.criteria import criterion
from smir.entities import Container, Goods, Link, LinkKind, Person, Place, Provenance, RouteLeg, Vessel
from smir.findings import Words
from smir.handling import DataSubject, Marking, Purpose
from smir.office import Office
from smir.products import Alert, AlertSubType, Item, Level, Precedence, StatementKind
from smir.release import Recipient, RecipientKind
from smir.values import ContainerNumber, CountryCode, HSCode, IMONumber, Instant, PartialDate, Period, Text, UNLocode


def desk() -> Office:
    """The office that issues."""
    return Office(country="FR", authority="DGDDI", unit="DNRED", contact="duty-desk@dnred.example")


def first_alert(office: Office) -> Alert:
    """An alert on cocaine in citrus fruit, with a person, a vessel, a container, goods, a route and a criterion."""
    suspect = Person(
        subject=DataSubject.SUSPECT,
        name="Ignatius Exemplar",
        birth_date=PartialDate("1975-03"),
        phones=("+33 0 00 00 00 00",),
    )
    vessel = Vessel(name="INVENTED STAR", imo=IMONumber("9074729"), flag=CountryCode("PA"))
    container = Container(number=ContainerNumber("CSQU3054383"), size_type="45R1")
    goods = Goods(description=Text(en="Fresh limes", fr="Limes fraîches"), hs=HSCode("080550"))
    loading = Place(name="Port of loading", unlocode=UNLocode("ILASH"), country=CountryCode("IL"))
    discharge = Place(name="Le Havre", unlocode=UNLocode("FRLEH"), country=CountryCode("FR"))
    leg = RouteLeg(from_place=loading.id, to_place=discharge.id, mode="1", conveyance=vessel.id)
    seen = Item(
        kind=StatementKind.FACT,
        text=Text(
            en="Two boxes of one consignment were heavier than their fruit.",
            fr="Deux colis d’un envoi pesaient plus que leurs fruits.",
        ),
        provenance=Provenance(member="", source="R-0042", as_of=Instant.parse("2026-05-28T06:00:00Z")),
        concerns=(container.id, goods.id),
    )
    arranged = Item(
        kind=StatementKind.ASSESSMENT,
        text=Text(
            en="Ignatius Exemplar is said to arrange the collection.",
            fr="Ignatius Exemplar organiserait l’enlèvement.",
        ),
        grade=office.grade("C31"),
        concerns=(suspect.id,),
    )
    return Alert(
        level=Level.TACTICAL,
        sub_type=AlertSubType.CONCEALMENT,
        title=Text(en="Cocaine among fresh citrus fruit by sea", fr="Cocaïne dans des agrumes frais par voie maritime"),
        grade=office.grade("B21"),
        precedence=Precedence.PRIORITY,
        valid=Period.days(30),
        markings=(Marking.parse("TLP:AMBER+STRICT"),),
        purposes=(Purpose.DETECT, Purpose.INVESTIGATE),
        legal_basis=Text(en="Customs Code, Art. 65", fr="Code des douanes, art. 65"),
        items=(seen, arranged),
        entities=(suspect, vessel, container, goods, loading, discharge, leg),
        links=(
            Link(source=suspect.id, target=container.id, kind=LinkKind.USES),
            Link(source=container.id, target=vessel.id, kind=LinkKind.TRANSPORTED_ON),
        ),
        threat_commodities=(HSCode("2939"),),
        mode="1",
        concealment=Text(en="Among the fruit, in the middle rows.", fr="Parmi les fruits, dans les rangs du milieu."),
        action_requested=Text(
            en="Examine before release; weigh every pallet.",
            fr="Contrôler avant mainlevée\u202f; peser chaque palette.",
        ),
        criteria=criterion("commodity_code LIKE '0805%' AND transport_mode = '1' AND gross_mass > 1000"),
        feedback_requested=True,
        contact=office.contact,
    )


def second_alert(office: Office) -> Alert:
    """An alert for a carrier: handling code 2, with conditions and who authorised it."""
    driver = Person(subject=DataSubject.SUSPECT, name="Ignatius Exemplar")
    container = Container(number=ContainerNumber("CSQU3054383"))
    return Alert(
        level=Level.TACTICAL,
        sub_type=AlertSubType.CONSIGNMENT,
        title=Text(en="Hold one refrigerated container", fr="Retenir un conteneur frigorifique"),
        grade=office.grade(
            "B22",
            conditions=Text(
                en="For the security desk only. Not to be told to the consignee.",
                fr="Pour le service de sûreté seulement. À ne pas révéler au destinataire.",
            ),
            authoriser="Duty officer 7",
        ),
        valid=Period.days(7),
        markings=(Marking.parse("TLP:AMBER"),),
        purposes=(Purpose.DETECT,),
        legal_basis=Text(en="Customs Code, Art. 65", fr="Code des douanes, art. 65"),
        items=(
            Item(
                kind=StatementKind.FACT,
                text=Text(en="The container has not been collected.", fr="Le conteneur n’a pas été enlevé."),
                concerns=(container.id,),
            ),
            Item(
                kind=StatementKind.FACT,
                text=Text(en="Ignatius Exemplar asked for it twice.", fr="Ignatius Exemplar l’a demandé deux fois."),
                concerns=(driver.id, container.id),
            ),
        ),
        entities=(driver, container),
        links=(Link(source=driver.id, target=container.id, kind=LinkKind.USES),),
        action_requested=Text(
            en="Do not hand the container over; call the desk.",
            fr="Ne pas remettre le conteneur\u202f; appeler le service.",
        ),
        contact=office.contact,
    )


PARTNER = Recipient(country=CountryCode("BE"), authority="AGDA", kind=RecipientKind.CUSTOMS, purposes=(Purpose.DETECT,))
CARRIER = Recipient(
    country=CountryCode("FR"), authority="CARRIER-1", kind=RecipientKind.CARRIER, purposes=(Purpose.DETECT,)
)
ELSEWHERE = Recipient(
    country=CountryCode("BR"), authority="CUSTOMS", kind=RecipientKind.CUSTOMS, purposes=(Purpose.DETECT,)
)

#: Who asks, in words.
NAMES = MappingProxyType(
    {
        "own": Words("originating unit", "service d’origine"),
        "partner": Words("customs in the trusted area", "douane de la zone de confiance"),
        "carrier": Words("private carrier", "transporteur privé"),
        "elsewhere": Words("customs elsewhere", "douane hors zone de confiance"),
    }
)
