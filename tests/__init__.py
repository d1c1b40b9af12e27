"""Tests of the house, room by room; each name of a test is a claim."""
