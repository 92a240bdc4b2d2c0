"""Columnwise: placing on plain arrays of values, the same for a large table and for the few rows of
one decision; what it needs of areas and of places is made ready once.

Uses the evidence, outlines and rows of placing.
"""
