"""A team's database of more strikes than a page holds: counted in it, and opened in part.

The map has squares with how many strikes each holds. What the filters leave few enough of is opened
as an ordinary part, with all its details. Uses the filters, numbers, tables and workspaces of
strikemap.web.
"""
