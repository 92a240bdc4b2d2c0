"""Relative places: "10 km north-east of Ariha" read from words, then put on the map with an
honest radius.

Uses spelling.
"""
