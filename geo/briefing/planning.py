"""What a sheet's map is to show, settled before it is drawn: its box of degrees, symbols, room."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from geo.briefing.content.contested import list_contested, note_contested
from geo.briefing.content.facts import Facts
from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.fonts import Typeface, drawing
from geo.briefing.drawing.frame import GEOD
from geo.briefing.map.base_map import BaseMap, Box
from geo.briefing.map.lay import count_beyond
from geo.briefing.map.points import StrikePoints
from geo.briefing.map.symbols import GivenInset, Symbols
from geo.briefing.page.arrange import frame_map
from geo.briefing.page.filling import list_possible
from geo.briefing.page.given import PageContent
from geo.briefing.page.second import fits_second
from geo.briefing.terms.insets import NONE, read_box
from geo.briefing.terms.notes import Note
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words

__all__ = ["choose_box", "choose_symbols", "find_insets", "fits_pages", "note_contested_land"]

MOST_BY_PLACE = 60  # strikes: more are counted by area
MOST_LOOKS = 6  # at a map, for contested land on it
AROUND, LEAST_AROUND = 1.6, 0.7  # of a strike's reach, and degrees: what its map shows
MOST_OF_COUNTRY = 0.5  # of its box: strikes that reach over more are shown on all of it


def choose_symbols(facts: Facts, points: StrikePoints, *, coloured: bool) -> Symbols:
    """Return what stands for strikes: so many circles that they hide each other say nothing.

    Those that are coloured are circles all the same, since a shaded area has no kind or actor.
    So are those of a few places of one area: its shade would be the only one, and say nothing.
    """
    if facts.numbered or facts.areas.sheets:
        return "numbered" if facts.numbered else "areas"
    codes = [code for code in points.adm1_code if code is not None]
    counted, alone = len(codes), len(set(codes)) == 1 and 0 < _count_places(points) <= MOST_BY_PLACE
    many = len(points.numbers) > MOST_BY_PLACE and not (coloured or alone)
    return "areas" if many and 2 * counted >= len(points.numbers) else "places"


def _count_places(points: StrikePoints) -> int:
    on = points.located
    return len(np.unique(np.column_stack([points.lon[on], points.lat[on]]), axis=0))


def choose_box(
    points: StrikePoints, base_map: BaseMap, options: SheetOptions, *, whole_areas: bool = False
) -> Box:
    """Return the box of degrees that the map must show.

    whole_areas: strikes are counted by area, so that each area that has one is shown whole, where
    the extent is `auto`.
    """
    given = options.view_box()
    if given is not None:
        return given
    if options.extent == "country":
        return base_map.bounds
    if options.extent not in ("strikes", "auto"):
        return tuple(base_map.find_governorate(options.extent).outline.bounds)
    auto = options.extent == "auto"
    if auto and count_beyond(points, base_map.bounds):  # one false point would hide the country
        return base_map.bounds
    boxes = [_reach(points)] if points.located.any() else []
    by_area = points.status == "area_only"
    if auto and whole_areas:
        by_area = np.ones_like(by_area, bool)
    codes = set(points.adm1_code[by_area])
    boxes += [area.outline.bounds for area in base_map.governorates if area.code in codes]
    if not boxes:
        return base_map.bounds
    if auto:
        boxes += [_hold(note) for note in options.list_notes()]
    sides = np.array(boxes)
    west, south = (float(side) for side in sides[:, :2].min(axis=0))
    east, north = (float(side) for side in sides[:, 2:].max(axis=0))
    box = west, south, east, north
    if options.strike or (auto and max(east - west, north - south) < LEAST_AROUND):
        box = _widen(box)
    return base_map.bounds if auto and _reaches_over(box, base_map.bounds) else box


def find_insets(
    options: SheetOptions, base_map: BaseMap, words: Words
) -> tuple[GivenInset, ...] | None:
    """Return the insets by hand, None where the data choose them.

    Raises SheetError for an area that is not there.
    """
    if not options.insets:
        return None
    found = []
    for said in options.insets if options.insets != (NONE,) else ():
        box = read_box(said, "inset")
        if box is not None:
            found.append(GivenInset(said, "", box))
            continue
        area = base_map.find_inset(said)
        name = area.named(words)
        found.append(GivenInset(name, name, tuple(area.outline.bounds)))
    return tuple(found)


def _hold(note: Note) -> Box:
    """Return the box that holds what a note of the author stands at."""
    ends = [GEOD.fwd(note.lon, note.lat, azimuth, note.km * 1000) for azimuth in (0, 90, 180, 270)]
    lons, lats = zip(*(end[:2] for end in ends), strict=True)
    return min(lons), min(lats), max(lons), max(lats)


def _reaches_over(box: Box, country: Box) -> bool:
    """Return whether a box is so large a part of the country's that the whole is shown."""
    part, whole = ((each[2] - each[0]) * (each[3] - each[1]) for each in (box, country))
    return part > MOST_OF_COUNTRY * whole


def _widen(box: Box) -> Box:
    """Return a box with what lies around it, so that one strike is seen among its towns."""
    west, south, east, north = box
    wide, high = (max((end - start) * AROUND, LEAST_AROUND) / 2
                  for start, end in ((west, east), (south, north)))  # fmt: skip
    lon, lat = (west + east) / 2, (south + north) / 2
    return lon - wide, lat - high, lon + wide, lat + high


def _reach(points: StrikePoints) -> Box:
    """Return the box that holds every point with its circle of uncertainty."""
    on = points.located
    lon, lat, metres = points.lon[on], points.lat[on], points.uncertainty_km[on] * 1000
    ends = [
        GEOD.fwd(lon, lat, np.full_like(lon, azimuth), metres)[:2] for azimuth in (0, 90, 180, 270)
    ]
    lons, lats = (np.concatenate([end[axis] for end in ends]) for axis in (0, 1))
    return float(lons.min()), float(lats.min()), float(lons.max()), float(lats.max())


def note_contested_land(page: PageContent, options: SheetOptions) -> PageContent:
    """Return the page with the contested land on its map hatched and noted.

    A note takes room of the map: what it shows is looked at until nothing is new. A part that
    only a map without its note would show is neither hatched nor noted.
    """
    known, noted, dropped = page.base_map.contested, page, frozenset[str]()
    if page.plate is not None:
        return page
    for look in range(MOST_LOOKS):
        with drawing():
            shown = list_contested(page.base_map, frame_map(noted, _canvas(noted, options)))
        names = {area.name for area in shown} - dropped
        before = {area.name for area in noted.plan.contested}
        if names == before:
            break
        if look:
            dropped |= before - names
        parts = tuple(area for area in known if area.name in (names | before) - dropped)
        footer = (note_contested(parts, page.words), *page.footer) if parts else page.footer
        noted = replace(page, plan=replace(page.plan, contested=parts), footer=footer)
    return noted


def _canvas(page: PageContent, options: SheetOptions) -> Canvas:
    face = Typeface(options.language)
    return Canvas(page.paper.width, page.paper.height, dpi=72, typeface=face)


def fits_pages(page: PageContent, options: SheetOptions) -> bool:
    """Return whether the two pages of a sheet hold all that it has to say."""
    with drawing():
        filling = list_possible(page.facts, page.points, page.plan)
        return fits_second(page, filling, _canvas(page, options))
