"""What a sheet is asked to be, and its words: options, phrases in English and Arabic, dates, counts
and ranges.

Uses strikes.
"""
