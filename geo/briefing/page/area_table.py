"""The table of areas of a sheet: strikes, people killed, how many have a figure, and the change."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from geo.briefing.content.areas import AreaRow
from geo.briefing.content.facts import Facts
from geo.briefing.page.blocks import Block, BlockMaker, Item, append_block
from geo.briefing.terms.words import Words

__all__ = ["COLUMNS", "area_cells", "fit_areas", "list_columns"]

COLUMNS = ("area", "strikes", "killed", "figure", "before")
NARROW = 3  # columns of a narrow table
NARROW_FROM = 28.0  # of the size of text: a narrower table has no more columns
AREA_PART = 0.34  # of the width: the name of the area
LEAST_PART = 0.36  # of the width of a narrow table: the name of the area
APART = 6.0  # points between columns
LINE = 1.45  # of the size of text: height of a row
MOST_LINES = 2  # of an area's name


def list_columns(facts: Facts, width: float, small: float) -> tuple[str, ...]:
    """Return the columns that a width in points holds; of the period before only where it is."""
    columns = (facts.areas.of, *COLUMNS[1:])
    if width < small * NARROW_FROM:
        return columns[:NARROW]
    return columns if facts.areas.has_before else columns[:-1]


def area_cells(words: Words, row: AreaRow) -> dict[str, str]:
    """Return a row of the table in words, by column."""
    return {
        "area": words.under_head(row.name),
        "sheet": row.name,
        "strikes": words.number(row.strikes),
        "killed": row.killed,
        "figure": words.say("of", number=row.reported, count=row.strikes),
        "before": row.before,
    }


def fit_areas(maker: BlockMaker, width: float, height: float) -> Block:
    """Return the table with as many areas as a height holds, most strikes first."""
    count = len(maker.facts.areas.rows)
    if not count:
        return Block(width)
    table = _make(maker, width, count)
    if table.height > height:  # at most so many rows too many as the highest of them says
        line = maker.small * LINE * MOST_LINES
        count = min(count - 1, count - int((table.height - height) / line) + 1)
    while count > 0 and table.height > height:
        table = _make(maker, width, count)
        count -= 1
    return table if table.height <= height else Block(width, complete=False)


def _make(maker: BlockMaker, width: float, count: int) -> Block:
    words, small = maker.words, maker.small
    areas = maker.facts.areas
    block = maker.heading(areas.title, width)
    block.kind = "areas"
    columns = list_columns(maker.facts, width, small)
    head = [words.say(f"column {name}") for name in columns]
    told = [area_cells(words, row) for row in areas.rows[:count]]
    lines = [[cells[name] for name in columns] for cells in told]
    offsets = _offsets(maker, width, [head, *lines])
    _add_line(maker, block, head, offsets, head=True)
    for line in lines:
        _add_line(maker, block, line, offsets)
    block.height += small * 0.2
    noted = areas.note and ("before" in columns or not areas.has_before)
    notes = [areas.note] if noted else []
    if left := len(areas.rows) - count:
        notes.append(words.say(f"more {areas.of}s", count=left))
        block.complete = False
    append_block(block, maker.paragraph(notes, width, colour="quiet"), gap=2)
    return block


def _offsets(
    maker: BlockMaker, width: float, lines: Sequence[Sequence[str]]
) -> list[tuple[float, float]]:
    """Return start and width of each column in points.

    A narrow table gives its figures what they need, and the names the rest.
    """
    count = len(lines[0])
    if count == NARROW:
        needed = [
            max(maker.face.width(line[at], maker.small) for line in lines) + APART
            for at in range(1, count)
        ]
        names = max(width - sum(needed), width * LEAST_PART)
        rest = (width - names) / sum(needed)
        parts = [names / width, *(each * rest / width for each in needed)]
    else:
        parts = [AREA_PART, *[(1 - AREA_PART) / (count - 1)] * (count - 1)]
    starts = [width * sum(parts[:at]) for at in range(count + 1)]
    return [(start, end - start - 4) for start, end in pairwise(starts)]


def _add_line(
    maker: BlockMaker,
    block: Block,
    cells: list[str],
    offsets: list[tuple[float, float]],
    *,
    head: bool = False,
) -> None:
    small, further = maker.small, 0
    if not head:
        block.rules.append(block.height)
    for at, (cell, (dx, wide)) in enumerate(zip(cells, offsets, strict=True)):
        bold = at == 0 and not head
        lines = _break(maker, cell, wide) if bold else [cell]
        colour = "quiet" if head else "ink"
        for number, line in enumerate(lines):
            text = maker.face.shorten(line, wide, small, bold=bold)
            down = small * (1.1 + number * maker.leading)
            block.items.append(
                Item(dx, block.height + down, text, small, bold, colour,
                     role="column" if head else "cell")
            )  # fmt: skip
        further = max(further, len(lines) - 1)
    block.height += small * (LINE + further * maker.leading)


def _break(maker: BlockMaker, name: str, width: float) -> list[str]:
    """Return the lines of an area's name, the last with all that is left of it."""
    if any(maker.face.width(word, maker.small, bold=True) > width for word in name.split()):
        return [name]  # a word would be broken
    lines = maker.face.wrap(name, width, maker.small, bold=True)
    return [*lines[: MOST_LINES - 1], " ".join(lines[MOST_LINES - 1 :])][: len(lines)]
