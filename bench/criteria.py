"""One criterion on one row: evaluation in three values, against the matching function of the ``cql2`` package."""

from __future__ import annotations

from decimal import Decimal
from importlib.metadata import version

import cql2

import smir
from bench.row import Work

THREE = "commodity_code LIKE '0811%' AND origin_country = 'EC' AND gross_mass > 10000"
ROWS: dict[str, dict[str, str | Decimal]] = {
    "hit": {"commodity_code": "0811901100", "origin_country": "EC", "gross_mass": Decimal("24500.5")},
    "no hit": {"commodity_code": "0811901100", "origin_country": "EC", "gross_mass": Decimal("350.0")},
    "cannot tell": {"commodity_code": "0811901100", "origin_country": "EC"},
}


def works() -> list[Work]:
    """Evaluation on a hit, a near miss and a row with a gap; reading the text; explaining."""
    peer_name = f"cql2 {version('cql2')}"
    criterion = smir.criterion(THREE)
    expression = cql2.parse_text(THREE)
    found = []
    for verdict, row in ROWS.items():
        item = {name: float(value) if isinstance(value, Decimal) else value for name, value in row.items()}
        whole = verdict != "cannot tell"  # the peer has two values, so it has no answer to time there
        found.append(
            Work(
                f"three conditions on one row: {verdict}",
                lambda row=row: criterion.evaluate(row),  # type: ignore[misc]
                (lambda item=item: expression.matches(item)) if whole else None,  # type: ignore[misc]
                peer_name if whole else "–",
                at_most=1 / 8 if whole else None,
                within=2e-6,
                calls=20_000,
            )
        )
    found.append(
        Work(
            "read and check the text of three conditions",
            lambda: smir.criterion(THREE),
            lambda: cql2.parse_text(THREE),
            f"{peer_name}, parsing only",
            calls=500,
        )
    )
    found.append(Work("explain a row with a gap", lambda: criterion.explain(ROWS["cannot tell"]), calls=5_000))
    return found
