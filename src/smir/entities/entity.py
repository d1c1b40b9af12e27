"""What an entity can be: the kinds of thing that intelligence speaks of, and what each kind is called."""

from __future__ import annotations

from typing import TypeAlias, get_args

from smir.entities.aircraft import Aircraft
from smir.entities.coded import Coded
from smir.entities.communication import Communication
from smir.entities.consignment import Consignment
from smir.entities.container import Container
from smir.entities.document import Document
from smir.entities.goods import Goods
from smir.entities.organisation import Organisation
from smir.entities.person import Person
from smir.entities.place import Place
from smir.entities.route_leg import RouteLeg
from smir.entities.vehicle import Vehicle
from smir.entities.vessel import Vessel
from smir.structure.shape import shape

#: Anything that intelligence speaks of, told apart in documents by its member ``type``.
Entity: TypeAlias = (
    Person
    | Organisation
    | Vessel
    | Aircraft
    | Vehicle
    | Container
    | Consignment
    | Goods
    | Place
    | RouteLeg
    | Document
    | Communication
)


class EntityKind(Coded):
    """The kinds of entity, by what documents write in the member ``type``; the list is ours.

    >>> EntityKind.VESSEL.label("fr"), EntityKind.VESSEL.record
    ('navire', <class 'smir.entities.vessel.Vessel'>)
    """

    PERSON = "person"
    ORGANISATION = "organisation"
    VESSEL = "vessel"
    AIRCRAFT = "aircraft"
    VEHICLE = "vehicle"
    CONTAINER = "container"
    CONSIGNMENT = "consignment"
    GOODS = "goods"
    PLACE = "place"
    ROUTE_LEG = "route-leg"
    DOCUMENT = "document"
    COMMUNICATION = "communication"

    @property
    def record(self) -> type[Entity]:
        """The class of record of this kind."""
        return next(cls for cls in get_args(Entity) if shape(cls).tag == self.value)  # type: ignore[no-any-return]


def kinds() -> tuple[EntityKind, ...]:
    """Every kind of entity, in the order of the documentation.

    >>> [kind.label() for kind in kinds()][:3]
    ['person', 'organisation', 'vessel']
    """
    return tuple(EntityKind)


def label(entity: Entity, language: str = "en") -> str:
    """What kind of entity it is, in words; never its name, which may be personal data.

    Args:
        entity: Any entity.
        language: ``"en"`` or ``"fr"``.

    >>> label(Vessel(name="INVENTED STAR"), "fr")
    'navire'
    """
    return EntityKind(shape(type(entity)).tag).label(language)
