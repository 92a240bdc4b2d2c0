"""Spelling: how a name is written. Arabic and Latin spellings of one name become forms that can
be compared; type words and parts of a name are kept apart.

Uses nothing else of the gazetteer.
"""
