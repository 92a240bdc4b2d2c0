"""What a sheet says of the contested land that it hatches."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians

from shapely.geometry import box as make_box

from geo.briefing.map.base_map import Area, BaseMap, Box
from geo.briefing.terms.words import Words

__all__ = ["note_contested"]

# Width to height of the maps of sheets, by whether the paper is upright.
WIDEST = {False: 3.2, True: 1.6}
NARROWEST = 0.6
BESIDE = 0.08  # of the view's sides: how far off other countries' parts are still named


def note_contested(base_map: BaseMap, box: Box, words: Words, *, upright: bool = False) -> str:
    """Return one sentence on each contested part of a view that has a note, '' for none.

    Parts of which the same is said are named together. Other countries' parts that lie far
    beside what the map is to show are hatched and not named. Of other countries' parts, and on an
    Arabic sheet, only the names, which say whose hands they are in: the notes are English.
    """
    seen, asked = make_box(*_shown(box, WIDEST[upright])), make_box(*_grown(box))
    parts = [
        area
        for area in base_map.contested
        if area.note and area.outline.intersects(asked if area.abroad else seen)
    ]
    if not parts:
        return ""
    return words.say("contested", parts=" ".join(_sentences(parts, words)))


def _grown(box: Box) -> Box:
    west, south, east, north = box
    wide, high = BESIDE * (east - west), BESIDE * (north - south)
    return west - wide, south - high, east + wide, north + high


def _shown(box: Box, widest: float) -> Box:
    """Return a box as the map of any paper may show it, in degrees."""
    west, south, east, north = box
    shrunk = max(0.2, cos(radians((south + north) / 2)))
    wide, high = (east - west) * shrunk, north - south
    across = max(wide, widest * high) / shrunk / 2
    along = max(high, wide / NARROWEST) / 2
    lon, lat = (west + east) / 2, (south + north) / 2
    return lon - across, lat - along, lon + across, lat + along


def _sentences(parts: Sequence[Area], words: Words) -> list[str]:
    """Return "A, B: claimed by C." with the note behind it, in the order of the parts."""
    groups: dict[tuple[str, str, str], list[str]] = {}
    for area in parts:
        head, colon, rest = area.named(words).partition(": ")
        note = "" if words.rtl or area.abroad else area.note
        groups.setdefault(("" if rest else head, f"{colon}{rest}", note), []).append(head)
    return [
        f"{words.say('comma').join(heads)}{rest}." + (f" {note}" if note else "")
        for (_, rest, note), heads in groups.items()
    ]
