"""The health of a plug-in: whether it loads here and now, and if not, why."""

from __future__ import annotations

from attrs import frozen

from smir.findings import Finding, errors_among
from smir.plugins.plugin import Plugin


@frozen
class Health:
    """What a check-up says of one plug-in.

    Args:
        plugin: The plug-in, in use or refused.
        findings: Why it cannot be used; empty where it can.

    >>> Health(Plugin("pi", "example.numbers", "example", "1.0", "math:pi"), ()).ok
    True
    """

    plugin: Plugin
    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Whether the plug-in can be used."""
        return not errors_among(self.findings)
