"""The totals of a sheet: strikes and people killed, how many are located, what is left out."""

from __future__ import annotations

import math

from geo.briefing.page.blocks import Block, BlockMaker, append_block
from geo.briefing.page.filling import Filling

__all__ = ["make_totals"]


def make_totals(
    maker: BlockMaker, width: float, filling: Filling, height: float = math.inf
) -> Block:
    """Return the counts: strikes and killed first, then those located, then those left out.

    filling: what depends on the map. height: in points; lines that it does not
    hold are left out, and the block is not complete.
    """
    totals, words, small = maker.facts.totals, maker.words, maker.small
    rows = words.say("rows", count=totals.rows) if totals.rows else words.say("no strikes")
    block = maker.paragraph([rows], width, size=small * 1.7, bold=True, role="totals")
    block.kind = "totals"
    toll, rests_on = _list_killed(maker)
    large = maker.paragraph(toll, width, size=small * 1.25, bold=True, role="totals")
    append_block(block, large, gap=1)
    append_block(block, maker.paragraph(rests_on, width, role="totals"))
    located = [words.say("located of", located=totals.located, rows=totals.rows)]
    bold = maker.paragraph(located if totals.rows else [], width, bold=True, role="totals")
    append_block(block, bold, gap=3)
    sure = list(maker.facts.sure)
    append_block(block, maker.paragraph(sure, width, role="totals"))
    lines = [*_list_strikes(maker), *_list_left_out(maker, filling)]
    append_block(block, maker.paragraph(lines, width, role="totals"))
    return block if block.height <= height else _cut(block, height)


def _cut(block: Block, height: float) -> Block:
    held = [item for item in block.items if item.dy + item.size * 0.3 <= height]
    return Block(block.width, height, held, kind=block.kind, complete=False)


def _list_left_out(maker: BlockMaker, filling: Filling) -> list[str]:
    """Return what map, timeline and figures do not hold."""
    facts, totals = maker.facts, maker.facts.totals
    country = facts.country or maker.words.say("the country")
    return [
        maker.words.say(phrase, count=count, country=country)
        for phrase, count in (
            ("area only", totals.area_only),
            ("unlocated" if filling.map else "unlocated alone", totals.unlocated),
            ("said abroad", facts.said_abroad),
            ("undated count", totals.undated),
            ("left out", facts.left_out),
            ("outside", filling.outside),
            ("wider", filling.wider),
            ("elsewhere", facts.elsewhere),
            ("refused", facts.refused),
        )
        if count
    ]


def _list_strikes(maker: BlockMaker) -> list[str]:
    """Return what rows are, where they are not a strike in the country each."""
    totals, words = maker.facts.totals, maker.words
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
        country = maker.facts.country or words.say("the country")
        parts = {"located": totals.located, "country": country}
        lines.append(words.say("abroad", count=totals.outside, **parts))
        if totals.at_sea:
            lines.append(words.say("at sea", count=totals.at_sea))
    return lines


def _list_killed(maker: BlockMaker) -> tuple[list[str], list[str]]:
    """Return the toll of the whole sheet in words, and how many strikes it rests on."""
    totals, words = maker.facts.totals, maker.words
    toll, instead = totals.tolls["killed"], _list_killed_instead(maker)
    if not toll.reported:
        none = words.say("killed all none" if instead else "killed none")
        return ([], [*instead, none]) if totals.rows else ([], [])
    parts = {"reported": toll.reported, "rows": totals.rows}
    if totals.counted_elsewhere:
        parts["others"] = totals.counted_elsewhere
    phrase = "killed rows lead" if totals.counted_elsewhere else "killed rows"
    killed = words.range(toll.low, toll.high)
    return [words.say("killed", toll=killed)], [words.say(phrase, **parts), *instead]


def _list_killed_instead(maker: BlockMaker) -> list[str]:
    """Return what rows without a figure of all killed tell, each under its own name."""
    totals, words = maker.facts.totals, maker.words
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
