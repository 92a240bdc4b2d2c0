"""Strikes that are there and may be the one that a draft tells of, side by side with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd
import streamlit as st

from geo.strikes.duplicates.propose import propose_for
from geo.strikes.schema import make_claims
from geo.workspace.editing.records import Record
from geo.workspace.editing.telling import name_source, type_values
from reports.claims import claim_of, strikes_of_drafts
from reports.table import row_of
from strikemap.web.datasets import Dataset
from strikemap.web.reports.form import DraftAt
from strikemap.web.reports.in_session import read_record_here
from strikemap.web.strikes.form import word_field
from strikemap.web.wording import escape_markdown, plural

__all__ = ["find_alike", "show_alike"]

CHOSEN = "reports_alike"
MOST = 5  # proposals of one draft
COMPARED = ("date", "kind", "killed", "injured", "casualties", "actor", "target")
NOT_SAID = "not said"


def find_alike(dataset: Dataset, at: DraftAt) -> Mapping[str, str]:
    """Return strikes that may be the draft's, with why, by id, the likeliest first."""
    found: Mapping[str, str] = dataset.remember(
        ("alike", at.key, at.told.report.published), lambda: _propose(dataset, at)
    )
    return found


def _propose(dataset: Dataset, at: DraftAt) -> dict[str, str]:
    own = f"draft {at.key}"  # an id that no strike has
    row = row_of(at.draft, at.told.report, 1) | {"draft_id": own}
    said = claim_of(at.draft, at.told.report, at.told.about)
    claim = make_claims(pd.DataFrame([{**said, "claim_id": own, "strike_id": own}]))
    strike = strikes_of_drafts(pd.DataFrame([row]))
    pairs = propose_for(strike, claim, dataset.strikes, dataset.claims).head(MOST)
    pairs["id"] = pairs["strike_id"].where(pairs["strike_id"] != own, pairs["other_id"])
    return dict(zip(pairs["id"], pairs["reason"], strict=True))


def show_alike(
    dataset: Dataset, at: DraftAt, found: Mapping[str, str], on_join: Callable[[str], None]
) -> None:
    """Draw the draft beside a strike that it may tell of, and the button that makes them one."""
    if not found:
        return
    st.markdown(f"**Told already? {plural(len(found), 'strike')} may be this one**")
    if st.session_state.get(CHOSEN) not in found:
        st.session_state[CHOSEN] = next(iter(found))
    if len(found) > 1:
        st.radio("Which strike", list(found), key=CHOSEN, horizontal=True)
    chosen = str(st.session_state[CHOSEN])
    st.caption(escape_markdown(found[chosen]))
    st.button(
        "One strike, two claims (J)", key="reports_join", on_click=on_join, args=(chosen,),
        help="The strike gets this text as a further source; its toll becomes the range of both.",
    )  # fmt: skip
    st.markdown(_tabulate(at, read_record_here(dataset, chosen)))


def _tabulate(at: DraftAt, record: Record) -> str:
    """Return what the two say as a table in Markdown."""
    draft = type_values(claim_of(at.draft, at.told.report, at.told.about))
    mine = type_values(row_of(at.draft, at.told.report, 1)) | {"place": at.draft.place.surface}
    mine |= {name: draft[name] for name in ("killed", "injured", "casualties")}
    theirs = type_values(record.strike) | {"place": str(record.strike.get("place_text") or "")}
    about = at.told.about
    sources = "; ".join(name_source(claim) for claim in record.claims) or "no source"
    rows = [
        *((word_field(name), mine[name], theirs[name]) for name in ("place", *COMPARED)),
        ("Source", about.outlet or about.title or at.told.name, sources),
    ]
    lines = [
        f"| {escape_markdown(label)} | {_cell(one)} | {_cell(other)} |"
        for label, one, other in rows
        if one or other
    ]
    head = f"| | This draft | {escape_markdown(record.strike_id)} |\n|---|---|---|"
    return "\n".join([head, *lines])


def _cell(text: str) -> str:
    return escape_markdown(text) or NOT_SAID
