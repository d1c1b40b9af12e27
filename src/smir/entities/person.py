"""A natural person, of whom every member is personal data."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import final

from attrs import field

from smir.entities.address import Address
from smir.entities.as_seen import AsSeen
from smir.entities.coded import Coded
from smir.entities.identifier import Identifier
from smir.entities.identity_document import IdentityDocument
from smir.entities.offence import Offence
from smir.entities.provenance import Provenance
from smir.entities.soundness import soundness
from smir.findings import Code, Finding, Severity
from smir.handling import (
    BiometricData,
    DataSubject,
    EthnicData,
    GeneticData,
    HealthData,
    Personal,
    PersonalData,
    PoliticalData,
    ReligiousData,
    SexLifeData,
    TradeUnionData,
    Withheld,
)
from smir.structure import record
from smir.structure.shape import marks, shape
from smir.values import EORI, IBAN, CountryCode, Id, PartialDate, Text

PERSON_UNCLASSIFIED = Code(
    "PERSON-UNCLASSIFIED",
    en="Nobody has said yet what this person is to the case. Say it soon: suspects, witnesses and victims must be told "
    "apart.",
    fr="Personne n’a encore dit ce que cette personne est pour l’affaire. Dites-le sans tarder\u00a0: suspects, "
    "témoins et victimes doivent être distingués.",
    severity=Severity.WARNING,
)
PERSON_SPECIAL = Code(
    "PERSON-SPECIAL",
    en="This is a special category of personal data. Keep it only where it is strictly necessary and the law says so.",
    fr="Ceci relève d’une catégorie particulière de données. Ne le conservez que si c’est strictement nécessaire et "
    "prévu par la loi.",
    severity=Severity.NOTE,
)
PERSON_HEIGHT = Code(
    "PERSON-HEIGHT",
    en="The height is in whole centimetres, from {lowest} to {highest}.",
    fr="La taille est en centimètres entiers, de {lowest} à {highest}.",
)

_LOWEST_CM, _HIGHEST_CM = 30, 275


class Sex(Coded):
    """Sex as identity papers code it.

    Source: ISO/IEC 5218.

    >>> Sex.NOT_KNOWN.value, Sex.FEMALE.label("fr")
    ('0', 'féminin')
    """

    NOT_KNOWN = "0"
    MALE = "1"
    FEMALE = "2"
    NOT_APPLICABLE = "9"


class SafetyWarning(Coded):
    """What an officer must know before meeting a person.

    Warnings about illness are health data and stand in ``health``.

    Source: warning codes of the Customs Information System (Regulation (EC) 515/97).

    >>> SafetyWarning.ARMED.label("fr")
    'armé'
    """

    ARMED = "armed"
    VIOLENT = "violent"
    ESCAPE = "escape"


@final
@record(tag="person")
class Person:
    """A natural person: suspect, witness, declarant, officer.

    Every member that describes the person is marked as personal data, the special categories each by their own mark, so
    a release can withhold them one by one. The special categories have members because what has no place of its own
    ends in a free text, where no release can see what it is. Whom a person knows, works for or sails with is said by
    :class:`Link`, which has its own grade and period.

    Args:
        subject: What the person is to the case; the law asks for it.
        role: What the person does in the case, in words that name nobody.
        name: The whole name, in the order in which the person uses it.
        family_name: The part the family shares.
        given_names: The other part.
        birth_name: The name at birth, where it differs.
        native_name: The whole name in the script of the person's own papers.
        former_names: Names borne earlier.
        aliases: Other names used, nicknames, other spellings.
        birth_date: As far as known.
        birth_place: Town.
        birth_country: Country of birth.
        nationalities: Countries whose nationality the person has.
        sex: ISO/IEC 5218.
        languages: Languages spoken, as tags such as ``fr``: which interpreter is needed.
        occupation: Trade or profession.
        residences: Where the person lives or lived.
        phones: Telephone numbers in international form, ``+`` first.
        emails: E-mail addresses.
        accounts: Bank accounts.
        eori: Registration number of an economic operator.
        identity_documents: Papers that say who the person is.
        identifiers: Numbers under which registers know the person.
        height_cm: Height in centimetres.
        description: What the person looks like.
        distinguishing_marks: What does not change: scars, tattoos.
        safety_warnings: What an officer must know first.
        offences: Offences with how far each is established.
        health: What an officer must know of the person's health.
        biometric_reference: Where fingerprints or a face template are kept; never the template itself.
        genetic_reference: Where a DNA profile is kept; never the profile itself.
        ethnic_origin: Racial or ethnic origin.
        political_opinions: Political opinions.
        religion: Religious or philosophical beliefs.
        trade_union: Trade-union membership.
        sex_life: Sex life or sexual orientation.
        notes: Whatever else concerns the person.
        provenance: Where single members come from.
        id: Identifier of the entity; drawn at random, never derived from the person.

    Raises:
        smir.Invalid: ``PERSON-HEIGHT``, ``ENTITY-EMPTY``, ``PROVENANCE-MEMBER``.

    Source: Regulation (EU) 2016/794, Annex II; Regulation (EC) 515/97, Art. 25; Directive (EU) 2016/680, Art. 6 and 10.

    >>> person = Person(subject=DataSubject.SUSPECT, name="Ignatius Invented", birth_date=PartialDate("1975"))
    >>> "Invented" in repr(person)
    False
    """

    subject: DataSubject
    role: Text | Withheld | None = None
    name: Personal[str] | None = None
    family_name: Personal[str] | None = None
    given_names: Personal[str] | None = None
    birth_name: Personal[str] | None = None
    native_name: Personal[str] | None = None
    former_names: tuple[Personal[str], ...] = ()
    aliases: tuple[Personal[str], ...] = ()
    birth_date: Personal[PartialDate] | None = None
    birth_place: Personal[str] | None = None
    birth_country: Personal[CountryCode] | None = None
    nationalities: tuple[Personal[CountryCode], ...] = ()
    sex: Personal[Sex] | None = None
    languages: tuple[Personal[str], ...] = ()
    occupation: Personal[str] | None = None
    residences: tuple[Personal[Address], ...] = ()
    phones: tuple[Personal[str], ...] = ()
    emails: tuple[Personal[str], ...] = ()
    accounts: tuple[Personal[IBAN | AsSeen], ...] = ()
    eori: Personal[EORI | AsSeen] | None = None
    identity_documents: tuple[Personal[IdentityDocument], ...] = ()
    identifiers: tuple[Personal[Identifier], ...] = ()
    height_cm: Personal[int] | None = None
    description: Personal[Text] | None = None
    distinguishing_marks: Personal[Text] | None = None
    safety_warnings: tuple[Personal[SafetyWarning], ...] = ()
    offences: tuple[Personal[Offence], ...] = ()
    health: HealthData[Text] | None = None
    biometric_reference: BiometricData[str] | None = None
    genetic_reference: GeneticData[str] | None = None
    ethnic_origin: EthnicData[Text] | None = None
    political_opinions: PoliticalData[Text] | None = None
    religion: ReligiousData[Text] | None = None
    trade_union: TradeUnionData[Text] | None = None
    sex_life: SexLifeData[Text] | None = None
    notes: Personal[Text] | None = None
    provenance: tuple[Provenance, ...] = ()
    id: Id = field(factory=Id.random)

    def rules(self) -> Iterator[Finding]:
        """Ask what the person is to the case, and say which members the law guards most."""
        yield from soundness(self, "name", "family_name", "native_name", "aliases", *_CONTACTS, *_PAPERS)
        if self.subject is DataSubject.UNCLASSIFIED:
            yield PERSON_UNCLASSIFIED.at("/subject")
        if isinstance(self.height_cm, int) and not _LOWEST_CM <= self.height_cm <= _HIGHEST_CM:
            yield PERSON_HEIGHT.at("/height_cm", lowest=_LOWEST_CM, highest=_HIGHEST_CM)
        for name in _special_members():
            held = getattr(self, name)
            if held is not None and not isinstance(held, Withheld):
                yield PERSON_SPECIAL.at(f"/{name}")


_CONTACTS = ("phones", "emails")
_PAPERS = ("identity_documents", "identifiers", "eori")


@cache
def _special_members() -> tuple[str, ...]:
    """The members that hold one value of a special category each."""
    return tuple(
        member.name
        for member in shape(Person).members
        for mark in marks(member.shape)
        if isinstance(mark, PersonalData) and mark.category.is_special
    )
