"""Canonical JSON in and out, against pydantic on the same model and stix2 on an equivalent bundle.

The peer's model is made from the same types: same members, same codes, same forms of text and check digits. It does not
ask the rules between members (references, times in order …), which reading an alert here asks besides.
"""

from __future__ import annotations

import datetime as dt
import json
from enum import Enum
from importlib.metadata import version
from typing import Annotated, Any, Literal, Union

import pendulum
import pydantic
import stix2
from pydantic_core import core_schema

import smir
from bench.invented import OFFICE, alert
from bench.row import Work
from smir.structure.document import dumps, loads
from smir.structure.shape import Alternatives, Choice, Languages, Nested, Plain, Scalar, Sequence, Shape, bare, shape


class Moment:
    """How pydantic reads and writes a pendulum time: its own parser, then the pendulum type."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Validate an aware time and turn it into pendulum's."""

        def read(moment: dt.datetime) -> pendulum.DateTime:
            return pendulum.DateTime(
                moment.year,
                moment.month,
                moment.day,
                moment.hour,
                moment.minute,
                moment.second,
                moment.microsecond,
                tzinfo=pendulum.UTC,
            )

        def write(moment: pendulum.DateTime) -> str:
            return moment.isoformat().replace("+00:00", "Z")

        return core_schema.no_info_after_validator_function(
            read,
            core_schema.datetime_schema(tz_constraint="aware"),
            serialization=core_schema.plain_serializer_function_ser_schema(
                write, return_schema=core_schema.str_schema()
            ),
        )


def model(cls: type, made: dict[type, Any]) -> Any:
    """The pydantic model with the members of a record and the same forms of text, unknown members forbidden."""
    if cls not in made:
        described = shape(cls)
        members: dict[str, Any] = {} if described.tag is None else {"type": (Literal[described.tag], ...)}
        for member in described.members:
            kind = kind_of(member.shape, made)
            members[member.name] = (kind, ...) if member.required else (kind | None, None)
        config = pydantic.ConfigDict(extra="forbid", frozen=True)
        made[cls] = pydantic.create_model(cls.__name__, __config__=config, **members)
    return made[cls]


def kind_of(described: Shape, made: dict[type, Any]) -> Any:
    """The pydantic type of one member."""
    match bare(described):
        case Plain(kind):
            return kind
        case Choice(codes, None):
            return Literal[codes]
        case Choice(_, type() as kind) if issubclass(kind, Enum):
            return kind
        case Scalar(kind) if kind is smir.Instant:
            return Annotated[pendulum.DateTime, Moment]
        case Scalar(kind):
            return written(kind)
        case Languages():
            return dict[Annotated[str, pydantic.StringConstraints(pattern=smir.Text.tag_pattern)], NON_EMPTY]
        case Sequence(item):
            return tuple[kind_of(item, made), ...]  # type: ignore[misc]
        case Nested(kind, _):
            return model(kind, made)
        case Alternatives(records, scalar):
            models = tuple(model(nested.type, made) for nested in records)
            tagged = models[0] if len(models) == 1 else Annotated[Union[models], pydantic.Field(discriminator="type")]  # noqa: UP007
            return tagged if scalar is None else tagged | kind_of(scalar, made)
    raise TypeError(described)


def written(kind: type[Any]) -> Any:
    """A text of the same form: its pattern where the peer's engine knows it, and what no pattern says, by our function."""

    def agrees(text: str) -> str:
        if kind.findings_of(text):
            raise ValueError
        return text

    if "(?=" in kind.pattern or "(?!" in kind.pattern or kind is smir.Criterion:
        return Annotated[str, pydantic.AfterValidator(agrees)]
    constrained = Annotated[str, pydantic.StringConstraints(pattern=kind.pattern)]
    further = getattr(kind, "further_findings", None)
    if further is None or further.__qualname__.startswith("SingleText."):
        return constrained
    return Annotated[constrained, pydantic.AfterValidator(agrees)]


NON_EMPTY = Annotated[str, pydantic.StringConstraints(min_length=1)]


def bundle() -> str:
    """The same alert in STIX 2.1: a report on a person, a vessel and a container with their relationship."""
    identity = stix2.Identity(name="DGDDI", identity_class="organization")
    person = stix2.Identity(name="Ignatius Invented", identity_class="individual", created_by_ref=identity)
    vessel = stix2.Infrastructure(name="INVENTED STAR", description="IMO 9074729, flag PA", created_by_ref=identity)
    container = stix2.Infrastructure(name="CSQU3054383", description="45R1", created_by_ref=identity)
    indicator = stix2.Indicator(
        name="Cocaine among fresh citrus fruit",
        pattern="[file:name = '0805']",
        pattern_type="stix",
        valid_from="2026-05-28T06:00:00Z",
        valid_until="2026-06-27T06:00:00Z",
    )
    uses = stix2.Relationship(person, "uses", container)
    note = stix2.Note(content="Two boxes were heavier than their fruit.", object_refs=[container.id])
    parts = [identity, person, vessel, container, indicator, uses, note]
    report = stix2.Report(
        name="Cocaine among fresh citrus fruit",
        published="2026-05-28T06:00:00Z",
        description="Examine before release.",
        object_refs=[part.id for part in parts],
    )
    return str(stix2.Bundle(*parts, report).serialize())


def works() -> list[Work]:
    """Reading canonical bytes, reading others, writing; and against stix2."""
    product = OFFICE.issue(alert())
    data = dumps(product)
    spread = json.dumps(json.loads(data), indent=1).encode()
    peer = model(smir.Alert, {})
    peer_made = peer.model_validate_json(data)
    stix = bundle()
    named = f"pydantic {version('pydantic')}"
    released = OFFICE.release(product, to=OFFICE.itself)
    document = smir.dumps(released, "json")
    size = f"{len(data) / 1000:.1f} KB"
    return [
        Work(
            f"canonical JSON in, {size}",
            lambda: loads(data, smir.Alert).require(),
            lambda: peer.model_validate_json(data),
            named,
            at_most=1.4,
            calls=500,
        ),
        Work(
            "canonical JSON out",
            lambda: dumps(product),
            lambda: peer_made.model_dump_json(exclude_none=True),
            named,
            at_most=1.2,
            calls=500,
        ),
        Work(
            "JSON in that is not canonical",
            lambda: loads(spread, smir.Alert).require(),
            lambda: peer.model_validate_json(spread),
            named,
            at_most=2.2,
            calls=300,
        ),
        Work(
            "JSON in, against the equivalent bundle",
            lambda: loads(data, smir.Alert).require(),
            lambda: stix2.parse(stix),
            f"stix2 {version('stix2')}",
            at_most=1 / 30,
            calls=20,
        ),
        Work("smir.loads of a whole released document", lambda: smir.loads(document), calls=200),
    ]
