"""The reader of the WCO Data Model's XML: from a document to the declarations in it, matched on local names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Any, Final, final

from attrs import define, field

from smir.declarations.catalogue import Level
from smir.declarations.checks import remarks_on
from smir.declarations.dates import read_date
from smir.declarations.declaration import DECLARATION_CONTRADICTION, Declaration, Direction, Function, Item
from smir.declarations.element import ELEMENT_IDENTIFIER, ELEMENT_MIXED, ELEMENT_UNIT, Element
from smir.declarations.limits import XML_CELLS, XML_ITEMS, Limits
from smir.declarations.wco_equipment import Equipment, link
from smir.declarations.wco_map import Branch, Leaf, Part, Record, WcoMap, wco_map
from smir.declarations.wco_names import Names
from smir.declarations.wco_rules import DOUBTS, Doubt, Fields, apply
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
#: Attributes that speak of the schema and not of the goods.
_SCHEMA_INSTANCE: Final = "{http://www.w3.org/2001/XMLSchema-instance}"
#: Names of attributes of units, in small letters: where one stands that is not read, the unit cannot be told.
_MEASURES: Final = frozenset({"unitcode", "currencyid"})
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
    prefixes = tuple(namespaces)
    found, foreign = _declarations_below(root, prefixes)
    if not found:
        raise Invalid((DECLARATION_NAMESPACE.at() if foreign else DECLARATION_NONE.at(),))
    read: list[Declaration] = []
    metadata: dict[_Element, dict[str, str]] = {}
    for parent, parts in found:
        about = {} if parent is None else _metadata_above(parent, metadata)
        reading = _Reading(names=Names(prefixes, parts[0].tag), source=source, limits=limits)
        read.append(reading.declaration(parts, about, _is_reply(parent)))
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


def _metadata_above(parent: _Element, known: dict[_Element, dict[str, str]]) -> dict[str, str]:
    """What the wrappers say of the model, the nearest first; each is asked once, however many declarations it holds."""
    new: list[_Element] = []
    wrapper: _Element | None = parent
    while wrapper is not None and wrapper not in known:
        new.append(wrapper)
        wrapper = wrapper.getparent()
    about = {} if wrapper is None else known[wrapper]
    for element in reversed(new):
        own = {name: (element.findtext(f"{{*}}{tag}") or "").strip() for name, tag in _METADATA}
        about = known[element] = {**about, **{name: text for name, text in own.items() if text}}
    return about


@final
@define(eq=False)
class _Scope:
    """What is gathered at one level: elements as they come, records until their rule runs."""

    level: Level
    elements: list[Element] = field(factory=list)
    records: dict[str, list[Fields]] = field(factory=dict)
    parts: list[_Element] = field(factory=list)
    sequences: set[int | None] = field(factory=set)

    @property
    def sequence(self) -> int | None:
        """The one number the item has; ``None`` where several are declared."""
        return next(iter(self.sequences)) if len(self.sequences) == 1 else None


@final
@define(eq=False, kw_only=True)
class _Reading:
    """One declaration in the making."""

    source: str
    limits: Limits
    names: Names
    map: WcoMap = field(factory=wco_map)
    unmapped: int = 0

    def declaration(self, parts: Iterable[_Element], about: dict[str, str], is_reply: bool) -> Declaration:
        """Walk the parts and put the declaration together."""
        header = _Scope("declaration")
        for part in parts:
            self._walk(part, self.map.declaration, header)
        shipments = [self._shipment(part) for part in header.parts]
        items = self._items(header, shipments)
        texts = {element.name: element.text.strip() for element in reversed(header.elements) if not _is_broken(element)}
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
        cells = 0
        everywhere = Equipment.of(header.records.get("TransportEquipment", ()))
        for shipment, items in shipments:
            declared = (everywhere, Equipment.of(shipment.records.get("TransportEquipment", ())))
            self._finish(shipment)
            # With one shipment its elements are the header's; with several each item needs those of its own.
            shared = shipment.elements if len(shipments) > 1 and items else []
            if not shared:
                header.elements += shipment.elements
            for item in items:
                broken = link(item.records.get("TransportEquipment", ()), declared)
                self._finish(item)
                if broken:
                    item.elements.append(Element("containers", "", None, (DECLARATION_LINK.at(),), None, "item"))
                cells += len(shared) + len(item.elements)
                self._refuse_cells(cells)
                done.append(Item(item.sequence, (*shared, *item.elements)))
        self._refuse_cells(cells + len(header.elements) * max(1, count))
        return tuple(done)

    def _refuse_cells(self, cells: int) -> None:
        """Count values before they are repeated from row to row."""
        if cells > self.limits.cells:
            raise Invalid((XML_CELLS.at(limit=self.limits.cells),))

    def _walk(self, element: _Element, branch: Branch, scope: _Scope) -> None:
        """Take every step down from an element."""
        steps, names = branch.children, self.names
        for child in element:
            name = names[child.tag]
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
                text, whole = self._text(child)
                digits = text.strip() if whole else ""
                is_number = digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST
                scope.sequences.add(int(digits) if is_number else None)
            else:
                self.unmapped += self._filled(child, name)

    def _read(self, element: _Element, leaf: Leaf, scope: _Scope) -> None:
        """Read one leaf. White space around it is layout, by the schema; a leaf with nothing else says nothing."""
        qualifier = None
        findings: tuple[Finding, ...] = ()
        before = self.unmapped
        attribute = leaf.measure
        if leaf.is_date:
            attribute = "formatCode"
            if len(element) == 1 and self.names[element[0].tag] and not _surrounds(element):
                self._pass_over(element, None)
                element = element[0]
        text, whole = self._text(element)
        if element.keys():
            qualifier = None if attribute is None else element.get(attribute)
            if self._pass_over(element, attribute) and qualifier is None and leaf.measure is not None:
                findings = (ELEMENT_UNIT.at(),)
        if not whole:
            findings = (ELEMENT_MIXED.at(), *findings)
        if (value := text.strip()) or (not whole and self.unmapped > before):
            self._add(leaf, text, value, qualifier, scope, findings)

    def _text(self, element: _Element) -> tuple[str, bool]:
        """The text of a leaf, and whether it is whole: no element stands inside it."""
        if not len(element):
            return element.text or "", True
        self.unmapped += sum(self._filled(child, self.names[child.tag]) for child in element)
        return (element.text or "") + "".join(child.tail or "" for child in element), False

    def _pass_over(self, element: _Element, attribute: str | None) -> bool:
        """Count the attributes of which nothing is read, and tell whether one of them would give a unit."""
        keys = map(str, element.keys())
        passed = [key for key in keys if key != attribute and not key.startswith(_SCHEMA_INSTANCE)]
        self.unmapped += len(passed)
        return any(key[key.rfind("}") + 1 :].lower() in _MEASURES for key in passed)

    def _record(self, element: _Element, record: Record) -> Fields:
        """Read one record; a text that is written again, and differently, or is not whole, is a doubt."""
        fields: Fields = {}
        for child in element:
            name = self.names[child.tag]
            if name in record.leaves:
                before = self.unmapped
                text, whole = self._text(child)
                if child.keys():
                    self._pass_over(child, None)
                known = fields.setdefault(name, text)
                if not whole:
                    if text.strip() or self.unmapped > before:
                        _doubt(fields, Doubt(fields, name, text, ELEMENT_MIXED.at()))
                elif known is not text and known.strip() != text.strip():
                    if known.strip() and text.strip():
                        _doubt(fields, Doubt(fields, name, text, DECLARATION_CONTRADICTION.at()))
                    else:
                        fields[name] = known if known.strip() else text
            elif record.inner is not None and name == record.inner[0]:
                leaf = record.inner[1]
                inside = self._record(child, Record(name, frozenset((leaf,)), None))
                texts: list[str] = fields.setdefault("", [])
                for doubt in inside.get(DOUBTS, ()):
                    _doubt(fields, Doubt(texts, len(texts), doubt.other, doubt.finding))
                texts.append(inside.get(leaf, ""))
            else:
                self.unmapped += self._filled(child, name)
        return fields

    def _filled(self, element: _Element, name: str) -> int:
        """Number of leaves that say something, of which nothing is read."""
        if name in self.map.structure:
            return 0
        own = 1 if element.text is not None and element.text.strip() else 0
        return own + sum(self._filled(child, self.names[child.tag]) for child in element)

    def _finish(self, scope: _Scope) -> None:
        """Turn the records of a scope into elements."""
        for rule, records in scope.records.items():
            is_told = False
            for name, text, findings in apply(rule, records, self.map.tables):
                is_told = is_told or bool(findings)
                if (value := text.strip()) or findings:
                    self._add(self.map.leaves[name], text, value, None, scope, findings)
            if not is_told:
                self.unmapped += sum(len(record[DOUBTS]) for record in records if DOUBTS in record)

    def _add(
        self, leaf: Leaf, text: str, value: str, qualifier: str | None, scope: _Scope, doubts: tuple[Finding, ...] = ()
    ) -> None:
        """Judge one text against its element, and keep both; a text in doubt has no value."""
        found: Any = value
        findings = doubts
        if doubts:
            found = None
        elif leaf.is_date:
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


def _is_broken(element: Element) -> bool:
    """Whether an element stands inside the text, so that the text is not to be taken for what was meant."""
    return any(finding.code == ELEMENT_MIXED.code for finding in element.findings)


def _surrounds(element: _Element) -> bool:
    """Whether an element has text of its own around its first child."""
    return bool((element.text or "").strip() or (element[0].tail or "").strip())


def _doubt(fields: Fields, doubt: Doubt) -> None:
    fields.setdefault(DOUBTS, []).append(doubt)
