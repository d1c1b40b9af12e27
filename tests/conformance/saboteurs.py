"""Serializers that are broken on purpose: each in one way, which one check of the kit must catch and no other.

A saboteur names the checks that it fails. Nearly all fail one; where a fault cannot help breaking another rule as well,
both are named.
"""

from __future__ import annotations

import base64
import contextlib
import gc
import gzip
import itertools
import json
import logging
import tempfile
import time
import uuid
import warnings
from functools import lru_cache
from pathlib import Path
from typing import Any

import attrs

from smir.findings import Code, Invalid, Outcome, Unavailable, Words
from smir.grading import Grade
from smir.handling import Withheld
from smir.products import ProductType
from smir.release import Received
from smir.serializers import Capabilities, JsonFormat, JsonLines
from smir.structure import Limits, evolve
from smir.structure.document import dumps
from smir.structure.extras import NO_EXTRAS
from smir.structure.limits import DEFAULT_LIMITS
from smir.values import Text

SABOTEUR_QUOTE = Code("SABOTEUR-QUOTE", en="This is wrong: {quote}.", fr="Ceci est faux\u00a0: {quote}.")


@lru_cache(maxsize=512)
def read_well(data: bytes, limits: Limits) -> Outcome[Any]:
    return JsonFormat().read(data, limits)


class Faultless:
    """What all of them are but for their fault; it passes every check."""

    fails: frozenset[str] = frozenset()
    products: tuple[ProductType, ...] = (ProductType.ALERT,)
    lossless, streams, reads, smir_api = True, False, True, 1

    @property
    def capabilities(self) -> Capabilities:
        return Capabilities(
            smir_api=self.smir_api,
            name="saboteur",
            format_version="1",
            media_type="application/json",
            suffix=".json",
            description=Words("Broken on purpose", "Cassé exprès"),
            writes=True,
            reads=self.reads,
            lossless=self.lossless,
            streams=self.streams,
            products=self.products,
        )

    def write(self, released: Any, /) -> Any:
        return JsonFormat().write(released)

    def read(self, data: bytes, /, limits: Limits = DEFAULT_LIMITS) -> Any:
        return read_well(data, limits)

    def __reduce__(self) -> Any:
        raise TypeError("most of them need not be tried in another process")


