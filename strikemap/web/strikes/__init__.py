"""The Strikes page: single strikes of the open workspace corrected, moved, split, joined, removed,
restored and added, each beside what was read of it, with its sources and what was done to it.

Uses the datasets, filters, picker, wording and workspaces of strikemap.web.
"""
