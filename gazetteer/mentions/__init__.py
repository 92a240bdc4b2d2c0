"""Mentions: place names in running text, English and Arabic, kept apart from persons, groups and
the rest of the world.

Uses spelling, matching.
"""
