"""What a sheet is asked to be, and its words: options, phrases in four languages, dates, counts
and ranges.

Uses strikes.
"""
