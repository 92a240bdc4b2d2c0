"""Briefings: strikes on sheets that can be projected, printed and defended. The same input gives
the same bytes; nothing needs a browser or a network.

Uses strikes, land.
"""
