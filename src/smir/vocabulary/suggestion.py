"""What code may be meant: by its label in any language, by its beginning, by likeness."""

from __future__ import annotations

from collections.abc import Sequence

from smir.vocabulary.row import CodeRow

TEXT_LIMIT = 200
LIKENESS_LIMIT = 3_000


def suggest(rows: Sequence[CodeRow], text: str, limit: int) -> tuple[str, ...]:
    """Codes that may be meant, nearest first; nothing for what is not a text or is too long to be a code or a label."""
    if type(text) is not str or not 0 < len(text) <= TEXT_LIMIT or limit < 1:
        return ()
    wanted = plain(text)
    if not wanted:
        return ()
    ranks: dict[str, int] = {}
    for row in rows:
        rank = nearness(wanted, plain(row.code), [plain(label) for _, label in row.labels])
        if rank is not None:
            ranks[row.code] = min(rank, ranks.get(row.code, rank))
    found = sorted(ranks, key=lambda code: ranks[code])[:limit]
    if len(found) < limit and len(rows) <= LIKENESS_LIMIT:
        from difflib import get_close_matches

        by_form = {plain(code): code for code in (row.code for row in reversed(rows))}
        close = (by_form[form] for form in get_close_matches(wanted, list(by_form), n=limit, cutoff=0.6))
        found.extend(code for code in close if code not in ranks)
    return tuple(found[:limit])


def nearness(wanted: str, code: str, labels: list[str]) -> int | None:
    """How near a row is: 0 the code but for case and accents, then label, beginnings, words within; ``None`` is far."""
    if code == wanted:
        return 0
    if wanted in labels:
        return 1
    if code.startswith(wanted):
        return 2
    if any(label.startswith(wanted) for label in labels):
        return 3
    return 4 if len(wanted) > 2 and any(wanted in label for label in labels) else None


def plain(text: str) -> str:
    """A text without case, accents and spaces around."""
    if text.isascii():
        return text.casefold().strip()
    from unicodedata import combining, normalize

    folded = normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(character for character in folded if not combining(character)).strip()
