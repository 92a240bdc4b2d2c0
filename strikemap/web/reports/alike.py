"""Strikes that are there and may be the one that a draft tells of, side by side with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from gazetteer.language import N_, _
from geo.errors import CorrectionError
from geo.strikes.duplicates.pairs import MOST_TOGETHER
from geo.strikes.duplicates.propose import Proposals, propose_for
from geo.strikes.schema import make_claims
from geo.workspace.applying import now
from geo.workspace.editing.adding import add_strike
from geo.workspace.editing.claims import names_source
from geo.workspace.editing.records import Act, Record, to_table
from geo.workspace.editing.telling import name_source, type_values
from reports.claims import words_of
from strikemap.web.datasets import Dataset
from strikemap.web.reports.deciding.decided import land_of
from strikemap.web.reports.deciding.in_session import read_record_here
from strikemap.web.reports.deciding.placing import Placed, find_where
from strikemap.web.reports.form import DraftAt, read_form
from strikemap.web.reports.place import read_placed
from strikemap.web.strikes.form import word_field
from strikemap.web.wording import escape_markdown, plural

__all__ = ["Alike", "find_alike", "show_alike", "tell_strike", "word_beside"]

Values = Mapping[str, object]

CHOSEN, KEPT = "reports_alike", "reports_alike_found"
MOST_KEPT = 200  # drafts, each as its form was, whose answers a session holds
MOST = 5  # proposals of one draft
COMPARED = ("date", "kind", "killed", "injured", "casualties", "actor", "target")
NOT_SAID = N_("not said")
NOT_COMPARED = N_("Not compared with the strikes that are there")


@dataclass(frozen=True, slots=True)
class Alike:
    """Strikes that may be a draft's, with why, by id, the likeliest first.

    unsaid: why the draft was not compared, or not with all; "" where it was.
    """

    found: Mapping[str, str]
    unsaid: str = ""


def find_alike(dataset: Dataset, at: DraftAt) -> Alike:
    """Return strikes that may be the draft's, as its form and its map say it now."""
    placed = read_placed(at)
    try:
        told = read_form(at)
    except CorrectionError as error:
        return Alike({}, f"{_(NOT_COMPARED)}: {error}")
    key = repr((at.edition, told, placed))
    of, kept = st.session_state.get(KEPT, (None, {}))
    if of is not dataset or len(kept) >= MOST_KEPT:
        kept = {}
        st.session_state[KEPT] = dataset, kept
    if key not in kept:
        kept[key] = _propose(dataset, at, told, placed)
    found: Alike = kept[key]
    return found


def _propose(dataset: Dataset, at: DraftAt, told: tuple[Values, Values], placed: Placed) -> Alike:
    """Hold the strike that would be made of a draft against those that are there."""
    values, claim = told
    land, act = land_of(dataset, at.told.countries), Act("", now(), f"draft {at.key}")
    where = find_where(placed, act, land)
    words = words_of(at.draft, at.told.report)  # that may say of a toll that it rose; not kept
    said = [{**claim, "note": words}] if names_source(claim) else []
    try:
        made = add_strike(
            values, said, act, land=land, used=set(dataset.strikes.index), where=where
        )
    except CorrectionError as error:
        return Alike({}, f"{_(NOT_COMPARED)}: {error}")
    rows = {table: [patch.after for patch in made.patches if patch.table == table and patch.after]
            for table in ("strikes", "claims")}  # fmt: skip
    strike, claims = to_table(rows["strikes"]), make_claims(pd.DataFrame(rows["claims"]))
    proposed = propose_for(strike, claims, dataset.strikes, dataset.claims)
    pairs, own = proposed.table.head(MOST), strike.index[0]
    ids = pairs["strike_id"].where(pairs["strike_id"] != own, pairs["other_id"])
    return Alike(dict(zip(ids, pairs["reason"], strict=True)), _word_unsaid(proposed))


def _word_unsaid(proposed: Proposals) -> str:
    if proposed.undated:
        return _("{not_compared}: this draft has no date.", not_compared=_(NOT_COMPARED))
    if proposed.crowded:
        return _(
            "Not compared with all strikes that are there: over {most_together} are of its "
            "day and place, or near.",
            most_together=MOST_TOGETHER,
        )
    return ""


def show_alike(dataset: Dataset, at: DraftAt, alike: Alike, on_join: Callable[[str], None]) -> None:
    """Draw the draft beside a strike that it may tell of, and the button that makes them one."""
    found = alike.found
    if alike.unsaid:
        st.caption(escape_markdown(alike.unsaid))
    if not found:
        return
    st.markdown(
        _("**Told already? {strikes} may be this one**", strikes=plural(len(found), "strike"))
    )
    if st.session_state.get(CHOSEN) not in found:
        st.session_state[CHOSEN] = next(iter(found))
    if len(found) > 1:
        st.radio(_("Which strike"), list(found), key=CHOSEN, horizontal=True)
    chosen = str(st.session_state[CHOSEN])
    st.caption(escape_markdown(found[chosen]))
    st.container(key="reports_join", width="content").button(
        _("One strike, two claims (J)"), key=f"reports_join_{at.edition}", on_click=on_join,
        args=(chosen,),
        help=_(
            "The strike gets this text as a further source; its toll becomes the range of both."
        ),
    )  # fmt: skip
    st.markdown(_tabulate(at, read_record_here(dataset, chosen)))


def _tabulate(at: DraftAt, record: Record) -> str:
    """Return what the two say as a table in Markdown."""
    values, __ = read_form(at)
    about = at.told.about
    named = about.outlet or about.title or at.told.name
    mine = type_values(values) | {"place": at.draft.place.surface, "source": named}
    theirs = tell_strike(record)
    return word_beside(mine, theirs, (_("This draft"), record.strike_id))


def tell_strike(record: Record) -> dict[str, str]:
    """Return what a strike says, in words, by what it is held beside another by."""
    row = record.strike
    sources = _("; ").join(name_source(claim) for claim in record.claims) or _("no source")
    place = str(row.get("place_text") or row.get("place_name") or "")
    return type_values(row) | {"place": place, "source": sources}


def word_beside(mine: Mapping[str, str], theirs: Mapping[str, str], heads: tuple[str, str]) -> str:
    """Return what two tellings say as a table in Markdown; what neither says is left out."""
    lines = [
        f"| {escape_markdown(word_field(name))} | {_cell(mine[name])} | {_cell(theirs[name])} |"
        for name in ("place", *COMPARED, "source")
        if mine[name] or theirs[name]
    ]
    head = f"| | {escape_markdown(heads[0])} | {escape_markdown(heads[1])} |\n|---|---|---|"
    return "\n".join([head, *lines])


def _cell(text: str) -> str:
    return escape_markdown(text) or _(NOT_SAID)
