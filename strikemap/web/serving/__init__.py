"""Serving the page: who may connect to it, and what is said where a run of it fails.

Uses nothing of the pages.
"""
