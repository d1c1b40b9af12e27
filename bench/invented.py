"""The invented alert that the groups measure: about 1.5 KB of canonical JSON."""

from __future__ import annotations

import smir

OFFICE = smir.Office(country="FR", authority="DGDDI", contact="duty-desk@customs.example")
SUSPECT = smir.Id("5f9ef1a3-7b2c-4d0e-9c55-0c6f3a1b2d4e")
VESSEL = smir.Id("0d3f7f2e-0c1a-4f53-8b7c-6f2f8f1f5a11")
CONTAINER = smir.Id("b3c1f9c4-9a53-4a0e-a7ab-2b1f5ad2c6f2")
WANTED = smir.criterion("commodity_code LIKE '0805%' AND gross_mass > 1000")
LINK = smir.Id("1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d")
FACT = smir.Id("e7f8c9b2-1d2e-4f3a-8b4c-5d6e7f8a9b0c")


def alert() -> smir.Alert:
    """Make it as a targeting system would: everything anew."""
    return smir.Alert(
        level=smir.Level.TACTICAL,
        title=smir.Text(en="Cocaine among fresh citrus fruit", fr="Cocaïne dans des agrumes frais"),
        grade=OFFICE.grade("B21"),
        valid=smir.Period.days(30),
        purposes=(smir.Purpose.DETECT,),
        legal_basis=smir.Text(en="Customs Code, Art. 65"),
        items=(
            smir.Item(
                id=FACT,
                kind=smir.StatementKind.FACT,
                text=smir.Text(en="Two boxes were heavier than their fruit.", fr="Deux colis étaient trop lourds."),
                as_of=smir.Instant.parse("2026-05-28T06:00:00Z"),
                concerns=(CONTAINER,),
            ),
        ),
        entities=(
            smir.Person(
                id=SUSPECT,
                subject=smir.DataSubject.SUSPECT,
                name="Ignatius Invented",
                birth_date=smir.PartialDate("1975-03"),
            ),
            smir.Vessel(id=VESSEL, name="INVENTED STAR", imo=smir.IMONumber("9074729"), flag=smir.CountryCode("PA")),
            smir.Container(id=CONTAINER, number=smir.ContainerNumber("CSQU3054383"), size_type="45R1"),
        ),
        links=(smir.Link(id=LINK, source=SUSPECT, target=CONTAINER, kind=smir.LinkKind.USES),),
        threat_commodities=(smir.HSCode("2939"),),
        action_requested=smir.Text(en="Examine before release.", fr="Contrôler avant mainlevée."),
        criteria=WANTED,
        contact="duty-desk@customs.example",
    )
