"""Series: counts through time and of two sets, by area or actor, drawn in the map's place.

Uses strikes, terms, drawing, map, content.
"""
