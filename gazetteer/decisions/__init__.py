"""Decisions: what a person decided that a name means, or that it names no place. They come before
all that the gazetteer finds itself, and travel as a table that colleagues merge.

Uses nothing but spelling and the answer that all steps give.
"""
