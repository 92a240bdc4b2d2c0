"""The land: areas of a country (those that ship, or boundary files handed over), the base map
drawn under strikes, and the names written on it.

Uses strikes, and of the gazetteer its places and tables.
"""
