"""Release: what may leave. A profile says which columns, days, sharp places and small numbers are
held back; what it leaves is a smaller pair of tables, which all that is written is made of.

Uses strikes, land and reading, and of the gazetteer its spelling and kinds of places.
"""
