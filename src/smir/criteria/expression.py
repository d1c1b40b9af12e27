"""The criterion of a profile or an alert: what it looks for in declarations, as an expression anyone can read."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, Final, final

from attrs import field, frozen

from smir.criteria.evaluate import Row, Run, compiled
from smir.criteria.guard import CRITERION_DEPTH, NODES_DEEP, guard_text
from smir.criteria.json_form import frames_of_json, json_text
from smir.criteria.nodes import CRITERION_NODE, Condition
from smir.criteria.personal import personal_nodes, written
from smir.criteria.place import Place
from smir.criteria.printing import text_of
from smir.criteria.reading import Read, read
from smir.criteria.text_form import frames_of_text
from smir.criteria.verdict import Verdict
from smir.criteria.walking import depth, names
from smir.findings import Finding, Invalid, errors_among
from smir.values import Written

if TYPE_CHECKING:
    from smir.criteria.explain import Explanation
    from smir.declarations import Catalogue

#: Longer criteria than this many characters are read anew each time.
REMEMBERED = 2_000

_VERDICTS: Final = MappingProxyType({True: Verdict.HIT, False: Verdict.NO_HIT, None: Verdict.CANNOT_TELL})


@final
@frozen(repr=False, eq=False, weakref_slot=False)
class Criterion(Written):
    """A condition on the data elements of a declaration, in the OGC language CQL2.

    It gives three answers: a value that is missing, or of another kind than it is compared with, makes the answer
    "cannot tell" unless the rest decides. Numbers are exact decimals; texts are compared as declared, letter by letter.
    Equal criteria have equal nodes, whether they were written as text or as JSON, with or without needless parentheses.

    Reading a written criterion (``Criterion.parse``) does not ask whether the catalogue knows its names: a partner's
    criterion may use national elements. :func:`criterion` asks.

    Args:
        root: The whole condition, as nodes.

    Raises:
        smir.Invalid: ``CRITERION-NODE`` for what is no condition, and the codes of the guard for a condition beyond its
            limits.

    Source: OGC 21-065r2, Common Query Language (CQL2).

    >>> wanted = Criterion.parse("gross_mass>1e4 and (origin_country = 'EC')")
    >>> str(wanted)
    "gross_mass > 10000 AND origin_country = 'EC'"
    >>> wanted.evaluate({"origin_country": "EC"})
    <Verdict.CANNOT_TELL: 'cannot tell'>
    """

    pattern: ClassVar[str] = r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]+$"

    root: Condition
    _text: str = field(init=False)
    _run: Run = field(init=False)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.root, Condition):
            raise Invalid((CRITERION_NODE.at(node="Criterion"),))
        if depth(self.root, NODES_DEEP) > NODES_DEEP:
            raise Place().invalid(CRITERION_DEPTH, limit=NODES_DEEP)
        text = text_of(self.root)
        guard_text(text)
        object.__setattr__(self, "_text", text)

    @classmethod
    def parse(cls, text: str, /) -> Criterion:
        """Read a criterion in the text form, or in the JSON form where it begins with ``{``.

        Raises:
            smir.Invalid: Every finding of the guard and of the reader; none of them quotes the criterion.
        """
        if type(text) is str and len(text) <= REMEMBERED:
            return _known(text)
        return Criterion(_read(text).root)

    def to_json(self) -> str:
        """The JSON form of CQL2, for systems that read that; ``Criterion.parse`` reads it back equal.

        >>> Criterion.parse("net_mass < 0.10").to_json()
        '{"op":"<","args":[{"property":"net_mass"},0.1]}'
        """
        return json_text(self.root)

    def evaluate(self, row: Row, /) -> Verdict:
        """What the criterion says of one row.

        Args:
            row: A mapping from machine names to texts, decimals, dates or tuples of texts; a missing value is an absent
                key.

        >>> from decimal import Decimal
        >>> criterion("gross_mass > 10000").evaluate({"gross_mass": Decimal("12000")})
        <Verdict.HIT: 'hit'>
        """
        try:
            run = self._run
        except AttributeError:
            run = compiled(self.root)
            object.__setattr__(self, "_run", run)
        return _VERDICTS[run(row)]

    def explain(
        self, row: Row, /, *, values: bool = False, personal: bool = False, catalogue: Catalogue | None = None
    ) -> Explanation:
        """Why the criterion says what it says of one row: which parts decided, and what they lacked.

        Args:
            row: As for :meth:`evaluate`.
            values: Whether to quote the deciding conditions and the values in the row; without it the explanation
                names elements only, and can be passed on.
            personal: Whether to quote personal values too.
            catalogue: Where the names of elements come from; the one of the house by default.

        >>> print(criterion("origin_country = 'EC'").explain({"origin_country": "CO"}).message("en"))
        No hit. Decided by: country of origin (origin_country) is not the given value.
        """
        from smir.criteria.explain import explained

        return explained(self.root, row, _catalogue(catalogue), values=values, personal=personal)

    def check(self, catalogue: Catalogue | None = None) -> tuple[Finding, ...]:
        """Everything the catalogue has against this criterion: unknown names, texts against numbers, and more.

        >>> [finding.code for finding in Criterion.parse("gros_mass > 'heavy'").check()]
        ['CRITERION-NAME']
        """
        from smir.criteria.check import check

        return check(self.root, _catalogue(catalogue))

    @property
    def elements(self) -> tuple[str, ...]:
        """The machine names it uses, each once, in the order of the text."""
        return names(self.root)

    @property
    def personal_literals(self) -> tuple[str, ...]:
        """The literals that may name a person, as text: those compared with a personal element, or with an unknown one.

        Of a pattern the pieces between the wildcards come too, since a free text may repeat them.

        >>> criterion("importer_name LIKE 'Nowhere%' AND gross_mass > 5").personal_literals
        ('Nowhere%', 'Nowhere')
        """
        found = personal_nodes(self.root, _catalogue(None))
        return tuple(dict.fromkeys(text for literal, is_pattern in found for text in written(literal, is_pattern)))

    @property
    def is_personal(self) -> bool:
        """Whether it holds a literal that may name a person."""
        return _is_personal(self)

    def __str__(self) -> str:
        return self._text

    def showing(self) -> str:
        """The text without the literals that may name a person."""
        hidden = frozenset(id(literal) for literal, _ in personal_nodes(self.root, _catalogue(None)))
        return text_of(self.root, hidden)

    def __eq__(self, other: object) -> bool:
        return self.root == other.root if isinstance(other, Criterion) else NotImplemented

    def __hash__(self) -> int:
        return hash((Criterion, self._text))

    def __reduce__(self) -> tuple[type[Criterion], tuple[Condition]]:
        return Criterion, (self.root,)


def criterion(text: str, /, *, catalogue: Catalogue | None = None) -> Criterion:
    """Read a criterion and hold it against the catalogue of data elements.

    Args:
        text: CQL2 in the text form, or in the JSON form where it begins with ``{``.
        catalogue: The data elements it may name; those of the house by default.

    Raises:
        smir.Invalid: Every finding with its place in the text; none of them quotes the criterion.

    >>> criterion("commodity_code LIKE '0811%' AND origin_country = 'EC' AND gross_mass > 10000").elements
    ('commodity_code', 'origin_country', 'gross_mass')
    >>> try:
    ...     criterion("origin_country = 'EC' AND gros_mass > 10000")
    ... except Invalid as error:
    ...     print(error)
    CRITERION-NAME /args/1/args/0: The name at 1:27 is not in the catalogue of data elements. Did you mean gross_mass?
    """
    from smir.criteria.check import check

    found = _read(text)
    findings = check(found.root, _catalogue(catalogue), found.places)
    if errors_among(findings):
        raise Invalid(findings)
    return Criterion(found.root)


@lru_cache(maxsize=4096)
def _is_personal(criterion: Criterion) -> bool:
    return bool(personal_nodes(criterion.root, _catalogue(None)))


@lru_cache(maxsize=4096)
def _known(text: str) -> Criterion:
    """The same criterion for the same text: a partner's alerts come back in every version and every file."""
    return Criterion(_read(text).root)


def _read(text: object) -> Read:
    is_json = type(text) is str and text.lstrip().startswith("{")
    return read(*(frames_of_json(text) if is_json else frames_of_text(text)))


def _catalogue(given: Catalogue | None) -> Catalogue:
    if given is not None:
        return given
    from smir.declarations import catalogue

    return catalogue()