def beside(released: Any, **members: Any) -> bytes:
    """The good document with members beside the product, which its reader keeps aside."""
    plain = json.loads(JsonFormat().write(released))
    return json.dumps(plain | members, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def whole(released: Any) -> Any:
    """What no serializer may look at: the product as its office holds it, found as hostile code finds it, in memory."""
    kind, urn = type(released.product), released.product.urn
    alive = [one for one in gc.get_objects() if type(one) is kind and one.urn == urn]
    return max(alive, key=lambda one: len(dumps(one)) - 10_000 * dumps(one).count(b'"withheld"'))


def notes(released: Any) -> str:
    """A text that is withheld from others, as far as there is one."""
    found = whole(released).notes
    return " ".join(text for _, text in found.items()) if isinstance(found, Text) else "–"


# --- what it declares


class SpeaksAnotherAgreement(Faultless):
    fails = frozenset({"capabilities-declared"})
    smir_api = 9


class SaysItReads(Faultless):
    fails = frozenset({"capabilities-declared"})
    read = None  # type: ignore[assignment]


class SaysItStreams(Faultless):
    fails = frozenset({"capabilities-declared"})
    streams = True


class RefusesMessages(Faultless):
    fails = frozenset({"every-declared-product"})
    products = (ProductType.ALERT, ProductType.MESSAGE)

    def write(self, released: Any, /) -> Any:
        if released.product.kind is ProductType.MESSAGE:
            raise Unavailable([SABOTEUR_QUOTE.at(quote="no messages")])
        return super().write(released)


class Streaming(Faultless):
    streams = True

    def write_many(self, released: Any, file: Any, /) -> int:
        return JsonLines().write_many(released, file)

    def read_many(self, file: Any, /, limits: Limits = DEFAULT_LIMITS) -> Any:
        return JsonLines().read_many(file, limits)


class GathersBeforeWriting(Streaming):
    fails = frozenset({"streams"})

    def write_many(self, released: Any, file: Any, /) -> int:
        return super().write_many(list(released), file)


class GathersBeforeReading(Streaming):
    fails = frozenset({"streams"})

    def read_many(self, file: Any, /, limits: Limits = DEFAULT_LIMITS) -> Any:
        return iter(list(super().read_many(file, limits)))


class LosesTheLast(Streaming):
    fails = frozenset({"streams"})

    def read_many(self, file: Any, /, limits: Limits = DEFAULT_LIMITS) -> Any:
        return (now for now, _ in itertools.pairwise(super().read_many(file, limits)))


# --- writing


class GivesText(Faultless):
    fails = frozenset({"bytes-or-our-error"})

    def write(self, released: Any, /) -> Any:
        return super().write(released).decode()


class RaisesKeyError(Faultless):
    fails = frozenset({"bytes-or-our-error"})

    def write(self, released: Any, /) -> Any:
        if released.product.attachments:
            raise KeyError(released.product.title.in_("en"))
        return super().write(released)


class Meddles(Faultless):
    fails = frozenset({"input-untouched"})

    def write(self, released: Any, /) -> Any:
        object.__setattr__(released.product, "requirement", "seen")
        return super().write(released)


class StampsTheTime(Faultless):
    fails = frozenset({"same-bytes"})

    def write(self, released: Any, /) -> Any:
        return beside(released, written=str(time.perf_counter_ns()))


class StampsARandomNumber(Faultless):
    fails = frozenset({"same-bytes"})

    def write(self, released: Any, /) -> Any:
        return beside(released, number=str(uuid.uuid4()))


class WritesASet(Faultless):
    fails = frozenset({"same-bytes-elsewhere"})

    def write(self, released: Any, /) -> Any:
        return beside(released, audiences=list({f"audience {number}" for number in range(20)}))

    def __reduce__(self) -> Any:
        return WritesASet, ()


# --- secrecy


class AddsTheNotes(Faultless):
    fails = frozenset({"no-leak"})

    def write(self, released: Any, /) -> Any:
        return beside(released, source=notes(released))


class WritesARepr(Faultless):
    fails = frozenset({"no-leak"})

    def write(self, released: Any, /) -> Any:
        whom = [one for one in whole(released).entities if getattr(one, "birth_place", None)]
        return beside(released, seen=repr([attrs.asdict(one, recurse=False, filter=is_birth_place) for one in whom]))


def is_birth_place(attribute: Any, value: Any) -> bool:
    return attribute.name == "birth_place"


class HidesInBase64(Faultless):
    fails = frozenset({"no-leak"})

    def write(self, released: Any, /) -> Any:
        return beside(released, seal=base64.b64encode(f"x{notes(released)}".encode()).decode())


class WritesBackwards(Faultless):
    fails = frozenset({"no-leak"})

    def write(self, released: Any, /) -> Any:
        return beside(released, checksum=notes(released)[::-1].upper())


class Packs(Faultless):
    fails = frozenset({"no-leak"})

    def write(self, released: Any, /) -> Any:
        return gzip.compress(beside(released, source=notes(released)), mtime=0)

    def read(self, data: bytes, /, limits: Limits = DEFAULT_LIMITS) -> Any:
        if len(data) > limits.size:
            return super().read(b"", limits)
        try:
            return super().read(gzip.decompress(data), limits)
        except Exception:  # noqa: BLE001 - whatever is no gzip is no document
            return super().read(b"", limits)


class ListsEverybody(Faultless):
    fails = frozenset({"no-dangling-reference"})

    def write(self, released: Any, /) -> Any:
        return beside(released, references=[str(one.id) for one in whole(released).entities])


class RemembersRecipients(Faultless):
    fails = frozenset({"one-recipient-at-a-time"})

    def __init__(self) -> None:
        self.before: dict[str, set[str]] = {}

    def write(self, released: Any, /) -> Any:
        before = self.before.setdefault(str(released.product.urn), set())
        others = sorted(before - {released.recipient.name})
        before.add(released.recipient.name)
        return beside(released, others=others)


class KeepsTheFirst(Faultless):
    """A cache by number gives the second recipient what the first one had: a leak, and no round trip either."""

    fails = frozenset(
        {"one-recipient-at-a-time", "no-leak", "no-dangling-reference", "round-trip", "grade-and-handling"}
    )

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], bytes] = {}

    def write(self, released: Any, /) -> Any:
        product = released.product
        return self.kept.setdefault((str(product.urn), product.title.in_("en")), super().write(released))


