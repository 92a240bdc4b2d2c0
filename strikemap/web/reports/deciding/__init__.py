"""Decisions on drafts and pairs: where an accepted draft is put, what was decided and stands.

Uses the datasets and workspaces of strikemap.web, and reports.
"""
