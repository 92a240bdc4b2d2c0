"""The verbs on reports: running text read into draft strikes.

Uses the options and messages of the command line.
"""
