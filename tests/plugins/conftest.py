"""A search path of its own for every test about plug-ins, and packages laid out on it as an installer would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


def lay_out(
    site: Path,
    package: str,
    entry_points: str | bytes,
    *,
    version: str = "1.0",
    modules: dict[str, str] | None = None,
    metadata: str | None = None,
) -> None:
    """Put a real ``dist-info`` folder, and modules where asked, into ``site``."""
    info = site / f"{package.replace('-', '_')}-{version}.dist-info"
    info.mkdir(parents=True)
    text = f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n" if metadata is None else metadata
    (info / "METADATA").write_text(text, encoding="utf-8")
    data = entry_points if isinstance(entry_points, bytes) else entry_points.encode()
    (info / "entry_points.txt").write_bytes(data)
    for name, source in (modules or {}).items():
        (site / f"{name}.py").write_text(source, encoding="utf-8")


@pytest.fixture
def install() -> Callable[..., None]:
    """Lays out a package: ``install(folder, package, entry_points, version=, modules=, metadata=)``."""
    return lay_out


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder on the search path, where packages can be laid out."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.delenv("SMIR_PLUGINS", raising=False)
    return folder
