"""The command line: one file a verb."""

from smir.cli.main import main

__all__ = ["main"]
