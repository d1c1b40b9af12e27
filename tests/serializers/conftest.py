"""One story to send: an alert with a person in it, as its office keeps it and as a partner may have it."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from smir.entities import Container, Link, LinkKind, Person
from smir.handling import DataSubject, Marking, Purpose
from smir.office import Office
from smir.products import Alert, Attachment, Item, Level, StatementKind
from smir.release import Recipient, RecipientKind, Released
from smir.serializers import Registry, dumps
from smir.values import ContainerNumber, CountryCode, Id, Instant, PartialDate, Period, Text

#: The packages in there are found through their metadata, as installed ones are.
PLUGIN = Path(__file__).parent / "plugin"
collect_ignore = ["plugin"]

#: Stands for a name; nothing that leaves without permission may hold it.
CANARY = "Canarina Invented-7f3a"


@pytest.fixture(scope="session")
def office() -> Office:
    return Office(country="FR", authority="DGDDI", clock=lambda: Instant.parse("2026-06-01T10:00:00Z"))


@pytest.fixture(scope="session")
def alert(office: Office) -> Alert:
    suspect = Person(
        id=Id.derived("https://customs.example", "suspect"),
        subject=DataSubject.SUSPECT,
        name=CANARY,
        birth_date=PartialDate("1975-03"),
    )
    container = Container(id=Id.derived("https://customs.example", "box"), number=ContainerNumber("CSQU3054383"))
    made = Alert(
        level=Level.TACTICAL,
        title=Text(en="Hold one container", fr="Retenir un conteneur"),
        grade=office.grade("B21"),
        valid=Period.days(30),
        markings=(Marking.parse("TLP:AMBER"),),
        legal_basis=Text(en="Customs Code, Art. 65"),
        purposes=(Purpose.DETECT,),
        items=(
            Item(
                id=Id.derived("https://customs.example", "item"),
                kind=StatementKind.FACT,
                text=Text(en=f"{CANARY} asked for it twice."),
                concerns=(suspect.id,),
            ),
            Item(
                id=Id.derived("https://customs.example", "second item"),
                kind=StatementKind.FACT,
                text=Text(en="The container has not been collected."),
                concerns=(container.id,),
            ),
        ),
        entities=(suspect, container),
        links=(
            Link(
                id=Id.derived("https://customs.example", "link"),
                source=suspect.id,
                target=container.id,
                kind=LinkKind.USES,
            ),
        ),
        attachments=(
            Attachment(
                id=Id.derived("https://customs.example", "scan"),
                name="scan.png",
                media_type="image/png",
                size=4,
                sha256="0" * 64,
            ),
        ),
        action_requested=Text(en="Do not hand it over."),
        contact="duty-desk@customs.example",
        feedback_requested=True,
    )
    return office.issue(made)


@pytest.fixture
def whole(office: Office, alert: Alert) -> Released[Alert]:
    """The alert as its office keeps it, with everything in it."""
    return office.release(alert, to=office.itself)


@pytest.fixture
def partners(office: Office, alert: Alert) -> Released[Alert]:
    """The alert as a customs partner may have it, without the person."""
    partner = Recipient(
        country=CountryCode("BE"), authority="AGDA", kind=RecipientKind.CUSTOMS, purposes=(Purpose.DETECT,)
    )
    return office.release(alert, to=partner)


@pytest.fixture
def plain(whole: Released[Alert]) -> Any:
    """The whole document as plain JSON values, to be changed by a test."""
    return json.loads(dumps(whole))


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Iterator[Registry]:
    """The formats of the house and of the example package."""
    monkeypatch.syspath_prepend(str(PLUGIN))
    monkeypatch.delenv("SMIR_PLUGINS", raising=False)
    importlib.invalidate_caches()
    yield Registry.discover()
    for name in [name for name in sys.modules if name.partition(".")[0] == "example_formats"]:
        del sys.modules[name]
