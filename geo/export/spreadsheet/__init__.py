"""Workbooks of Excel: tables as sheets with typed cells, none of which a spreadsheet runs.

Uses of the exports: json_rows.
"""
