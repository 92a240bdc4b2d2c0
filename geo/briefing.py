"""The briefing: strikes on one sheet that can be projected, printed and defended.

    sheet = make_sheet(strikes, claims, load_boundaries("sy"), SheetOptions(extent="strikes"))
    write_sheet(sheet, Path("sheet.pdf"))

The same strikes, claims, boundaries and options give the same bytes. Nothing here needs a
browser or a network.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from geo.boundaries import Boundaries
from geo.schema import check_claims, validate
from geo.sheet_canvas import Canvas
from geo.sheet_facts import Facts, gather_facts
from geo.sheet_files import MAKER, to_pdf, to_png, to_svg, write_whole
from geo.sheet_fonts import Typeface, drawing
from geo.sheet_ground import Ground, load_ground
from geo.sheet_layout import PageContent, draw_page, fits_table
from geo.sheet_map import MapContent, MapPlan, choose_box, pick_points
from geo.sheet_metadata import KEY, SHOWN_DIGITS, describe, hash_data, to_text
from geo.sheet_options import PAPERS, SheetError, SheetOptions
from geo.sheet_words import Words

__all__ = ["FORMATS", "Sheet", "SheetError", "SheetOptions", "make_sheet", "write_sheet"]

FORMATS = (".png", ".pdf", ".svg")


@dataclass(frozen=True, eq=False)
class Sheet:
    """A sheet ready to be written: what it says, and what its files tell of it."""

    options: SheetOptions
    page: PageContent
    description: dict[str, Any]

    @cached_property
    def drawn(self) -> tuple[Canvas, MapContent]:
        """The page as drawn, and what its map shows."""
        paper = self.page.paper
        with drawing():
            face = Typeface(self.options.language)
            canvas = Canvas(paper.width, paper.height, dpi=paper.dpi, typeface=face)
            return canvas, draw_page(self.page, canvas)

    @property
    def facts(self) -> Facts:
        """What the sheet says."""
        return self.page.facts


def make_sheet(
    strikes: gpd.GeoDataFrame,
    claims: pd.DataFrame,
    boundaries: Boundaries | Ground,
    options: SheetOptions | None = None,
) -> Sheet:
    """Make a sheet of the strikes that the options' filters leave.

    `strikes` are all strikes of the data: the timeline shows the sheet's period within them.
    Raises SchemaError for a table that breaks the contract and SheetError for an extent that is
    not there or a missing Arabic font.
    """
    options = options or SheetOptions()
    check_claims(claims, validate(strikes))
    ground = boundaries if isinstance(boundaries, Ground) else load_ground(boundaries)
    words = Words(options.language, options.digits)
    facts, shown = gather_facts(strikes, claims, options, ground=ground, words=words)
    description = describe(
        options, ground, shown_hash=hash_data(shown, claims), whole_hash=hash_data(strikes, claims)
    )
    points = pick_points(shown)
    paper = PAPERS[options.paper]
    plan = MapPlan(
        box=choose_box(points, ground, options),
        projection=options.projection,
        size=paper.small,
        numbered=facts.numbered,
        words=words,
    )
    page = PageContent(
        paper=paper,
        facts=facts,
        points=points,
        ground=ground,
        plan=plan,
        footer=_footer(facts, ground, description, options=options, words=words),
        handling=options.handling,
        words=words,
    )
    if facts.numbered and not _fits(page, options):
        facts, _ = gather_facts(
            strikes, claims, options, ground=ground, words=words, few=0
        )  # the table of all strikes is too long: clusters and the main ones
        page = replace(page, facts=facts, plan=replace(plan, numbered=False))
    return Sheet(options, page, description)


def _fits(page: PageContent, options: SheetOptions) -> bool:
    with drawing():
        face = Typeface(options.language)
        canvas = Canvas(page.paper.width, page.paper.height, dpi=72, typeface=face)
        return fits_table(page, canvas)


def _footer(
    facts: Facts,
    ground: Ground,
    description: dict[str, Any],
    *,
    options: SheetOptions,
    words: Words,
) -> tuple[str, ...]:
    """Return the lines under the sheet: endorsement, credits, dates and hash."""
    thanks = [words.say("boundaries")]
    thanks += [ground.credit_in(words), ground.told("places_credit", words)]
    name = words.term(options.projection)
    technical = [
        facts.as_of_text,
        words.say("data hash", hash=description["data_sha256"][:SHOWN_DIGITS]),
        words.say("projection", name=name),
        words.say("made with"),
    ]
    return (" ".join(_stopped(part) for part in thanks if part), " · ".join(technical))


def _stopped(sentence: str) -> str:
    return sentence if sentence.endswith(".") else f"{sentence}."


def write_sheet(sheet: Sheet, path: Path) -> None:
    """Write a sheet; its suffix says how. What was at the path stays if that fails."""
    suffix = path.suffix.lower()
    canvas, _ = sheet.drawn
    told = sheet.options.metadata
    text = to_text(sheet.description)
    title = sheet.facts.title
    if suffix == ".png":
        raw = to_png(canvas, {"Title": title, "Software": MAKER, KEY: text} if told else {})
    elif suffix == ".pdf":
        facts = {"Title": title, "Subject": _subject(sheet), "Keywords": text}
        raw = to_pdf([canvas], facts if told else {})
    elif suffix == ".svg":
        facts = {"Title": title, "Description": text}
        raw = to_svg(canvas, facts if told else {}, language=sheet.options.language)
    else:
        raise SheetError(f"{path}: unknown kind of sheet; use one of {', '.join(FORMATS)}")
    write_whole(path, raw)


def _subject(sheet: Sheet) -> str:
    words = json.loads(to_text(sheet.description))["filters_in_words"]
    return f"Filters: {words}"
