"""Editions: what a newer edition of the same source adds, changes and takes away, row by row.

Uses strikes.
"""
