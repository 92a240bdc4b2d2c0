"""Sheets to bytes, one module a format, found by the ending of the name.

Uses terms, drawing, map, content, page.
"""
