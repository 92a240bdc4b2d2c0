"""Matching: from a name and its surroundings to one place, several rivals, or none, with a
calibrated score and a reason.

Uses spelling, relative.
"""
