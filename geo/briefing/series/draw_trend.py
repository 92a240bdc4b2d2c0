"""A trend drawn: a small chart for each area or actor, all of one scale and over the same days."""

from __future__ import annotations

import math
from datetime import date

from geo.briefing.series.pen import LEADING, Pen
from geo.briefing.series.trend import Trend, TrendLine
from geo.briefing.terms.words import Words

__all__ = ["describe_trend", "draw_trend"]

APART = 16.0  # points between charts
SHAPE = 2.1  # width of a chart by its height, that is tried for
BAR = 0.82  # of a bin's width
WIDEST = 26.0  # points of a bar


def describe_trend(trend: Trend, words: Words) -> list[str]:
    """Return what the charts are, in words, a sentence each."""
    rows, undated = trend.rows, trend.undated
    if not trend.starts:
        return [words.say("trend none", count=rows, rows=rows)]
    told = "trend dated" if undated else "trend dated all"
    many = {"count": rows - undated, "dated": rows - undated, "rows": rows, "undated": undated}
    said = [
        words.say(f"trend {trend.by}", bin=words.say(f"bin {trend.bin}")),
        words.say("trend scale", most=trend.most),
        words.say(told, **many),
    ]
    beside = {"shared": trend.shared, "spread": trend.spread}
    return said + [words.say(f"trend {name}", count=n) for name, n in beside.items() if n]


def draw_trend(pen: Pen, trend: Trend) -> None:
    """Draw all charts into the rectangle of a pen, in rows, with what they are over them."""
    top = pen.paragraph(0, [" · ".join(describe_trend(trend, pen.words))])
    if not trend.starts:
        return
    top += pen.size * 0.6
    rect, count = pen.rect, len(trend.lines)
    columns = _choose_columns(rect.width, rect.height - top, count)
    rows = math.ceil(count / columns)
    wide = (rect.width - APART * (columns - 1)) / columns
    high = (rect.height - top - APART * 0.6 * (rows - 1)) / rows
    for at, line in enumerate(trend.lines):
        row, column = divmod(at, columns)
        x, y = column * (wide + APART), top + row * (high + APART * 0.6)
        _draw_chart(pen.within(x, y, wide, high), trend, line)


def _choose_columns(width: float, height: float, count: int) -> int:
    """Return how many charts stand side by side, so that each has about the same shape."""

    def shape(columns: int) -> float:
        rows = math.ceil(count / columns)
        return abs(math.log((width / columns) / (height / rows) / SHAPE))

    return min(range(1, count + 1), key=shape)


def _draw_chart(pen: Pen, trend: Trend, line: TrendLine) -> None:
    size, rect, words = pen.size, pen.rect, pen.words
    told = words.number(line.rows)
    if line.undated:
        told = words.say("trend undated", count=line.rows, undated=line.undated)
    room = rect.width - pen.measure(told) - size
    pen.write(0, size, pen.shorten(line.name, room, bold=True), bold=True)
    pen.write(rect.width, size, told, end=True, colour="quiet")
    top, bottom = size * 1.9, rect.height - size * LEADING
    pen.rule(0, top, rect.width)
    step = rect.width / len(trend.starts)
    wide = min(step * BAR, WIDEST)
    bars = []
    for at, count in enumerate(line.counts):
        high = (bottom - top) * count / max(trend.most, 1)
        if count:
            bars.append((step * (at + 0.5) - wide / 2, bottom - high, wide, high))
    pen.bars(bars, "bar")
    pen.rule(0, bottom, rect.width, colour="quiet")
    _write_ends(pen, trend)


def _write_ends(pen: Pen, trend: Trend) -> None:
    """Write the first and the last bin under a chart; where one alone has room, the first."""
    words, width, y = pen.words, pen.rect.width, pen.rect.height - 1
    first, last = (_tell_bin(trend, start, words) for start in (trend.starts[0], trend.starts[-1]))
    pen.write(0, y, first, colour="quiet", role="tick")
    if len(trend.starts) > 1 and pen.measure(first) + pen.measure(last) + pen.size < width:
        pen.write(width, y, last, end=True, colour="quiet", role="tick")


def _tell_bin(trend: Trend, start: date, words: Words) -> str:
    if trend.bin == "year":
        return words.in_digits(str(start.year))
    return words.month(start) if trend.bin in ("month", "quarter") else words.short_day(start)
