"""Opening a visitor's own file: what it is, its first rows, what its columns mean, what is in it,
and then the map. The work is done in the background; a visitor can cancel it.

Uses the datasets, filters and wording of strikemap.web.
"""
