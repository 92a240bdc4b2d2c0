"""The Reports page: a text beside the map of its drafts, one draft at a time, a key a decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import streamlit as st

from gazetteer.errors import StrikemapError
from gazetteer.language import ENGLISH, N_, _, speaking
from strikemap.web.datasets import Dataset, current_dataset, dataset_or_stop
from strikemap.web.keys.listener import declare_keys
from strikemap.web.reports.alike import Alike, find_alike, show_alike
from strikemap.web.reports.choice import find_open, show_choice, show_head, show_way_on
from strikemap.web.reports.deciding.decided import (
    HERE,
    Decided,
    Verdict,
    accept,
    find_verdicts,
    join,
    reject,
    undo,
)
from strikemap.web.reports.edits import edits_of, keep_edit
from strikemap.web.reports.form import DraftAt, read_form, return_to_read, show_form
from strikemap.web.reports.held import (
    Told,
    current_at,
    current_text,
    go_to_draft,
    go_to_text,
    key_of_draft,
)
from strikemap.web.reports.intake import show_intake
from strikemap.web.reports.place import (
    is_open_place,
    leave_place,
    read_placed,
    show_candidates,
    show_map,
)
from strikemap.web.reports.reading import show_aside, show_countries, show_none
from strikemap.web.reports.source import ask_day, names_source, show_source
from strikemap.web.reports.text import show_text
from strikemap.web.strikes.form import word_field
from strikemap.web.strikes.link import show_link
from strikemap.web.visitors.name import ask_who
from strikemap.web.visitors.said import forget, say, show_said
from strikemap.web.wording import escape_markdown
from strikemap.web.workspaces.panel import show_line, show_panel
from strikemap.web.workspaces.session import current_workspace

__all__ = ["show_page"]

WHY, LAST = "reports_why", "reports_decided_last"
TEXTS, PAIRS = N_("Texts"), N_("Duplicates among the strikes")
ACCEPT = N_("Accept, not located (A)"), N_("Accept (A)")  # by whether its place is known
TWO_STRIKES = N_("Two strikes: accept, not located (A)"), N_("Two strikes: accept (A)")
HERE_ONLY = N_(
    "No workspace is open: what you accept is in this session's data only, and gone with it. Make "
    "one below to keep it on disk."
)
NO_SOURCE = N_(
    "A strike needs a source, and nothing names this text: say its outlet, title or address under "
    "“Source of this text” first (key s)."
)
KEYS_IN_WORDS = N_(
    "Keys, by their place on the keyboard: those of the buttons; 1 to 9 a candidate, 0 not "
    "located, / another place, e the fields, s the text's source, w why, m the map; Esc goes back "
    "to deciding."
)
# The text stays in view while its draft's fields are gone through.
STYLE = """<style>@media (min-width:768px){
[data-testid="stLayoutWrapper"]:has(> .st-key-reports_left){position:sticky;top:4rem}
}</style>"""
KEYS = declare_keys("reports", Path(__file__).parent / "keys.js")


def show_page() -> None:
    """Draw the page for the texts that the visitor has handed over."""
    dataset = dataset_or_stop()
    st.title(_("Reports"))
    show_line()
    with st.container():
        if current_workspace() is None:
            st.info(_(HERE_ONLY))
    show_said(HERE)
    st.html(STYLE)
    looked = st.segmented_control(
        _("What is gone through"), [TEXTS, PAIRS], default=TEXTS,
        key="reports_looked", format_func=_,
        label_visibility="collapsed", required=True, on_change=forget, args=(HERE,),
    )  # fmt: skip
    with st.container():
        if looked == PAIRS:
            _show_pairs(dataset)
        else:
            _show_texts(dataset)
    show_panel(dataset)
    KEYS(key="reports_keys")


def _show_pairs(dataset: Dataset) -> None:
    from strikemap.web.pairs.page import show_pairs  # only where they are gone through

    show_pairs(dataset)


def _show_texts(dataset: Dataset) -> None:
    told = current_text()
    if told is None:
        show_intake()
    else:
        _show_text(dataset, told)


def _show_text(dataset: Dataset, told: Told) -> None:
    """Draw a text on the left, where it stays in view, and one of its drafts on the right."""
    left, right = st.columns([5, 6], gap="large")
    number = current_at(told)
    with left, st.container(key="reports_left"):
        show_intake()
        show_choice(told)
        show_countries(dataset, told)
        show_text(told, number, _go)
        show_aside(told)
        show_source(told)
    with right:
        if told.drafts:
            _show_draft(dataset, DraftAt(told, number), find_verdicts())
        else:
            show_none(dataset, told)


def _show_draft(dataset: Dataset, at: DraftAt, verdicts: Mapping[str, Verdict]) -> None:
    verdict = verdicts.get(at.key)
    alike = Alike({}) if verdict else find_alike(dataset, at)
    show_way_on(at.told)
    show_head(at, verdicts)
    if not at.draft.days or at.draft.days.first is None:
        ask_day(at.told)
    _show_buttons(at, verdict, bool(alike.found))
    with st.container():
        show_alike(dataset, at, alike, lambda strike_id: _join(at, strike_id))
    with st.container():
        places = show_candidates(dataset, at)
    with st.container():
        show_map(dataset, at, places, _go)
    with st.container():
        show_form(at)
    with st.container():
        _show_edits(at, verdict)
    row = st.columns(2)
    with row[0]:
        _ask_why(at)
    with row[1]:
        ask_who(_("Who decides, if you wish"))
    st.caption(_(KEYS_IN_WORDS))


def _show_edits(at: DraftAt, verdict: Verdict | None) -> None:
    """Say what was typed for a draft and is in no strike yet."""
    names = edits_of(at.key).names
    if not names or verdict is not None:
        return
    row = st.container(horizontal=True, vertical_alignment="center")
    row.button(_("As it was read"), key="reports_as_read", on_click=_return_to_read, args=(at,))
    row.caption(
        _(
            "Yours: {listed}. Kept for this browser until you decide; Accept writes it.",
            listed=_(", ").join(word_field(name).lower() for name in names),
        )
    )


def _return_to_read(at: DraftAt) -> None:
    leave_place()
    return_to_read(at)


def _ask_why(at: DraftAt) -> None:
    if st.session_state.get(WHY) != edits_of(at.key).why:  # else what is being typed is lost
        st.session_state[WHY] = edits_of(at.key).why
    st.text_input(_("Why, in your words ( w )"), key=WHY, on_change=_keep_why, args=(at.key,))


def _keep_why(key: str) -> None:
    keep_edit(key, why=str(st.session_state.get(WHY) or "").strip())


def _show_buttons(at: DraftAt, verdict: Verdict | None, has_alike: bool) -> None:
    located = verdict is not None or not is_open_place(at)
    label = _((TWO_STRIKES if has_alike else ACCEPT)[located])
    opened = current_workspace()
    closed = verdict is not None or (opened is not None and bool(opened.shown.reading))
    row = st.container(horizontal=True, vertical_alignment="center")
    lacks = not closed and not _has_source(at)
    # Each draft has buttons of its own: a press on one that is still seen decides no other.
    for name, words, act in (("accept", label, _accept), ("reject", _("Reject (X)"), _reject)):
        is_accept = name == "accept"
        row.container(key=f"reports_{name}", width="content").button(
            words, key=f"reports_{name}_{at.edition}", type="primary" if is_accept else "secondary",
            disabled=closed or (is_accept and lacks), on_click=act, args=(at,),
        )  # fmt: skip
    row.button(_("Back (B)"), key="reports_back", disabled=at.number == 0,
               on_click=_go, args=(at.number - 1,))  # fmt: skip
    row.button(_("Next (N)"), key="reports_next", disabled=at.number + 1 >= len(at.told.drafts),
               on_click=_go, args=(at.number + 1,))  # fmt: skip
    row.button(_("Undo (U)"), key="reports_undo", on_click=_undo, args=(at.told,))
    with st.container():
        if lacks:
            st.warning(_(NO_SOURCE))
        if verdict is not None:
            strike = f": {verdict.strike_id}" if verdict.strike_id else ""
            words = N_("This draft is {word}{strike}. Undo takes back the last change.")
            st.success(escape_markdown(_(words, word=_(verdict.word), strike=strike)))
            if verdict.strike_id and opened is not None:
                show_link([verdict.strike_id], None)


def _go(number: int) -> None:
    """Look at another draft; what was typed for this one stays with it."""
    go_to_draft(number)
    leave_place()


def _go_on(at: DraftAt) -> None:
    """Look at the next draft that is open."""
    st.session_state[LAST] = at.key
    told, number = find_open(at.told, at.number) or (at.told, at.number)
    if told.key != at.told.key:
        go_to_text(told.key)
    _go(number)


def _is_pressed_again(at: DraftAt) -> bool:
    """Say whether a press is on the draft that this visitor decided last: the page was not new."""
    return st.session_state.get(LAST) == at.key and at.key in find_verdicts()


def _accept(at: DraftAt) -> None:
    if _is_pressed_again(at):
        return
    told = _read(at)
    others = () if told is None else tuple(find_alike(current_dataset(), at).found)
    decided = replace(_decided(at), others=others)
    if told and accept(current_dataset(), decided, told, read_placed(at)):
        _go_on(at)


def _join(at: DraftAt, strike_id: str) -> None:
    told = None if _is_pressed_again(at) else _read(at)
    if told and join(current_dataset(), _decided(at), told, strike_id):
        _go_on(at)


def _reject(at: DraftAt) -> None:
    if not _is_pressed_again(at) and reject(_decided(at)):
        _go_on(at)


def _decided(at: DraftAt) -> Decided:
    why = str(st.session_state.get(WHY) or "").strip()
    with speaking(ENGLISH):  # the log is the same whoever writes it
        changed = tuple(word_field(name).lower() for name in edits_of(at.key).names)
    return Decided(
        at.key, at.words, why, said=at.said, countries=at.told.countries, changed=changed
    )


def _read(at: DraftAt) -> tuple[Mapping[str, object], Mapping[str, object]] | None:
    """Return the strike and the claim of the form; None where it is refused, which is said."""
    if not _has_source(at):
        say(HERE, _(NO_SOURCE), refused=True)
        return None
    try:
        return read_form(at)
    except StrikemapError as error:
        say(HERE, str(error), refused=True)
        return None


def _has_source(at: DraftAt) -> bool:
    return names_source(at.told) or bool(at.draft.claimants)


def _undo(told: Told) -> None:
    """Take the last decision back, and look at its draft where it is one of this text."""
    before = set(find_verdicts())
    undo(current_dataset())
    again = before - set(find_verdicts())
    numbers = [n for n in range(len(told.drafts)) if key_of_draft(told, n) in again]
    if numbers:
        _go(numbers[0])
