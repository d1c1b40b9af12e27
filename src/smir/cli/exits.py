"""How the command ends: well (0), with findings, by a wrong call, by a refusal, or for lack of a part."""

from __future__ import annotations

EXIT_FINDINGS, EXIT_USAGE, EXIT_REFUSED, EXIT_UNAVAILABLE = 1, 2, 3, 4
