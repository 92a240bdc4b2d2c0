"""The strikes of a sheet played back step by step through time, as pictures."""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import pandas as pd
from PIL import Image

from geo.briefing.content.timeline import Timeline, count_bins
from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.fonts import Typeface, drawing
from geo.briefing.drawing.frame import Rect
from geo.briefing.drawing.picture import to_picture
from geo.briefing.map.draw import draw_symbols, draw_under
from geo.briefing.map.lay import lay_map
from geo.briefing.map.own_layers import SheetLayer, find_there, lay_layers, list_layers
from geo.briefing.map.points import pick_points
from geo.briefing.map.symbols import SINGLE
from geo.briefing.page.bars import draw_timeline, find_plot
from geo.briefing.page.edges import draw_foot, draw_head
from geo.briefing.page.furniture import StripStyle, draw_strip, measure_bar
from geo.briefing.page.given import PageContent
from geo.briefing.page.legend import list_legend, row_height, strip_rows
from geo.briefing.sheet import Sheet
from geo.errors import SheetError
from geo.layers.layer import Layer

__all__ = ["FRAME_MS", "LAST_MS", "MOST_FRAMES", "play"]

DPI = 96  # 1280 x 720 pixels at 16:9
FRAME_MS = 700
LAST_MS = 3500
FEW_FRAMES = 12  # of fewer the sheet is played by its own days, without the rest of the data
MOST_FRAMES = 72  # six years of months; longer is played in quarters or years
READOUT = 150.0  # points wide


class _Grounds:
    """The picture under the strikes, with the own layers that were there in some days."""

    def __init__(
        self, own: Sequence[Layer], draw: Callable[[Sequence[SheetLayer]], Image.Image]
    ) -> None:
        self.own, self.draw = own, draw
        self.there: tuple[int, ...] = ()
        self.picture: Image.Image | None = None

    def at(self, first: pd.Timestamp, last: pd.Timestamp) -> Image.Image:
        """Return it for inclusive days: the picture before where the same was there."""
        there = tuple(np.flatnonzero(np.concatenate(
            [np.zeros(0, dtype=bool), *(find_there(layer, first, last) for layer in self.own)]
        )).tolist())  # fmt: skip
        if self.picture is None or there != self.there:
            self.there, self.picture = there, self.draw(list_layers(self.own, first, last))
        return self.picture


@dataclass(frozen=True, slots=True, eq=False)
class _Still:
    """What stays the same through a playback."""

    page: PageContent
    shown: gpd.GeoDataFrame
    timeline: Timeline
    map_rect: Rect
    timeline_rect: Rect
    readout: Rect
    grounds: _Grounds
    single: float  # points: radius of the circle of one strike, on all frames


def play(sheet: Sheet) -> Iterator[tuple[Image.Image, int]]:
    """Yield a frame per bin of the timeline, from the first strike to the last, and its time.

    Frames are RGB pictures of one size, times are milliseconds. Bins without a strike have their
    frame too, so that the beat is that of the calendar; where there are too many bins they are
    wider. Own layers are drawn as they were in the days of each frame. Raises SheetError for a
    sheet of charts, and where no strike has a date.
    """
    if sheet.page.plate is not None:
        raise SheetError("playback: it plays a map; leave out the trend or the comparison")
    timeline = _choose_steps(sheet)
    if timeline is None or not any(timeline.shown):
        raise SheetError("playback: no strike has a date; there is nothing to play")
    page = replace(
        sheet.page,
        facts=replace(sheet.facts, timeline=timeline),
        footer=(_note(sheet.page), *sheet.page.footer),
    )
    with drawing():
        still = _draw_still(page, sheet.shown, timeline)
    steps = list(_steps(still))
    for at, step in enumerate(steps, start=1):
        with drawing():
            frame = _draw_step(still, step)
        yield frame, FRAME_MS if at < len(steps) else LAST_MS


def _choose_steps(sheet: Sheet) -> Timeline | None:
    """Return the bins to play: those of all data, else of the sheet alone where they are few."""
    filters = sheet.options.filters
    timeline, own = (count_bins(strikes, sheet.shown, filters, most_shown=MOST_FRAMES)
                     for strikes in (sheet.strikes, sheet.shown))  # fmt: skip
    if timeline is None or own is None:
        return None
    few = len(range(*_filled(timeline))) < FEW_FRAMES
    return own if few and len(range(*_filled(own))) > len(range(*_filled(timeline))) else timeline


