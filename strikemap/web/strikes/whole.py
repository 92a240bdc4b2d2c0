"""What is done to whole strikes: split, joined, deleted, restored, and a new one added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from gazetteer.language import _
from geo.strikes.schema import TOLLS
from geo.workspace.changes import Change
from geo.workspace.editing.desk import Desk
from geo.workspace.editing.fields import read_typed
from geo.workspace.editing.joining import propose_tolls
from geo.workspace.editing.moving import make_decision
from geo.workspace.editing.records import Record
from geo.workspace.editing.splitting import Part
from geo.workspace.editing.telling import name_source, type_values
from strikemap.web.picker import pick_point, read_point, set_point
from strikemap.web.strikes.acts import do, do_as_seen, land_of, typed
from strikemap.web.strikes.form import WORDS, word_field
from strikemap.web.strikes.link import AT
from strikemap.web.strikes.sources import ask_source, read_source, type_source, typed_source
from strikemap.web.wording import escape_markdown, word_value

if TYPE_CHECKING:
    from strikemap.web.workspaces.shared import SharedWorkspace

__all__ = ["show_join", "show_new", "show_removed", "show_split"]

MOST_PARTS, MOST_NEAR = 9, 100
NEW = ("date", "kind", "killed", "injured", "actor", "target", "note")
SAID = {"place": "place_text", "area": "governorate_text"}  # what is told of where, by its field
SPOT, NEW_SOURCE, NO_SOURCE = "strikes_new_spot", "strikes_new_source", "strikes_no_source"


def show_split(opened: SharedWorkspace, record: Record, edition: str) -> None:
    """Draw what goes into which part: sources, and tolls where they are known apart."""
    st.caption(
        _(
            "Each source goes to one strike or to several. A toll that you do not share out stays "
            "with the first and is counted once."
        )
    )
    count = int(st.number_input(_("Into"), 2, MOST_PARTS, 2, key=f"strikes_parts_{edition}"))
    with st.form(f"strikes_split_{edition}", border=False):
        for number, claim in enumerate(record.claims, start=1):
            st.multiselect(
                escape_markdown(f"{number}. {name_source(claim)}"), range(1, count + 1),
                [1], key=f"strikes_part_{number}_{edition}",
            )  # fmt: skip
        for part in range(1, count + 1):
            _ask_tolls(part, edition)
        st.form_submit_button(
            _("Split"), key=f"strikes_split_it_{edition}",
            on_click=_split, args=(opened, record, count, edition),
        )  # fmt: skip


def _ask_tolls(part: int, edition: str) -> None:
    for column, toll in zip(st.columns(len(TOLLS)), TOLLS, strict=True):
        label = _("{field}, strike {part}", field=word_field(toll), part=part)
        column.text_input(label, key=f"strikes_{toll}_{part}_{edition}")


def _split(opened: SharedWorkspace, record: Record, count: int, edition: str) -> None:
    shared = {
        str(claim["claim_id"]): st.session_state[f"strikes_part_{number}_{edition}"]
        for number, claim in enumerate(record.claims, start=1)
    }
    tolls = {
        part: {toll: typed(f"strikes_{toll}_{part}_{edition}") for toll in TOLLS}
        for part in range(1, count + 1)
    }

    def work(desk: Desk) -> Change:
        return desk.split(record, [_make_part(part, shared, tolls[part]) for part in tolls])

    do_as_seen(opened, record, work)


def _make_part(part: int, shared: Mapping[str, Sequence[int]], tolls: Mapping[str, str]) -> Part:
    return Part(
        tuple(key for key, to in shared.items() if part in to),
        read_typed({toll: text for toll, text in tolls.items() if text}),
    )


def show_join(opened: SharedWorkspace, record: Record, edition: str) -> None:
    """Draw which strikes are one with this one, and the toll that the one strike has."""
    near = _list_near(opened, record)
    chosen = st.multiselect(
        _("One with"), list(near), format_func=lambda one: near.get(str(one), str(one)),
        key=f"strikes_join_{edition}", accept_new_options=True,
        help=_("Strikes of the same days or place are listed; any other by its strike_id."),
    )  # fmt: skip
    others = [str(one) for one in chosen]
    proposed = _propose(opened, record, others)
    key = f"{sha256(repr(others).encode()).hexdigest()[:10]}_{edition}"  # of these, no others' toll
    with st.form(f"strikes_join_form_{edition}", border=False):
        for column, toll in zip(st.columns(len(TOLLS)), TOLLS, strict=True):
            column.text_input(word_field(toll), proposed[toll], key=f"strikes_j_{toll}_{key}")
        st.form_submit_button(
            _("Join"), key=f"strikes_join_it_{edition}", disabled=not others,
            on_click=_join, args=(opened, record, others, key),
        )  # fmt: skip


def _join(opened: SharedWorkspace, record: Record, others: list[str], key: str) -> None:
    tolls = {toll: typed(f"strikes_j_{toll}_{key}") for toll in TOLLS}
    ids = [record.strike_id, *others]
    do_as_seen(opened, record, lambda desk: desk.join(ids, read_typed(tolls)))


def _list_near(opened: SharedWorkspace, record: Record) -> dict[str, str]:
    """Return strikes of the same days or the same place, in words, by id."""
    strikes, row = opened.dataset.strikes, record.strike
    alike = strikes["date_start"] == pd.Timestamp(row["date_start"] or "NaT")
    for name in ("place_text", "place_id"):
        if row.get(name):
            alike |= (strikes[name] == row[name]).fillna(False).astype(bool)
    found = strikes[alike & (strikes.index != record.strike_id)].head(MOST_NEAR)
    places = found["place_name"].fillna(found["place_text"]).fillna(_("place not reported"))
    days = found["date_start"].dt.strftime("%Y-%m-%d").fillna(_("undated"))
    return {str(one): f"{days[one]} {place} ({one})" for one, place in places.items()}


def _propose(opened: SharedWorkspace, record: Record, others: list[str]) -> dict[str, str]:
    known = [one for one in others if one in opened.dataset.strikes.index]
    rows = opened.act(lambda workspace: Desk(workspace).read_several(known)) if known else []
    return type_values({**record.strike, **propose_tolls([record, *rows])})


def show_removed(opened: SharedWorkspace) -> None:
    """Draw the strikes that were taken out, and the way back."""
    removed = opened.act(lambda workspace: workspace.find_rows("removed", "strike_id", None))
    words = {
        str(row["strike_id"]): f"{row['strike'].get('place_text') or _('place not reported')}, "
        f"{row['strike'].get('date_start') or _('undated')}"
        + (
            _(", joined into {strike}", strike=row["merged_into"])
            if row["merged_into"]
            else _(", deleted")
        )
        for row in removed
    }
    if not words:
        st.caption(_("No strike was deleted or joined into another."))
        return
    chosen = st.selectbox(
        _("Taken out ({count})", count=len(words)), list(words), key="strikes_removed",
        format_func=lambda one: words.get(one, one),
    )  # fmt: skip
    st.button(_("Restore"), key="strikes_restore", on_click=_restore, args=(opened, str(chosen)))


def _restore(opened: SharedWorkspace, strike_id: str) -> None:
    if do(opened, lambda desk: desk.restore(strike_id)) is not None:
        st.query_params[AT] = strike_id


def show_new(opened: SharedWorkspace) -> None:
    """Draw the form of a strike that no table has: what, where, and who says so."""
    pick_point(SPOT, opened.dataset.countries)
    with st.form("strikes_new", border=False):
        where = st.columns(2)
        where[0].text_input(_("Place, as told"), key="strikes_new_place")
        where[1].text_input(_("Governorate, as told"), key="strikes_new_area")
        columns = st.columns(2)
        for at, field in enumerate(NEW):
            _ask_new(columns[at % 2], field)
        st.markdown(_("**Its source**"))
        ask_source(NEW_SOURCE, type_source({}))
        st.checkbox(_("There is no source; say so"), key=NO_SOURCE)
        st.form_submit_button(
            _("Add the strike"), key="strikes_add", type="primary",
            on_click=_add, args=(opened,),
        )  # fmt: skip


def _add(opened: SharedWorkspace) -> None:
    """Add what the form says; it is emptied then, so that a second press does not add it again."""
    point = read_point(SPOT)
    asked = {field: typed(f"strikes_new_{field}") for field in (*NEW, *SAID)}
    source = {} if st.session_state[NO_SOURCE] else typed_source(NEW_SOURCE)

    def work(desk: Desk) -> Change:
        put = None
        if point:
            at = (point.lon, point.lat)
            put = make_decision(desk.act, point=at, radius_km=point.radius_km)
        claims = [_drop_empty(read_source(source))] if source else []
        return desk.add(_read_new(asked), claims, land_of(opened), where=put)

    change = do(opened, work)
    if change is not None:
        st.query_params[AT] = change.what
        _empty()


def _read_new(asked: Mapping[str, str]) -> dict[str, object]:
    given = {field: asked[field] for field in NEW if asked[field]}
    said = {name: asked[field] or None for field, name in SAID.items()}
    return {**read_typed(given), **said}


def _drop_empty(values: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value is not None}


def _empty() -> None:
    set_point(SPOT, None)
    st.session_state[NO_SOURCE] = False
    for key in [str(key) for key in st.session_state]:
        text = key.startswith("strikes_new_") and isinstance(st.session_state[key], str)
        if text and key != "strikes_new_kind":  # which has a word at all times
            st.session_state[key] = ""


def _ask_new(place: st.delta_generator.DeltaGenerator, field: str) -> None:
    key = f"strikes_new_{field}"
    if field in WORDS:
        place.selectbox(word_field(field), WORDS[field][1:], key=key, format_func=word_value)
    else:
        place.text_input(word_field(field), key=key)
