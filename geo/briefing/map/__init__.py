"""The map of a sheet: base map, symbols, numbers and names, each where nothing else is.

Uses land, terms, drawing.
"""
