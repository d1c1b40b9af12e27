"""The standard of each level: what a tactical, operational or strategic product must and should hold."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Literal, final

from smir.findings import Code, Finding, Invalid, Severity, errors_among
from smir.products.alert import Alert
from smir.products.basis import basis_findings
from smir.products.level import Level
from smir.products.message import Message
from smir.products.product import Product
from smir.products.product_type import ProductType
from smir.products.profile import Profile
from smir.products.reason import Reason
from smir.products.report import Report
from smir.products.requirement import Requirement, Weighting
from smir.products.title import title_findings
from smir.products.trend import Trend
from smir.structure import record
from smir.structure.codes import MEMBER_UNKNOWN
from smir.structure.ordinary import ordinary_bytes
from smir.structure.shape import Alternatives, Nested, Sequence, Shape, records_in, shape
from smir.structure.strict import from_plain
from smir.structure.toml import NotToml, parse
from smir.values import Instant, Text

STANDARD_FILE = Code(
    "STANDARD-FILE",
    en="The file of the standard cannot be read, or is larger than {limit} bytes. Check its path and its size.",
    fr="Le fichier de la norme ne peut être lu ou dépasse {limit} octets. Vérifiez son chemin et sa taille.",
)
STANDARD_SYNTAX = Code(
    "STANDARD-SYNTAX",
    en="The file of the standard is not TOML in UTF-8. Check quotes, brackets, line ends and the dots in names.",
    fr="Le fichier de la norme n’est pas du TOML en UTF-8. Vérifiez guillemets, crochets, fins de ligne et "
    "points dans les noms.",
)
STANDARD_UNKNOWN = Code(
    "STANDARD-UNKNOWN",
    en="This part of the standard has {count} member(s) that mean nothing here; a misspelt one would be a requirement "
    "that nobody checks. Correct or remove them.",
    fr="Cette partie de la norme a {count} membre(s) sans signification ici\u202f; un membre mal écrit serait une "
    "exigence que personne ne vérifie. Corrigez-les ou retirez-les.",
)
STANDARD_TWICE = Code(
    "STANDARD-TWICE",
    en="Another requirement has the same code. Give each its own.",
    fr="Une autre exigence a le même code. Donnez à chacune le sien.",
)
STANDARD_MEMBER = Code(
    "STANDARD-MEMBER",
    en="No product has a member at this path. Correct it, or name the product class that has it when loading.",
    fr="Aucun produit n’a de membre à ce chemin. Corrigez-le, ou nommez au chargement la classe de produit qui l’a.",
)
STANDARD_REASON = Code(
    "STANDARD-REASON",
    en="The reason answers no requirement that may go without; what a product must hold knows no excuse.",
    fr="Le motif ne répond à aucune exigence dont on puisse s’écarter\u202f; ce qu’un produit doit contenir ne souffre "
    "pas d’excuse.",
    severity=Severity.WARNING,
)

SIZE_LIMIT = 2**20

_HOUSE: tuple[type[Product], ...] = (Alert, Trend, Profile, Report, Message)


@final
@record
class Standard:
    """A table of requirements, in one version. The house has one; an administration may load its own instead.

    Args:
        format: The format of the table.
        name: Whose standard it is, in one word.
        version: Its edition.
        title: What it is called.
        source: Where it comes from.
        requirements: Its rows.

    Raises:
        smir.Invalid: ``STANDARD-TWICE``, ``REQUIREMENT-…``, ``LOOKING-…``, ``CONDITION-…``, ``MEMBER-…``.

    Source: ``data/standards.toml``; the arrangement is ours.

    >>> Standard.load().title.in_("fr")
    'Ce que chaque niveau demande à un produit'
    """

    format: Literal["smir.standard/1"]
    name: str
    version: str
    title: Text
    source: str
    requirements: tuple[Requirement, ...]

    @classmethod
    def load(cls, path: Path | str | None = None, products: tuple[type[Product], ...] = ()) -> Standard:
        """The standard in a TOML file, or that of the house where no file is named.

        Args:
            path: The file, of the same shape as the house's own.
            products: National product classes whose members the file may name, beside the five of the house.

        Raises:
            smir.Invalid: ``STANDARD-…`` and those of the class, all at once.

        >>> Standard.load("no-such-standard.toml")
        Traceback (most recent call last):
            ...
        smir.findings.errors.Invalid: STANDARD-FILE /: The file of the standard cannot be read, ...
        """
        return _house() if path is None else _read(Path(path), products)

    def rules(self) -> Iterator[Finding]:
        """Each requirement has a code of its own."""
        seen = set()
        for index, requirement in enumerate(self.requirements):
            if requirement.code in seen:
                yield STANDARD_TWICE.at(f"/requirements/{index}/code")
            seen.add(requirement.code)


def check_standard(product: Product, standard: Standard | None = None, *, on: Instant) -> tuple[Finding, ...]:
    """What a product lacks of the standard of its level: errors for *must*, warnings for *should*.

    A *should* that the product gives a reason for is not found. Two things are asked at every level, whatever the
    standard: no key judgement rests on graded D or 5 alone (``JUDGEMENT-BASIS``), and the title names nobody
    (``TITLE-NAME``).

    Args:
        product: Any product, issued or not.
        standard: The standard in force; that of the house by default.
        on: The moment of the check, from which time limits count.

    >>> from smir.grading import Grade
    >>> from smir.products import Level, Report
    >>> report = Report(level=Level.OPERATIONAL, title=Text(en="A network by rail"), grade=Grade.parse("B21"))
    >>> check_standard(report, on=Instant.parse("2026-06-01T10:00:00Z"))[0]
    <Finding LEVEL-OPERATIONAL-SUBJECT error at /problem>
    """
    return tuple(_findings(product, Standard.load() if standard is None else standard, on))


def _findings(product: Product, standard: Standard, on: Instant) -> Iterator[Finding]:
    reasons = {reason.requirement for reason in product.reasons if isinstance(reason, Reason)}
    rows = _rows_of_the_house(product.level, product.kind) if standard is _house() else standard.requirements
    for requirement in rows:
        excused = requirement.weight is Weighting.SHOULD and requirement.code in reasons
        if requirement.concerns(product) and not excused and not requirement.check.satisfied(product, on):
            yield requirement.finding_code.at(_place(product, requirement))
    yield from basis_findings(product)
    yield from title_findings(product)
    if not product.reasons:
        return
    excusable = {row.code for row in standard.requirements if row.weight is Weighting.SHOULD}
    for index, reason in enumerate(product.reasons):
        if isinstance(reason, Reason) and reason.requirement not in excusable:
            yield STANDARD_REASON.at(f"/reasons/{index}/requirement")


def _place(product: Product, requirement: Requirement) -> str:
    """Where what is missing would stand: the first member looked at that the product can have."""
    places = requirement.check.places()
    return next((f"/{place}" for place in places if _leads(type(product), place.split("/")[:1])), "")


@cache
def _rows_of_the_house(level: Level, kind: ProductType) -> tuple[Requirement, ...]:
    """The rows that concern a level and a type of product; what else they depend on is asked of each product."""
    rows = _house().requirements
    return tuple(row for row in rows if level in row.levels and (not row.products or kind in row.products))


@cache
def _house() -> Standard:
    from importlib.resources import files

    return _parse((files("smir.products") / "data" / "standards.toml").read_bytes(), ())


def _read(path: Path, products: tuple[type[Product], ...]) -> Standard:
    data = None
    with suppress(OSError):
        data = ordinary_bytes(path, SIZE_LIMIT)
    if data is None or len(data) > SIZE_LIMIT:
        raise Invalid((STANDARD_FILE.at("", limit=SIZE_LIMIT),))
    return _parse(data, products)


def _parse(data: bytes, products: tuple[type[Product], ...]) -> Standard:
    plain = None
    with suppress(NotToml):
        plain = parse(data, SIZE_LIMIT)
    if plain is None:
        raise Invalid((STANDARD_SYNTAX.at(),))
    outcome = from_plain(plain, Standard)
    findings = [finding for finding in outcome.findings if finding.kind is not MEMBER_UNKNOWN]
    findings += _unknown(Nested(Standard, None), plain, "")
    if outcome.value is not None:
        findings += _unknown_members(outcome.value, (*_HOUSE, *products))
    if outcome.value is None or errors_among(findings):
        raise Invalid(findings)
    return outcome.value


def _unknown(described: Shape, plain: Any, path: str) -> Iterator[Finding]:
    """A finding for each table of the file that holds names of no meaning, whatever else is wrong with the file."""
    if isinstance(described, Sequence) and isinstance(plain, list):
        for index, item in enumerate(plain):
            yield from _unknown(described.item, item, f"{path}/{index}")
    if isinstance(described, Alternatives) and isinstance(plain, dict):
        tag = plain.get("type")
        chosen = described.by_tag().get(tag) if isinstance(tag, str) else None
        described = described if chosen is None else Nested(chosen, tag)
    if isinstance(described, Nested) and isinstance(plain, dict):
        known = {member.name: member.shape for member in shape(described.type).members}
        count = len(plain.keys() - known.keys() - ({"type"} if described.tag else set()))
        if count:
            yield STANDARD_UNKNOWN.at(path, count=count)
        for name in (name for name in known if name in plain):
            yield from _unknown(known[name], plain[name], f"{path}/{name}")


def _unknown_members(standard: Standard, products: tuple[type[Product], ...]) -> Iterator[Finding]:
    for index, requirement in enumerate(standard.requirements):
        for where, path in _paths(requirement):
            if not any(_leads(cls, path) for cls in products):
                yield STANDARD_MEMBER.at(f"/requirements/{index}/{where}")


def _paths(requirement: Requirement) -> Iterator[tuple[str, list[str]]]:
    """Each path that a requirement names, seen from a product, with its place in the requirement."""
    check: Any = requirement.check
    outer = getattr(check, "list", None)
    start = [] if outer is None else [outer]
    if outer is not None:
        yield "check/list", start
    members: tuple[str, ...] = getattr(check, "members", ())
    for index, member in enumerate(members):
        yield f"check/members/{index}", [*start, *member.split("/")]
    if isinstance(getattr(check, "member", None), str):
        yield "check/member", [*start, *check.member.split("/")]
    if requirement.when is not None and requirement.when.member is not None:
        yield "when/member", [requirement.when.member]


def _leads(cls: type, path: list[str]) -> bool:
    """Whether a path of member names leads somewhere from a record class."""
    member = next((member for member in shape(cls).members if member.name == path[0]), None)
    if member is None:
        return False
    return len(path) == 1 or any(_leads(inner, path[1:]) for inner in records_in(member.shape))