class Logs(Faultless):
    fails = frozenset({"nothing-aside"})

    def write(self, released: Any, /) -> Any:
        logging.getLogger("saboteur").debug("writing %s", released.product.title.in_("en"))
        return super().write(released)


class Prints(Faultless):
    fails = frozenset({"nothing-aside"})

    def write(self, released: Any, /) -> Any:
        print(released.product.title.in_("fr"))  # noqa: T201 - its fault
        return super().write(released)


class Warns(Faultless):
    fails = frozenset({"nothing-aside"})

    def write(self, released: Any, /) -> Any:
        warnings.warn(f"long title: {released.product.title.in_('fr')}", stacklevel=2)
        return super().write(released)


class ShowsTheLast(Faultless):
    fails = frozenset({"nothing-aside"})
    last = ""

    def write(self, released: Any, /) -> Any:
        self.last = released.product.title.in_("fr")
        return super().write(released)

    def __repr__(self) -> str:
        return f"<ShowsTheLast {self.last}>"


class QuotesWhatItRefuses(Faultless):
    """It cannot refuse what it declares without failing there too."""

    fails = frozenset({"nothing-aside", "every-declared-product"})

    def write(self, released: Any, /) -> Any:
        if released.product.attachments:
            raise Unavailable([SABOTEUR_QUOTE.at(quote=released.product.title.in_("en"))])
        return super().write(released)


class NamesAFile(Faultless):
    fails = frozenset({"nothing-aside"})

    def write(self, released: Any, /) -> Any:
        name = "".join(filter(str.isalnum, released.product.title.in_("fr")))[:40]
        file = Path(tempfile.gettempdir()) / f"{name}.tmp"
        file.write_bytes(b"")
        file.unlink()
        return super().write(released)

    def __reduce__(self) -> Any:
        return NamesAFile, ()


# --- what comes back


class DropsTheNotes(Faultless):
    fails = frozenset({"round-trip"})

    def read(self, data: bytes, /, limits: Limits = DEFAULT_LIMITS) -> Any:
        return with_product(super().read(data, limits), notes=None)


class TidiesTexts(Faultless):
    fails = frozenset({"round-trip"})

    def read(self, data: bytes, /, limits: Limits = DEFAULT_LIMITS) -> Any:
        for odd in ("\u200b", "\u2028", "e\u0301", "ﬁ"):
            data = data.replace(odd.encode(), b"-")
        return super().read(data, limits)


class DropsHandling(Faultless):
    fails = frozenset({"grade-and-handling"})
    lossless = False

    def read(self, data: bytes, /, limits: Limits = DEFAULT_LIMITS) -> Any:
        outcome = super().read(data, limits)
        grade = outcome.value and Grade.parse(
            str(outcome.value.product.grade), scheme=outcome.value.product.grade.scheme
        )
        return with_product(outcome, grade=grade)


class InventsTerms(Faultless):
    fails = frozenset({"grade-and-handling"})
    lossless = False

    def read(self, data: bytes, /, limits: Limits = DEFAULT_LIMITS) -> Any:
        outcome = super().read(data, limits)
        if outcome.value is None:
            return outcome
        note = evolve(outcome.value.note, policy="ours")
        return Outcome(attrs.evolve(outcome.value, note=note), outcome.findings)


class ForgetsTheUnknown(Faultless):
    fails = frozenset({"unknown-members"})

    def read(self, data: bytes, /, limits: Limits = DEFAULT_LIMITS) -> Any:
        return with_product(super().read(data, limits), extras=NO_EXTRAS)


def with_product(outcome: Outcome[Received[Any]], **changes: Any) -> Outcome[Received[Any]]:
    if outcome.value is None:
        return outcome
    return Outcome(
        attrs.evolve(outcome.value, product=attrs.evolve(outcome.value.product, **changes)), outcome.findings
    )


# --- hostile input


class RaisesValueError(Faultless):
    fails = frozenset({"only-our-errors"})

    def read(self, data: bytes, /, limits: Limits = DEFAULT_LIMITS) -> Any:
        outcome = super().read(data, limits)
        if outcome.value is None:
            raise ValueError(data)
        return outcome


