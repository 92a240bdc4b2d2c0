"""Verbs on reports: running text read into draft strikes."""
