"""Figures of the house as ratios against named peers, measured in one run: ``python -m bench [GROUP …] [--json FILE]``."""
