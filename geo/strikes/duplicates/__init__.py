"""Duplicates: which strikes of a table may be one event told twice, each proposal with its reasons
in words. Nothing is merged here.

Uses the schema, the outlets and the words of tolls.
"""
