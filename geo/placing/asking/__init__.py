"""Asking: which areas, actors and words a person asks for, as the rows at hand have them. An area
is found by any spelling that the gazetteer lists, by P-code and by ISO code; "around" a place is
a circle around its point.

Uses the evidence of placing, strikes, land.
"""
