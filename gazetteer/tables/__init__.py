"""Tables of places: the packs that ship and the files of publishers become one list, a place of
two sources once, and one index.

Uses spelling, matching.
"""
