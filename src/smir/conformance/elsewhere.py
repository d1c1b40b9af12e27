"""The same work in another process, with other hashes and a folder of its own: what it wrote, which files it made."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import pickle
import subprocess
import sys
import tempfile
from typing import TYPE_CHECKING, Any, cast

from attrs import field, frozen

from smir.findings import Code, Severity

if TYPE_CHECKING:
    from smir.conformance.kit.trial import Trial  # the kit stands on this file

ELSEWHERE_CLASS = Code(
    "ELSEWHERE-CLASS",
    en="Another process cannot make this serializer: it is neither registered as a plug-in nor an object that pickles.",
    fr="Un autre processus ne peut créer ce sérialiseur\u00a0: il n’est ni enregistré comme greffon, ni un objet "
    "sérialisable par pickle.",
    severity=Severity.NOTE,
)

#: Decides the products that both processes make.
SEED = 4711
#: Longest time another process may take.
_SECONDS = 120


@frozen
class Elsewhere:
    """What another process did.

    Args:
        seed: Decides the products it made.
        written: The digest of what it wrote for each kind of product.
        touched: The names of files that it opened for writing, folders included.
    """

    seed: int
    written: tuple[str, ...]
    touched: tuple[str, ...] = field(repr=False)

    @staticmethod
    def digest(data: bytes | None) -> str:
        """The digest of what was written; nothing has one too."""
        return hashlib.sha256(data or b"").hexdigest()


def elsewhere(trial: Trial) -> Elsewhere | None:
    """What another process does with the same serializer, or nothing where it cannot have it."""
    return trial.once("elsewhere", lambda: _asked(trial))


def _asked(trial: Trial) -> Elsewhere | None:
    from smir.conformance.kit.hearing import attempt

    order: dict[str, Any] = {"path": sys.path, "name": trial.name if trial.registered else None}
    if not trial.registered:
        pickled = attempt(lambda: pickle.dumps(trial.serializer)).value
        module = sys.modules.get(type(trial.serializer).__module__)
        if pickled is None or module is None:
            return None
        order |= {"pickled": pickled.hex(), "module": module.__name__, "file": getattr(module, "__file__", None)}
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "PYTHONHASHSEED": "4",
            "PYTHONDONTWRITEBYTECODE": "1",
            "TMPDIR": folder,
            "TEMP": folder,
            "TMP": folder,
        }
        answer = attempt(lambda: _answer(order, folder, environment)).value
    if not isinstance(answer, dict):
        return None
    return Elsewhere(SEED, tuple(answer["written"]), tuple(answer["touched"]))


def _answer(order: dict[str, Any], folder: str, environment: dict[str, str]) -> Any:
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "smir.conformance.elsewhere"],
        input=json.dumps(order),
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        env=environment | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        timeout=_SECONDS,
        check=True,
    )
    return json.loads(run.stdout.rpartition("\n")[2])


def serve(order: dict[str, Any], watch: Watch) -> dict[str, Any]:
    """In the other process: make the serializer and the products, write, and tell what came of it."""
    sys.path[:] = list(dict.fromkeys([*sys.path, *order["path"]]))
    trial = _made(order)
    products = trial.planted(SEED)
    watch.is_on = True
    written = [trial.wrote(one.to_partner) for one in products]
    watch.is_on = False
    return {"written": [Elsewhere.digest(data) for data in written], "touched": watch.touched}


def _made(order: dict[str, Any]) -> Trial:
    from smir.conformance.kit.trial import trial_of

    if order["name"] is not None:
        return trial_of(cast("str", order["name"]))
    if not _is_found(order["module"]) and order["file"]:
        spec = importlib.util.spec_from_file_location(order["module"], order["file"])
        if spec is not None and spec.loader is not None:
            module = importlib.util.module_from_spec(spec)
            sys.modules[order["module"]] = module
            spec.loader.exec_module(module)
    return trial_of(pickle.loads(bytes.fromhex(order["pickled"])))  # noqa: S301 - our own pickle


def _is_found(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except (ImportError, ValueError):
        return False


class Watch:
    """An audit hook that notes which files are opened for writing, made or renamed.

    An audit hook stays for the life of its process, so it is set in the other process only.

    >>> watch = Watch()
    >>> watch.is_on = True
    >>> watch("open", ("a.txt", "wb", 0))
    >>> watch("open", ("b.txt", "rb", 0))
    >>> watch.touched
    ['a.txt']
    """

    def __init__(self) -> None:
        self.is_on = False
        self.touched: list[str] = []

    def __call__(self, event: str, details: tuple[Any, ...]) -> None:
        """Note the event if it concerns a file."""
        if not self.is_on:
            return
        if event == "open" and _writes(details):
            self.touched.append(str(details[0]))
        elif event in {"os.mkdir", "os.rename", "os.link", "os.symlink"}:
            self.touched += [str(detail) for detail in details if isinstance(detail, str | bytes)]


def _writes(details: tuple[Any, ...]) -> bool:
    _, mode, flags = (*details, None, None)[:3]
    by_mode = isinstance(mode, str) and any(sign in mode for sign in "wax+")
    return by_mode or (isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)))


if __name__ == "__main__":
    ear = Watch()
    sys.addaudithook(ear)
    sys.stdout.write("\n" + json.dumps(serve(json.loads(sys.stdin.read()), ear)))
