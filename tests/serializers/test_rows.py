"""Tables and notebooks: what analysts see of many products at once shows no personal value."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from smir.conformance.products import releases
from smir.conformance.records import records
from smir.entities import Person
from smir.products import Alert, Product, nominal_places
from smir.release import Released
from smir.serializers import dumps, loads, rows
from smir.structure import evolve
from smir.values import Text

CANARY = "Canarina Invented-7f3a"  # as in the alert of the fixtures


def test_products_releases_and_what_was_received_give_the_same_columns(alert: Alert, partners: Any) -> None:
    table = rows([alert, partners, loads(dumps(partners))])
    assert len({tuple(row) for row in table}) == 1
    assert table[1] == table[2]
    assert [row["urn"] for row in table] == ["FR-DGDDI-2026-000001"] * 3


def test_a_row_tells_the_header_and_how_much_there_is(alert: Alert) -> None:
    (row,) = rows([alert])
    assert row["kind"] == "ALERT"
    assert row["grade"] == "B21"
    assert row["nominal"] is True
    assert (row["items"], row["entities"], row["links"], row["withheld"]) == (2, 2, 1, 0)
    assert row["markings"] == "TLP:AMBER"


def test_what_was_withheld_is_counted(partners: Released[Alert]) -> None:
    assert int(rows([partners])[0]["withheld"] or 0) > 0


@given(releases())
def test_a_cell_is_a_plain_value_for_any_table(released: Released[Product]) -> None:
    (row,) = rows([released], titles="fr")
    assert {type(cell) for cell in row.values()} <= {str, int, bool, type(None)}


def test_no_row_shows_a_name_not_even_from_a_title(alert: Alert) -> None:
    assert CANARY not in str(rows([alert], titles="en"))
    told = evolve(alert, title=Text(en="About CANARINA  invented-7F3A", fr="Retenir un conteneur"))
    assert rows([told], titles="en")[0]["title"] is None
    assert rows([told], titles="fr")[0]["title"] == "Retenir un conteneur"


def test_titles_come_in_the_language_asked_for(alert: Alert) -> None:
    assert rows([alert], titles="fr")[0]["title"] == "Retenir un conteneur"
    assert rows([alert], titles="es")[0]["title"] == "Hold one container"
    assert "title" not in rows([alert])[0]


def test_a_notebook_shows_what_the_repr_shows_and_no_more(alert: Alert) -> None:
    html: Any = alert._repr_html_()  # type: ignore[attr-defined]
    assert html.startswith("<table><caption>Alert</caption>")
    assert "<th>grade</th><td>Grade</td>" in html
    assert CANARY not in html
    assert "&lt;2&gt;" in html, "what stands in a cell is escaped"


@given(records(Person))
def test_a_notebook_shows_no_personal_value_of_a_person(person: Person) -> None:
    html: Any = person._repr_html_()  # type: ignore[attr-defined]
    hidden = [value for path, value in nominal_places(person) if path and isinstance(value, str) and len(value) > 12]
    assert not [value for value in hidden if value in html]
