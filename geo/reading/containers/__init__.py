"""Containers: one module for each kind of file that holds a table, found by the ending of its
name. What the columns mean is not their concern.

Uses the table, frames and kinds of reading.
"""
