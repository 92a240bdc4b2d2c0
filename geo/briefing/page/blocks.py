"""Blocks of text of a sheet, measured before they are drawn: sources, how to read it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from geo.briefing.content.facts import Facts
from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.fonts import Typeface
from geo.briefing.terms.words import Words

__all__ = ["Block", "BlockMaker", "Item", "append_block", "draw_block"]

GAP = 9.0  # points between parts of the page
LEADING = 1.24  # line height by size of text
LEADING_ARABIC = 1.5  # for marks above and below the letters
MIRRORED = {"start": "right", "end": "left", "center": "center"}
STRAIGHT = {"start": "left", "end": "right", "center": "center"}


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a block: offset from the block's start side and top to its baseline."""

    dx: float
    dy: float
    text: str
    size: float
    bold: bool = False
    colour: str = "ink"
    align: Literal["start", "end", "center"] = "start"
    role: str = "text"
    url: str = ""  # what it leads to


@dataclass(slots=True)
class Block:
    """Lines and rules within a width and height in points."""

    width: float
    height: float = 0.0
    items: list[Item] = field(default_factory=list)
    rules: list[float] = field(default_factory=list)
    kind: str = ""
    complete: bool = True  # whether all that was asked for is in it


def draw_block(canvas: Canvas, block: Block, x: float, y: float) -> None:
    """Draw a block with its upper left corner at x, y; mirrored on a page read from the right."""
    rtl = canvas.typeface.rtl
    aligns = MIRRORED if rtl else STRAIGHT
    for rule in block.rules:
        line = [(x, y + rule), (x + block.width, y + rule)]
        canvas.lines([line], colour="panel rule", width=0.6, layer=5)
    for item in block.items:
        at = x + block.width - item.dx if rtl else x + item.dx
        canvas.text(
            at, y + item.dy, item.text, size=item.size, bold=item.bold, colour=item.colour,
            align=aligns[item.align], role=item.role, url=item.url,
        )  # fmt: skip


def append_block(block: Block, below: Block, *, gap: float = 0.0) -> None:
    """Put the lines of one block under those of another."""
    if not below.items:
        return
    top = block.height + gap
    block.items += [replace(item, dy=item.dy + top) for item in below.items]
    block.rules += [rule + top for rule in below.rules]
    block.height = top + below.height


@dataclass(frozen=True, slots=True)
class BlockMaker:
    """Makes the blocks of one sheet at one size of text."""

    facts: Facts
    words: Words
    face: Typeface
    small: float

    @property
    def leading(self) -> float:
        """Line height by size of text."""
        return LEADING_ARABIC if self.face.rtl else LEADING

    def paragraph(
        self,
        texts: Iterable[str],
        width: float,
        *,
        size: float = 0.0,
        bold: bool = False,
        colour: str = "ink",
        role: str = "text",
    ) -> Block:
        """Return texts, each on lines of its own."""
        size = size or self.small
        block = Block(width)
        for text in texts:
            for line in self.face.wrap(text, width, size, bold=bold):
                dy = block.height + size
                block.items.append(Item(0, dy, line, size, bold, colour, role=role))
                block.height += size * self.leading
        return block

    def heading(self, text: str, width: float) -> Block:
        """Return a heading with a rule over it, in as many lines as it needs."""
        size = self.small * 1.1
        block = Block(width, size * 1.9)
        block.rules.append(0)
        for at, line in enumerate(self.face.wrap(text, width, size, bold=True)):
            further = at * size * self.leading
            block.items.append(Item(0, size * 1.35 + further, line, size, True, role="heading"))
            block.height = size * 1.9 + further
        return block

    def reading(self, width: float, phrases: Sequence[str]) -> Block:
        """Return how to read the sheet: only what this sheet needs."""
        if not phrases:
            return Block(width)
        block = self.heading(self.words.say("reading"), width)
        block.kind = "reading"
        said = [self.words.say(f"reading {phrase}") for phrase in phrases]
        if not self.facts.sources.total:
            said.insert(0, self.words.say("no sources"))
        text = " ".join(said)
        append_block(block, self.paragraph([text], width, colour="quiet", role="reading"))
        return block

    def sources(self, width: float, height: float) -> Block:
        """Return as many numbered sources as a height holds, and how many more there are."""
        sources, words, small = self.facts.sources, self.words, self.small
        if not sources.total:
            return Block(width)
        block = self.heading(words.say("sources"), width)
        block.kind = "sources"
        indent = self.face.width(words.number(max(99, len(sources.listed))), small) + 6
        shown = 0
        for source in sources.listed:
            part = self.paragraph([source.line], width - indent, role="source")
            left = sources.total - shown - 1
            if block.height + part.height + (small * self.leading if left else 0) > height:
                break
            for at, item in enumerate(part.items):
                line = replace(item, dx=indent, dy=item.dy + block.height, url=source.link)
                if at == 0:
                    number = words.number(source.number)
                    beside = replace(line, dx=indent - 6, text=number, bold=True, align="end")
                    block.items.append(beside)
                block.items.append(line)
            block.height += part.height
            shown += 1
        left = sources.total - shown
        if left:
            text = words.say("more sources", count=left)
            more = self.paragraph([text], width, colour="quiet")
            append_block(block, more)
        needed = max((number for row in self.facts.rows for number in row.cited), default=0)
        block.complete = shown >= needed
        return block
