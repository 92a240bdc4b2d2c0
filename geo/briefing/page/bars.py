"""The timeline strip as drawn: bars of all strikes and of the sheet's, with days under them."""

from __future__ import annotations

from datetime import date

from shapely.geometry import box as make_box

from geo.briefing.content.facts import Facts
from geo.briefing.content.timeline import Timeline
from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.frame import Rect
from geo.briefing.page.furniture import StripStyle
from geo.briefing.terms.words import Words

__all__ = ["draw_timeline"]


def draw_timeline(canvas: Canvas, rect: Rect, facts: Facts, *, style: StripStyle) -> None:
    """Draw bars of all strikes (light) and of the sheet's (dark), with days at both ends."""
    words, size, timeline = style.words, style.size, facts.timeline
    rtl = words.rtl
    start, align = (rect.right, "right") if rtl else (rect.x, "left")
    top = rect.y + size
    if timeline is None:
        canvas.text(start, top, words.say("timeline none"), size=size, align=align)
        return
    same = timeline.shown == timeline.everything
    phrase = "timeline" if facts.rows_are_strikes else "timeline rows"
    phrase = f"{phrase} same" if same else phrase
    text = words.say(phrase, bin=words.say(f"bin {timeline.bin}"), rows=facts.all_rows)
    lines = canvas.typeface.wrap(text, rect.width, size)
    for line in lines:
        canvas.text(start, top, line, size=size, align=align, colour="quiet", role="timeline")
        top += size * 1.3
    axis = rect.bottom - size * 1.35
    bars = Rect(rect.x, top - size * 0.7, rect.width, axis - top + size * 0.7)
    _draw_bars(canvas, bars, timeline, rtl=rtl)
    canvas.lines([[(rect.x, axis), (rect.right, axis)]], colour="quiet", width=0.7, layer=5)
    _draw_axis(canvas, Rect(rect.x, axis, rect.width, size * 1.35), timeline, style)


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


def _draw_axis(canvas: Canvas, rect: Rect, timeline: Timeline, style: StripStyle) -> None:
    """Write the first, the last and between them as many days as fit."""
    words, size = style.words, style.size
    count = len(timeline.starts)
    step = rect.width / count
    order = [0, count - 1, *range(1, count - 1)] if count > 1 else [0]
    if count > 2:
        years = [at for at in order[2:] if timeline.starts[at].month == 1]
        by_month = timeline.bin in ("month", "quarter")
        order = order[:2] + (years if years and by_month else order[2:])
    taken: list[tuple[float, float]] = []
    for at in order:
        place = count - 1 - at if words.rtl else at
        x = rect.x + step * (place + 0.5)
        text = _tick_text(timeline.starts[at], timeline, words)
        half = canvas.typeface.width(text, size) / 2
        x = min(max(x, rect.x + half), rect.right - half)
        if any(x - half < right + 14 and x + half > left - 14 for left, right in taken):
            continue
        taken.append((x - half, x + half))
        tick = rect.x + step * (place + 0.5)
        canvas.lines([[(tick, rect.y), (tick, rect.y + 2.5)]], colour="quiet", width=0.7)
        canvas.text(x, rect.bottom - 1, text, size=size, align="center", colour="quiet",
                    role="tick")  # fmt: skip
