"""Reading: what the wording of a name says of the places that it holds, by what is listed: a whole
that is glued on, a dash between two towns.

Uses spelling.
"""
