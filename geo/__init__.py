"""Strikes on the map: the two tables, reading files, placing rows, the web map, exports, briefings.
This is the public face for notebooks and scripts: each name is fetched from its room when it is
first used, so that `import geo` loads nothing else. Inside geo nobody imports it.

Uses gazetteer; knows nothing of the doors.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.briefing.atlas import make_atlas
    from geo.briefing.sheet import make_sheet
    from geo.briefing.write import write_sheets
    from geo.export.write import write_strikes
    from geo.land.boundaries import load_boundaries
    from geo.notebook import speak_plainly
    from geo.placing.join import join_areas
    from geo.placing.locate import locate
    from geo.reading.read import read_seeds, read_strikes
    from geo.reading.result import Reading
    from geo.strikes.filters import Filters, filter_strikes
    from geo.strikes.totals import count_totals
    from geo.webmap.layer import render_html, strike_map

__all__ = [
    "Filters",
    "Reading",
    "count_totals",
    "filter_strikes",
    "join_areas",
    "load_boundaries",
    "locate",
    "make_atlas",
    "make_sheet",
    "read_seeds",
    "read_strikes",
    "render_html",
    "speak_plainly",
    "strike_map",
    "write_sheets",
    "write_strikes",
]

# The room of each name; tests/geo/test_face.py holds it equal to the imports above.
_ROOMS = {
    "Filters": "geo.strikes.filters",
    "Reading": "geo.reading.result",
    "count_totals": "geo.strikes.totals",
    "filter_strikes": "geo.strikes.filters",
    "join_areas": "geo.placing.join",
    "load_boundaries": "geo.land.boundaries",
    "locate": "geo.placing.locate",
    "make_atlas": "geo.briefing.atlas",
    "make_sheet": "geo.briefing.sheet",
    "read_seeds": "geo.reading.read",
    "read_strikes": "geo.reading.read",
    "render_html": "geo.webmap.layer",
    "speak_plainly": "geo.notebook",
    "strike_map": "geo.webmap.layer",
    "write_sheets": "geo.briefing.write",
    "write_strikes": "geo.export.write",
}


if not TYPE_CHECKING:  # for a type checker the imports above are the names, and the only ones

    def __getattr__(name: str) -> object:
        """Return a public name from its room; AttributeError for any other."""
        room = _ROOMS.get(name)
        if room is None:
            raise AttributeError(f"module 'geo' has no attribute {name!r}")
        value = getattr(import_module(room), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """Return every name, the public ones included that are not fetched yet."""
    return sorted({*globals(), *_ROOMS})
