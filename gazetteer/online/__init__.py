"""Online: all that asks the network for anything, only when a person asks for it; what was
fetched is kept in the user's data folder. geopy's geocoders live here too.

Uses spelling, matching, tables.
"""
