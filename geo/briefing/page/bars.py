"""The timeline strip as drawn: bars of all strikes and of the sheet's, with days under them."""

from __future__ import annotations

from datetime import date

from shapely.geometry import box as make_box

from geo.briefing.content.facts import Facts
from geo.briefing.content.timeline import Timeline
from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.frame import Rect
from geo.briefing.page.blocks import LEADING_ARABIC
from geo.briefing.page.furniture import StripStyle
from geo.briefing.terms.words import Words

__all__ = ["draw_timeline", "find_plot", "measure_timeline"]


HALF_YEAR = {"week": 26, "month": 6, "quarter": 2}  # bins: the most that a year's label is moved
LEADING = 1.3  # of the caption, by the size of text
SCALE_GAP = 4.0  # points between the bars and the count of the tallest
YEAR_GAP, DAY_GAP = 4.0, 14.0  # points between labels of the axis


def draw_timeline(canvas: Canvas, rect: Rect, facts: Facts, *, style: StripStyle) -> None:
    """Draw bars of all strikes (light) and of the sheet's (dark), with days at both ends."""
    words, size, timeline = style.words, style.size, facts.timeline
    rtl = words.rtl
    start, align = (rect.right, "right") if rtl else (rect.x, "left")
    top = rect.y + size
    if timeline is None:
        canvas.text(start, top, words.say(facts.no_timeline), size=size, align=align)
        return
    for line in _caption(canvas, rect.width, facts, words, size):
        canvas.text(start, top, line, size=size, align=align, colour="quiet", role="timeline")
        top += size * _leading(words)
    axis = rect.bottom - size * 1.35
    plot = find_plot(canvas, rect, timeline, style)
    bars = Rect(plot.x, top - size * 0.7, plot.width, axis - top + size * 0.7)
    _draw_bars(canvas, bars, timeline, rtl=rtl)
    _draw_scale(canvas, bars, max(timeline.everything), style)
    canvas.lines([[(plot.x, axis), (plot.right, axis)]], colour="quiet", width=0.7, layer=5)
    _draw_axis(canvas, Rect(plot.x, axis, plot.width, size * 1.35), timeline, style)


def find_plot(canvas: Canvas, rect: Rect, timeline: Timeline, style: StripStyle) -> Rect:
    """Return what bars and days have of a timeline: all but the count of the tallest bar."""
    words, size = style.words, style.size
    wide = canvas.typeface.width(words.number(max(timeline.everything)), size) + SCALE_GAP
    return Rect(rect.x + wide * words.rtl, rect.y, rect.width - wide, rect.height)


def measure_timeline(
    canvas: Canvas, width: float, facts: Facts, words: Words, size: float
) -> float:
    """Return how high the timeline's texts are in points: what stands over it and its days."""
    if facts.timeline is None:
        return size * 1.3
    return size * (_leading(words) * len(_caption(canvas, width, facts, words, size)) + 1.35)


def _leading(words: Words) -> float:
    """Return the height of the caption's lines by the size of text."""
    return LEADING_ARABIC if words.rtl else LEADING


def _caption(canvas: Canvas, width: float, facts: Facts, words: Words, size: float) -> list[str]:
    """Return what the bars are, in lines of a width."""
    timeline = facts.timeline
    if timeline is None:
        return []
    phrase = "timeline" if facts.rows_are_strikes else "timeline rows"
    phrase = f"{phrase} same" if timeline.shown == timeline.everything else phrase
    said = [words.say(phrase, bin=words.say(f"bin {timeline.bin}"), rows=facts.all_rows)]
    if timeline.spread:
        said.append(words.say("trend spread", count=timeline.spread))
    return canvas.typeface.wrap(words.say("semicolon").join(said), width, size)


def _draw_bars(canvas: Canvas, rect: Rect, timeline: Timeline, *, rtl: bool) -> None:
    count = len(timeline.starts)
    tallest = max(timeline.everything)
    step = rect.width / count
    wide = min(step * 0.82, 26)
    for counts, colour, layer in (
        (timeline.everything, "other bar", 4),
        (timeline.shown, "bar", 4.5),
    ):
        bars = []
        for at, value in enumerate(counts):
            if value:
                high = max(rect.height * value / tallest, 1.0)
                place = count - 1 - at if rtl else at
                x = rect.x + step * (place + 0.5) - wide / 2
                bars.append(make_box(x, rect.bottom - high, x + wide, rect.bottom))
        canvas.shapes(bars, fill=colour, layer=layer)


def _tick_text(start: date, timeline: Timeline, words: Words) -> str:
    if timeline.bin == "year":
        return words.in_digits(str(start.year))
    if timeline.bin in ("month", "quarter"):
        return words.month(start)
    return words.short_day(start)


def _choose_ticks(timeline: Timeline) -> list[tuple[int, bool]]:
    """Return the bins that have a label, most needed first, and whether it is the year alone.

    Weeks, months and quarters of several years have each year's first bin; others first and
    last, and between them what there is room for.
    """
    starts = timeline.starts
    last = len(starts) - 1
    if timeline.bin in ("week", "month", "quarter") and starts[0].year < starts[last].year - 1:
        return [
            (at, True)
            for at, start in enumerate(starts)
            if at == 0 or start.year != starts[at - 1].year
        ]
    ends = [0, last] if last else [0]
    return [(at, False) for at in (*ends, *range(1, last))]


def _draw_axis(canvas: Canvas, rect: Rect, timeline: Timeline, style: StripStyle) -> None:
    """Write the years, or the first, the last and between them as many days as fit."""
    words, size = style.words, style.size
    count = len(timeline.starts)
    step = rect.width / count
    taken: list[tuple[float, float]] = []  # from the start side, in points
    for at, by_year in _choose_ticks(timeline):
        start = timeline.starts[at]
        year = words.in_digits(str(start.year))
        text = year if by_year else _tick_text(start, timeline, words)
        wide, tick = canvas.typeface.width(text, size), step * (at + 0.5)
        first = min(max(tick - wide / 2, 0), rect.width - wide)
        if by_year and taken:  # moved on within its year, where the year before is in its way
            first = max(first, taken[-1][1] + YEAR_GAP)
            if first > tick + step * HALF_YEAR[timeline.bin] or first > rect.width - wide:
                continue
        elif any(first < end + DAY_GAP and first + wide > begin - DAY_GAP for begin, end in taken):
            continue
        taken.append((first, first + wide))
        middle, tick = (
            rect.right - x if words.rtl else rect.x + x for x in (first + wide / 2, tick)
        )
        canvas.lines([[(tick, rect.y), (tick, rect.y + 2.5)]], colour="quiet", width=0.7)
        canvas.text(middle, rect.bottom - 1, text, size=size, align="center", colour="quiet",
                    role="tick")  # fmt: skip


def _draw_scale(canvas: Canvas, rect: Rect, most: int, style: StripStyle) -> None:
    """Write the count of the tallest bar behind the bars' end, with a line at its height."""
    words, size = style.words, style.size
    text = words.number(most)
    x, align = (rect.x, "right") if words.rtl else (rect.right, "left")
    x += -SCALE_GAP if words.rtl else SCALE_GAP
    line = [(rect.x, rect.y), (rect.right, rect.y)]
    canvas.lines([line], colour="panel rule", width=0.6, layer=3.5)
    canvas.text(x, rect.y + size * 0.35, text, size=size, align=align, colour="quiet",
                role="tick")  # fmt: skip
