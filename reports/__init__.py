"""Reports: running text read into draft strikes, with the words that each was read from.

Uses gazetteer, and the words of geo.strikes.
"""
