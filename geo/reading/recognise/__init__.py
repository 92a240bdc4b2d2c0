"""Recognition: what the columns of a table mean, by their names in ten languages and by what
their cells hold, and which rows are no records. Names are data, one module a group of languages.

Uses the readers of dates and cells, and the words for fields.
"""
