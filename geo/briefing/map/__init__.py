"""The map of a sheet: the base map, and a free position for every symbol, number and name.

Uses land, terms, drawing.
"""
