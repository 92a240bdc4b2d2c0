"""Own layers: a person's points, lines and areas, such as hospitals, roads or areas of control with
their dates, beside the strikes: read from map files and tables, packed for the map, and measured
from. They stay on this machine.

Uses strikes and reading, and of the gazetteer its readers of map files.
"""
