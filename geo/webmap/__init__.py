"""The web map: strikes packed for the browser (`payload`), the scripts that draw them (`static`),
and the folium map that carries both. folium and branca are imported here alone, in `layer`.

Uses strikes, reading, land.
"""
