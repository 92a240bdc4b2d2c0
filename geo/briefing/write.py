"""The briefing: strikes on a sheet that can be projected, printed and defended.

    sheet = make_sheet(strikes, claims, load_boundaries("sy"), SheetOptions(extent="strikes"))
    write_sheet(sheet, Path("sheet.pdf"))

The same strikes, claims, boundaries and options give the same bytes. Nothing here needs a
browser or a network.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from geo.briefing.atlas import ATLASES
from geo.briefing.content.metadata import KEY, read_description, to_text
from geo.briefing.content.unseen import Unseen, list_unseen
from geo.briefing.drawing.fonts import drawing
from geo.briefing.formats.gif import to_gif
from geo.briefing.formats.pictures import MAKER, to_pdf, to_png, to_preview, to_svg, write_whole
from geo.briefing.formats.pptx import Slide, to_pptx
from geo.briefing.map.base_map import Ground, load_ground
from geo.briefing.sheet import Sheet, make_atlas, make_sheet
from geo.briefing.terms.options import PAPERS, PROJECTIONS, SheetError, SheetOptions
from geo.briefing.terms.words import Words
from geo.land.boundaries import Boundaries

__all__ = [
    "ATLASES",
    "FORMATS",
    "PAPERS",
    "PROJECTIONS",
    "Again",
    "Ground",
    "Sheet",
    "SheetError",
    "SheetOptions",
    "Unseen",
    "Words",
    "again",
    "list_unseen",
    "load_ground",
    "make_atlas",
    "make_sheet",
    "render_preview",
    "render_sheets",
    "write_sheet",
    "write_sheets",
]

FORMATS = (".png", ".pdf", ".svg", ".pptx", ".gif")
_OF_MANY = (".pdf", ".pptx")


@dataclass(frozen=True, slots=True)
class Again:
    """Sheets made anew from a file's own description, and what differs since."""

    sheets: tuple[Sheet, ...]
    changes: tuple[str, ...]


def write_sheet(sheet: Sheet, path: Path) -> None:
    """Write a sheet; its suffix says how. What was at the path stays if that fails."""
    write_sheets([sheet], path)


def write_sheets(sheets: Sequence[Sheet], path: Path) -> None:
    """Write sheets into one file; several only as .pdf or .pptx.

    Raises SheetError for a suffix that is not in `FORMATS`, and where it cannot be written.
    """
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise SheetError(f"{path}: unknown kind of sheet; use one of {', '.join(FORMATS)}")
    if len(sheets) > 1 and suffix not in _OF_MANY:
        raise SheetError(f"{path}: holds one sheet, not {len(sheets)}; write a .pdf or a .pptx")
    write_whole(path, render_sheets(sheets, suffix))


def render_sheets(sheets: Sequence[Sheet], suffix: str) -> bytes:
    """Return the bytes of a file of sheets; suffix is one of `FORMATS`."""
    first = sheets[0]
    with_metadata = first.options.metadata
    told = to_text(first.described) if with_metadata else ""
    title = first.options.title or first.facts.title
    with drawing():
        if suffix == ".gif":
            return to_gif(first.page, first.shown, told=told)
        drawn = [sheet.drawn for sheet in sheets]
        if suffix == ".pptx":
            slides = [Slide(s.page, s.drawn, _notes(s)) for s in sheets]
            return to_pptx(slides, title=title, told=told)
        canvas = drawn[0].canvas
        if suffix == ".png":
            facts = {"Title": title, "Software": MAKER, KEY: told}
            return to_png(canvas, facts if told else {})
        if suffix == ".svg":
            facts = {"Title": title, "Description": told}
            return to_svg(canvas, facts if told else {}, language=first.options.language)
        subject = f"Filters: {first.described['filters_in_words']}"
        facts = {"Title": title, "Subject": subject, "Keywords": told}
        return to_pdf([each.canvas for each in drawn], facts if told else {})


def render_preview(sheet: Sheet, *, dpi: float = 110) -> bytes:
    """Return a small PNG of a sheet for a screen, without metadata."""
    return to_preview(sheet.drawn.canvas.figure, dpi)


def _notes(sheet: Sheet) -> tuple[str, ...]:
    """Return what stands in a slide's notes below the sources."""
    words, unseen = sheet.page.words, sheet.unseen
    told = sheet.facts.filters or words.say("all strikes")
    lines = [words.say("notes filters", filters=f"{sheet.facts.period}; {told}"), ""]
    return (*lines, words.say("notes unseen"), *unseen.warnings, *unseen.notes)


def again(
    path: Path,
    strikes: gpd.GeoDataFrame,
    claims: pd.DataFrame,
    boundaries: Boundaries | Ground,
    *,
    metadata: bool = True,
) -> Again:
    """Make the sheets of a file anew from what it tells of itself.

    `changes` says in plain sentences whether the data, the boundaries or the gazetteer are
    others than the file was made from. Raises SheetError where the file tells nothing.
    """
    told = read_description(path)
    ground = boundaries if isinstance(boundaries, Ground) else load_ground(boundaries)
    atlas = told.get("atlas")
    if isinstance(atlas, dict):
        options = replace(SheetOptions.from_json(atlas["options"]), metadata=metadata)
        made = make_atlas(strikes, claims, ground, options, by=str(atlas["by"]))
    else:
        options = replace(SheetOptions.from_json(told["options"]), metadata=metadata)
        made = [make_sheet(strikes, claims, ground, options)]
    return Again(tuple(made), tuple(_changes(told, made[0].described)))


def _changes(then: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    changes = []
    if then.get("data_sha256") != now["data_sha256"]:
        changes.append("The strikes on this sheet, or their claims, have changed.")
    elif then.get("whole_data_sha256") != now["whole_data_sha256"]:
        changes.append("The data has changed, though not the strikes on this sheet.")
    for name in ("boundaries", "gazetteer"):
        if then.get(name) != now[name]:
            changes.append(f"The {name} are of another edition." if name == "boundaries"
                           else "The gazetteer is of another edition.")  # fmt: skip
    return changes
