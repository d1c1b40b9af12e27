"""A package of formats that is on no shelf: one file a format, each found by its entry point."""
