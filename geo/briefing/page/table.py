"""The table of strikes on a sheet, measured before it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from geo.briefing.content.rows import TableRow
from geo.briefing.page.blocks import Block, BlockMaker, Item, append_block

__all__ = ["NARROW_FROM", "fit_table", "make_table"]

NARROW_FROM = 28.0  # of the size of text: a narrower table has number, place and killed alone
FLAT_FROM = 12.0  # of the size of text: a narrower place stands over what, in one column
# Columns that are as wide as what they hold, and the part of the width that is the most.
NARROW = {"number": 0.1, "date": 0.26, "killed": 0.22, "sources": 0.14}
WHAT_PART = 0.5  # of what narrow columns leave to place and what: the most for what

_MOST_LETTERS = 400  # of a cell, a third of a column's height; what is longer is no name


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table: offset and width in points, and what stands in it."""

    name: str
    dx: float
    width: float
    fields: tuple[str, ...]


def fit_table(maker: BlockMaker, width: float, height: float) -> Block:
    """Return the table with as many rows as a height holds, empty where it holds none."""
    count = len(maker.facts.rows)
    while count:
        table = make_table(maker, width, count)
        if table.height <= height:
            return table
        count -= max(1, int(count * (1 - height / table.height))) if height > 0 else count
    return Block(width, complete=not maker.facts.rows)


def make_table(maker: BlockMaker, width: float, count: int) -> Block:
    """Return the first rows of the table of strikes."""
    rows = maker.facts.rows[:count]
    if width < maker.small * NARROW_FROM:
        block = _make(maker, width, rows, _lay_narrow(maker, width, rows))
        block.complete = False  # it has not all the columns
        return block
    tried = [_lay_columns(maker, width, rows, stacked=stacked) for stacked in (False, True)]
    flat, stacked = tried
    place = next(column for column in flat if column.name == "place")
    if place.width < maker.small * FLAT_FROM:
        return _make(maker, width, rows, stacked)
    return min((_make(maker, width, rows, columns) for columns in tried), key=lambda b: b.height)


def _make(
    maker: BlockMaker, width: float, rows: Sequence[TableRow], columns: Sequence[Column]
) -> Block:
    block = maker.heading(maker.facts.table_title, width)
    block.kind = "table"
    block.height += 1
    for column in columns:
        name = maker.words.say(f"column {column.name}")
        label = maker.face.shorten(name, column.width, maker.small)
        block.items.append(
            Item(column.dx, block.height + maker.small, label, maker.small, colour="quiet",
                 role="column")
        )  # fmt: skip
    block.height += maker.small * 1.45
    for row in rows:
        block.rules.append(block.height)
        _add_row(maker, block, row, columns)
    left = len(maker.facts.rows) - len(rows)
    if left and maker.facts.numbered:
        more = maker.paragraph([maker.words.say("more rows", count=left)], width, colour="quiet")
        append_block(block, more)
    if tied := maker.facts.count_tied(len(rows)):
        more = maker.paragraph([maker.words.say("more tied", count=tied)], width, colour="quiet")
        append_block(block, more)
    block.complete = not left
    return block


def _cell_text(maker: BlockMaker, row: TableRow, name: str) -> str:
    if name == "number":
        return maker.words.number(row.number)
    text = str(getattr(row, name))
    return text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS].rstrip()}…"


def _add_row(maker: BlockMaker, block: Block, row: TableRow, columns: Sequence[Column]) -> None:
    top = block.height + maker.small * 0.22
    tallest = 0.0
    for column in columns:
        part = Block(column.width)
        for name in column.fields:
            text = _cell_text(maker, row, name)
            bold = name in ("number", "place")
            colour = "quiet" if name == "what" else "ink"
            cell = maker.paragraph([text], column.width, bold=bold, colour=colour, role="cell")
            append_block(part, cell)
        url = row.link if column.name == "sources" else ""
        block.items += [
            replace(item, dx=column.dx, dy=top + item.dy, url=url) for item in part.items
        ]
        tallest = max(tallest, part.height)
    block.height = top + tallest + maker.small * 0.1


def _lay_columns(
    maker: BlockMaker, width: float, rows: Sequence[TableRow], *, stacked: bool
) -> list[Column]:
    """Divide the width among the columns: narrow ones what they need, the rest to the place."""
    gap = maker.small * 0.8
    widths = {
        name: min(_needed_width(maker, name, rows), width * most) + 0.5
        for name, most in NARROW.items()
        if {"number": maker.facts.numbered, "sources": maker.facts.sources.total}.get(name, True)
    }
    order: list[str] = [name for name in ("number", "date") if name in widths]
    order += ["place"] if stacked else ["place", "what"]
    order += [name for name in ("killed", "sources") if name in widths]
    rest = width - sum(widths.values()) - gap * (len(order) - 1)
    widths["what"] = min(_needed_width(maker, "what", rows) + 0.5, rest * WHAT_PART)
    widths["place"] = rest if stacked else rest - widths["what"]
    columns, dx = [], 0.0
    for name in order:
        fields = ("place", "what") if name == "place" and stacked else (name,)
        columns.append(Column(name, dx, widths[name], fields))
        dx += widths[name] + gap
    return columns


def _lay_narrow(maker: BlockMaker, width: float, rows: Sequence[TableRow]) -> list[Column]:
    """Divide a narrow table's width among number, place and killed."""
    gap = maker.small * 0.8
    killed = min(_needed_width(maker, "killed", rows) + 0.5, width * 0.4)
    number = _needed_width(maker, "number", rows) + 0.5 if maker.facts.numbered else -gap
    columns = [Column("number", 0.0, number, ("number",))] if maker.facts.numbered else []
    place = width - killed - number - 2 * gap
    columns.append(Column("place", number + gap, place, ("place",)))
    return [*columns, Column("killed", width - killed, killed, ("killed",))]


def _needed_width(maker: BlockMaker, name: str, rows: Sequence[TableRow]) -> float:
    """Return what the widest cell or the column's name takes, in points."""
    bold = name == "number"
    cells = [_cell_text(maker, row, name) for row in rows]
    widest = max([maker.face.width(c, maker.small, bold=bold) for c in cells], default=0)
    return max(widest, maker.face.width(maker.words.say(f"column {name}"), maker.small))
