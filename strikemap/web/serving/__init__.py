"""Serving the page: who may connect to it, what is said where a run of it fails, and how the
server takes memory. Uses nothing of the pages.
"""
