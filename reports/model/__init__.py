"""Names of places by a model of language that a person has installed; never used unless asked for.

Uses errors.
"""
