"""The Places page: the names that a person should decide, one by one, each with its candidates on a
map on which a point can be picked; and what was decided, kept in the open workspace or else in the
session, and taken along as an alias file; and the places that a workspace lists of its own.

Uses the datasets, picker and workspaces of strikemap.web.
"""
