"""The detailed ground: rivers, lakes and hill shading of a view, cut from files of the world.

Uses what is around a country, and the country's facts.
"""
