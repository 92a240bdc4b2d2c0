"""Reading: what the wording of a name says of the places that it holds, by what is listed: a whole
that is glued on, the airport or the street that bears a town's name, a name of quarters.

Uses spelling.
"""
