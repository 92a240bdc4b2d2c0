"""Workspaces: one GeoPackage that holds a person's strikes and claims, what was decided of places,
what was corrected of single strikes, places of the person's own, and a log of every change that
can be undone. QGIS opens it as it is; read_strikes reads it.

Uses strikes, reading, land and placing.
"""
