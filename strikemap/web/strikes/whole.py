"""What is done to whole strikes: split, joined, deleted, restored, and a new one added."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from geo.strikes.schema import TOLLS
from geo.workspace.changes import Change
from geo.workspace.editing.desk import Desk
from geo.workspace.editing.fields import read_typed
from geo.workspace.editing.joining import propose_tolls
from geo.workspace.editing.moving import make_decision
from geo.workspace.editing.records import Record
from geo.workspace.editing.splitting import Part
from geo.workspace.editing.telling import name_source, type_values
from strikemap.web.picker import pick_point, set_point
from strikemap.web.strikes.acts import do, land_of
from strikemap.web.strikes.form import WORDS, word_field
from strikemap.web.strikes.link import AT
from strikemap.web.strikes.sources import ask_source, read_source, type_source
from strikemap.web.wording import escape_markdown

if TYPE_CHECKING:
    from strikemap.web.workspaces.shared import SharedWorkspace

__all__ = ["show_join", "show_new", "show_removed", "show_split"]

MOST_PARTS, MOST_NEAR = 9, 100
NEW = ("date", "kind", "killed", "injured", "actor", "target", "note")
SPOT, NEW_SOURCE, NO_SOURCE = "strikes_new_spot", "strikes_new_source", "strikes_no_source"
ADDED = "strikes_added"  # in the session, until its form is drawn again


def show_split(opened: SharedWorkspace, record: Record, edition: str) -> None:
    """Draw what goes into which part: sources, and tolls where they are known apart."""
    st.caption(
        "Each source goes to one strike or to several. A toll that you do not share out stays "
        "with the first and is counted once."
    )
    count = int(st.number_input("Into", 2, MOST_PARTS, 2, key=f"strikes_parts_{edition}"))
    with st.form(f"strikes_split_{edition}", border=False):
        sources = [
            st.multiselect(
                escape_markdown(f"{number}. {name_source(claim)}"), range(1, count + 1),
                [1], key=f"strikes_part_{number}_{edition}",
            )
            for number, claim in enumerate(record.claims, start=1)
        ]  # fmt: skip
        tolls = [_ask_tolls(part, edition) for part in range(1, count + 1)]
        split = st.form_submit_button("Split", key=f"strikes_split_it_{edition}")
    if split:
        keys = [str(claim["claim_id"]) for claim in record.claims]

        def work(desk: Desk) -> Change:
            parts = [
                Part(
                    tuple(key for key, to in zip(keys, sources, strict=True) if number in to),
                    read_typed({n: text for n, text in tolls[number - 1].items() if text}),
                )
                for number in range(1, count + 1)
            ]
            return desk.split(record, parts)

        do(opened, work)
        st.rerun()


def _ask_tolls(part: int, edition: str) -> dict[str, str]:
    columns = st.columns(len(TOLLS))
    asked = {}
    for column, toll in zip(columns, TOLLS, strict=True):
        label, key = f"{word_field(toll)}, strike {part}", f"strikes_{toll}_{part}_{edition}"
        asked[toll] = str(column.text_input(label, key=key)).strip()
    return asked


def show_join(opened: SharedWorkspace, record: Record, edition: str) -> None:
    """Draw which strikes are one with this one, and the toll that the one strike has."""
    near = _list_near(opened, record)
    chosen = st.multiselect(
        "One with", list(near), format_func=lambda one: near.get(str(one), str(one)),
        key=f"strikes_join_{edition}", accept_new_options=True,
        help="Strikes of the same days or place are listed; any other by its strike_id.",
    )  # fmt: skip
    others = [str(one) for one in chosen]
    proposed = _propose(opened, record, others)
    with st.form(f"strikes_join_form_{edition}", border=False):
        columns = st.columns(len(TOLLS))
        key = f"{len(others)}_{edition}"
        typed = {
            toll: str(
                column.text_input(word_field(toll), proposed[toll], key=f"strikes_j_{toll}_{key}")
            ).strip()
            for column, toll in zip(columns, TOLLS, strict=True)
        }
        joined = st.form_submit_button(
            "Join", key=f"strikes_join_it_{edition}", disabled=not others
        )
    if joined:
        do(opened, lambda desk: desk.join([record.strike_id, *others], read_typed(typed)))
        st.rerun()


def _list_near(opened: SharedWorkspace, record: Record) -> dict[str, str]:
    """Return strikes of the same days or the same place, in words, by id."""
    strikes, row = opened.dataset.strikes, record.strike
    alike = strikes["date_start"] == pd.Timestamp(row["date_start"] or "NaT")
    for name in ("place_text", "place_id"):
        if row.get(name):
            alike |= (strikes[name] == row[name]).fillna(False).astype(bool)
    found = strikes[alike & (strikes.index != record.strike_id)].head(MOST_NEAR)
    places = found["place_name"].fillna(found["place_text"]).fillna("place not reported")
    days = found["date_start"].dt.strftime("%Y-%m-%d").fillna("undated")
    return {str(one): f"{days[one]} {place} ({one})" for one, place in places.items()}


def _propose(opened: SharedWorkspace, record: Record, others: list[str]) -> dict[str, str]:
    known = [one for one in others if one in opened.dataset.strikes.index]
    rows = opened.act(lambda workspace: Desk(workspace).read_several(known)) if known else []
    return type_values({**record.strike, **propose_tolls([record, *rows])})


def show_removed(opened: SharedWorkspace) -> None:
    """Draw the strikes that were taken out, and the way back."""
    removed = opened.act(lambda workspace: workspace.find_rows("removed", "strike_id", None))
    words = {
        str(row["strike_id"]): f"{row['strike'].get('place_text') or 'place not reported'}, "
        f"{row['strike'].get('date_start') or 'undated'}"
        + (f", joined into {row['merged_into']}" if row["merged_into"] else ", deleted")
        for row in removed
    }
    if not words:
        st.caption("No strike was deleted or joined into another.")
        return
    chosen = st.selectbox(
        f"Taken out ({len(words):,})", list(words), key="strikes_removed",
        format_func=lambda one: words.get(one, one),
    )  # fmt: skip
    st.button("Restore", key="strikes_restore", on_click=_restore, args=(opened, str(chosen)))


def _restore(opened: SharedWorkspace, strike_id: str) -> None:
    if do(opened, lambda desk: desk.restore(strike_id)) is not None:
        st.query_params[AT] = strike_id


def show_new(opened: SharedWorkspace) -> None:
    """Draw the form of a strike that no table has: what, where, and who says so."""
    _empty_once_added()
    point = pick_point(SPOT, opened.dataset.countries)
    with st.form("strikes_new", border=False):
        where = st.columns(2)
        name = where[0].text_input("Place, as told", key="strikes_new_place")
        area = where[1].text_input("Governorate, as told", key="strikes_new_area")
        columns = st.columns(2)
        typed = {
            field: _ask_new(columns[at % 2], field) for at, field in enumerate(NEW)
        }  # fmt: skip
        st.markdown("**Its source**")
        source = ask_source(NEW_SOURCE, type_source({}))
        none = st.checkbox("There is no source; say so", key=NO_SOURCE)
        added = st.form_submit_button("Add the strike", key="strikes_add", type="primary")
    if not added:
        return

    def work(desk: Desk) -> Change:
        said = {"place_text": name.strip() or None, "governorate_text": area.strip() or None}
        values = {**read_typed({n: text for n, text in typed.items() if text}), **said}
        claims = [] if none else [{n: v for n, v in read_source(source).items() if v is not None}]
        at = (point.lon, point.lat) if point else None
        radius = point.radius_km if point else None
        put = make_decision(desk.act, point=at, radius_km=radius) if point else None
        return desk.add(values, claims, land_of(opened), where=put)

    change = do(opened, work)
    if change is not None:
        st.query_params[AT] = change.what
        st.session_state[ADDED] = True
    st.rerun()


def _empty_once_added() -> None:
    """Empty the form once its strike is there, so that a second press does not add it again."""
    if not st.session_state.pop(ADDED, False):
        return
    set_point(SPOT, None)
    st.session_state[NO_SOURCE] = False
    for key in [str(key) for key in st.session_state]:
        text = key.startswith("strikes_new_") and isinstance(st.session_state[key], str)
        if text and key != "strikes_new_kind":  # which has a word at all times
            st.session_state[key] = ""


def _ask_new(place: st.delta_generator.DeltaGenerator, field: str) -> str:
    key = f"strikes_new_{field}"
    if field in WORDS:
        text = place.selectbox(word_field(field), WORDS[field][1:], key=key)
    else:
        text = place.text_input(word_field(field), key=key)
    return str(text or "").strip()
