"""Formats: the running text of a file, a module a format, with the date that it gives itself.

Uses the errors of the reports only.
"""
