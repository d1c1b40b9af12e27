"""Planted products are full, the same in every process, and released to three recipients with secrets to keep."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import HealthCheck, given, settings

from smir.conformance.elsewhere import SEED, Elsewhere, Watch, elsewhere, serve
from smir.conformance.kit.members import parse
from smir.conformance.kit.outline import of_release, places
from smir.conformance.kit.planting import Planter
from smir.conformance.kit.releasing import Planted, content
from smir.conformance.kit.trial import KINDS, plant, trial_of
from smir.conformance.kit.variation import planted
from smir.findings import errors_among
from smir.products import Alert, Product, is_nominal
from smir.structure import check, record
from smir.structure.shape import shape
from tests.conformance.saboteurs import Faultless, NamesAFile


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_planted_product_has_every_member(kind: type[Product]) -> None:
    product = plant(kind, 1).product
    assert [member.name for member in shape(kind).members if getattr(product, member.name) in (None, ())] == []
    assert not errors_among(check(product))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_is_withheld_is_secret_and_the_rest_is_not(kind: type[Product]) -> None:
    one = plant(kind, 2)
    assert one.secrets(one.to_itself) == ()
    partner, carrier = set(one.secrets(one.to_partner)), set(one.secrets(one.to_carrier))
    assert partner < carrier
    assert len(partner) > 50
    assert not is_nominal(one.to_carrier.product)
    assert not partner & set(one.allowed(one.to_partner))
    assert not any(identity in content(one.to_partner) for identity in one.hidden(one.to_partner))


def test_one_seed_gives_one_product() -> None:
    assert Planter(3).product(Alert) == Planter(3).product(Alert)
    assert Planter(3).product(Alert) != Planter(4).product(Alert)


@settings(max_examples=20, suppress_health_check=list(HealthCheck))
@given(planted(KINDS, odd=True))
def test_a_variation_can_be_released_to_all(one: Planted) -> None:
    assert not errors_among(check(one.product))
    assert content(one.to_carrier)
    assert repr(one) == "Planted()"


def test_a_record_that_no_example_fits_is_named() -> None:
    @record(tag="impossible")
    class Impossible:
        text: str

        def rules(self):
            yield from (finding for finding in check_nothing(self.text))

    with pytest.raises(TypeError, match="Impossible"):
        Planter(1).record(Impossible)


def check_nothing(_: str):
    from smir.products.attachment import ATTACHMENT_NAME

    return (ATTACHMENT_NAME.at("/text"),)


def test_the_outline_of_a_release_names_places_and_no_values() -> None:
    one = plant(Alert, 5)
    outline = of_release(one.to_partner)
    assert outline.places == tuple(places(one.to_partner.product))
    assert not any(word in outline.describe(language) for word in one.words for language in ("en", "fr"))
    assert "… +" in outline.describe()


def test_another_process_writes_the_same() -> None:
    there = elsewhere(trial_of("json"))
    assert there is not None
    here = serve({"path": [], "name": "json"}, Watch())
    assert there.written == tuple(here["written"])
    assert Elsewhere.digest(None) not in there.written
    assert there.touched == ()
    assert there.seed == SEED


def test_another_process_tells_which_files_were_made() -> None:
    there = elsewhere(trial_of(NamesAFile()))
    assert there is not None
    assert any(name.endswith(".tmp") for name in there.touched)


def test_what_cannot_be_handed_to_another_process_is_not_tried_there() -> None:
    assert elsewhere(trial_of(Faultless())) is None


def test_a_serializer_is_made_again_from_what_another_process_is_handed() -> None:
    order = {"path": [], "name": None, "pickled": pickle.dumps(NamesAFile()).hex(), "module": NamesAFile.__module__}
    made = serve(order | {"file": None}, Watch())
    assert made["written"] == [
        Elsewhere.digest(NamesAFile().write(one.to_partner)) for one in trial_of(NamesAFile()).planted(SEED)
    ]


@pytest.mark.parametrize("text", [b"<alert/>", b"[1]", b"\xff", b"[" * 10_000])
def test_what_is_no_json_object_has_no_members(text: bytes) -> None:
    assert parse(text) is NotImplemented
