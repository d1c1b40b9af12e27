"""What a stranger gets: the installed wheel, looked at from another folder. Run by ``nox -s wheel``."""

from __future__ import annotations

import importlib
import sys
import zipfile
from importlib.metadata import distribution, entry_points
from pathlib import Path


def check(wheel: Path) -> None:
    """Raise where the wheel, or what was installed from it, is not whole."""
    names = zipfile.ZipFile(wheel).namelist()
    for ending in ("smir/py.typed", "licenses/LICENSE", "licenses/NOTICE"):
        assert any(name.endswith(ending) for name in names), f"{ending} is not in the wheel"
    ours = ("smir", next(name.split("/")[0] for name in names if name.endswith(".dist-info/METADATA")))
    strange = [name for name in names if name.split("/")[0] not in ours]
    assert not strange, f"not ours to install: {strange[:5]}"
    assert not [name for name in names if "__pycache__" in name]

    smir = importlib.import_module("smir")
    assert "site-packages" in str(smir.__file__), "this is the source, not the wheel"
    for name in smir.__all__:
        getattr(smir, name)

    metadata = distribution("smir").metadata
    assert metadata["License-Expression"] == "Apache-2.0"
    assert metadata["Requires-Python"] == ">=3.11"
    for group in ("smir.serializers", "smir.vocabularies", "hypothesis"):
        for point in entry_points(group=group):
            if point.dist is not None and point.dist.name == "smir":
                point.load()


if __name__ == "__main__":
    check(Path(sys.argv[1]))
    print("the wheel is whole")
