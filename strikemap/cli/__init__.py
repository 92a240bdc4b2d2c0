"""The command line: one thin module a verb, with the inputs, options and messages that verbs
share.

Uses geo, gazetteer and reports.
"""
