"""Blocks of text of a sheet, measured before they are drawn: totals, sources, how to read it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from geo.briefing.content.facts import Facts
from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.fonts import Typeface
from geo.briefing.terms.words import Words

__all__ = ["Block", "BlockMaker", "Item", "append_block", "draw_block"]

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
        """Return a heading with a rule over it."""
        size = self.small * 1.1
        block = Block(width, size * 1.9)
        block.rules.append(0)
        line = self.face.shorten(text, width, size, bold=True)
        block.items.append(Item(0, size * 1.35, line, size, True, role="heading"))
        return block

    def totals(self, width: float, outside: int) -> Block:
        """Return the counts: located, strikes, abroad, area only, unlocated, undated, killed."""
        totals, words = self.facts.totals, self.words
        big = words.say("located of", located=totals.located, rows=totals.rows)
        lines = self.strikes()
        country = self.facts.country or words.say("the country")
        lines += [
            words.say(phrase, count=count, country=country)
            for phrase, count in (
                ("area only", totals.area_only),
                ("unlocated", totals.unlocated),
                ("said abroad", self.facts.said_abroad),
                ("undated count", totals.undated),
                ("outside", outside),
                ("elsewhere", self.facts.elsewhere),
            )
            if count
        ]
        if not totals.rows:
            big = words.say("no strikes")
        block = self.paragraph([big], width, size=self.small * 1.7, bold=True, role="totals")
        block.kind = "totals"
        append_block(block, self.paragraph(lines, width, role="totals"), gap=1)
        append_block(block, self.paragraph(self.killed(), width, role="totals"), gap=3)
        return block

    def strikes(self) -> list[str]:
        """Return what rows are, where they are not a strike in the country each."""
        totals, words = self.facts.totals, self.words
        rows = totals.rows - totals.not_strikes
        lines = []
        if not totals.strikes_low == totals.strikes_high == rows:
            strikes = words.range(totals.strikes_low, totals.strikes_high)
            lines.append(words.say("stand for", count=rows, rows=rows, strikes=strikes))
        if words.unit == "event":
            lines.append(words.say("not from the air"))
        if totals.not_strikes:
            lines.append(words.say("not strikes", count=totals.not_strikes, rows=totals.rows))
        if totals.outside:
            country = self.facts.country or words.say("the country")
            parts = {"located": totals.located, "country": country}
            lines.append(words.say("abroad", count=totals.outside, **parts))
            if totals.at_sea:
                lines.append(words.say("at sea", count=totals.at_sea))
        return lines

    def killed(self) -> list[str]:
        """Return the toll of the whole sheet in words, and how many strikes it rests on."""
        totals, words = self.facts.totals, self.words
        toll = totals.tolls["killed"]
        if not toll.reported:
            none = "killed all none" if any(self.killed_instead()) else "killed none"
            return [*self.killed_instead(), words.say(none)] if totals.rows else []
        parts = {"reported": toll.reported, "rows": totals.rows}
        if totals.counted_elsewhere:
            parts["others"] = totals.counted_elsewhere
        phrase = "killed rows lead" if totals.counted_elsewhere else "killed rows"
        killed = words.range(toll.low, toll.high)
        said = [words.say("killed", toll=killed), words.say(phrase, **parts)]
        return said + self.killed_instead()

    def killed_instead(self) -> list[str]:
        """Return what rows without a figure of all killed tell, each under its own name."""
        totals, words = self.facts.totals, self.words
        return [
            words.say(
                f"instead {name}",
                toll=words.range(toll.low, toll.high),
                reported=toll.reported,
                rows=totals.rows,
            )
            for name, toll in totals.instead.items()
            if toll.reported
        ]

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
