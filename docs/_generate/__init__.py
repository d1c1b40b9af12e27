"""Scripts that read the reference pages of the documentation off the code."""
