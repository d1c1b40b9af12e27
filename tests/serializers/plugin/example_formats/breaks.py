"""A format that fails as soon as it is imported, with a text that must not travel."""

raise RuntimeError("canary-import-5d1c")
