"""The phrases of sheets as data, by language: each language has the same keys.

Uses nothing.
"""
