"""What a sheet says: totals, table rows, numbered sources, timeline, what the recipient will not
see, and what the file says of itself.

Uses strikes, terms, drawing, map.
"""
