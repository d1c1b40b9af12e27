"""The page of finding codes: each with what it says in both languages, and where its rule stands."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from _generate.house import assigned, first_sentence, modules, prose, room_of, rooms
from smir.findings import Code, Severity

WEIGHT = {
    Severity.ERROR: "Error: the work stops.",
    Severity.WARNING: "Warning: the work goes on; somebody should answer for it.",
    Severity.NOTE: "Note: worth knowing.",
}


@frozen
class DeclaredCode:
    """A finding code, the constant that declares it, and the module it stands in."""

    code: Code
    constant: str
    module: str
    about: str


@cache
def declared_codes() -> tuple[DeclaredCode, ...]:
    """Every code the house declares, sorted by code; a constant imported from another module is not declared again."""
    found = [
        DeclaredCode(value, name, module.__name__, first_sentence(module))
        for module in modules()
        for name in assigned(module)
        if isinstance(value := getattr(module, name, None), Code)
    ]
    return tuple(sorted(found, key=lambda declared: (declared.code.code, declared.module)))


def findings_page() -> str:
    """The page as MyST Markdown; each code has the anchor that its findings name."""
    codes = declared_codes()
    lines = [
        f"There are {len(codes)} codes. A code never changes its meaning once it is published; the wording may improve.",
        "Words in braces are filled with names and limits of the library, never with a value that was found.",
        "",
    ]
    for room in reversed(rooms()):
        of_room = [declared for declared in codes if room_of(declared.module) == room]
        if of_room:
            lines += [f"## {room}", ""]
        for declared in of_room:
            lines += _entry(declared)
    return "\n".join(lines)


def _entry(declared: DeclaredCode) -> list[str]:
    code = declared.code
    return [
        f"({code.code.lower()})=",
        f"### {code.code}",
        "",
        WEIGHT[code.severity],
        "",
        f"English\n: {prose(code.en)}",
        "",
        f"Français\n: {prose(code.fr)}",
        "",
        f"Rule\n: `{declared.module}`. {prose(declared.about)}",
        "",
    ]
