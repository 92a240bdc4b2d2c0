"""Verbs that place names: a table of them, in one file or in many parts, and those in texts.

Uses the options, inputs and outputs of the verbs.
"""
