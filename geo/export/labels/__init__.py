"""What columns and kinds are called and drawn as in other programs: readable names, HXL hashtags,
the web map's colours, QGIS's styles.

Uses nothing else of the exports.
"""
