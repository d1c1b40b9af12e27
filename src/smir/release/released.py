"""What leaves: a product released to one recipient, and what is received from another."""

from __future__ import annotations

from typing import Generic, NoReturn, TypeVar, cast, final

from attrs import field, frozen

from smir.findings import Code, Finding, Unavailable
from smir.handling import Audience, Handling
from smir.products import Product
from smir.release.decision import Decision, Withholding
from smir.release.recipient import Recipient
from smir.structure import record
from smir.values import Instant

P_co = TypeVar("P_co", bound=Product, covariant=True)

RELEASED_ONLY = Code(
    "RELEASED-ONLY",
    en="Only a release makes a Released: call office.release(product, to=recipient).",
    fr="Seule une communication crée un Released\u00a0: appelez office.release(produit, to=destinataire).",
)


@final
@record
class ReleaseNote:
    """The terms that travel with a product: who released it to whom, when, under which code, and what was withheld.

    Args:
        recipient: Who received it.
        audience: The audience of the handling codes it belongs to.
        released_at: When it was decided.
        policy: The policy that decided.
        handling: The handling code of this release, with the conditions the recipient must keep.
        consent: Reference of the originator's agreement, where one was needed.
        withheld: What was left out, by path and reason.
    """

    recipient: Recipient
    audience: Audience
    released_at: Instant
    policy: str
    handling: Handling
    consent: str | None = None
    withheld: tuple[Withholding, ...] = ()


class _Key:
    """Held by this room alone."""


_KEY = _Key()


@final
class Released(Generic[P_co]):
    """A product as one recipient may have it. Serializers take nothing else, and only a release makes one.

    >>> try:
    ...     Released()
    ... except Unavailable as error:
    ...     print(error)
    RELEASED-ONLY /: Only a release makes a Released: call office.release(product, to=recipient).
    """

    __slots__ = ("_decision", "_note", "_product")
    _product: P_co
    _note: ReleaseNote
    _decision: Decision

    def __init__(self, *_: object, **__: object) -> None:
        raise Unavailable([RELEASED_ONLY.at()])

    def __init_subclass__(cls) -> NoReturn:
        raise TypeError("Released is final")

    @property
    def product(self) -> P_co:
        """The product with :class:`~smir.handling.Withheld` in the place of what the recipient may not have."""
        return self._product

    @property
    def note(self) -> ReleaseNote:
        """The terms that travel with it."""
        return self._note

    @property
    def decision(self) -> Decision:
        """Why it could leave, with every rule that spoke."""
        return self._decision

    @property
    def recipient(self) -> Recipient:
        """Who receives it."""
        return self._note.recipient

    @property
    def withheld(self) -> tuple[Withholding, ...]:
        """What was left out, by path and reason."""
        return self._note.withheld

    def __copy__(self) -> Released[P_co]:
        return self

    def __deepcopy__(self, _: object) -> Released[P_co]:
        return self

    def __reduce__(self) -> NoReturn:
        """A Released is not pickled: write it with :func:`smir.dumps`, and read it back as received."""
        raise Unavailable([RELEASED_ONLY.at()])

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a Released cannot change")

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Released) and (self._product, self._note) == (other._product, other._note)
            if type(other) is Released
            else NotImplemented
        )

    def __hash__(self) -> int:
        return hash((self._product, self._note))

    def __repr__(self) -> str:
        return f"<Released {self._product.kind.value} to {self.recipient.name}, {len(self.withheld)} withheld>"


def make_released(product: Product, note: ReleaseNote, decision: Decision) -> Released[Product]:
    """Make the form that may leave; only the release of this room calls it."""
    made = cast("Released[Product]", object.__new__(Released))
    for name, value in (("_product", product), ("_note", note), ("_decision", decision)):
        object.__setattr__(made, name, value)
    return made


@frozen
class Received(Generic[P_co]):
    """A product that came from elsewhere, with its terms and what reading it found.

    It is not re-released without its originator's authority: an office refuses to pass on what it did not originate,
    unless the originator's agreement is given.

    Args:
        product: The product, as its sender released it.
        note: The sender's terms; ``None`` where the format cannot carry them.
        format: The format it was read from.
        findings: What reading it found.
    """

    product: P_co
    note: ReleaseNote | None
    format: str
    findings: tuple[Finding, ...] = field(default=())

    @property
    def origin(self) -> str:
        """The originator as the product names it."""
        originator = self.product.originator
        return "" if originator is None else f"{originator.country} {originator.authority}"

    def __repr__(self) -> str:
        return f"<Received {self.product.kind.value} from {self.origin or 'unknown'}, {len(self.findings)} findings>"
