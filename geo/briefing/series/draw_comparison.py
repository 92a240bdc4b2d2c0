"""A comparison drawn: two bars for each area, of one scale, with both counts and the difference."""

from __future__ import annotations

from collections.abc import Sequence

from geo.briefing.series.comparison import Comparison, Pair, Side
from geo.briefing.series.pen import LEADING, Pen
from geo.briefing.terms.words import Words

__all__ = ["choose_pairs", "describe_comparison", "draw_comparison", "tell_difference"]

COLOURS = "bar", "other bar"  # of the sheet's own set and of the other
SQUARE = 0.8  # side of a set's sample by the size of text
NAME, ENDS = 0.26, 0.13  # of the width: the area's name, and the difference
MOST_ROW, LEAST_ROW = 5.0, 2.3  # height of an area's row by the size of text
BAR, BETWEEN, OVER = 0.33, 0.42, 0.12  # of a row: a bar, from bar to bar, over the first


def tell_difference(words: Words, pair: Pair) -> str:
    """Return the sheet's own count less the other's, with its sign."""
    change = pair.first - pair.second
    return words.in_digits(f"\u200e{change:+,}") if change else words.number(0)


def describe_comparison(comparison: Comparison, words: Words) -> list[str]:
    """Return both sets in words, a sentence each, and what is to be heeded."""
    sides = [words.say("semicolon").join((side.label, *side.lines)) for side in comparison.sides]
    return [*sides, *comparison.notes]


def draw_comparison(pen: Pen, comparison: Comparison) -> None:
    """Draw both sets, their notes and the bars of each area into the rectangle of a pen."""
    words, size = pen.words, pen.size
    top = 0.0
    for side, colour in zip(comparison.sides, COLOURS, strict=True):
        top = _draw_side(pen, top, side, colour)
    notes = [words.say("compare scale", most=comparison.most), *comparison.notes]
    top = pen.paragraph(top + size * 0.3, [" · ".join(notes)]) + size * 0.8
    pen.rule(0, top, pen.rect.width)
    pen.write(0, top + size * 1.2, words.say("compare title"), bold=True, role="heading")
    ends = words.say("column difference")
    pen.write(pen.rect.width, top + size * 1.2, ends, end=True, colour="quiet", role="column")
    top += size * 1.8
    _draw_pairs(pen, top, comparison)


def _draw_side(pen: Pen, top: float, side: Side, colour: str) -> float:
    size = pen.size
    pen.bars([(0, top + size * 0.3, size * SQUARE, size * SQUARE)], colour)
    indent = size * 1.5
    top = pen.paragraph(top, [side.label], x=indent, colour="ink")
    joined = pen.words.say("semicolon").join(side.lines)
    return pen.paragraph(top, [joined], x=indent) + size * 0.3


def _draw_pairs(pen: Pen, top: float, comparison: Comparison) -> None:
    """Draw as many areas as there is room for, the unknown among them, and say how many more."""
    size, free = pen.size, pen.rect.height - top
    pairs = comparison.pairs
    step = min(max(free / max(len(pairs), 1), size * LEAST_ROW), size * MOST_ROW)
    held = min(len(pairs), int(free / step))
    if held < len(pairs):
        held = max(int((free - size * LEADING) / step), 0)
    for at, pair in enumerate(choose_pairs(pairs, held)):
        _draw_pair(pen.within(0, top + at * step, pen.rect.width, step), pair, comparison.most)
    if left := len(pairs) - held:
        pen.paragraph(top + held * step, [pen.words.say("compare more", count=left)])


def choose_pairs(pairs: Sequence[Pair], held: int) -> tuple[Pair, ...]:
    """Return as many of the areas as are drawn, the first; what has no known area is among them."""
    unknown = tuple(pair for pair in pairs if not pair.known)[: min(held, 1)]
    return (*[pair for pair in pairs if pair.known][: held - len(unknown)], *unknown)


def _draw_pair(pen: Pen, pair: Pair, most: int) -> None:
    size, width, words = pen.size, pen.rect.width, pen.words
    start, ends = width * NAME, width * ENDS
    step = pen.rect.height
    middle = step / 2 + size * 0.35
    pen.rule(0, 0, width)
    pen.write(0, middle, pen.shorten(pair.name, start - size, bold=True), bold=True)
    room = width - start - ends - pen.measure(words.number(most)) - size
    for at, (count, colour) in enumerate(zip((pair.first, pair.second), COLOURS, strict=True)):
        y = step * (OVER + at * BETWEEN)
        wide = room * count / max(most, 1)
        if count:
            pen.bars([(start, y, wide, step * BAR)], colour)
        pen.write(start + wide + size * 0.4, y + step * BAR / 2 + size * 0.35, words.number(count))
    pen.write(width, middle, tell_difference(words, pair), end=True)
