"""The first page of a sheet: head, map, what is told beside it, and foot, drawn."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.frame import Rect
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
from geo.briefing.page.furniture import (
    StripStyle,
    draw_bar_and_north,
    draw_locator,
    measure_bar,
    shows_whole,
)
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
from geo.briefing.page.second import ON_SECOND, count_cited
from geo.briefing.page.table import fit_table
from geo.briefing.page.totals import make_totals
from geo.briefing.series.plates import draw_plate

__all__ = ["Drawn", "draw_page"]

TIMELINE = 34.0  # points: height of its bars
LOCATOR = 8.2, 6.7  # width and height, of the size of text
ONE_STRIKE = 1.8  # how much larger it is on a sheet of one strike: the map's other scale
LEAST_LOCATOR = 0.4  # of its height: where there is less room it is left out
TOTALS_PART = 0.42  # of the width under a map
TOTALS_OF_THREE, AREAS_OF_THREE = 0.28, 0.3  # of it, where areas have a column between
LEAST_ROWS = 2  # of the table: fewer stand on the second page alone

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
    where = arrange(find_body(page, maker), page.paper, rtl=page.words.rtl)
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
    rest, placed, complete = _fill_rest(page, canvas, maker, content, where)
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


def _fill_rest(
    page: PageContent, canvas: Canvas, maker: BlockMaker, content: MapContent, where: Arrangement
) -> tuple[_Rest, Placed, bool]:
    """Return what stands beside or under the map: its parts, its blocks, whether it says all.

    Under a map the table has a column of its own, where that holds more areas, or strikes at all.
    """
    usual = _Rest(page, canvas, maker, content, where)
    placed, whole = usual.fill()
    held = _count_rows(placed)
    enough = held and not page.facts.areas.rows
    if where.beside or whole or enough or page.facts.sure:  # one strike: its other scale is needed
        return usual, placed, whole
    three = _Rest(page, canvas, maker, content, where, three=True)
    beside, _ = three.fill()
    better = three.fits() and _count_rows(beside) > held
    return (three, beside, False) if better else (usual, placed, whole)


def _count_rows(placed: Placed) -> int:
    return max([len(b.rules) - 1 for b, _, _ in placed if b.kind in ("areas", "table")], default=0)


class _Rest:
    """What stands beside or under the map, placed on a page read from the left.

    three: under a map, in three columns: totals, the table, timeline with legend.
    """

    def __init__(
        self,
        page: PageContent,
        canvas: Canvas,
        maker: BlockMaker,
        content: MapContent,
        where: Arrangement,
        *,
        three: bool = False,
    ) -> None:
        self.page, self.canvas, self.maker, self.content = page, canvas, maker, content
        self.where, self.size = where, page.paper.small
        rect = where.rest
        scale = ONE_STRIKE if page.facts.sure else 1.0
        wide, high = (side * self.size * scale for side in LOCATOR)
        shows_all = not content.drawn or shows_whole(page.base_map.bounds, content.frame)
        part = TOTALS_OF_THREE if three else TOTALS_PART
        left = 0.0 if where.beside else rect.width * part + GAP
        self.table = Rect(rect.x + left, rect.y, rect.width * AREAS_OF_THREE, rect.height)
        totals_width, left = left - GAP, left + (self.table.width + 2 * GAP if three else 0.0)
        self.three = three
        side = Rect(rect.x + left, rect.y, rect.width - left, rect.height)
        width = totals_width if left else side.width
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
        self.cut = False  # whether the legend's names had to be
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
                self.cut = True
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

    def fits(self) -> bool:
        """Return whether totals, timeline and legend stand whole where they are put."""
        end = self.where.rest.bottom - self._lead_to_second("second page", self.totals.width).height
        held = self.totals.complete and not self.cut and self.legend.bottom <= self.table.bottom
        return held and self.totals.height + GAP <= end - self.where.rest.y

    def _fill_three(self) -> tuple[Placed, bool]:
        """Return totals over the line that leads to page 2, and the table beside them."""
        rect, maker, width = self.where.rest, self.maker, self.totals.width
        reading = maker.reading(width, self.filling.phrases)
        more = self._lead_to_second("second page", width)
        told = self._lead_to_second("second page told", width)
        y = rect.y + self.totals.height + GAP
        placed: Placed = [(self.totals, rect.x, rect.y)]
        if reading.items and y + reading.height + GAP + told.height <= rect.bottom + 0.01:
            placed.append((reading, rect.x, y))
            y, more = y + reading.height + GAP, told
        placed.append((more, rect.x, y))
        table = self._fit_table(self.table.width, self.table.height)
        placed += [(table, self.table.x, self.table.y)] if table.items else []
        return placed, False

    def fill(self) -> tuple[Placed, bool]:
        """Return the blocks with their places, and whether all of the sheet is said."""
        if self.three:
            return self._fill_three()
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
        table = self._fit_table(rect.width, room - more.height - GAP / 2)
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

    def _fit_table(self, width: float, height: float) -> Block:
        """Return the areas, else the strikes, none of these without its sources on page 2."""
        maker, facts = self.maker, self.maker.facts
        if facts.areas.rows:
            return fit_areas(maker, width, height)
        cited = count_cited(self.page, self.filling, self.canvas)
        return fit_table(replace(maker, facts=facts.keep_rows(cited)), width, height)

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
