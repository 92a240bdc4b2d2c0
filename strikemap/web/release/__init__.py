"""Releases in the app: the profile that a visitor chose, and the data as they may leave. While one
is on, Explore and Briefing see nothing else.
"""
