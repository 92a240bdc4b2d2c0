"""Strikes counted inside a team's database, which may hold more of them than memory does.

Filters become conditions, totals become sums; of the strikes no more than sums leave the database.
"""
