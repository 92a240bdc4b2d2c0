"""The page: where header, map, furniture, tables and footer go, and their drawing.

Uses terms, drawing, map, content, series.
"""
