"""Opening: what containers share. Bytes to letters, records to rows with their header, nested
values to columns, archives and databases within limits.

Uses the table, and the names of columns.
"""
