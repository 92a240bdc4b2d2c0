"""Lists of strikes of a team's database, some rows at a time, however many there are.

Uses the conditions and counts of the workspace, and its rows.
"""
