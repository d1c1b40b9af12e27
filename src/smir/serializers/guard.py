"""The guard around a format: capabilities before work, our findings for whatever its code does, nothing changed or
leaked.

Formats of other packages are foreign code. What they raise is replaced by a finding that names package and version, and
their answers are looked at before anyone else sees them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, BinaryIO, TypeVar, cast, final

from attrs import frozen

from smir.findings import Code, Finding, Invalid, Outcome, Refused, SmirError, Unavailable
from smir.plugins import Plugin
from smir.products import Product
from smir.release import Received, Released, ReleaseNote
from smir.serializers.capabilities import Capabilities
from smir.serializers.serializer import Detector, Reader, StreamSerializer
from smir.structure import Limits
from smir.structure.document import dumps

FORMAT_CAPABILITIES = Code(
    "FORMAT-CAPABILITIES",
    en="The format {name} of package {package} {version} does not declare what it can do. It needs capabilities of the "
    "type Capabilities, under its own name, and a method for each thing it says it can do.",
    fr="Le format {name} du paquet {package} {version} ne déclare pas ce qu’il sait faire. Il lui faut des capacités "
    "de "
    "type Capabilities, à son propre nom, et une méthode pour chaque chose qu’il dit savoir faire.",
)
FORMAT_FAILED = Code(
    "FORMAT-FAILED",
    en="The format {name} of package {package} {version} failed ({failure}). Report it to its authors, or use another "
    "format.",
    fr="Le format {name} du paquet {package} {version} a échoué ({failure}). Signalez-le à ses auteurs ou employez un "
    "autre format.",
)
FORMAT_ANSWER = Code(
    "FORMAT-ANSWER",
    en="The format {name} of package {package} {version} gave something else than {expected}. Nothing of it is used; "
    "report it to its authors.",
    fr="Le format {name} du paquet {package} {version} a donné autre chose que {expected}. Rien n’en est "
    "utilisé\u202f; "
    "signalez-le à ses auteurs.",
)
FORMAT_MEDDLES = Code(
    "FORMAT-MEDDLES",
    en="The format {name} of package {package} {version} changed the product it was handed. Nothing of it is used; "
    "release the product anew, and remove that package.",
    fr="Le format {name} du paquet {package} {version} a modifié le produit qui lui était confié. Rien n’en est "
    "utilisé\u202f; communiquez le produit à nouveau et retirez ce paquet.",
)
FORMAT_LOSSY = Code(
    "FORMAT-LOSSY",
    en="What the format {name} of package {package} {version} wrote does not read back as what it was given, although "
    "it calls itself lossless. It is held back: it may even hold what another recipient was given.",
    fr="Ce qu’a écrit le format {name} du paquet {package} {version} ne se relit pas comme ce qui lui a été donné, "
    "bien "
    "qu’il se dise sans perte. Cela est retenu\u00a0: il peut s’y trouver ce qu’un autre destinataire a reçu.",
)
FORMAT_WRITES = Code(
    "FORMAT-WRITES",
    en="The format {name} does not write. It is of package {package} {version}.",
    fr="Le format {name} n’écrit pas. Il est du paquet {package} {version}.",
)
FORMAT_READS = Code(
    "FORMAT-READS",
    en="The format {name} does not read: what it writes is for others. It is of package {package} {version}.",
    fr="Le format {name} ne lit pas\u00a0: ce qu’il écrit est pour d’autres. Il est du paquet {package} {version}.",
)
FORMAT_STREAMS = Code(
    "FORMAT-STREAMS",
    en="The format {name} of package {package} {version} holds one product a file. Use dumps and loads, or jsonl.",
    fr="Le format {name} du paquet {package} {version} contient un produit par fichier. Employez dumps et loads, ou "
    "jsonl.",
)
FORMAT_PRODUCT = Code(
    "FORMAT-PRODUCT",
    en="The format {name} of package {package} {version} takes no product of this kind. It takes: {kinds}.",
    fr="Le format {name} du paquet {package} {version} ne prend pas ce genre de produit. Il prend\u00a0: {kinds}.",
)
FORMAT_RELEASED = Code(
    "FORMAT-RELEASED",
    en="Only what was released to someone leaves. Call smir.dumps(office.release(product, to=recipient), …); to keep "
    "your own, release it to your own office: to=office.itself.",
    fr="Seul sort ce qui a été communiqué à quelqu’un. Appelez smir.dumps(office.release(produit, to=destinataire), "
    "…)\u202f; pour le garder, communiquez-le à votre bureau\u00a0: to=office.itself.",
)

T = TypeVar("T")


@final
@frozen(eq=False)
class Guarded:
    """A format behind its guard, ready for use.

    Args:
        plugin: Where it comes from.
        serializer: The format itself.
        capabilities: What it can do, as it declared when it was admitted.
    """

    plugin: Plugin
    serializer: Any
    capabilities: Capabilities

    def write(self, released: Released[Any], /) -> bytes:
        """What it writes; raises :class:`smir.Unavailable` for everything that stands in the way."""
        self._may_write(released)
        if self.plugin.is_builtin:
            return cast("bytes", self.serializer.write(released))
        before = _content(released)
        data = self._asked(lambda: self.serializer.write(released))
        self._unchanged(released, before)
        if type(data) is not bytes:
            raise Unavailable([self._say(FORMAT_ANSWER, expected="bytes")])
        if self.capabilities.lossless and self.capabilities.reads:
            self._proved(data, released)
        return data

    def read(self, data: bytes, /, limits: Limits) -> Outcome[Received[Product]]:
        """What it reads; a failure of its code is a finding of the outcome."""
        if not self.capabilities.reads:
            raise Unavailable([self._say(FORMAT_READS)])
        if self.plugin.is_builtin:
            return cast("Outcome[Received[Product]]", self.serializer.read(data, limits))
        try:
            answer = self._asked(lambda: self.serializer.read(data, limits))
        except SmirError as error:
            return Outcome(None, error.findings)
        return self._sound(answer)

    def write_many(self, released: Iterable[Released[Any]], file: BinaryIO, /) -> int:
        """Write one after the other as they come; gives how many."""
        if not self.capabilities.streams:
            raise Unavailable([self._say(FORMAT_STREAMS)])
        count = 0

        def looked_at() -> Iterator[Released[Any]]:
            nonlocal count
            for one in released:
                self._may_write(one)
                yield one
                count += 1

        if self.plugin.is_builtin:
            self.serializer.write_many(looked_at(), file)
        else:
            self._asked(lambda: self.serializer.write_many(looked_at(), file))
        return count

    def read_many(self, file: BinaryIO, /, limits: Limits) -> Iterator[Outcome[Received[Product]]]:
        """The outcome of each part in turn; a failure of its code is the last outcome."""
        if not (self.capabilities.streams and self.capabilities.reads):
            raise Unavailable([self._say(FORMAT_STREAMS)])
        if self.plugin.is_builtin:
            return cast("Iterator[Outcome[Received[Product]]]", self.serializer.read_many(file, limits))
        return self._stream(file, limits)

    def detects(self, data: bytes, /) -> bool:
        """Whether it knows these bytes as its own; raises :class:`smir.SmirError` where its code fails."""
        if not self.capabilities.reads or not isinstance(self.serializer, Detector):
            return False
        return self._asked(lambda: self.serializer.detects(data)) is True

    def _may_write(self, released: Any) -> None:
        if type(released) is not Released:
            raise Unavailable([FORMAT_RELEASED.at()])
        able = self.capabilities
        if not able.writes:
            raise Unavailable([self._say(FORMAT_WRITES)])
        if released.product.kind not in able.products:
            kinds = ", ".join(kind.value for kind in able.products) or "–"
            raise Unavailable([self._say(FORMAT_PRODUCT, kinds=kinds)])

    def _stream(self, file: BinaryIO, limits: Limits) -> Iterator[Outcome[Received[Product]]]:
        parts: Iterator[Any] | None = None
        end = object()
        while True:
            try:
                parts = self._asked(lambda: iter(self.serializer.read_many(file, limits))) if parts is None else parts
                part = self._asked(partial(next, parts, end))
            except SmirError as error:
                findings = error.findings
            else:
                if part is end:
                    return
                yield self._sound(part)
                continue
            yield Outcome(None, findings)
            return

    def _sound(self, answer: Any) -> Outcome[Received[Product]]:
        sound = (
            type(answer) is Outcome
            and _are_findings(answer.findings)
            and (answer.value is None or _is_received(answer.value))
        )
        return answer if sound else Outcome(None, (self._say(FORMAT_ANSWER, expected="Outcome[Received]"),))

    def _proved(self, data: bytes, released: Released[Any]) -> None:
        found = self.read(data, Limits(size=max(Limits().size, len(data)))).value
        if found is None or (found.product, found.note) != (released.product, released.note):
            raise Unavailable([self._say(FORMAT_LOSSY)])

    def _unchanged(self, released: Released[Any], before: tuple[bytes, bytes]) -> None:
        try:
            changed = _content(released) != before
        except Exception:  # noqa: BLE001 - what was put in may break in any way when it is looked at
            changed = True
        if changed:
            raise Unavailable([self._say(FORMAT_MEDDLES)])

    def _asked(self, ask: Callable[[], T]) -> T:
        """The answer of foreign code; whatever it raises leaves as our error, without the error's own text."""
        try:
            return ask()
        except KeyboardInterrupt:
            raise
        except SmirError as error:
            kind, findings = _kind_of(error), _own_findings(error)
        except BaseException as failure:  # noqa: BLE001 - sys.exit and the like are failures of the format
            kind, findings = Unavailable, (self._say(FORMAT_FAILED, failure=type(failure).__name__[:64]),)
        raise kind(findings or (self._say(FORMAT_FAILED, failure="SmirError"),))

    def _say(self, code: Code, /, **details: str | int) -> Finding:
        return self.plugin.say(code, **details)


