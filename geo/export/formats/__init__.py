"""The export formats, one module each: a module put here is a format added, in the command line,
its help, the app's downloads and the tests.

Uses strikes, webmap, and what export holds for all formats: format, records, credits, csv_table.
"""
