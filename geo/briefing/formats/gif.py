"""GIF: a playback through time that any viewer shows."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from gazetteer.language import N_
from geo.briefing.drawing.picture import keep_few, read_note
from geo.briefing.playback import play
from geo.briefing.sheet import Sheet
from geo.briefing.sheet_format import SheetFormat

__all__ = ["FORMAT"]

COLOURS_PER_FRAME = 128


def _render(sheets: Sequence[Sheet]) -> bytes:
    """Return the playback of a sheet, which begins again for ever."""
    (sheet,) = sheets
    frames, times = zip(
        *((keep_few(each, COLOURS_PER_FRAME), time) for each, time in play(sheet)), strict=True
    )
    raw = io.BytesIO()
    first, *others = frames
    first.save(
        raw, "GIF", save_all=True, append_images=others, loop=0, optimize=False, disposal=1,
        duration=times, comment=sheet.description.encode("ascii"),
    )  # fmt: skip
    return raw.getvalue()


def _read_description(path: Path) -> str:
    comment = read_note(path, "comment")
    return comment.decode("ascii") if isinstance(comment, bytes) else str(comment)


FORMAT = SheetFormat(
    suffix=".gif",
    sentence="A playback through time, a frame a bin",
    label=N_("Playback (GIF)"),
    mime="image/gif",
    render=_render,
    read_description=_read_description,
    maps_only=True,
    order=5,
)
