"""Where Hypothesis enters: it calls ``register`` when it is imported, and ``from_type`` then knows our types.

The strategies themselves are loaded when one of them is first drawn from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, get_args, get_origin

from smir.findings import Code, Unavailable

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

ENTRY_EXTRA = Code(
    "ENTRY-EXTRA",
    en="This needs Hypothesis, which is not installed. Install smir[conformance].",
    fr="Ceci demande Hypothesis, qui n’est pas installé. Installez smir[conformance].",
)

Maker = Callable[[type], "SearchStrategy[Any]"]

#: The rooms whose public classes are registered.
_ROOMS = ("values", "handling", "grading", "entities", "products", "release", "office", "serializers")


def need_hypothesis() -> None:
    """Raise :class:`smir.Unavailable` (``ENTRY-EXTRA``) where Hypothesis is not installed."""
    try:
        found = find_spec("hypothesis") is not None
    except (ImportError, ValueError):
        found = False
    if not found:
        raise Unavailable([ENTRY_EXTRA.at()])


def register() -> None:
    """Tell Hypothesis how to make every public type of the house.

    An installation of ``smir`` that does not import leaves Hypothesis as it is: other tests must go on.
    """
    try:
        known = dict(registrations())
    except ImportError:
        return
    from hypothesis import strategies as st

    for cls, make in known.items():
        st.register_type_strategy(cls, make)


def registrations() -> Iterator[tuple[type, Maker]]:
    """Each class with what makes its strategy when it is asked for.

    >>> from smir.values import HSCode
    >>> HSCode in dict(registrations())
    True
    """
    from smir.criteria import Criterion
    from smir.declarations import Declaration, Row
    from smir.products import Product
    from smir.release import Received, Released
    from smir.structure.shape import is_record
    from smir.values import Text, Written

    for room in _ROOMS:
        module = import_module(f"smir.{room}")
        for name in module.__all__:
            cls = getattr(module, name)
            if isinstance(cls, type) and is_record(cls):
                yield cls, _products if issubclass(cls, Product) else partial(_records, cls)
            elif isinstance(cls, type) and issubclass(cls, Written) and cls is not Written:
                yield cls, _written
    yield Criterion, _written
    yield Text, _texts
    yield Released, partial(_released, "releases")
    yield Received, partial(_released, "received")
    yield Row, _rows
    yield Declaration, _declarations


def _records(cls: type, _: type) -> SearchStrategy[Any]:
    from smir.conformance.records import records

    return records(cls)


def _products(cls: type) -> SearchStrategy[Any]:
    from smir.conformance.products import KINDS, products

    return products(tuple(kind for kind in KINDS if issubclass(kind, cls)))


def _released(name: str, asked: type) -> SearchStrategy[Any]:
    """Releases, or what was received, of the kinds that the parameter of the generic class names."""
    from smir.conformance import products as made

    wanted = tuple(kind for kind in get_args(asked) if isinstance(kind, type)) if get_origin(asked) else ()
    kinds = tuple(kind for kind in made.KINDS if not wanted or issubclass(kind, wanted))
    make: Callable[..., SearchStrategy[Any]] = getattr(made, name)
    return make(kinds)


def _written(cls: type) -> SearchStrategy[Any]:
    from smir.conformance.values import written

    return written(cls)


def _texts(_: type) -> SearchStrategy[Any]:
    from smir.conformance.values import by_language

    return by_language()


def _rows(_: type) -> SearchStrategy[Any]:
    from smir.conformance.declared import rows

    return rows()


def _declarations(_: type) -> SearchStrategy[Any]:
    from smir.conformance.declared import declarations

    return declarations()
