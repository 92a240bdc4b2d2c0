"""Strikes and claims to files, by the ending of the name: the formats, the list of them, and what
several of them say or need. Files are written whole or not at all.

Uses strikes, webmap.
"""
