"""Rows: what each row of a file says of where it is, in all its cells, and what it is told; what
the file as a whole says of them.

Uses the evidence of placing.
"""
