"""No value of a product ever shows: not in a repr, a finding, an error or a difference."""

from __future__ import annotations

import traceback
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smir.entities import Person
from smir.findings import Invalid
from smir.handling import DataSubject
from smir.products import (
    Alert,
    Attachment,
    Draft,
    Item,
    Judgement,
    MessageType,
    Option,
    Originator,
    Product,
    Reason,
    StatementKind,
    SubjectDossier,
    check_standard,
    diff,
)
from smir.structure import check, evolve
from smir.structure.document import dumps, loads
from smir.structure.plain import canonical, parse
from smir.structure.shape import shape
from smir.values import CountryCode, Text
from tests.products.exemplars import NOW, alert, message, operational, profile, trend
from tests.products.strategies import PRODUCTS

CANARY = "Zqxcanary"
SAID = Text({"en": CANARY, "fr": CANARY})
PERSON = Person(subject=DataSubject.SUSPECT, name=CANARY, phones=("+32200000000",), notes=SAID)
FULL: dict[str, Any] = {
    "title": SAID,
    "legal_basis": SAID,
    "requirement": CANARY,
    "investigation": CANARY,
    "scope": SAID,
    "sources": SAID,
    "change_note": SAID,
    "no_known_links": SAID,
    "items": (Item(kind=StatementKind.FACT, text=SAID),),
    "entities": (PERSON,),
    "judgements": (Judgement(text=SAID, why=SAID, would_change=SAID),),
    "assumptions": (SAID,),
    "gaps": (SAID,),
    "options": (Option(action=SAID, risks=SAID),),
    "reasons": (Reason(requirement=f"LEVEL-{CANARY}", text=SAID),),
    "attachments": (Attachment.of(b"", name=f"{CANARY}.txt", media_type="text/plain"),),
    "originator": Originator(country=CountryCode("BE"), authority=CANARY),
    "notes": SAID,
}
FILLED = [
    alert(**FULL, action_requested=SAID, modus_operandi=SAID, contact=CANARY, cen_heading=CANARY),
    profile(**FULL | {"entities": ()}, control_instruction=SAID, owner=CANARY, subject=SubjectDossier(finances=SAID)),
    operational(**FULL, summary=SAID, findings=(SAID,)),
    trend(**FULL, phenomenon=SAID, drivers=(SAID,)),
    message(MessageType.RFI, **FULL, body=SAID, correlation=CANARY),
]


def everything_shown(product: Product) -> str:
    parts = (*product.items, *product.entities, *product.judgements, *product.options, *product.attachments)
    shown = [str(product), *map(repr, (product, Draft.of(product), *parts))]
    for finding in (*check(product), *check_standard(product, on=NOW)):
        shown += [repr(finding), str(finding), finding.message("fr")]
    shown += [repr(change) + str(change.before) + str(change.after) for change in diff(product, emptied(product))]
    return "\n".join(shown)


def emptied(product: Product) -> Product:
    return evolve(product, title=Text(en="…"), items=(), entities=(), judgements=(), notes=None)


@pytest.mark.parametrize("product", FILLED, ids=lambda product: product.kind.value)
def test_what_a_product_says_never_shows(product: Product) -> None:
    assert CANARY in dumps(product).decode()
    assert CANARY not in everything_shown(product)


@pytest.mark.parametrize("cls", PRODUCTS, ids=lambda cls: cls.__name__)
@given(data=st.data())
def test_a_value_of_the_wrong_type_is_refused_without_being_repeated(cls: type, data: st.DataObject) -> None:
    filled = next(product for product in FILLED if type(product) is cls)
    name = data.draw(st.sampled_from([member.name for member in shape(cls).members]))
    wrong = data.draw(st.sampled_from([{CANARY: CANARY}, [CANARY], 1.5, CANARY.encode()]))
    with pytest.raises(Invalid) as refused:
        evolve(filled, **{name: wrong})
    assert all(finding.path.startswith(f"/{name}") for finding in refused.value.findings)
    assert CANARY not in "".join(traceback.format_exception(refused.value, chain=True)).split("Invalid:")[-1]


@pytest.mark.parametrize("product", FILLED, ids=lambda product: product.kind.value)
@given(data=st.data())
def test_a_broken_document_is_refused_without_being_repeated(product: Product, data: st.DataObject) -> None:
    plain = parse(dumps(product))
    name = data.draw(st.sampled_from(sorted(set(plain) - {"type"})))
    plain[name] = data.draw(st.sampled_from([{CANARY: CANARY}, [[CANARY]], 1.5, None, {"type": CANARY}]))
    outcome = loads(canonical(plain), type(product))
    assert not outcome.ok
    assert CANARY not in "".join(map(str, outcome.findings))


def test_a_rule_that_refuses_repeats_nothing() -> None:
    with pytest.raises(Invalid) as refused:
        Alert(
            **{name: getattr(FILLED[0], name) for name in ("level", "title", "grade", "items")},
            indicators=(f"a {CANARY}",),
        )
    assert CANARY not in refused.value.report() + refused.value.report("fr")
