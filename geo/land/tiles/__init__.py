"""Own tiles: a person's own MBTiles or PMTiles file as a base map, read on this machine; of it a
page carries the tiles where its strikes are. Nothing is asked of any network.

Uses what is around a country for the box that is looked at.
"""
