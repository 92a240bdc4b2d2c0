"""One compact text for the browser: typed columns that the map steps over, texts of details, both
as byte planes that deflate well.

Uses strikes.
"""
