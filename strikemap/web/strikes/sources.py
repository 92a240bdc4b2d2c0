"""The sources of one strike: listed, mended, added and taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from gazetteer.language import N_, _
from geo.strikes.schema import CLAIM_COLUMNS, TOLLS
from geo.workspace.changes import Change, Row
from geo.workspace.editing.claims import CLAIM_FIELDS
from geo.workspace.editing.desk import Desk
from geo.workspace.editing.fields import read_typed
from geo.workspace.editing.records import Record
from geo.workspace.editing.telling import name_source, type_values
from strikemap.web.strikes.acts import act, do_as_seen, typed
from strikemap.web.strikes.form import word_field
from strikemap.web.wording import escape_markdown, word_value

if TYPE_CHECKING:
    from strikemap.web.workspaces.shared import SharedWorkspace

__all__ = ["ask_source", "read_source", "show_sources", "type_source", "typed_source"]

NEW = N_("A new source")
LABELS = {"claimant": N_("Who says so"), "url": N_("Address"), "archive_url": N_("Archived copy"),
          "media_url": N_("Photos and videos, addresses"),
          "media_kind": N_("What they are, such as video"),
          "media_archive_url": N_("Archived copies of these"),
          "media_sha256": N_("SHA-256 of these"),
          "geolocation_url": N_("Where the geolocation is told"),
          "toll_scope": N_("Toll counts"), "toll_text": N_("Toll as worded"),
          "place_text": N_("Place as worded"), "date_text": N_("Date as worded")}  # fmt: skip
BOUNDS = tuple(f"{toll}_{end}" for toll in TOLLS for end in ("min", "max"))
ASKED = (*(name for name in CLAIM_FIELDS if name not in BOUNDS), *TOLLS)
WORDS = {
    column.name: ("", *column.vocabulary) for column in CLAIM_COLUMNS if column.vocabulary
}  # fmt: skip


def type_source(claim: Row) -> dict[str, str]:
    """Return what a person would type for the fields of a source."""
    tolls = type_values(claim)
    plain = {name: str(claim.get(name) or "") for name in ASKED if name not in TOLLS}
    return {**plain, **{toll: tolls[toll] for toll in TOLLS}}


def read_source(typed: dict[str, str]) -> dict[str, object]:
    """Return the fields of a source of what was typed; "" is null."""
    tolls = {name: text for name, text in typed.items() if name in TOLLS}
    plain = {name: text or None for name, text in typed.items() if name not in TOLLS}
    return {**plain, **read_typed(tolls)}


def ask_source(key: str, now: dict[str, str]) -> None:
    """Draw the fields of a source, with what it says now."""
    columns = st.columns(2)
    for at, name in enumerate(ASKED):
        label, own = _(LABELS[name]) if name in LABELS else word_field(name), f"{key}_{name}"
        place = columns[at % 2]
        if name in WORDS:
            place.selectbox(
                label, WORDS[name], WORDS[name].index(now[name]), key=own, format_func=word_value
            )
        else:
            place.text_input(label, now[name], key=own)


def typed_source(key: str) -> dict[str, str]:
    """Return what the fields of a source hold, also in a callback of their form."""
    return {name: typed(f"{key}_{name}") for name in ASKED}


def show_sources(opened: SharedWorkspace, record: Record, edition: str) -> None:
    """Draw the sources of a strike, and the form of one of them or of a new one."""
    for number, claim in enumerate(record.claims, start=1):
        st.markdown(f"{number}. {escape_markdown(name_source(claim))}")
    if not record.claims:
        st.warning(_("No source."))
    known = {f"{n}. {claim['claim_id']}": claim for n, claim in enumerate(record.claims, 1)}
    chosen = st.selectbox(_("Mend"), [*known, NEW], key=f"strikes_source_{edition}",
                          format_func=lambda one: _(NEW) if one == NEW else one)  # fmt: skip
    claim = known.get(str(chosen), {})
    key = f"strikes_source_{list(known).index(str(chosen)) if claim else 'new'}_{edition}"
    with st.form(key, border=False):
        ask_source(key, type_source(claim))
        st.form_submit_button(
            _("Save the source"),
            key=f"{key}_save",
            on_click=_save,
            args=(opened, record, claim, key),
        )
    if claim:
        st.button(
            _("Take this source out"), key=f"{key}_out",
            on_click=act, args=(opened, lambda desk: desk.remove_source(str(claim["claim_id"]))),
        )  # fmt: skip


def _save(opened: SharedWorkspace, record: Record, claim: Row, key: str) -> None:
    """Write what was changed of a source, or a new one; what is refused stays in its field."""
    now = type_source(claim)
    changed = {name: text for name, text in typed_source(key).items() if text != now[name]}

    def work(desk: Desk) -> Change:
        values = read_source(changed)
        if claim:
            return desk.mend_source(str(claim["claim_id"]), values)
        return desk.add_source(record, values)

    do_as_seen(opened, record, work)
