"""A trial: one serializer on its own, without the guard of the house, as the checks handle it."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, TypeVar, cast

from attrs import field, frozen

from smir.conformance.kit.hearing import Attempt, attempt
from smir.conformance.kit.planting import Planter
from smir.conformance.kit.releasing import Planted
from smir.conformance.kit.variation import ODD, respelled
from smir.findings import Outcome
from smir.products import Alert, Message, Product, Profile, Report, Trend
from smir.release import Received, Released
from smir.serializers import Capabilities, Serializer, registry
from smir.structure import Limits, evolve
from smir.structure.limits import DEFAULT_LIMITS

T = TypeVar("T")

#: The kinds of product that a trial makes.
KINDS: tuple[type[Product], ...] = (Alert, Trend, Profile, Report, Message)


@frozen(eq=False)
class Trial:
    """One serializer under test.

    Args:
        serializer: The object itself, behind no guard: what it does wrong must be seen here.
        name: What it is called.
        package: The package and version it comes from.
        examples: How many examples each check draws.
        own: Releases of one's own, tried besides those that are drawn.
        registered: Whether another process finds it by its name.
    """

    serializer: Any = field(repr=False)
    name: str
    package: str
    examples: int = 20
    own: tuple[Released[Any], ...] = field(default=(), repr=False)
    registered: bool = False
    _kept: dict[str, Any] = field(factory=dict, init=False, repr=False)

    @property
    def able(self) -> Capabilities | None:
        """What it declares, where it declares in the right form."""
        declared = attempt(lambda: self.serializer.capabilities).value
        return declared if type(declared) is Capabilities else None

    @property
    def writes(self) -> bool:
        """Whether it says that it writes, and has the method."""
        return self.able is not None and self.able.writes and self._has("write")

    @property
    def reads(self) -> bool:
        """Whether it says that it reads, and has the method."""
        return self.able is not None and self.able.reads and self._has("read")

    @property
    def kinds(self) -> tuple[type[Product], ...]:
        """The kinds of product that it says it takes."""
        able = self.able
        return () if able is None else tuple(kind for kind in KINDS if kind.product_type in able.products)

    def write(self, released: Released[Any]) -> Attempt[bytes]:
        """What it does with a release."""
        return attempt(lambda: cast("bytes", self.serializer.write(released)))

    def read(self, data: bytes, limits: Limits = DEFAULT_LIMITS) -> Attempt[Outcome[Received[Product]]]:
        """What it does with a document."""
        return attempt(lambda: cast("Outcome[Received[Product]]", self.serializer.read(data, limits)))

    def understood(self, data: bytes, limits: Limits = DEFAULT_LIMITS) -> Received[Product] | None:
        """What it reads in a document without an error, if it reads it."""
        outcome = self.read(data, limits).value
        return outcome.value if isinstance(outcome, Outcome) and outcome.ok else None

    def wrote(self, released: Released[Any]) -> bytes | None:
        """What it writes, where it writes bytes."""
        data = self.write(released).value
        return data if type(data) is bytes else None

    def once(self, name: str, make: Callable[[], T]) -> T:
        """Work something out once for this trial."""
        if name not in self._kept:
            self._kept[name] = make()
        return cast("T", self._kept[name])

    def planted(self, seed: int = 1) -> tuple[Planted, ...]:
        """One full product of each kind that it takes."""
        return self.once(
            f"planted {seed}", lambda: tuple(plant(kind, seed + 1000 * at) for at, kind in enumerate(self.kinds))
        )

    def odd(self) -> tuple[Released[Any], ...]:
        """One full product of each kind whose texts are those that writers of formats stumble over."""
        return self.once("odd", lambda: tuple(_odd(one).to_itself for one in self.planted(2)))

    def document(self, seed: int = 1) -> bytes | None:
        """Its document of a product kept by its own office, where it writes one; a third of the entities is enough."""
        if not self.writes or not self.kinds:
            return None
        return self.once(f"document {seed}", lambda: self.wrote(_lean(self.planted(seed)[0]).to_itself))

    def _has(self, method: str) -> bool:
        return callable(attempt(lambda: getattr(self.serializer, method)).value)


def plant(kind: type[Product], seed: int) -> Planted:
    """A full product of a kind, with the words planted in it."""
    planter = Planter(seed)
    return Planted(planter.product(kind), tuple(planter.words))


def _odd(one: Planted) -> Planted:
    return Planted(respelled(one.product, ODD), one.words)


def _lean(one: Planted) -> Planted:
    return Planted(evolve(one.product, entities=one.product.entities[::3]), one.words)


def trial_of(serializer: str | Serializer, *, examples: int = 20, releases: tuple[Released[Any], ...] = ()) -> Trial:
    """The trial of a serializer, by the name of its entry point or as an object.

    Raises:
        smir.Unavailable: ``PLUGIN-…`` where nothing of that name can be loaded.
    """
    if isinstance(serializer, str):
        found = registry().get(serializer)
        package = f"{found.plugin.package} {found.plugin.version}"
        return Trial(found.serializer, serializer, package, examples, releases, registered=True)
    home = serializer.__name__ if inspect.ismodule(serializer) else type(serializer).__module__
    named = attempt(lambda: serializer.capabilities.name).value
    name = named if isinstance(named, str) else type(serializer).__name__
    return Trial(serializer, name, home.partition(".")[0], examples, releases)
