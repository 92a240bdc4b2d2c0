"""An atlas: a sheet per governorate or month, and before them one that says which shows what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import geopandas as gpd
import pandas as pd

from gazetteer.watching import count_through
from geo.briefing.content.areas import AreaRow, AreaTable
from geo.briefing.content.selection import select_strikes
from geo.briefing.content.timeline import count_spread, possible_days
from geo.briefing.map.base_map import BaseMap, load_base_map
from geo.briefing.sheet import Sheet, Told, make_checked, make_words
from geo.briefing.split import Part, number_sheet, split_atlas
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words
from geo.land.boundaries import Boundaries
from geo.layers.layer import Layer
from geo.strikes.checks import check_claims, validate
from geo.strikes.ids import hash_data

__all__ = ["make_atlas"]


def make_atlas(
    strikes: gpd.GeoDataFrame,
    claims: pd.DataFrame,
    boundaries: Boundaries | BaseMap,
    options: SheetOptions | None = None,
    *,
    by: str = "governorate",
    refused: int = 0,
    layers: Sequence[Layer] = (),
) -> list[Sheet]:
    """Make one sheet per governorate or per month, the first of several an overview of them.

    The overview has all strikes of the others, and says on which sheet each area or month is. Else
    as `make_sheet`.

    >>> from geo.land.boundaries import load_boundaries
    >>> from geo.reading.read import read_seeds
    >>> seeds = read_seeds()
    >>> len(make_atlas(seeds.strikes, seeds.claims, load_boundaries("sy"), by="governorate"))
    7
    """
    check_claims(claims, validate(strikes))
    base_map = boundaries if isinstance(boundaries, BaseMap) else load_base_map(boundaries)
    asked = options or SheetOptions()
    told = Told(hash_data(strikes, claims), refused, tuple(layers), atlas=True)
    shown = select_strikes(strikes, claims, asked, base_map).shown
    words = make_words(asked, base_map, strikes)
    parts = split_atlas(shown, base_map, asked, by=by, words=words)
    first = 2 if len(parts) > 1 else 1
    count = len(parts) + first - 1
    sheets = [
        make_checked(strikes, claims, base_map, number_sheet(part.options, at, count, words),
                     told=told)
        for at, part in enumerate(count_through(parts, "sheets", every=1), start=first)
    ]  # fmt: skip
    if first > 1:
        spread = count_spread(*possible_days(shown, asked.filters), "M") if by == "month" else 0
        listed = _list_sheets(parts, sheets, spread, words)
        over = number_sheet(asked, 1, count, words)
        sheets.insert(0, make_checked(strikes, claims, base_map, over, told=told, sheets=listed))
    about = {"by": by, "options": asked.to_json()}
    return [replace(sheet, described={**sheet.described, "atlas": about}) for sheet in sheets]


def _list_sheets(
    parts: Sequence[Part], sheets: Sequence[Sheet], spread: int, words: Words
) -> AreaTable:
    """Return the table of an overview, whose own number is 1. spread: strikes on several sheets."""
    rows = [
        _row(at, part, sheet, words)
        for at, (part, sheet) in enumerate(zip(parts, sheets, strict=True), start=2)
    ]
    note = words.say("atlas note", count=spread) if spread else ""
    numbers = {part.code: at for at, part in enumerate(parts, start=2) if part.code}
    title = words.say("atlas sheets")
    return AreaTable(title, tuple(rows), has_before=False, note=note, of="sheet", sheets=numbers)


def _row(number: int, part: Part, sheet: Sheet, words: Words) -> AreaRow:
    totals = sheet.facts.totals
    toll = totals.tolls["killed"]
    name = words.say("atlas row", number=number, name=part.name)
    killed = words.range(toll.low, toll.high)
    return AreaRow(part.code, name, totals.rows, killed, toll.reported, before="")
