"""The form of one strike: each field beside what was read of it; its place on a small map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from gazetteer.language import N_, _
from gazetteer.several import Gazetteers
from geo.strikes.schema import STRIKE_COLUMNS
from geo.workspace.changes import Change
from geo.workspace.editing.desk import Desk
from geo.workspace.editing.fields import ORIGIN, PLACE, read_typed, word_place
from geo.workspace.editing.moving import find_place, make_decision
from geo.workspace.editing.records import Record
from geo.workspace.editing.telling import FORM_FIELDS, type_read, type_values
from strikemap.languages.reasons import say_reason
from strikemap.web.picker import Mark, Point, pick_point, read_point, set_point
from strikemap.web.strikes.acts import act, do, do_as_seen, land_of, typed
from strikemap.web.wording import begin_large, escape_markdown, word_value

if TYPE_CHECKING:
    from gazetteer import Candidate
    from strikemap.web.workspaces.shared import SharedWorkspace

__all__ = ["show_fields", "show_place", "word_field"]

WORDS = {
    column.name: ("", *column.vocabulary) for column in STRIKE_COLUMNS if column.vocabulary
}  # fmt: skip
LABELS = {
    "date": N_("Date"), "date_precision": N_("How sharp the date is"),
    "time_local": N_("Local time"),
    "civilians_killed": N_("Civilians killed"), "casualties": N_("Killed or injured"),
    "event_status": N_("Standing of the event"), "target_kind": N_("Kind of target"),
    "attribution": N_("Standing of the actor"),
    "strikes_min": N_("Strikes it stands for, at least"),
    "strikes_max": N_("Strikes it stands for, at most"), "actor": N_("Actor, as alleged"),
}  # fmt: skip
SPOT, SEARCH = "strikes_spot", "strikes_place_search"
MOST_FOUND = 9


def word_field(name: str) -> str:
    """Return what a field is called on the page."""
    return _(LABELS.get(name) or begin_large(name.replace("_", " ")))


def show_fields(opened: SharedWorkspace, record: Record, edition: str) -> None:
    """Draw the fields; what is changed is saved as one correction. edition: of the widgets."""
    now, read = type_values(record.strike), type_read(record)
    with st.form(f"strikes_form_{edition}", border=False):
        columns = st.columns(2)
        for at, name in enumerate(FORM_FIELDS):
            _show_field(columns[at % 2], name, now[name], read[name], edition)
        st.form_submit_button(
            _("Save"), key=f"strikes_save_{edition}", type="primary",
            on_click=_save, args=(opened, record, edition),
        )  # fmt: skip
    _show_take_back(opened, record, edition)


def _show_field(
    place: st.delta_generator.DeltaGenerator, name: str, now: str, read: str, edition: str
) -> None:
    key = _name_key(name, edition)
    if name in WORDS:
        place.selectbox(
            word_field(name), WORDS[name], WORDS[name].index(now), key=key, format_func=word_value
        )
    else:
        place.text_input(word_field(name), now, key=key)
    if now != read:
        place.caption(_("As read: {read}", read=escape_markdown(read) or _("not given")))


def _name_key(name: str, edition: str) -> str:
    return f"strikes_field_{name}_{edition}"


def _save(opened: SharedWorkspace, record: Record, edition: str) -> None:
    """Write what was changed; what is refused stays in its field."""
    now = type_values(record.strike)
    said = {name: typed(_name_key(name, edition)) for name in FORM_FIELDS}
    changed = {name: text for name, text in said.items() if text != now[name]}
    do_as_seen(opened, record, lambda desk: desk.correct(record, read_typed(changed)))


def _show_take_back(opened: SharedWorkspace, record: Record, edition: str) -> None:
    fields = [
        name for name, row in record.corrections.items()
        if name != ORIGIN and row["as_read"] != row["corrected"]
    ]  # fmt: skip
    if not fields:
        return
    chosen = st.multiselect(_("Corrected fields"), fields, key=f"strikes_back_{edition}")
    st.button(
        _("Take back"), key=f"strikes_take_back_{edition}", disabled=not chosen,
        on_click=act, args=(opened, lambda desk: desk.take_back(record, chosen, land_of(opened))),
    )  # fmt: skip


def show_place(opened: SharedWorkspace, record: Record, edition: str) -> None:
    """Draw where the strike is, and the ways to put it elsewhere."""
    row = record.strike
    st.markdown(f"**{escape_markdown(word_place(row))}**")
    note = f" {row['adm_note']}." if row.get("adm_note") else ""
    st.caption(escape_markdown(f"{say_reason(row.get('match_reason') or '')}.{note}"))
    was = record.corrections.get(PLACE)
    if was:
        st.caption(_("As read: {place}", place=escape_markdown(word_place(was["as_read"]))))
    if st.session_state.get(f"{SPOT}_of") != edition:
        st.session_state[f"{SPOT}_of"] = edition
        set_point(SPOT, _point_of(record))
    st.text_input(_("A listed place, by any spelling"), key=SEARCH)
    found = _find_candidates(opened)
    marks = [
        Mark(number, one.place.lon, one.place.lat)
        for number, one in enumerate(found, start=1)
        if one.place.lon is not None and one.place.lat is not None
    ]
    for number, one in enumerate(found, start=1):
        place = one.place
        where = f", {place.adm1_name}" if place.adm1_name else ""
        st.button(
            escape_markdown(f"{number}. {place.name}{where}: {_(place.kind)}, {one.share:.0%}"),
            key=f"strikes_place_{number}",
            on_click=_move_to, args=(opened, record, place.place_id),
        )  # fmt: skip
    point = pick_point(
        SPOT, opened.dataset.countries, marks=marks,
        on_mark=lambda number: _move_to(opened, record, found[number - 1].place.place_id),
    )  # fmt: skip
    st.button(
        _("Put it there"), key="strikes_move", disabled=point is None or point == _point_of(record),
        on_click=_move, args=(opened, record),
    )  # fmt: skip


def _point_of(record: Record) -> Point | None:
    at, radius = record.strike.get("geom"), record.strike.get("uncertainty_km")
    return Point(at[0], at[1], radius) if at and radius else None


def _find_candidates(opened: SharedWorkspace) -> list[Candidate]:
    words = str(st.session_state.get(SEARCH) or "").strip()
    if not words:
        return []
    gazetteer = opened.land[0]
    members = gazetteer.members if isinstance(gazetteer, Gazetteers) else (gazetteer,)
    found = [one for member in members for one in member.explain(words)]
    return sorted(found, key=lambda one: -one.share)[:MOST_FOUND]


def _move(opened: SharedWorkspace, record: Record) -> None:
    point = read_point(SPOT)

    def work(desk: Desk) -> Change:
        at = (point.lon, point.lat) if point else None
        where = make_decision(desk.act, point=at, radius_km=point.radius_km if point else None)
        return desk.move(record, where, land_of(opened))

    do(opened, work)


def _move_to(opened: SharedWorkspace, record: Record, place_id: str) -> None:
    def work(desk: Desk) -> Change:
        land = land_of(opened)
        return desk.move(
            record, make_decision(desk.act, place=find_place(place_id, land.gazetteer)), land
        )

    if do(opened, work) is not None:
        st.session_state[SEARCH] = ""
