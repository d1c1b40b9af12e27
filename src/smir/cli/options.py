"""Options that several verbs share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias

import typer


class Speech(StrEnum):
    """The language of what is printed."""

    EN = "en"
    FR = "fr"


Lang: TypeAlias = Annotated[
    Speech, typer.Option("--lang", envvar="SMIR_LANG", help="Language of what is printed: en or fr.")
]
AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="Print JSON for another program to read.")]
OfficeFile: TypeAlias = Annotated[
    Path | None, typer.Option("--office", help="TOML file that describes the office.", exists=False)
]
