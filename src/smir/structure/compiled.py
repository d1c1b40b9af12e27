"""The fast road for documents: each record has a compiled twin that msgspec reads and writes.

A twin holds the plain form of a record, so msgspec can check and fill it without calling Python. The record is then
built from the twin, member by member. Only canonical bytes take this road: the twin is written again and must give the
same bytes, which proves that no member was named twice, none was unknown and nothing was coerced. Whatever else comes
in, and whatever breaks a rule, is left to :mod:`smir.structure.strict`, which says what is wrong.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from operator import attrgetter
from typing import Annotated, Any, Union, cast

import msgspec

from smir.findings import Invalid, Outcome, Severity
from smir.structure.check import MAX_INTEGER
from smir.structure.extras import NO_EXTRAS
from smir.structure.shape import (
    Alternatives,
    Choice,
    Languages,
    Member,
    Nested,
    Plain,
    Scalar,
    Sequence,
    Shape,
    bare,
    is_list,
    once,
    shape,
)
from smir.structure.strict import from_plain
from smir.values.instant import Instant
from smir.values.single_text import SingleText
from smir.values.text import Text

Convert = Callable[[Any], Any]

_NO_FURTHER = cast("Any", SingleText.further_findings).__func__

_Integer = Annotated[int, msgspec.Meta(ge=-MAX_INTEGER, le=MAX_INTEGER)]
_Moment = Annotated[dt.datetime, msgspec.Meta(tz=True)]

#: What canonical text never needs but a control character would: its presence sends a document to the strict road.
_escaped_control = re.compile(rb"\\[ubfr]").search

_encode = msgspec.json.Encoder(order="sorted").encode


class NotCanonical(Exception):
    """The document or the record must take the strict road."""


def read(data: bytes, cls: type) -> Any:
    """The record in canonical bytes; raises :class:`NotCanonical` for anything else."""
    if b"\\" in data and _escaped_control(data):
        raise NotCanonical
    decode, build = _in(cls)
    try:
        twin = decode(data)
        if _encode(twin) != data:
            raise NotCanonical
        return build(twin)
    except (msgspec.MsgspecError, Invalid, ValueError, RecursionError):
        raise NotCanonical from None


def write(made: Any) -> bytes:
    """The canonical bytes of a record; raises :class:`NotCanonical` where a record in it keeps unknown members."""
    return _encode(_out(type(made))(made))


# --- in: bytes -> twin -> record


@once
def _in(cls: type) -> tuple[Convert, Convert]:
    return msgspec.json.Decoder(_twin(cls)).decode, _builder(cls)


@once
def _twin(cls: type) -> Any:
    described = shape(cls)
    members: list[Any] = []
    for member in sorted(described.members, key=lambda member: member.name):
        kind = _twin_type(member.shape)
        members.append((member.name, kind) if member.required else (member.name, kind | None, None))
    tagged: dict[str, Any] = {} if described.tag is None else {"tag_field": "type", "tag": described.tag}
    return msgspec.defstruct(
        cls.__name__, members, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, **tagged
    )


def _twin_type(described: Shape) -> Any:
    match bare(described):
        case Plain(kind):
            return _Integer if kind is int else kind
        case Choice(codes, None):
            return msgspec.Raw if not codes else _literal(codes)
        case Choice(_, kind):
            return kind
        case Scalar(kind):
            return _Moment if kind is Instant else str
        case Languages():
            return dict[str, str]
        case Sequence(item):
            return tuple[_twin_type(item), ...]  # type: ignore[misc]
        case Nested(kind, _):
            return _twin(kind)
        case Alternatives(_, scalar) if isinstance(scalar, Languages):
            return dict[str, str]
        case Alternatives(records, scalar):
            options = [_twin(nested.type) for nested in records]
            return Union[tuple(options if scalar is None else [*options, _twin_type(scalar)])]  # noqa: UP007
    raise TypeError(described)  # pragma: no cover - the shapes above are all there are


def _literal(codes: tuple[str, ...]) -> Any:
    from typing import Literal

    return Literal[codes]


@once
def _builder(cls: type) -> Convert:
    """Build a record from its twin: its types are proved by the twin, its rules are asked as in its constructor.

    The function is written out member by member, as attrs writes constructors: a loop over the members costs twice as
    much, and this is what reading a document spends its time on. Only our own member names go into the text.
    """
    members = shape(cls).members
    names: dict[str, Any] = {"cls": cls, "new": cls.__new__, "NO_EXTRAS": NO_EXTRAS, "ERROR": Severity.ERROR}
    names |= {"NotCanonical": NotCanonical, "put_extras": cast("Any", cls).extras.__set__}
    lines = ["def build(twin):", " made = new(cls)"]
    for number, member in enumerate(members):
        names[f"put{number}"] = getattr(cls, member.name).__set__
        convert = _conversion(member.shape)
        names[f"convert{number}"] = convert
        value = f"twin.{member.name}"
        if convert is not None and member.required:
            value = f"convert{number}({value})"
        elif not member.required:
            absent = "()" if _may_be_empty(member) else "None"
            if convert is not None or absent != "None":
                lines.append(f" value = {value}")
                present = "value" if convert is None else f"convert{number}(value)"
                value = f"{absent} if value is None else {present}"
        lines.append(f" put{number}(made, {value})")
    lines.append(" put_extras(made, NO_EXTRAS)")
    if hasattr(cls, "rules"):
        lines += [" for finding in made.rules():", "  if finding.kind.severity is ERROR:", "   raise NotCanonical"]
    exec("\n".join([*lines, " return made"]), names)  # noqa: S102 - see above
    return cast("Convert", names["build"])


def _may_be_empty(member: Member) -> bool:
    """Whether an absent member stands for an empty list."""
    return is_list(member.shape) and not member.required


def _conversion(described: Shape) -> Convert | None:
    match bare(described):
        case Scalar(kind):
            return _instant if kind is Instant else _single_text(kind) if issubclass(kind, SingleText) else kind.parse
        case Languages():
            return Text
        case Sequence(item):
            each = _conversion(item)
            return None if each is None else lambda items: tuple([each(item) for item in items])
        case Nested(kind, _):
            return _builder(kind)
        case Alternatives() as options if isinstance(options.scalar, Languages):
            return _languages_or_record(options)
        case Alternatives(records, scalar):
            builders = {_twin(nested.type): _builder(nested.type) for nested in records}
            other = None if scalar is None else _conversion(scalar)
            return _by_type(builders, other)
    return None


def _by_type(builders: dict[Any, Convert], other: Convert | None) -> Convert:
    def build(value: Any) -> Any:
        builder = builders.get(type(value))
        if builder is not None:
            return builder(value)
        return value if other is None else other(value)

    return build


def _languages_or_record(options: Alternatives) -> Convert:
    """Texts by language share their twin with the records beside them: both are tables of texts."""
    records = options.by_tag()

    def build(value: dict[str, str]) -> Any:
        if "type" not in value:
            return Text(value)
        if (kind := records.get(value["type"])) is None:
            raise NotCanonical
        outcome: Outcome[Any] = from_plain(value, kind)
        if outcome.findings:  # an unknown member, which the strict road reports
            raise NotCanonical
        return outcome.require()

    return build


def _single_text(kind: type[SingleText]) -> Convert:
    """As the constructor does, in fewer steps."""
    fits, further_findings = re.compile(kind.pattern, re.ASCII).fullmatch, kind.further_findings
    has_further = cast("Any", further_findings).__func__ is not _NO_FURTHER
    new, put = object.__new__, cast("Any", kind).text.__set__

    def build(text: str) -> SingleText:
        if fits(text) is None or (has_further and further_findings(text)):
            raise NotCanonical
        made = new(kind)
        put(made, text)
        return made

    return build


_new_instant: Callable[[type[Instant]], Instant] = object.__new__
_put_moment: Callable[[Instant, dt.datetime], None] = vars(Instant)["moment"].__set__


def _instant(moment: dt.datetime) -> Instant:
    made = _new_instant(Instant)
    _put_moment(made, moment)
    return made


# --- out: record -> twin -> bytes


@once
def _out(cls: type) -> Convert:
    """Fill the writing twin: all members by position, absent ones ``None``, in the order of canonical JSON."""
    members = sorted(shape(cls).members, key=lambda member: member.name)
    tag = shape(cls).tag
    tagged: dict[str, Any] = {} if tag is None else {"tag_field": "type", "tag": tag}
    fields = [(member.name, Any, None) for member in members]
    names: dict[str, Any] = {"twin": msgspec.defstruct(cls.__name__, fields, omit_defaults=True, **tagged)}
    names |= {"NO_EXTRAS": NO_EXTRAS, "NotCanonical": NotCanonical}
    lines = ["def fill(made):", " if made.extras is not NO_EXTRAS and made.extras:", "  raise NotCanonical"]
    values = []
    for number, member in enumerate(members):
        convert = names[f"convert{number}"] = _out_conversion(member.shape)
        value = f"made.{member.name}"
        if _may_be_empty(member):
            value = f"{value} or None"
        if convert is not None:
            lines.append(f" v{number} = {value}")
            value = f"convert{number}(v{number})"
            if not member.required:
                value = f"None if v{number} is None else {value}"
        values.append(value)
    exec("\n".join([*lines, f" return twin({', '.join(values)})"]), names)  # noqa: S102 - as in the builder
    return cast("Convert", names["fill"])


def _out_conversion(described: Shape) -> Convert | None:
    match bare(described):
        case Scalar(kind):
            single = issubclass(kind, SingleText)
            return attrgetter("moment") if kind is Instant else attrgetter("text") if single else str
        case Languages():
            return lambda text: dict(text.items())
        case Sequence(item):
            each = _out_conversion(item)
            return None if each is None else lambda items: [each(item) for item in items]
        case Nested(kind, _):
            return _out(kind)
        case Alternatives(records, scalar):
            fillers = {nested.type: _out(nested.type) for nested in records}
            other = None if scalar is None else _out_conversion(scalar)
            return _by_type(fillers, other)
    return None