def _filled(timeline: Timeline) -> tuple[int, int]:
    """Return the first bin with a strike of the sheet, and the one after the last."""
    filled = [at for at, count in enumerate(timeline.shown) if count]
    return (filled[0], filled[-1] + 1) if filled else (0, 0)


def _note(page: PageContent) -> str:
    """Say what all frames together show, and what none of them does."""
    totals, words = page.facts.totals, page.words
    located = words.say("located of", located=totals.located, rows=totals.rows)
    undated = words.say("undated count", count=totals.undated) if totals.undated else ""
    return words.say("semicolon").join(part for part in (located, undated) if part)


def _canvas(page: PageContent, *, clear: bool) -> Canvas:
    face = Typeface(page.words.language)
    canvas = Canvas(page.paper.width, page.paper.height, dpi=DPI, typeface=face)
    if clear:
        canvas.figure.set_facecolor("none")
    return canvas


def _draw_still(page: PageContent, shown: gpd.GeoDataFrame, timeline: Timeline) -> _Still:
    canvas = _canvas(page, clear=False)
    top = draw_head(page, canvas)
    bottom = draw_foot(page, canvas)
    width = page.paper.width - 2 * page.margin
    # Hill shading would make a GIF three times as large.
    plan = replace(page.plan, symbols="places", relief=False)
    size = page.paper.small
    everything = lay_map(
        canvas, Rect(page.margin, top, width, bottom - top - 100), page.points,
        base_map=page.base_map, plan=plan,
    )  # fmt: skip
    rows = strip_rows(
        canvas, list_legend(everything, page.words), width - measure_bar(canvas, size), size
    )
    strip = sum(map(row_height, rows)) + 6
    timeline_rect = Rect(page.margin, bottom - 62, width, 62)
    map_rect = Rect(page.margin, top, width, timeline_rect.y - strip - top)
    readout = _place_readout(canvas, page, map_rect, timeline)
    plan = replace(plan, covered=(readout,))
    content = lay_map(canvas, map_rect, page.points, base_map=page.base_map, plan=plan)
    style = StripStyle(size, page.words)

    def draw_ground(layers: Sequence[SheetLayer]) -> Image.Image:
        canvas = _canvas(page, clear=False)
        draw_head(page, canvas)
        draw_foot(page, canvas)
        # Laid anew: names take the room that they stand in, and must stand alike on all grounds.
        bare = replace(
            lay_map(canvas, map_rect, page.points, base_map=page.base_map, plan=plan),
            circles=(), badges=(), rings=None, layers=lay_layers(layers, content.frame),
        )  # fmt: skip
        draw_under(canvas, bare, page.base_map, plan)
        below = Rect(page.margin, map_rect.bottom, width, strip)
        draw_strip(canvas, below, content.frame, rows=rows, style=style)
        draw_timeline(canvas, timeline_rect, page.facts, style=style)
        return to_picture(canvas.figure)

    single = min((c.radius / math.sqrt(c.count) for c in content.circles), default=SINGLE)
    grounds = _Grounds(plan.own, draw_ground)
    return _Still(page, shown, timeline, map_rect, timeline_rect, readout, grounds, single)


def _steps(still: _Still) -> Iterator[tuple[int, pd.Timestamp, pd.Timestamp]]:
    """Yield the bins from the first strike to the last: position, first and last day."""
    starts = [pd.Timestamp(start) for start in still.timeline.starts]
    ends = [*(start - pd.Timedelta(days=1) for start in starts[1:]), pd.Timestamp.max]
    for at in range(*_filled(still.timeline)):
        yield at, starts[at], ends[at]


def _draw_step(still: _Still, step: tuple[int, pd.Timestamp, pd.Timestamp]) -> Image.Image:
    at, first, last = step
    start, end = still.shown["date_start"], still.shown["date_end"]
    strikes = still.shown[(start <= last) & (end >= first)]
    return _draw_frame(still, at, strikes, ground=still.grounds.at(first, min(last, end.max())))


