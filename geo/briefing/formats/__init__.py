"""The formats of sheets, one module each: a module put here is a format added, in the command line,
its help, the Briefing page and the tests.

Uses terms, drawing, map, content, page, slides, the sheet, and sheet_format.
"""
