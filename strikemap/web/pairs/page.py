"""The pass over all pairs: two strikes side by side, one key a decision."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from gazetteer.errors import StrikemapError
from gazetteer.language import N_, _
from geo.strikes.duplicates.pairs import MOST_TOGETHER
from geo.strikes.duplicates.propose import Proposals
from geo.workspace.editing.desk import Desk
from geo.workspace.editing.records import Record
from strikemap.failures import word_error
from strikemap.languages.reasons import say_reason
from strikemap.languages.troubles import say_trouble
from strikemap.web.datasets import Dataset, current_dataset
from strikemap.web.pairs.decided import Said, decide_one, decide_two, find_said
from strikemap.web.pairs.listing import Pair, find_proposals, list_open
from strikemap.web.reports.alike import tell_strike, word_beside
from strikemap.web.reports.deciding.decided import undo
from strikemap.web.reports.deciding.in_session import read_record_here
from strikemap.web.visitors.name import ask_who, who
from strikemap.web.wording import escape_markdown, plural
from strikemap.web.workspaces.session import current_workspace

__all__ = ["show_pairs"]

AT, WHY, WHYS = "pairs_at", "pairs_why", "pairs_whys"  # the reasons by the words of pairs
# The table is as wide as its place, and an id is broken where it does not fit.
STYLE = """<style>.st-key-pairs_beside table{width:100%;table-layout:fixed}
.st-key-pairs_beside :is(td,th){overflow-wrap:anywhere}
.st-key-pairs_beside :is(td,th):first-child{width:6.5rem}</style>"""
KEYS_IN_WORDS = N_(
    "Keys, by their place on the keyboard: those of the buttons; w why; Esc goes back to deciding."
)


def show_pairs(dataset: Dataset) -> None:
    """Draw the pair that is looked at, of all strikes that are shown."""
    with st.spinner(_("Comparing strikes")):
        found = find_proposals(dataset)
    said = find_said(dataset)
    pairs = list_open(dataset, said)
    _show_head(dataset, found, said, len(pairs))
    at = min(max(int(st.session_state.get(AT, 0)), 0), max(len(pairs) - 1, 0))
    _show_buttons(pairs, at)
    left, right = st.columns([5, 3], gap="large")
    with left, st.container(key="pairs_beside"):
        if pairs:
            _show_pair(dataset, pairs[at], at, len(pairs))
        else:
            st.success(_("No pair is open."))
    with right:
        _ask_why(pairs[at].words if pairs else "")
        ask_who(_("Who decides, if you wish"))
        st.caption(_(KEYS_IN_WORDS))
    st.html(STYLE)


def _show_head(dataset: Dataset, found: Proposals, said: Said, left: int) -> None:
    decided = len(found.table) - left + said.joined
    st.header(
        _("{decided} of {pairs} decided", decided=decided, pairs=plural(decided + left, "pair")),
        anchor=False,
    )
    joined = _(", {joined} made one strike", joined=said.joined) if said.joined else ""
    st.caption(
        _(
            "{pairs} of {strikes} may be one strike and are open, the likeliest "
            "first{joined}. {left_out}",
            pairs=plural(left, "pair"),
            strikes=plural(len(dataset.strikes), "strike"),
            joined=joined,
            left_out=_word_left_out(found),
        )
    )


def _word_left_out(found: Proposals) -> str:
    words = _("{strikes} without a date not compared.", strikes=plural(found.undated, "strike"))
    if found.crowded:
        words += _(
            " {strikes} of a day and place with over {most_together} others not compared there.",
            strikes=plural(found.crowded, "strike"),
            most_together=MOST_TOGETHER,
        )
    return words


def _show_buttons(pairs: Sequence[Pair], at: int) -> None:
    opened = current_workspace()
    closed = not pairs or (opened is not None and bool(opened.shown.reading))
    pair = pairs[at] if pairs else None
    row = st.container(horizontal=True, vertical_alignment="center")
    row.button(_("One strike, two claims (J)"), key="reports_join", type="primary", disabled=closed,
               on_click=_decide, args=(pair, True))  # fmt: skip
    row.button(_("Two strikes (T)"), key="reports_apart", disabled=closed,
               on_click=_decide, args=(pair, False))  # fmt: skip
    row.button(_("Back (B)"), key="reports_back", disabled=at == 0, on_click=_go, args=(at - 1,))
    row.button(_("Next (N)"), key="reports_next", disabled=at + 1 >= len(pairs),
               on_click=_go, args=(at + 1,))  # fmt: skip
    row.button(_("Undo (U)"), key="reports_undo", on_click=_undo)


def _show_pair(dataset: Dataset, pair: Pair, at: int, count: int) -> None:
    try:
        one, other = _read(dataset, pair)
    except StrikemapError as error:  # taken out by another in the moment of the run
        st.warning(escape_markdown(say_trouble(word_error(error))))
        return
    st.markdown(
        _(
            "**{number} of {count}**: {reason}",
            number=at + 1,
            count=count,
            reason=escape_markdown(say_reason(pair.reason)),
        )
    )
    st.markdown(word_beside(tell_strike(one), tell_strike(other), (pair.one, pair.other)))
    st.caption(
        escape_markdown(
            _(
                "One strike keeps the id, the place and the kind of {strike_id}, takes from "
                "the other what it does not say itself, has the claims of both and the range "
                "that their tolls allow; undo takes it apart again.",
                strike_id=one.strike_id,
            )
        )
    )


def _read(dataset: Dataset, pair: Pair) -> list[Record]:
    opened, ids = current_workspace(), [pair.one, pair.other]
    if opened is None:
        return [read_record_here(dataset, one) for one in ids]
    return opened.act(lambda workspace: Desk(workspace).read_several(ids), who=who())


def _ask_why(words: str) -> None:
    """Draw the reason of a pair: it stays with the pair that it was written for."""
    kept = st.session_state.setdefault(WHYS, {}).get(words, "")
    if st.session_state.get(WHY) != kept:  # else what is being typed is lost
        st.session_state[WHY] = kept
    st.text_input(
        _("Why, in your words ( w )"),
        key=WHY,
        disabled=not words,
        on_change=_keep_why,
        args=(words,),
    )


def _keep_why(words: str) -> None:
    st.session_state[WHYS][words] = str(st.session_state.get(WHY) or "")


def _decide(pair: Pair, one_strike: bool) -> None:
    why = str(st.session_state.get(WHY) or "").strip()
    decide = decide_one if one_strike else decide_two
    if decide(current_dataset(), pair.one, pair.other, why):
        st.session_state[WHY] = ""
        st.session_state.get(WHYS, {}).pop(pair.words, None)


def _go(at: int) -> None:
    st.session_state[AT] = at


def _undo() -> None:
    undo(current_dataset())
    st.session_state[AT] = 0
