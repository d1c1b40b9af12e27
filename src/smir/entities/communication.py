"""A means of communication: a number, an address or a device by which someone is reached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import final

from attrs import field

from smir.entities.coded import Coded
from smir.entities.provenance import Provenance
from smir.entities.soundness import soundness
from smir.findings import Code, Finding, Severity
from smir.handling import Personal
from smir.structure import record
from smir.values import CountryCode, Id, Instant, Text

COMMUNICATION_PHONE = Code(
    "COMMUNICATION-PHONE",
    en="A telephone number is written in international form: a plus sign and up to 15 digits, without spaces.",
    fr="Un numéro de téléphone s’écrit sous forme internationale\u00a0: un signe plus et au plus 15 chiffres, sans "
    "espaces.",
    severity=Severity.WARNING,
)
COMMUNICATION_DEVICE = Code(
    "COMMUNICATION-DEVICE",
    en="A device or subscriber number (IMEI, IMSI) is 14 to 16 digits. Check it.",
    fr="Un numéro d’appareil ou d’abonné (IMEI, IMSI) compte 14 à 16 chiffres. Vérifiez-le.",
    severity=Severity.WARNING,
)
COMMUNICATION_TIMES = Code(
    "COMMUNICATION-TIMES",
    en="It was last seen before it was first seen. Check both times.",
    fr="La dernière observation précède la première. Vérifiez les deux dates.",
)

_is_phone = re.compile(r"\+[1-9][0-9]{3,14}", re.ASCII).fullmatch
_is_device = re.compile("[0-9]{14,16}", re.ASCII).fullmatch


class CommunicationKind(Coded):
    """By what means someone is reached; the list is ours.

    >>> CommunicationKind.SATELLITE_PHONE.label("fr")
    'numéro de téléphone par satellite'
    """

    PHONE = "phone"
    SATELLITE_PHONE = "satellite-phone"
    EMAIL = "email"
    MESSAGING = "messaging"
    SOCIAL_MEDIA = "social-media"
    WEBSITE = "website"
    IP_ADDRESS = "ip-address"
    IMEI = "imei"
    IMSI = "imsi"
    RADIO = "radio"
    TRACKER = "tracker"
    POST = "post"
    OTHER = "other"


@final
@record(tag="communication")
class Communication:
    """A number, address, account or device, whoever uses it.

    It is an entity because one telephone may serve several people, and several people may turn out to share one. Who
    uses it is said by :class:`Link` (*uses*).

    Args:
        kind: By what means.
        address: The number, address or account itself: personal data, even while nobody knows whose.
        service: Name of the network, application or site.
        country: Country it belongs to.
        first_seen: When it was first seen in use.
        last_seen: When it was last seen in use.
        notes: Whatever else concerns it; may name persons.
        provenance: Where single members come from.
        id: Identifier of the entity.

    Raises:
        smir.Invalid: ``COMMUNICATION-TIMES``, ``ENTITY-EMPTY``, ``PROVENANCE-MEMBER``.

    Source: WCO Data Model, class 25A (elements 240, 253); kinds ours.

    >>> Communication(kind=CommunicationKind.EMAIL, address="nobody@invented.example")
    Communication(kind=email, id=...)
    """

    kind: CommunicationKind
    address: Personal[str]
    service: str | None = None
    country: CountryCode | None = None
    first_seen: Instant | None = None
    last_seen: Instant | None = None
    notes: Personal[Text] | None = None
    provenance: tuple[Provenance, ...] = ()
    id: Id = field(factory=Id.random)

    def rules(self) -> Iterator[Finding]:
        """Ask for the international form of numbers, and for times in order."""
        yield from soundness(self)
        if isinstance(self.address, str):
            if self.kind in _PHONES and not _is_phone(self.address):
                yield COMMUNICATION_PHONE.at("/address")
            if self.kind in _DEVICES and not _is_device(self.address):
                yield COMMUNICATION_DEVICE.at("/address")
        if self.first_seen is not None and self.last_seen is not None and self.last_seen < self.first_seen:
            yield COMMUNICATION_TIMES.at("/last_seen")


_PHONES = (CommunicationKind.PHONE, CommunicationKind.SATELLITE_PHONE)
_DEVICES = (CommunicationKind.IMEI, CommunicationKind.IMSI)