class GivesNothing(Faultless):
    fails = frozenset({"only-our-errors"})

    def read(self, data: bytes, /, limits: Limits = DEFAULT_LIMITS) -> Any:
        outcome = super().read(data, limits)
        return outcome if outcome.value is not None else None


class FallsDeep(Faultless):
    fails = frozenset({"only-our-errors"})

    def read(self, data: bytes, /, limits: Limits = DEFAULT_LIMITS) -> Any:
        with contextlib.suppress(ValueError):
            json.loads(data)
        return super().read(data, limits)


class QuotesTheValue(Faultless):
    fails = frozenset({"errors-without-values"})

    def read(self, data: bytes, /, limits: Limits = DEFAULT_LIMITS) -> Any:
        outcome = super().read(data, limits)
        if outcome.value is None:
            quote = data.decode("utf-8", "replace")[:20_000]
            return Outcome(None, (*outcome.findings, SABOTEUR_QUOTE.at(quote=quote)))
        return outcome


class ChainsAnError(Faultless):
    fails = frozenset({"errors-without-values"})

    def read(self, data: bytes, /, limits: Limits = DEFAULT_LIMITS) -> Any:
        outcome = super().read(data, limits)
        if outcome.value is None:
            raise Invalid(outcome.findings) from ValueError(data)
        return outcome


class TakesTheHalf(Faultless):
    """A document in two parts, of which it does not miss the second."""

    fails = frozenset({"no-truncation"})

    def write(self, released: Any, /) -> Any:
        plain = json.loads(super().write(released))
        second = {} if isinstance(released.product.notes, Withheld) else plain["product"].pop("notes", {})
        return json.dumps(plain, ensure_ascii=False).encode() + b"\n" + json.dumps(second, ensure_ascii=False).encode()

    def read(self, data: bytes, /, limits: Limits = DEFAULT_LIMITS) -> Any:
        first, _, second = data.partition(b"\n")
        try:
            said = json.loads(second)
        except (ValueError, RecursionError):
            said = None
        outcome = super().read(first if len(data) <= limits.size else data, limits)
        return with_product(outcome, notes=Text(said)) if isinstance(said, dict) and said else outcome


class TakesTheLast(Faultless):
    fails = frozenset({"no-duplicates"})

    def read(self, data: bytes, /, limits: Limits = DEFAULT_LIMITS) -> Any:
        try:
            again = json.dumps(json.loads(data), ensure_ascii=False).encode()
        except (ValueError, RecursionError):
            again = data
        return super().read(again if len(data) <= limits.size else data, limits)


class ReadsNumbersFromTexts(Faultless):
    fails = frozenset({"no-coercion"})

    def read(self, data: bytes, /, limits: Limits = DEFAULT_LIMITS) -> Any:
        outcome = super().read(data, limits)
        wrong = [finding.path for finding in outcome.findings if finding.code == "MEMBER-INTEGER"]
        if not wrong:
            return outcome
        plain = json.loads(data)
        for path in wrong:
            *above, last = path.split("/")[1:]
            holder = plain
            for step in above:
                holder = holder[int(step) if isinstance(holder, list) else step]
            if isinstance(holder[last], str) and holder[last].isdecimal():
                holder[last] = int(holder[last])
        return super().read(json.dumps(plain, ensure_ascii=False).encode(), limits)


class IgnoresLimits(Faultless):
    fails = frozenset({"limits-kept"})

    def read(self, data: bytes, /, limits: Limits = DEFAULT_LIMITS) -> Any:
        return super().read(data, Limits(size=10**9, depth=DEFAULT_LIMITS.depth))


class IgnoresDepth(Faultless):
    fails = frozenset({"limits-kept"})

    def read(self, data: bytes, /, limits: Limits = DEFAULT_LIMITS) -> Any:
        return super().read(data, Limits(size=limits.size, depth=500))


def each(kind: type[Faultless]) -> list[type[Faultless]]:
    """Every saboteur below a class."""
    found = []
    for below in kind.__subclasses__():
        found += [below] if below.fails else []
        found += each(below)
    return found


SABOTEURS = tuple(each(Faultless))