def admit(plugin: Plugin) -> Outcome[Guarded]:
    """Load a format and look at what it declares; whatever is wrong comes back as a finding that names the package."""
    loaded = plugin.load()
    if loaded.value is None:
        return Outcome(None, loaded.findings)
    return guard(plugin, loaded.value)


def guard(plugin: Plugin, serializer: object) -> Outcome[Guarded]:
    """Put a format behind its guard."""
    try:
        able = getattr(serializer, "capabilities", None)
        sound = type(able) is Capabilities and able.name == plugin.name and _has_what_it_says(serializer, able)
    except KeyboardInterrupt:
        raise
    except BaseException:  # noqa: BLE001 - an attribute of a foreign object is foreign code
        able, sound = None, False
    if type(able) is not Capabilities or not sound:
        return Outcome(None, (plugin.say(FORMAT_CAPABILITIES),))
    return Outcome(Guarded(plugin, serializer, able))


def _has_what_it_says(serializer: object, able: Capabilities) -> bool:
    return (
        able.writes | able.reads
        and (not able.writes or callable(getattr(serializer, "write", None)))
        and (not able.reads or isinstance(serializer, Reader))
        and (not able.streams or isinstance(serializer, StreamSerializer))
    )


def _content(released: Released[Any]) -> tuple[bytes, bytes]:
    return dumps(released.product), dumps(released.note)


def _is_received(value: Any) -> bool:
    return (
        type(value) is Received
        and isinstance(value.product, Product)
        and (value.note is None or type(value.note) is ReleaseNote)
        and type(value.format) is str
        and _are_findings(value.findings)
    )


def _are_findings(findings: Any) -> bool:
    return type(findings) is tuple and all(type(finding) is Finding for finding in findings)


def _kind_of(error: SmirError) -> type[SmirError]:
    return next((kind for kind in (Invalid, Refused) if isinstance(error, kind)), Unavailable)


def _own_findings(error: SmirError) -> tuple[Finding, ...]:
    findings = SmirError.findings.fget(error)  # type: ignore[attr-defined]  # a subclass may put its own in its place
    return tuple(finding for finding in findings if type(finding) is Finding)
