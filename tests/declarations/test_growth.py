"""The work on a document grows with the document: sixteen times as much takes nowhere near 256 times as long."""

from __future__ import annotations

import subprocess
import sys

import pytest

DOCUMENTS = {
    "one long text beside many attributes": "b'<r>' + b'<x y=\"1\"/>' * 600 + b'<t>' + b'a' * (n * 4) + b'</t></r>'",
    "many beginnings of namespaces in a text": "b'<r>' + b'xmlns' * n + b'</r>'",
    "many replies": "b'<r>' + b'<Response><Declaration/></Response>' * n + b'</r>'",
    "many items that each link to equipment": (
        "b'<Declaration><GoodsShipment><Consignment>' + b''.join(b'<TransportEquipment><ID>%d</ID></TransportEquipment>'"
        " % i for i in range(n)) + b'</Consignment>' + b''.join(b'<GovernmentAgencyGoodsItem><Commodity>"
        "<TransportEquipment><ID>%d</ID></TransportEquipment></Commodity></GovernmentAgencyGoodsItem>' % (n - i)"
        " for i in range(n)) + b'</GoodsShipment></Declaration>'"
    ),
    "many findings": (
        "b'<Declaration><Consignment>' + b'<TransportEquipment><ID>A</ID></TransportEquipment>' * n"
        " + b'</Consignment></Declaration>'"
    ),
    "many doubts": (
        "b'<Declaration><Consignment>' + b'<TransportEquipment><ID>A</ID><ID>B</ID></TransportEquipment>' * n"
        " + b'</Consignment></Declaration>'"
    ),
    "one place with many doubts": (
        "b'<Declaration><PreviousDocument>' + b''.join(b'<ID>%d</ID>' % i for i in range(n))"
        " + b'</PreviousDocument></Declaration>'"
    ),
}
PROGRAM = """
import time
from smir.declarations import Limits, read_bytes
limits = Limits(cells=2**31, items=20_000, text=120_000)
def seconds(n, times):
    data = {document}
    taken = []
    for _ in range(times):
        start = time.process_time()
        read_bytes(data, limits=limits)
        taken.append(time.process_time() - start)
    return min(taken)
seconds(10, 1)
print(seconds(16_000, 2) / seconds(1_000, 5))
"""


@pytest.mark.parametrize("name", DOCUMENTS)
def test_sixteen_times_the_document_is_no_square_of_the_work(name: str) -> None:
    program = PROGRAM.format(document=DOCUMENTS[name])
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=True)
    assert float(done.stdout) < 64
