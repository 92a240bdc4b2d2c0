"""Notes of one's own on the map of a sheet: placed by hand, kept with the view in its address."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from gazetteer.language import N_, _
from geo.briefing.terms.notes import DIRECTIONS, LONGEST_NOTE, MOST_NOTES, Note, read_note
from geo.errors import SheetError
from strikemap.web.country import Countries
from strikemap.web.map_view import get_map_view, set_map_view
from strikemap.web.picker import pick_point, read_point, set_point
from strikemap.web.wording import escape_markdown

__all__ = ["read_notes", "show_notes"]

SPOT, KIND, SIDE, TEXT = "note_spot", "note_kind", "note_side", "note_text"
PROBLEM = "note_problem"
WORDS, AREA, ARROW = N_("Words"), N_("Words and an area"), N_("Words and an arrow")
KINDS = {
    WORDS: N_("The words stand at the point; the circle counts for nothing."),
    AREA: N_("The circle is the area, dashed on the sheet; the words stand over it."),
    ARROW: N_("The arrow ends at the point; the words stand as far from it as the circle is wide."),
}
SIDES = {"N": N_("north of the point"), "NE": N_("north-east of the point"),
         "E": N_("east of the point"), "SE": N_("south-east of the point"),
         "S": N_("south of the point"), "SW": N_("south-west of the point"),
         "W": N_("west of the point"), "NW": N_("north-west of the point")}  # fmt: skip


def read_notes() -> tuple[str, ...]:
    """Return the notes of the view, those that can be read."""
    return tuple(said for said in get_map_view().notes if _can_read(said))[:MOST_NOTES]


def _can_read(said: str) -> bool:
    try:
        read_note(said)
    except SheetError:
        return False
    return True


def _keep(notes: tuple[str, ...]) -> None:
    set_map_view(replace(get_map_view(), notes=notes))


def show_notes(countries: Countries) -> None:
    """Draw the notes there are, and the way to place another."""
    notes = read_notes()
    with st.expander(_("Notes on the map ({count})", count=len(notes)), key="notes"):
        st.caption(
            _(
                "Words of yours on the sheet's map, in a colour of their own and under the "
                "strikes. A saved view keeps them, and so does a link."
            )
        )
        with st.container():
            for at, said in enumerate(notes):
                row = st.container(horizontal=True, vertical_alignment="center")
                row.markdown(escape_markdown(_describe(read_note(said))), width="stretch")
                row.button(_("Delete"), key=f"note_delete_{at}", on_click=_delete, args=(said,))
        with st.container():
            if len(notes) < MOST_NOTES:
                _place_another(countries)
            else:
                st.caption(_("{count} notes are the most of a sheet.", count=MOST_NOTES))


def _describe(note: Note) -> str:
    place = f"{note.lat:.3f}, {note.lon:.3f}"
    if note.direction:
        side, km = _(SIDES[note.direction]), f"{note.km:g}"
        said = N_("{text} (arrow to {place}, from {km} km {side})")
        return _(said, text=note.text, place=place, km=km, side=side)
    said = N_("{text} ({km} km around {place})") if note.km else N_("{text} (at {place})")
    return _(said, text=note.text, place=place, **({"km": f"{note.km:g}"} if note.km else {}))


def _place_another(countries: Countries) -> None:
    st.text_input(_("Words of the note"), key=TEXT, max_chars=LONGEST_NOTE)
    kind = st.radio(_("Note of"), list(KINDS), key=KIND, horizontal=True, format_func=_)
    with st.container():
        if kind == ARROW:
            st.selectbox(
                _("Words stand"), list(DIRECTIONS), key=SIDE, format_func=_call_side, width=260
            )
    st.caption(_(KINDS[kind or WORDS]))
    pick_point(SPOT, countries)
    with st.container():
        if problem := st.session_state.pop(PROBLEM, ""):
            st.error(escape_markdown(problem))
    st.button(_("Put it on the map"), key="note_add", on_click=_add)


def _call_side(direction: str) -> str:
    return _(SIDES[direction])


def _add() -> None:
    state, point = st.session_state, read_point(SPOT)
    if point is None:
        state[PROBLEM] = _(
            "The note has no point: click on the map, or type latitude and longitude"
        )
        return
    kind = state.get(KIND, WORDS)
    km = 0.0 if kind == WORDS else point.radius_km
    side = state.get(SIDE, "N") if kind == ARROW else ""
    try:
        note = Note(point.lon, point.lat, str(state.get(TEXT) or ""), km, side)
    except SheetError as error:
        state[PROBLEM] = str(error)
        return
    _keep((*read_notes(), note.to_text()))
    state[TEXT] = ""
    set_point(SPOT, None)


def _delete(said: str) -> None:
    _keep(tuple(note for note in read_notes() if note != said))
