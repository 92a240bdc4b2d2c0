"""Formats of places: one module for each publisher. Each says how sure it is that a file is one of
its own, and reads it into drafts of places; the surest reads it.

Uses the format of tables, and its readers of files and rows.
"""
