"""The phrases of sheets in Spanish and French, with the keys that those of `phrases` have.

Uses nothing.
"""
