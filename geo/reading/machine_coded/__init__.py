"""Machine-coded: formats of publishers whose rows a machine made from news reports, one module
each. A row is a report of something, not a strike that somebody checked, and every reading says so.

Uses the kinds of reading, and its readers of rows, columns, dates and cells.
"""
