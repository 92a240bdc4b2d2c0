"""The land of any country: its areas (those of the world that ship, its own file, or boundary files
handed over), what is known of it, the base map drawn under
strikes with its rivers, lakes and hill shading, and the names written on it.

Uses strikes, and of the gazetteer its places and tables.
"""
