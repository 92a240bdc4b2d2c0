"""The Places page: the names that a person should decide, one by one, and what was decided, kept
in the session and taken along as an alias file.

Uses the datasets and wording of strikemap.web.
"""
