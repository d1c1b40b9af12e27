"""Vocabularies: code lists as data, each row with labels in English and French, dates, source and status."""

from smir.vocabulary.codelist import CodeList
from smir.vocabulary.head import French, Head
from smir.vocabulary.reading import read, read_csv, read_toml
from smir.vocabulary.row import CodeRow, Standing, Status
from smir.vocabulary.shelf import GROUP, edition, get, names, plugins

__all__ = [
    "GROUP",
    "CodeList",
    "CodeRow",
    "French",
    "Head",
    "Standing",
    "Status",
    "edition",
    "get",
    "names",
    "plugins",
    "read",
    "read_csv",
    "read_toml",
]
