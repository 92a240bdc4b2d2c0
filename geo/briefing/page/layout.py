"""The first page of a sheet: head, map, what is told beside it, and foot, drawn."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.frame import MapFrame, Rect, fit_frame
from geo.briefing.map.area_names import AreaName
from geo.briefing.map.draw import draw_map
from geo.briefing.map.lay import lay_map
from geo.briefing.map.symbols import MapContent, hide_map
from geo.briefing.page.area_table import fit_areas
from geo.briefing.page.arrange import Arrangement, arrange
from geo.briefing.page.bars import draw_timeline, measure_timeline
from geo.briefing.page.blocks import GAP, Block, BlockMaker, draw_block
from geo.briefing.page.edges import draw_footer, draw_header, find_body, make_maker
from geo.briefing.page.filling import list_needed
from geo.briefing.page.furniture import StripStyle, draw_bar_and_north, draw_locator, measure_bar
from geo.briefing.page.given import PageContent
from geo.briefing.page.inset_drawing import draw_insets, list_covered
from geo.briefing.page.insets import Insets, choose_insets
from geo.briefing.page.legend import (
    APART,
    STEP,
    TIGHT,
    cut_names,
    draw_legend,
    item_width,
    list_legend,
    row_height,
    strip_rows,
)
from geo.briefing.page.second import ON_SECOND
from geo.briefing.page.table import fit_table
from geo.briefing.page.totals import make_totals
from geo.briefing.series.plates import draw_plate

__all__ = ["Drawn", "draw_foot", "draw_head", "draw_page", "frame_map"]

TIMELINE = 34.0  # points: height of its bars
LOCATOR = 8.2, 6.7  # width and height, of the size of text
ONE_STRIKE = 1.8  # how much larger it is on a sheet of one strike: the map's other scale
LEAST_LOCATOR = 0.4  # of its height: where there is less room it is left out
TOTALS_PART = 0.42  # of the width under a map
LEAST_ROWS = 2  # of the table: fewer stand on the second page alone
WHOLE = 0.8  # of the country's width: a map that shows more of it needs no locator

Placed = list[tuple[Block, float, float]]


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """A page as drawn: what its map shows, and where the parts lie."""

    canvas: Canvas
    content: MapContent
    column: Rect  # the map
    legend: Rect  # with scale bar and north arrow
    timeline: Rect
    locator: Rect | None  # None where the map shows the whole country
    title: tuple[Block, Rect]
    under: tuple[Block, Rect]
    footer: tuple[Block, Rect]
    blocks: tuple[tuple[Block, Rect], ...]
    names: tuple[AreaName, ...]  # of areas, on the map
    insets: Insets
    complete: bool  # whether it says all that the sheet has to say


def draw_page(page: PageContent, canvas: Canvas) -> Drawn:
    """Draw the first page of a sheet."""
    maker = make_maker(page, canvas)
    where = arrange(find_body(page, maker), page.paper)
    title, under = draw_header(page, canvas, maker)
    footer = draw_footer(page, canvas, maker)
    column = page.turn(where.map)
    insets = choose_insets(page, column)
    plan = replace(page.plan, covered=list_covered(insets.laid, page.paper.small))
    content = lay_map(canvas, column, page.points, base_map=page.base_map, plan=plan)
    content = replace(content, insets=len(insets.laid), given_insets=plan.insets is not None)
    names: list[AreaName] = []
    if page.plate is None:
        names = draw_map(canvas, content, page.base_map, page.plan)
        single = min((c.radius / math.sqrt(c.count) for c in content.circles), default=0.0)
        draw_insets(page, canvas, insets.laid, single=single)
    else:
        content = hide_map(content)
        draw_plate(canvas, column, page.plate, size=page.paper.small, words=page.words)
    rest = _Rest(page, canvas, maker, content, where)
    placed, complete = rest.fill()
    blocks = [(block, page.turn(Rect(x, y, block.width, block.height))) for block, x, y in placed]
    for block, rect in blocks:
        draw_block(canvas, block, rect.x, rect.y)
    style = StripStyle(page.paper.small, page.words)
    timeline, legend = page.turn(rest.timeline), page.turn(rest.legend)
    draw_timeline(canvas, timeline, page.facts, style=style)
    rest.draw_legend(legend, style)
    locator = page.turn(rest.locator) if rest.locator else None
    if locator:
        box = page.base_map.bounds if page.facts.sure else None
        draw_locator(canvas, locator, page.base_map, content.frame, box=box)
    return Drawn(
        canvas, content, column, legend, timeline, locator, title, under, footer, tuple(blocks),
        tuple(names), insets, complete,
    )  # fmt: skip


class _Rest:
    """What stands beside or under the map, placed on a page read from the left."""

    def __init__(
        self,
        page: PageContent,
        canvas: Canvas,
        maker: BlockMaker,
        content: MapContent,
        where: Arrangement,
    ) -> None:
        self.page, self.canvas, self.maker, self.content = page, canvas, maker, content
        self.where, self.size = where, page.paper.small
        rect = where.rest
        scale = ONE_STRIKE if page.facts.sure else 1.0
        wide, high = (side * self.size * scale for side in LOCATOR)
        shows_all = not content.drawn or _shows_whole(page, content.frame)
        left = 0.0 if where.beside else rect.width * TOTALS_PART + GAP
        side = Rect(rect.x + left, rect.y, rect.width - left, rect.height)
        width = left - GAP if left else side.width
        self.filling = list_needed(page.facts, content)
        self.totals = make_totals(maker, width, self.filling, rect.height)
        top = rect.y + (self.totals.height + GAP if where.beside else 0)
        tall = measure_timeline(canvas, side.width, page.facts, page.words, self.size) + TIMELINE
        self.timeline = Rect(side.x, top, side.width, tall)
        top += tall + GAP
        items = list_legend(content, page.words)
        needed = max(
            [
                measure_bar(canvas, self.size),
                *(item_width(canvas, item, self.size) for item in items),
            ]
        )
        beside = not shows_all and needed <= side.width - wide - GAP
        free = side.width - (wide + GAP if beside else 0)
        self.rows, self.step = strip_rows(canvas, items, free, self.size), STEP
        strip = STEP + sum(map(row_height, self.rows)) if content.drawn else 0.0
        # The line that leads to page 2 stands under the legend, and is needed more.
        end = rect.bottom - GAP - self._lead_to_second("second page").height
        if beside and top + strip > end:  # a long legend takes the locator's room
            beside, shows_all, free = False, True, side.width
            self.rows = strip_rows(canvas, items, free, self.size)
            strip = STEP + sum(map(row_height, self.rows))
        if (over := top + strip - end) > 0:
            self.timeline = replace(self.timeline, height=tall - min(over, TIMELINE / 2))
            top = self.timeline.bottom + GAP
        for part in (free, free / 2 - APART):  # names in one line, then two in a line
            if top + strip > end:
                short = cut_names(canvas, items, part, self.size)
                self.rows, self.step = strip_rows(canvas, short, free, self.size), TIGHT
                strip = STEP + sum(row_height(row, TIGHT) for row in self.rows)
        self.legend = Rect(side.x, top, free, strip)
        self.locator = None
        bottom = self.legend.bottom
        if not shows_all:
            at = (side.right - wide, top) if beside else (side.x, bottom + GAP)
            part = min(1.0, (rect.bottom - at[1]) / high) if beside else 1.0
            locator = Rect(at[0] + wide * (1 - part), at[1], wide * part, high * part)
            # A long legend leaves it no room: the line that leads to page 2 is needed more.
            room = part >= LEAST_LOCATOR if beside else (
                locator.bottom + GAP + 3 * self.size <= rect.bottom
            )  # fmt: skip
            if room:
                self.locator = locator
                bottom = max(bottom, locator.bottom)
        top = bottom
        self.bottom = top if where.beside else max(top, rect.y + self.totals.height)

    def fill(self) -> tuple[Placed, bool]:
        """Return the blocks with their places, and whether all of the sheet is said."""
        rect, maker = self.where.rest, self.maker
        placed: Placed = [(self.totals, rect.x, rect.y)]
        y, room = self.bottom + GAP, rect.bottom - self.bottom - GAP
        reading = maker.reading(rect.width, self.filling.phrases)
        table = fit_table(maker, rect.width, room)
        left = room - table.height - reading.height - 2 * GAP
        sources = maker.sources(rect.width, left)
        told = len(maker.facts.sources.listed) if not sources.items else 0
        whole = table.complete and sources.complete and not told and left >= sources.height
        if whole and not maker.facts.areas.rows and self.totals.complete:
            for block in (table, sources, reading):
                placed += [(block, rect.x, y)] if block.items else []
                y += block.height + (GAP if block.items else 0)
            return placed, True
        more = self._lead_to_second("second page")
        fit = fit_areas if maker.facts.areas.rows else fit_table
        table = fit(maker, rect.width, room - more.height - GAP / 2)
        held = len(table.rules) - 1
        if table.items and held >= min(LEAST_ROWS, len(maker.facts.rows)):
            placed.append((table, rect.x, y))
            y += table.height + GAP / 2
        below = y + more.height + GAP / 2
        told_here = bool(reading.items) and below + reading.height <= rect.bottom + 0.01
        if told_here:
            placed.append((reading, rect.x, below))
            more = self._lead_to_second("second page told")
        if y + more.height <= rect.bottom + 0.01:
            placed.append((more, rect.x, y))
        elif not self.where.beside:  # under the totals there is room, where a legend is long
            phrase = "second page told" if told_here else "second page"
            more = self._lead_to_second(phrase, self.totals.width)
            placed.append((more, rect.x, rect.y + self.totals.height + GAP))
        return placed, False

    def _lead_to_second(self, phrase: str, width: float = 0.0) -> Block:
        """Return the line that leads to the second page, and says what is on it alone."""
        width = width or self.where.rest.width
        if self.page.of_atlas:
            phrase = f"sheet's {phrase}"
        text = self.maker.words.say(phrase, number=2)
        return self.maker.paragraph([text], width, colour="quiet", role=ON_SECOND)

    def draw_legend(self, rect: Rect, style: StripStyle) -> None:
        """Draw scale bar and north arrow over the rows of the legend."""
        if not self.content.drawn:
            return
        x = rect.right if style.words.rtl else rect.x
        draw_bar_and_north(
            self.canvas, x, rect.y + STEP / 2, self.content.frame, style, width=rect.width
        )
        draw_legend(self.canvas, x, rect.y + STEP, rows=self.rows, size=style.size, step=self.step)


def _shows_whole(page: PageContent, frame: MapFrame) -> bool:
    """Return whether the map shows so much of the country that it needs no locator."""
    west, south, east, north = page.base_map.bounds
    seen = frame.metres_box()
    wide = min(east, seen["east"]) - max(west, seen["west"])
    high = min(north, seen["north"]) - max(south, seen["south"])
    return bool(wide > WHOLE * (east - west) and high > WHOLE * (north - south))


def draw_head(page: PageContent, canvas: Canvas) -> float:
    """Draw title and lines under it; return where the body begins, in points."""
    maker = make_maker(page, canvas)
    draw_header(page, canvas, maker)
    return find_body(page, maker).y


def draw_foot(page: PageContent, canvas: Canvas) -> float:
    """Draw the lines under the sheet; return where the body ends, in points."""
    maker = make_maker(page, canvas)
    draw_footer(page, canvas, maker)
    return find_body(page, maker).bottom


def frame_map(page: PageContent, canvas: Canvas) -> MapFrame:
    """Return where the map lies and what it shows."""
    where = arrange(find_body(page, make_maker(page, canvas)), page.paper)
    return fit_frame(page.turn(where.map), page.plan.box, projection=page.plan.projection)
