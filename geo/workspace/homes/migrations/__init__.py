"""Migrations: the tables of a workspace from each version to the next, for both homes, by alembic.

What has been used is never edited: a change of the tables is a further file of `versions`.
"""
