"""Columns of text cells -> typed columns of the two tables, each distinct text read once: dates,
points, tolls, words, claims, and what could not be read.

Uses the readers of cells and dates, and the names of columns.
"""
