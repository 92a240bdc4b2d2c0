"""Mentions: place names in running text of four languages, kept apart from persons, groups and
the rest of the world.

Uses spelling, matching.
"""
