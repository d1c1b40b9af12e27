"""Which personal data a purpose needs: a table that an administration can replace."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from attrs import frozen

from smir.handling import DataCategory, DataSubject, Purpose


@frozen
class Datum:
    """One personal datum of a product: in which kind of record and member, of which category, about whom.

    >>> Datum("person", "names", DataCategory.PERSONAL, DataSubject.SUSPECT).is_special
    False
    """

    record: str
    member: str
    category: DataCategory
    subject: DataSubject | None

    @property
    def is_special(self) -> bool:
        """Whether no row covers it by ``*``: special categories (Directive (EU) 2016/680, Art. 10), sources, notes."""
        return self.category not in (DataCategory.PERSONAL, DataCategory.CRITERION)


@frozen
class DataNeed:
    """One row: for these purposes, these members of this kind of record, about these persons.

    Args:
        purposes: The purposes that need the data.
        record: Tag of the record (``person``), or ``*``.
        members: Names of the members, or ``*`` for all but special categories.
        subjects: Categories of data subject it covers; empty for data that is about no person. What is about a person
            is covered by a row that names the category only, and what is about nobody known by a row that names none.
    """

    purposes: frozenset[Purpose]
    record: str
    members: frozenset[str]
    subjects: frozenset[DataSubject]

    def covers(self, purposes: tuple[Purpose, ...], datum: Datum) -> bool:
        """Whether this row lets the datum through; special categories only where their member is named."""
        everything = set() if datum.is_special else {"*"}
        return (
            not self.purposes.isdisjoint(purposes)
            and self.record in ("*", datum.record)
            and not self.members.isdisjoint({datum.member} | everything)
            and (datum.subject in self.subjects if self.subjects else datum.subject is None)
        )


@cache
def default_needs() -> tuple[DataNeed, ...]:
    """The table that ships with the library; it is ours, not a standard's."""
    return read_needs((files("smir.release") / "data" / "needs.toml").read_text(encoding="utf-8"))


def read_needs(text: str) -> tuple[DataNeed, ...]:
    """A table of needs from TOML text; raises ``ValueError`` where a row names an unknown purpose or category."""
    rows: list[dict[str, Any]] = tomllib.loads(text)["need"]
    return tuple(
        DataNeed(
            frozenset(map(Purpose, row["purposes"])),
            row["record"],
            frozenset(row["members"]),
            frozenset(map(DataSubject, row.get("subjects", ()))),
        )
        for row in rows
    )
