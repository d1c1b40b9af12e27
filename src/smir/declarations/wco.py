"""The reader of the WCO Data Model's XML: from a document to the declarations in it, matched on local names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Any, Final, final

from attrs import define, field

from smir.declarations.catalogue import Level
from smir.declarations.checks import remarks_on
from smir.declarations.dates import read_date
from smir.declarations.declaration import Declaration, Direction, Function, Item
from smir.declarations.element import ELEMENT_IDENTIFIER, ELEMENT_UNIT, Element
from smir.declarations.limits import XML_CELLS, XML_ITEMS, Limits
from smir.declarations.wco_map import Branch, Leaf, Part, Record, WcoMap, wco_map
from smir.declarations.wco_rules import RULES, Fields
from smir.declarations.xml_document import root_of
from smir.findings import Code, Finding, Invalid, Severity

if TYPE_CHECKING:
    from lxml.etree import _Element  # pyright: ignore[reportPrivateUsage]

DECLARATION_NONE = Code(
    "DECLARATION-NONE",
    en="The document holds no Declaration of the WCO Data Model. Check that it is a declaration and not another "
    "message.",
    fr="Le document ne contient pas de Declaration du Modèle de données de l’OMD. Vérifiez qu’il s’agit bien d’une "
    "déclaration et non d’un autre message.",
)
DECLARATION_NAMESPACE = Code(
    "DECLARATION-NAMESPACE",
    en="The document holds no Declaration of the WCO Data Model: what it calls so stands in another namespace, such "
    "as a report that a customs system made. To read it by its local names all the same, pass the beginning of that "
    "namespace in namespaces=.",
    fr="Le document ne contient pas de Declaration du Modèle de données de l’OMD\u00a0: ce qu’il nomme ainsi est "
    "dans un autre espace de noms, comme un rapport établi par un système douanier. Pour le lire malgré tout d’après "
    "les noms locaux, passez le début de cet espace de noms dans namespaces=.",
)
DECLARATION_LINK = Code(
    "DECLARATION-LINK",
    en="The item points to equipment by a number that the shipment does not have. The link is left out.",
    fr="L’article renvoie à un équipement par un numéro que l’envoi n’a pas. Le lien est laissé de côté.",
    severity=Severity.WARNING,
)

#: Beginnings of the namespaces in which a ``Declaration`` is one of the WCO Data Model; none at all is one too.
NAMESPACES: Final = ("urn:wco:datamodel:",)

_STANDARDS: Final = (("ContainerNumber", "ISO 6346"), ("CountryCode", "ISO 3166-1"), ("HSCode", "HS"))
_METADATA: Final = (
    ("model_version", "WCODataModelVersionCode"),
    ("country", "ResponsibleCountryCode"),
    ("agency", "ResponsibleAgencyName"),
)
#: Digits of a sequence number that are taken for one.
_LONGEST: Final = 9
_exact: Final = Context(prec=60)


def declarations_in(
    data: bytes, *, source: str, limits: Limits, namespaces: Sequence[str] = NAMESPACES
) -> tuple[Declaration, ...]:
    """Every declaration of one document, whatever wraps it.

    The declarations in one reply of a customs system are parts of one: its reference, then what has changed.

    Raises:
        smir.Invalid: ``DECLARATION-NONE``, ``DECLARATION-NAMESPACE``, or a ``XML-…`` code.
    """
    root = root_of(data, limits)
    found, foreign = _declarations_below(root, tuple(namespaces))
    if not found:
        raise Invalid((DECLARATION_NAMESPACE.at() if foreign else DECLARATION_NONE.at(),))
    read: list[Declaration] = []
    metadata: dict[_Element, dict[str, str]] = {}
    for parent, parts in found:
        if parent is not None and parent not in metadata:
            metadata[parent] = _metadata_above(parent)
        about = {} if parent is None else metadata[parent]
        read.append(_Reading(source=source, limits=limits).declaration(parts, about, _is_reply(parent)))
    return tuple(read)


def _declarations_below(
    root: _Element, namespaces: tuple[str, ...]
) -> tuple[list[tuple[_Element | None, list[_Element]]], bool]:
    """Each declaration with what holds it, those of one reply together; and whether some are in a foreign namespace."""
    found: list[tuple[_Element | None, list[_Element]]] = []
    taken: set[_Element] = set()
    foreign = False
    for element in root.iter("{*}Declaration"):
        namespace = element.tag[1:].partition("}")[0] if element.tag[0] == "{" else ""
        if namespace and not namespace.startswith(namespaces):
            foreign = True
        elif not any(above in taken for above in element.iterancestors("{*}Declaration")):
            taken.add(element)
            parent = element.getparent()
            if found and parent is not None and found[-1][0] is parent and _is_reply(parent):
                found[-1][1].append(element)
            else:
                found.append((parent, [element]))
    return found, foreign


def _local(element: _Element) -> str:
    tag = element.tag
    return tag[tag.rfind("}") + 1 :]


def _is_reply(parent: _Element | None) -> bool:
    return parent is not None and _local(parent) == "Response"


def _metadata_above(parent: _Element) -> dict[str, str]:
    """What the wrappers say of the model, the nearest first."""
    about: dict[str, str] = {}
    for wrapper in (parent, *parent.iterancestors()):
        for name, tag in _METADATA:
            if name not in about and (text := (wrapper.findtext(f"{{*}}{tag}") or "").strip()):
                about[name] = text
    return about


@final
@define(eq=False)
class _Scope:
    """What is gathered at one level: elements as they come, records until their rule runs."""

    level: Level
    elements: list[Element] = field(factory=list)
    records: dict[str, list[Fields]] = field(factory=dict)
    parts: list[_Element] = field(factory=list)
    sequence: int | None = None


@final
@define(eq=False, kw_only=True)
class _Reading:
    """One declaration in the making."""

    source: str
    limits: Limits
    map: WcoMap = field(factory=wco_map)
    unmapped: int = 0

    def declaration(self, parts: Iterable[_Element], about: dict[str, str], is_reply: bool) -> Declaration:
        """Walk the parts and put the declaration together."""
        header = _Scope("declaration")
        for part in parts:
            self._walk(part, self.map.declaration, header)
        shipments = [self._shipment(part) for part in header.parts]
        items = self._items(header, shipments)
        texts = {element.name: element.text.strip() for element in reversed(header.elements)}
        type_code = texts.get("declaration_type")
        function = None if is_reply else self._function(texts.get("message_function", ""), type_code or "")
        tables = self.map.tables
        direction = tables["directions"].get((type_code or "")[:2])
        return Declaration(
            source=self.source,
            header=tuple(header.elements),
            items=items,
            function=function,
            direction=None if direction is None or function is Function.AMENDMENT else Direction(direction),
            type_code=type_code,
            reference=texts.get("functional_reference") or texts.get("document_reference"),
            is_reply=is_reply,
            unmapped=self.unmapped,
            remarks=remarks_on(header.elements, items, function, is_reply),
            **about,
        )

    def _shipment(self, element: _Element) -> tuple[_Scope, list[_Scope]]:
        """One shipment: its own elements, and its goods items."""
        shipment, items = _Scope("shipment"), []
        self._walk(element, self.map.shipment, shipment)
        for part in shipment.parts:
            item = _Scope("item")
            self._walk(part, self.map.item, item)
            items.append(item)
        return shipment, items

    def _items(self, header: _Scope, shipments: list[tuple[_Scope, list[_Scope]]]) -> tuple[Item, ...]:
        """Run the rules, link equipment to items, and hand each item the shipment it belongs to."""
        count = sum(len(items) for _, items in shipments)
        if count > self.limits.items:
            raise Invalid((XML_ITEMS.at(limit=self.limits.items),))
        self._finish(header)
        done = []
        for shipment, items in shipments:
            declared = [
                record for scope in (header, shipment) for record in scope.records.get("TransportEquipment", ())
            ]
            self._finish(shipment)
            # With one shipment its elements are the header's; with several each item needs those of its own.
            shared = shipment.elements if len(shipments) > 1 and items else []
            if not shared:
                header.elements += shipment.elements
            for item in items:
                broken = _link(item.records.get("TransportEquipment", ()), declared)
                self._finish(item)
                if broken:
                    item.elements.append(Element("containers", "", None, (DECLARATION_LINK.at(),), None, "item"))
                done.append(Item(item.sequence, (*shared, *item.elements)))
        cells = len(header.elements) * max(1, count) + sum(len(item.elements) for item in done)
        if cells > self.limits.cells:
            raise Invalid((XML_CELLS.at(limit=self.limits.cells),))
        return tuple(done)

    def _walk(self, element: _Element, branch: Branch, scope: _Scope) -> None:
        """Take every step down from an element."""
        steps = branch.children
        for child in element:
            tag = child.tag
            name = tag[tag.rfind("}") + 1 :]
            step = steps.get(name)
            if isinstance(step, Leaf):
                self._read(child, step, scope)
            elif isinstance(step, Branch):
                self._walk(child, step, scope)
            elif isinstance(step, Record):
                scope.records.setdefault(step.rule, []).append(self._record(child, step))
            elif isinstance(step, Part):
                scope.parts.append(child)
            elif name == "SequenceNumeric" and branch is self.map.item:
                digits = (child.text or "").strip()
                scope.sequence = (
                    int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST else None
                )
            else:
                self.unmapped += self._filled(child, name)

    def _read(self, element: _Element, leaf: Leaf, scope: _Scope) -> None:
        """Read one leaf. White space around it is layout, by the schema; a leaf with nothing else says nothing."""
        qualifier = None
        if leaf.is_date:
            inside = next(iter(element), element)
            qualifier, text = inside.get("formatCode"), inside.text
        else:
            text = element.text
            if leaf.has_qualifier:
                qualifier = element.get("currencyID") or element.get("unitCode")
            if len(element):
                self.unmapped += sum(self._filled(child, _local(child)) for child in element)
        if text is not None and (value := text.strip()):
            self._add(leaf, text, value, qualifier, scope)

    def _record(self, element: _Element, record: Record) -> Fields:
        fields: Fields = {}
        for child in element:
            name = _local(child)
            if name in record.leaves:
                if child.text is not None:
                    fields.setdefault(name, child.text)
            elif record.inner is not None and name == record.inner[0]:
                texts = (part.text or "" for part in child if _local(part) == record.inner[1])
                fields.setdefault("", []).extend(texts)
            else:
                self.unmapped += self._filled(child, name)
        return fields

    def _filled(self, element: _Element, name: str) -> int:
        """Number of leaves that say something, of which nothing is read."""
        if name in self.map.structure:
            return 0
        if not len(element):
            return 1 if element.text is not None and element.text.strip() else 0
        return sum(self._filled(child, _local(child)) for child in element)

    def _finish(self, scope: _Scope) -> None:
        """Turn the records of a scope into elements."""
        for rule, records in scope.records.items():
            for name, text in RULES[rule](records, self.map.tables):
                if value := text.strip():
                    self._add(self.map.leaves[name], text, value, None, scope)

    def _add(self, leaf: Leaf, text: str, value: str, qualifier: str | None, scope: _Scope) -> None:
        """Judge one text against its element, and keep both."""
        found: Any = value
        findings: tuple[Finding, ...] = ()
        if leaf.is_date:
            read = read_date(value, qualifier)
            found, findings = read.day, read.findings
        elif leaf.form is not None and leaf.form.fits(value) is None:
            found, findings = None, leaf.form.check(value)
        elif leaf.is_number:
            found = Decimal(value)
            if leaf.is_mass and qualifier is not None and qualifier != "KGM":
                found, findings = self._kilograms(found, qualifier)
        elif leaf.identify is not None and leaf.identify(value):
            standard = next(name for kind, name in _STANDARDS if kind == leaf.element.identifier)
            findings = (ELEMENT_IDENTIFIER.at(standard=standard),)
        scope.elements.append(Element(leaf.name, text, found, findings, qualifier, scope.level))
        if leaf.gives_currency and qualifier:
            self._add(self.map.leaves["currency"], qualifier, qualifier, None, scope)

    def _kilograms(self, mass: Decimal, unit: str) -> tuple[Decimal | None, tuple[Finding, ...]]:
        """The mass in kilograms; what the profile adds after ``#`` does not change the unit."""
        factor = self.map.tables["mass_units"].get(unit.partition("#")[0].strip())
        if factor is None:
            return None, (ELEMENT_UNIT.at(),)
        return _exact.multiply(mass, Decimal(factor)), ()

    def _function(self, code: str, type_code: str) -> Function | None:
        table, code = self.map.tables["functions"], code.lstrip("0")
        word = table.get(f"{code} {type_code}") or table.get(code)
        return None if word is None else Function(word)


def _link(own: Sequence[Fields], declared: Sequence[Fields]) -> bool:
    """Fill in what the shipment says of an item's equipment, by its number or its id; say whether a link is broken."""
    broken = False
    for record in own:
        name, number = record.get("ID", "").strip(), record.get("SequenceNumeric", "").strip()
        known = next(
            (
                other
                for other in declared
                if (name and other.get("ID", "").strip() == name)
                or (not name and number and other.get("SequenceNumeric", "").strip() == number)
            ),
            None,
        )
        if known is not None:
            record.update({key: value for key, value in known.items() if not record.get(key)})
        elif not name:
            broken = True
    return broken
