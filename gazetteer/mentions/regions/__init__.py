"""Regions that a text names beside, over or before a place: they bind it.

Uses the spans and the answers of the mentions.
"""
