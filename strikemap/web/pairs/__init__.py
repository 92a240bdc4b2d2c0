"""Pairs of strikes that may be one, of all that are shown: gone through on the Reports page side by
side, each decided once, with its reason, in the open workspace or else in the session.

Uses the datasets, reports, strikes, visitors and workspaces of strikemap.web.
"""
