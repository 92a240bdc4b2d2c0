"""Placing: a name becomes a point with a radius, an area or neither (through the gazetteer), a
point becomes its governorate (through the boundaries), and what disagrees is noted. Also tables
of names that are no strikes.

Uses strikes, reading, land.
"""
