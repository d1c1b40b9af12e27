"""A national system's own record seen as a declaration: which of its fields is which data element."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final, Protocol, TypeAlias, final, runtime_checkable

from attrs import field, frozen

from smir.declarations.catalogue import DataElement, Kind, Level, catalogue
from smir.declarations.declaration import Declaration, Direction, Function, Item
from smir.declarations.element import Element
from smir.findings import Code, Finding, Invalid, Severity

VIEW_ELEMENT = Code(
    "VIEW-ELEMENT",
    en="A getter stands under a name that the catalogue does not have. Names near it: {near}. See "
    "smir.declarations.catalogue().names.",
    fr="Un accesseur porte un nom que le catalogue ne connaît pas. Noms proches\u00a0: {near}. Voir "
    "smir.declarations.catalogue().names.",
)
VIEW_GETTER = Code(
    "VIEW-GETTER",
    en="A getter is a function of one record, or of one item, that gives the value or None.",
    fr="Un accesseur est une fonction d’un enregistrement, ou d’un article, qui donne la valeur ou None.",
)
VIEW_FAILED = Code(
    "VIEW-FAILED",
    en="The getter raised an error; the value is left out. Give None where the record does not say.",
    fr="L’accesseur a levé une erreur\u202f; la valeur est omise. Donnez None là où l’enregistrement ne dit rien.",
    severity=Severity.WARNING,
)
VIEW_TYPE = Code(
    "VIEW-TYPE",
    en="The getter must give {expected}, or None. Nothing is converted; the value is left out.",
    fr="L’accesseur doit donner {expected}, ou None. Rien n’est converti\u202f; la valeur est omise.",
    severity=Severity.WARNING,
)
VIEW_ITEMS = Code(
    "VIEW-ITEMS",
    en="The items of the record could not be listed; the declaration has one row, from its header.",
    fr="Les articles de l’enregistrement n’ont pu être énumérés\u202f; la déclaration n’a qu’une ligne, celle de son "
    "en-tête.",
    severity=Severity.WARNING,
)

#: Greatest power of ten of a number that a record gives.
_MAGNITUDE: Final = 30

Getter: TypeAlias = Callable[[Any], object]


def _no_items(record: object) -> Iterable[Any]:
    return ()


@runtime_checkable
class DeclarationView(Protocol):
    """Where a national record keeps each data element. A partial view is welcome: what is not mapped is missing.

    Three members are all there is to write; :class:`Mapped` is ready made for mappings of functions.
    """

    @property
    def header(self) -> Mapping[str, Getter]:
        """Name in the catalogue to a function of the record, for what is said once."""
        ...

    @property
    def item(self) -> Mapping[str, Getter]:
        """Name in the catalogue to a function of one item, for what each item says."""
        ...

    def items(self, record: Any, /) -> Iterable[Any]:
        """The goods items of a record."""
        ...


@final
@frozen
class Mapped:
    """A view made of mappings from names to functions.

    Args:
        header: For the record: ``{"transport_mode": lambda record: record.mode}``.
        item: For one item of it.
        list_items: Function of the record that gives its items.

    Raises:
        smir.Invalid: ``VIEW-ELEMENT``, ``VIEW-GETTER``.

    >>> view = Mapped(
    ...     header={"transport_mode": lambda record: record["mode"]},
    ...     item={"commodity_code": lambda line: line["hs"], "gross_mass": lambda line: Decimal(line["kg"])},
    ...     list_items=lambda record: record["lines"],
    ... )
    >>> declaration = declare(view, {"mode": "1", "lines": [{"hs": "081190", "kg": "12000"}]})
    >>> dict(declaration.rows[0])
    {'transport_mode': '1', 'commodity_code': '081190', 'gross_mass': Decimal('12000')}
    """

    header: Mapping[str, Getter] = field(factory=dict)
    item: Mapping[str, Getter] = field(factory=dict)
    list_items: Callable[[Any], Iterable[Any]] = _no_items

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "header", MappingProxyType(dict(self.header)))
        object.__setattr__(self, "item", MappingProxyType(dict(self.item)))
        _known(self)

    def items(self, record: Any, /) -> Iterable[Any]:
        """The goods items of a record."""
        return self.list_items(record)


def missing_elements(view: DeclarationView, /) -> tuple[str, ...]:
    """Names of the catalogue that a view does not map: a criterion on them cannot tell.

    >>> "gross_mass" in missing_elements(Mapped(header={"transport_mode": str}))
    True
    """
    _known(view)
    return tuple(name for name in catalogue().names if name not in view.header and name not in view.item)


def declare(
    view: DeclarationView,
    record: object,
    /,
    *,
    name: str = "record",
    function: Function | None = None,
    direction: Direction | None = None,
) -> Declaration:
    """Turn a national record into a declaration, with its rows.

    Getters give texts, numbers as :class:`decimal.Decimal` or ``int`` (masses in kilograms), days as
    :class:`datetime.date`, and lists as tuples or lists of texts. A getter that fails or gives another type costs its
    value alone, with a finding; its error text, which might quote data, goes nowhere.

    Args:
        view: Where the record keeps each element.
        record: The national record.
        name: What to call it.
        function: Original, amendment, …, where the system tells.
        direction: Import or export, where the system tells.

    Raises:
        smir.Invalid: ``VIEW-ELEMENT``, ``VIEW-GETTER``.
    """
    _known(view)
    remarks: tuple[Finding, ...] = ()
    try:
        listed = list(view.items(record))
    except Exception:  # noqa: BLE001 - national code may raise anything
        listed, remarks = [], (VIEW_ITEMS.at("/items"),)
    header = tuple(_elements(view.header, record, None))
    items = tuple(Item(at + 1, tuple(_elements(view.item, item, "item"))) for at, item in enumerate(listed))
    references = [
        element.text
        for wanted in ("functional_reference", "document_reference")
        for element in header
        if element.name == wanted and element.text
    ]
    return Declaration(
        source=name,
        header=header,
        items=items,
        function=function,
        direction=direction,
        type_code=next((element.text for element in header if element.name == "declaration_type"), None),
        reference=references[0] if references else None,
        remarks=remarks,
    )


def _known(view: DeclarationView) -> None:
    """Refuse getters that the catalogue has no place for."""
    findings = []
    for place, getters in (("/header", view.header), ("/item", view.item)):
        for at, (name, given) in enumerate(getters.items()):
            getter: object = given
            if name not in catalogue():
                near = ", ".join(catalogue().suggest(str(name)))
                findings.append(VIEW_ELEMENT.at(f"{place}/{at}", near=near or "–"))
            elif not callable(getter):
                findings.append(VIEW_GETTER.at(f"{place}/{name}"))
    if findings:
        raise Invalid(findings)


def _elements(getters: Mapping[str, Getter], record: object, level: Level | None) -> Iterator[Element]:
    for name, getter in getters.items():
        known = catalogue().get(name)
        if known is None:  # a view that changes under our hands
            continue
        at = level or ("shipment" if known.level == "item" else known.level)
        try:
            value = getter(record)
        except Exception:  # noqa: BLE001 - national code may raise anything
            yield Element(name, "", None, (VIEW_FAILED.at(),), None, at)
            continue
        if value is None:
            continue
        for one in value if known.many and type(value) in (tuple, list) else (value,):  # type: ignore[attr-defined]
            yield _element(known, one, at)


def _element(known: DataElement, value: object, level: Level) -> Element:
    """One value of a record, held to the type and the format of its element."""
    if known.kind is Kind.NUMBER and (type(value) is int or (isinstance(value, Decimal) and value.is_finite())):
        number = Decimal(value)
        if abs(number.adjusted()) <= _MAGNITUDE:
            return Element(known.name, f"{number:f}", number, (), None, level)
    if known.kind is Kind.DATE and isinstance(value, datetime.date):
        day = value.date() if isinstance(value, datetime.datetime) else value
        return Element(known.name, day.isoformat(), day, (), None, level)
    if known.kind is Kind.TEXT and type(value) is str:
        findings = known.format.check(value) if known.format is not None else ()
        return Element(known.name, value, None if findings else value, findings, None, level)
    expected = {Kind.NUMBER: "Decimal, int", Kind.DATE: "date", Kind.TEXT: "str"}[known.kind]
    return Element(known.name, "", None, (VIEW_TYPE.at(expected=expected),), None, level)
