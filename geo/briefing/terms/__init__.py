"""What a sheet is asked to be, and the words it speaks: options, phrases in English and Arabic,
dates, counts and ranges.

Uses strikes.
"""
