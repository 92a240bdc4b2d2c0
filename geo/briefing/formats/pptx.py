"""PowerPoint: a slide a sheet, with text that can be edited, a real table, the map as a picture."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime, time
from pathlib import Path

from pptx import Presentation

from gazetteer.limits import read_member
from geo.briefing.content.metadata import MAKER, find_description
from geo.briefing.sheet import Sheet
from geo.briefing.sheet_format import SheetFormat
from geo.briefing.slides.archive import DESCRIPTION, EPOCH, fix_archive
from geo.briefing.slides.slide import add_sheet
from geo.briefing.slides.text import to_emu

__all__ = ["FORMAT"]


def _render(sheets: Sequence[Sheet]) -> bytes:
    first = sheets[0]
    paper, description = first.page.paper, first.description
    deck = Presentation()
    deck.slide_width, deck.slide_height = to_emu(paper.width), to_emu(paper.height)
    for sheet in sheets:
        add_sheet(deck, sheet)
    as_of = first.facts.as_of
    when = datetime.combine(as_of, time(), UTC) if as_of and description else EPOCH
    facts = deck.core_properties
    facts.title = first.title[:250] if description else ""
    facts.comments = DESCRIPTION if description else ""
    facts.author = facts.last_modified_by = MAKER
    facts.subject = facts.keywords = facts.category = ""
    facts.created = facts.modified = when.replace(tzinfo=None)
    facts.revision = 1
    raw = io.BytesIO()
    deck.save(raw)
    return fix_archive(raw.getvalue(), description)


def _read_description(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return find_description(read_member(archive, "docProps/core.xml").decode("utf-8"))


FORMAT = SheetFormat(
    suffix=".pptx",
    sentence="PowerPoint with text to edit; a slide a sheet",
    label="PowerPoint",
    mime="application/vnd.openxmlformats-officedocument.presentationml.presentation",
    render=_render,
    read_description=_read_description,
    several=True,
    order=4,
)
