"""The Reports page: a text beside the map of its drafts, one draft at a time, a key a decision."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from gazetteer.errors import StrikemapError
from strikemap.web.datasets import Dataset, current_dataset, dataset_or_stop
from strikemap.web.reports.alike import Alike, find_alike, show_alike
from strikemap.web.reports.decided import (
    HERE,
    Decided,
    Verdict,
    accept,
    find_verdicts,
    join,
    reject,
    undo,
)
from strikemap.web.reports.form import DraftAt, read_form, show_form
from strikemap.web.reports.held import (
    AT,
    TEXT_AT,
    Told,
    current_at,
    current_text,
    drop_text,
    go_to_draft,
    go_to_text,
    key_of_draft,
    list_texts,
)
from strikemap.web.reports.intake import show_intake
from strikemap.web.reports.place import (
    is_open_place,
    leave_place,
    read_placed,
    show_candidates,
    show_map,
)
from strikemap.web.reports.source import names_source, show_source
from strikemap.web.reports.text import show_text
from strikemap.web.strikes.link import show_link
from strikemap.web.visitors.name import ask_who
from strikemap.web.visitors.said import say, show_said
from strikemap.web.wording import escape_markdown, plural
from strikemap.web.workspaces.panel import show_line, show_panel
from strikemap.web.workspaces.session import current_workspace

__all__ = ["show_page"]

WHY, WHYS = "reports_why", "reports_whys"  # of this draft; of those left, by key
HERE_ONLY = (
    "No workspace is open: what you accept is in this session's data only, and gone with it. Make "
    "one below to keep it on disk."
)
NO_SOURCE = (
    "A strike needs a source, and nothing names this text: say its outlet, title or address under "
    "“Source of this text” first (key s)."
)
KEYS_IN_WORDS = (
    "Keys, by their place on the keyboard: those of the buttons; 1 to 9 a candidate, 0 not "
    "located, / another place, e the fields, s the text's source, w why, m the map; Esc goes back "
    "to deciding."
)
# The text stays in view while its draft's fields are gone through.
STYLE = """<style>@media (min-width:768px){
[data-testid="stLayoutWrapper"]:has(> .st-key-reports_left){position:sticky;top:4rem}
}</style>"""
KEYS = st.components.v2.component(
    "strikemap_reports_keys", js=(Path(__file__).parent / "keys.js").read_text(encoding="utf-8")
)


def show_page() -> None:
    """Draw the page for the texts that the visitor has handed over."""
    dataset = dataset_or_stop()
    st.title("Reports")
    show_line()
    with st.container():
        if current_workspace() is None:
            st.info(HERE_ONLY)
    show_said(HERE)
    st.html(STYLE)
    told = current_text()
    if told is None:
        show_intake()
    else:
        _show_text(dataset, told)
    show_panel(dataset)
    KEYS(key="reports_keys")


def _show_text(dataset: Dataset, told: Told) -> None:
    """Draw a text on the left, where it stays in view, and one of its drafts on the right."""
    left, right = st.columns([5, 6], gap="large")
    number = current_at(told)
    with left, st.container(key="reports_left"):
        show_intake()
        _show_choice(told)
        show_text(told, number, _go)
        show_source(told)
    with right:
        if told.drafts:
            _show_draft(dataset, DraftAt(told, number), find_verdicts())
        else:
            st.info(
                f"No draft was read from this text. {plural(told.aside, 'passage')} on attacks "
                "make none, such as denials, plans and places that are not named."
            )


def _show_choice(told: Told) -> None:
    """Draw which text is looked at."""
    texts = {one.key: one for one in list_texts()}
    if st.session_state.get(TEXT_AT) not in texts:
        st.session_state[TEXT_AT] = told.key
    row = st.container(horizontal=True, vertical_alignment="bottom")
    row.selectbox(
        f"Text ({len(texts):,})", list(texts), key=TEXT_AT, on_change=_leave_text,
        format_func=lambda key: f"{texts[key].name} ({plural(len(texts[key].drafts), 'draft')})"
        if key in texts else key,
    )  # fmt: skip
    row.button("Forget it", key="reports_drop", on_click=_drop, args=(told.key,))


def _leave_text() -> None:
    st.session_state[WHY] = ""
    st.session_state.pop(AT, None)
    leave_place()


def _drop(key: str) -> None:
    drop_text(key)
    leave_place()


def _show_draft(dataset: Dataset, at: DraftAt, verdicts: Mapping[str, Verdict]) -> None:
    verdict = verdicts.get(at.key)
    alike = Alike({}) if verdict else find_alike(dataset, at)
    _show_head(at, verdicts)
    _show_buttons(at, verdict, bool(alike.found))
    with st.container():
        show_alike(dataset, at, alike, lambda strike_id: _join(at, strike_id))
    with st.container():
        places = show_candidates(dataset, at)
    with st.container():
        show_map(dataset, at, places, _go)
    with st.container():
        show_form(at)
    row = st.columns(2)
    row[0].text_input("Why, in your words ( w )", key=WHY)
    with row[1]:
        ask_who("Who decides, if you wish")
    st.caption(KEYS_IN_WORDS)


def _show_head(at: DraftAt, verdicts: Mapping[str, Verdict]) -> None:
    keys = [key_of_draft(at.told, number) for number in range(len(at.told.drafts))]
    words = [verdicts[key].word for key in keys if key in verdicts]
    counts = ", ".join(f"{words.count(word)} {word}" for word in dict.fromkeys(words))
    rest = f"{len(keys) - len(words)} open"
    st.subheader(escape_markdown(f"{at.number + 1}. {at.words}"), anchor=False)
    sure = f"as sure as the least sure of kind, place and date: {at.draft.confidence:.2f}"
    st.caption(
        escape_markdown(
            f"Draft {at.number + 1} of {len(keys)}; {f'{counts}, ' if counts else ''}{rest}. "
            f"This one is {sure}."
        )
    )


def _show_buttons(at: DraftAt, verdict: Verdict | None, has_alike: bool) -> None:
    label = "Accept (A)"
    if verdict is None and is_open_place(at):
        label = "Accept, not located (A)"
    if has_alike:
        label = label.replace("Accept", "Two strikes: accept")
    opened = current_workspace()
    closed = verdict is not None or (opened is not None and bool(opened.shown.reading))
    row = st.container(horizontal=True, vertical_alignment="center")
    row.button(label, key="reports_accept", type="primary", disabled=closed,
               on_click=_accept, args=(at,))  # fmt: skip
    row.button("Reject (X)", key="reports_reject", disabled=closed, on_click=_reject, args=(at,))
    row.button("Back (B)", key="reports_back", disabled=at.number == 0,
               on_click=_go, args=(at.number - 1,))  # fmt: skip
    row.button("Next (N)", key="reports_next", disabled=at.number + 1 >= len(at.told.drafts),
               on_click=_go, args=(at.number + 1,))  # fmt: skip
    row.button("Undo (U)", key="reports_undo", on_click=_undo, args=(at.told,))
    with st.container():
        if verdict is not None:
            strike = f": {verdict.strike_id}" if verdict.strike_id else ""
            st.success(
                escape_markdown(
                    f"This draft is {verdict.word}{strike}. Undo takes back the last change."
                )
            )
            if verdict.strike_id and opened is not None:
                show_link([verdict.strike_id], None)


def _go(number: int) -> None:
    """Look at another draft; what was written why stays with the draft that it was written for."""
    told, whys = current_text(), st.session_state.setdefault(WHYS, {})
    if told is not None and told.drafts:
        whys[key_of_draft(told, current_at(told))] = st.session_state.get(WHY, "")
        st.session_state[WHY] = whys.get(key_of_draft(told, number), "")
    go_to_draft(number)
    leave_place()


def _go_on(at: DraftAt) -> None:
    """Look at the next draft that is open: after it, before it, or in another text."""
    verdicts = find_verdicts()
    own, numbers = at.told, range(len(at.told.drafts))
    places = [(own, number) for number in (*numbers[at.number :], *numbers[: at.number])]
    others = (one for one in list_texts() if one.key != own.key)
    places += [(one, number) for one in others for number in range(len(one.drafts))]
    is_open = (p for p in places if key_of_draft(*p) not in verdicts)
    told, number = next(is_open, (own, at.number))
    if told.key != own.key:
        go_to_text(told.key)
    st.session_state[WHY] = ""
    _go(number)


def _accept(at: DraftAt) -> None:
    told = _read(at)
    if told and accept(current_dataset(), _decided(at), told, read_placed(at)):
        _go_on(at)


def _join(at: DraftAt, strike_id: str) -> None:
    told = _read(at)
    if told and join(current_dataset(), _decided(at), told, strike_id):
        _go_on(at)


def _reject(at: DraftAt) -> None:
    if reject(_decided(at)):
        _go_on(at)


def _decided(at: DraftAt) -> Decided:
    return Decided(at.key, at.words, str(st.session_state.get(WHY) or "").strip())


def _read(at: DraftAt) -> tuple[Mapping[str, object], Mapping[str, object]] | None:
    """Return the strike and the claim of the form; None where it is refused, which is said."""
    if not names_source(at.told) and not at.draft.claimants:
        say(HERE, NO_SOURCE, refused=True)
        return None
    try:
        return read_form(at)
    except StrikemapError as error:
        say(HERE, str(error), refused=True)
        return None


def _undo(told: Told) -> None:
    """Take the last decision back, and look at its draft where it is one of this text."""
    before = set(find_verdicts())
    undo(current_dataset())
    again = before - set(find_verdicts())
    numbers = [n for n in range(len(told.drafts)) if key_of_draft(told, n) in again]
    if numbers:
        _go(numbers[0])
