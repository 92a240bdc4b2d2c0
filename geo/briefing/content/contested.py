"""Contested land of a sheet: what of it the map shows, which it hatches, and what is said of it."""

from __future__ import annotations

from collections.abc import Sequence

from shapely.geometry import box as make_box

from geo.briefing.drawing.frame import MapFrame
from geo.briefing.map.base_map import Area, BaseMap, project
from geo.briefing.terms.words import Words

__all__ = ["list_contested", "note_contested"]

LEAST_SEEN = 4.0  # square points of a part that a map shows: less is no more than a line


def list_contested(
    base_map: BaseMap, frame: MapFrame, *, least: float = LEAST_SEEN
) -> tuple[Area, ...]:
    """Return the contested parts that a map shows, which are those that it hatches.

    least: square points of the page that it shows of one.
    """
    rect = frame.rect
    seen = make_box(rect.x, rect.y, rect.right, rect.bottom)
    return tuple(
        area
        for area in base_map.contested
        if project(area.outline, frame).intersection(seen).area >= least
    )


def note_contested(parts: Sequence[Area], words: Words) -> str:
    """Return one sentence on each contested part, with its note, '' for none.

    Parts of which the same is said are named together. Of other countries' parts only the names,
    which say whose hands they are in.
    """
    if not parts:
        return ""
    return words.say("contested", parts=" ".join(_sentences(parts, words)))


def _sentences(parts: Sequence[Area], words: Words) -> list[str]:
    """Return "A, B: claimed by C." with the note behind it, in the order of the parts."""
    groups: dict[tuple[str, str, str], list[str]] = {}
    for area in parts:
        head, colon, rest = area.named(words).partition(": ")
        note = "" if area.abroad else words.own_note(area.name, area.note, arabic=area.note_ar)
        groups.setdefault(("" if rest else head, f"{colon}{rest}", note), []).append(head)
    return [
        f"{words.say('comma').join(heads)}{rest}." + (f" {note}" if note else "")
        for (_, rest, note), heads in groups.items()
    ]
