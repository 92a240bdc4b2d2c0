"""Drafting: from what the sentences of a report tell to draft strikes, with their days and tolls.

Uses the words, sentences and drafts of the reports.
"""
