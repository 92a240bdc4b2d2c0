"""The Reports page: texts pasted or dropped, read into drafts, each accepted, joined to a strike
that is there, or rejected by a person; what is accepted is in the open workspace, or else in the
session's data. The texts themselves are kept in the session only.

Uses the datasets, picker and workspaces of strikemap.web, and reports.
"""