def _draw_frame(
    still: _Still, at: int, strikes: gpd.GeoDataFrame, *, ground: Image.Image
) -> Image.Image:
    page = still.page
    canvas = _canvas(page, clear=True)
    plan = replace(page.plan, symbols="places", single=still.single, covered=(still.readout,))
    points = pick_points(strikes, page.words, page.facts.disputed, plan.colouring)
    content = lay_map(canvas, still.map_rect, points, base_map=page.base_map, plan=plan)
    canvas.clip = still.map_rect
    draw_symbols(canvas, content, plan)
    canvas.clip = None
    _mark_bin(canvas, still, at)
    _draw_readout(canvas, still, at, int(points.located.sum()), len(strikes))
    raw = io.BytesIO()
    canvas.figure.savefig(raw, format="rgba", dpi=DPI)
    over = Image.frombytes("RGBA", ground.size, raw.getvalue())
    frame = ground.copy()
    frame.paste(over, (0, 0), over)
    return frame


def _mark_bin(canvas: Canvas, still: _Still, at: int) -> None:
    count = len(still.timeline.starts)
    style = StripStyle(still.page.paper.small, still.page.words)
    plot = find_plot(canvas, still.timeline_rect, still.timeline, style)
    step = plot.width / count
    place = count - 1 - at if still.page.words.rtl else at
    x = plot.x + step * (place + 0.5)
    bottom = still.timeline_rect.bottom - still.page.paper.small * 1.35
    wide = max(step, 3.0)
    canvas.rect(Rect(x - wide / 2, bottom - 33, wide, 33), edge="marked bar", line=1.0, layer=9)


def _place_readout(canvas: Canvas, page: PageContent, map_rect: Rect, timeline: Timeline) -> Rect:
    """Return the corner of the map under whose readout the fewest strikes lie."""
    totals, size = page.facts.totals, page.paper.small
    told = [
        line
        for at in range(len(timeline.starts))
        for maybe in (False, True)
        for line in _read_out(page, timeline, at, (totals.located, totals.rows), maybe)
    ]
    wide = max(canvas.typeface.width(text, high, bold=True) for text, high in set(told)) + 16
    wide, high = max(wide, READOUT), size * 5.7
    plan = replace(page.plan, symbols="places")
    laid = lay_map(canvas, map_rect, page.points, base_map=page.base_map, plan=plan)
    right, low = map_rect.right - wide - 6, map_rect.bottom - high - 6
    corners = [Rect(x, y, wide, high) for y in (map_rect.y + 6, low)
               for x in (right, map_rect.x + 6)]  # fmt: skip
    if page.words.rtl:
        corners = [corners[at] for at in (1, 0, 3, 2)]
    return min(corners, key=lambda box: sum(
        c.count for c in laid.circles
        if box.x - c.radius < c.x < box.right + c.radius
        and box.y - c.radius < c.y < box.bottom + c.radius
    ))  # fmt: skip


def _read_out(
    page: PageContent, timeline: Timeline, at: int, counts: tuple[int, int], maybe: bool
) -> list[tuple[str, float]]:
    """Return the lines of a bin and their sizes. counts: of its strikes located, and all."""
    words, size, start = page.words, page.paper.small, timeline.starts[at]
    days = {
        "day": words.day(start),
        "year": words.in_digits(str(start.year)),
        "week": words.say("week of", day=words.day(start)),
        "quarter": words.say("quarter from", month=words.month(start)),
    }.get(timeline.bin, words.month(start))
    located, rows = counts
    located_of = words.say("located of", located=located, rows=rows)
    phrase = "frame maybe" if maybe else "frame step"
    return [
        (days, size * 1.7),
        (located_of if rows else words.say("frame empty"), size * 1.3),
        (words.say(phrase, bin=words.say(f"bin {timeline.bin}")), size),
    ]


def _draw_readout(canvas: Canvas, still: _Still, at: int, located: int, rows: int) -> None:
    """Write the bin's days and counts into a corner of the map."""
    page, box = still.page, still.readout
    words = page.words
    # The bar has each strike once, on its first day.
    maybe = rows > still.timeline.shown[at]
    canvas.rect(box, fill="paper", edge="outline", layer=11)
    y = box.y
    for text, high in _read_out(page, still.timeline, at, (located, rows), maybe):
        y += high * 1.25
        at_x = box.right - 8 if words.rtl else box.x + 8
        align = "right" if words.rtl else "left"
        canvas.text(at_x, y, text, size=high, bold=True, align=align, layer=12, role="readout")
