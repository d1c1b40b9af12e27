"""Plug-ins: what other packages add to the house, found by entry point without being imported, each failing alone."""

from smir.plugins.health import Health
from smir.plugins.plugin import API_VERSIONS, Plugin
from smir.plugins.registry import Plugins, discover

__all__ = [
    "API_VERSIONS",
    "Health",
    "Plugin",
    "Plugins",
    "discover",
]
