"""What the parts of a declaration say of each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from smir.declarations import Declaration
from smir.findings import Severity


def goods(*items: tuple[str, str, str]) -> str:
    """Items by packages, gross mass and net mass."""
    parts = (
        "<GovernmentAgencyGoodsItem><Commodity><GoodsMeasure>"
        f"<GrossMassMeasure>{gross}</GrossMassMeasure><NetNetWeightMeasure>{net}</NetNetWeightMeasure>"
        f"</GoodsMeasure></Commodity><Packaging><QuantityQuantity>{packages}</QuantityQuantity></Packaging>"
        "</GovernmentAgencyGoodsItem>"
        for packages, gross, net in items
    )
    return f"<GoodsShipment>{''.join(parts)}</GoodsShipment>"


def header(items: str, packages: str, function: str = "9", kind: str = "IMA") -> str:
    return (
        f"<FunctionCode>{function}</FunctionCode><TypeCode>{kind}</TypeCode>"
        f"<GoodsItemQuantity>{items}</GoodsItemQuantity><TotalPackageQuantity>{packages}</TotalPackageQuantity>"
    )


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (header("2", "7") + goods(("3", "10", "9"), ("4", "10", "10")), []),
        (header("3", "7") + goods(("3", "10", "9"), ("4", "10", "10")), [("DECLARATION-ITEMS", "/header/item_count")]),
        (header("1", "8") + goods(("3", "10", "9")), [("DECLARATION-PACKAGES", "/header/total_package_count")]),
        (header("2", "8") + goods(("3", "10", "9"), ("", "10", "9")), []),
        (header("1", "3") + goods(("3", "9", "10")), [("DECLARATION-MASSES", "/items/0/net_mass")]),
        (header("1", "3") + goods(("3", "", "10")), []),
        (header("", "") + goods(("3", "10", "9")), []),
    ],
)
def test_counts_and_masses_are_compared(
    declared: Callable[[str], Declaration], document: str, expected: list[tuple[str, str]]
) -> None:
    findings = declared(document).findings
    assert [(found.code, found.path) for found in findings] == expected
    assert all(found.severity is Severity.WARNING for found in findings)


def test_an_amendment_is_flagged_and_its_counts_are_not_compared(declared: Callable[[str], Declaration]) -> None:
    declaration = declared(header("9", "9", "13", "COR") + goods(("3", "9", "10")))
    assert [found.code for found in declaration.findings] == ["DECLARATION-AMENDMENT", "DECLARATION-MASSES"]
