"""Strikes and claims to files, one module a format, found by the ending of the name.

Uses strikes, webmap.
"""
