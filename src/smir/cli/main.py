"""The command ``smir``: its verbs, and how it ends."""

from __future__ import annotations

import sys
from importlib import import_module

from smir.cli.exits import EXIT_UNAVAILABLE


def main() -> None:
    """Run the command line; without the extra ``cli`` say which to install."""
    try:
        for part in ("rich", "typer"):
            import_module(part)
    except ModuleNotFoundError:
        sys.stderr.write(
            'The command needs Typer and Rich: python -m pip install "smir[cli]".\n'
            'La commande a besoin de Typer et Rich\u00a0: python -m pip install "smir[cli]".\n'
        )
        sys.exit(EXIT_UNAVAILABLE)
    from smir.cli.app import app

    app()
