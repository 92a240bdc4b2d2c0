"""Slides: a sheet as PowerPoint's own text boxes, tables, pictures and notes, and an archive that
repeats byte for byte.

Uses terms, drawing, content, series, page, the sheet.
"""
