"""Conformance: strategies that make valid and hostile objects of every public type, and the kit that tries a format.

Nothing heavy is loaded before one of these names is used; they need ``smir[conformance]``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smir.conformance import strategies
    from smir.conformance.kit import Check, Report, Result, Verdict, checks, serializer_kit

__all__ = ["Check", "Report", "Result", "Verdict", "checks", "serializer_kit", "strategies"]


def __getattr__(name: str) -> object:
    if name == "strategies":
        from smir.conformance.entry import need_hypothesis

        need_hypothesis()
        return import_module("smir.conformance.strategies")
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module("smir.conformance.kit"), name)
    globals()[name] = found  # found once, then an ordinary name
    return found


def __dir__() -> list[str]:
    return list(__all__)
