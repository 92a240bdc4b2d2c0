"""Formats: one module for each publisher's table, our own among them. Each says how sure it is
that a table is one of its own, and reads it into strikes and claims; the surest reads it.

Uses the kinds of reading, and its readers of rows, columns, dates and cells.
"""
