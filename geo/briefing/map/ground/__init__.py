"""The ground under a sheet's strikes: rivers, lakes and hill shading, quiet on any paper.

Uses land, drawing, and of the map its base map.
"""
