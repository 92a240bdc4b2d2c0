"""What a sheet's map is to show, settled before it is drawn: symbols, contested land, the room."""

from __future__ import annotations

from dataclasses import replace

from geo.briefing.content.contested import list_contested, note_contested
from geo.briefing.content.facts import Facts
from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.fonts import Typeface, drawing
from geo.briefing.map.points import StrikePoints
from geo.briefing.map.symbols import Symbols
from geo.briefing.page.filling import list_possible
from geo.briefing.page.given import PageContent
from geo.briefing.page.layout import frame_map
from geo.briefing.page.second import fits_second
from geo.briefing.terms.options import SheetOptions

__all__ = ["choose_symbols", "fits_pages", "note_contested_land"]

MOST_BY_PLACE = 60  # strikes: more are counted by area
MOST_LOOKS = 6  # at a map, for contested land on it


def choose_symbols(facts: Facts, points: StrikePoints, *, coloured: bool) -> Symbols:
    """Return what stands for strikes: so many circles that they hide each other say nothing.

    Those that are coloured are circles all the same, since a shaded area has no kind or actor.
    """
    if facts.numbered or facts.areas.sheets:
        return "numbered" if facts.numbered else "areas"
    counted = sum(code is not None for code in points.adm1_code)
    many = len(points.numbers) > MOST_BY_PLACE and not coloured
    return "areas" if many and 2 * counted >= len(points.numbers) else "places"


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
