"""Strikes on the map: the two tables, reading files, placing rows, the web map, exports, briefings.

Uses gazetteer; knows nothing of the doors.
"""
