"""The Reports page: a text beside the map of its drafts, one draft at a time, a key a decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import streamlit as st

from gazetteer.errors import StrikemapError
from reports.document import ARCHIVE, ENDINGS
from strikemap.web.datasets import Dataset, current_dataset
from strikemap.web.reports.alike import find_alike, show_alike
from strikemap.web.reports.decided import (
    HERE,
    Verdict,
    accept,
    find_verdicts,
    join,
    places_of,
    reject,
    undo,
)
from strikemap.web.reports.form import KEEP_WORDS, DraftAt, read_form, show_form
from strikemap.web.reports.held import (
    AT,
    TEXT_AT,
    Told,
    current_at,
    current_text,
    drop_text,
    go_to_draft,
    hold_texts,
    key_of_draft,
    list_texts,
    read_again,
)
from strikemap.web.reports.place import (
    is_open_place,
    leave_place,
    read_placed,
    show_candidates,
    show_map,
)
from strikemap.web.reports.taking_in import PASTED, take_in, take_pasted
from strikemap.web.reports.text import show_text
from strikemap.web.strikes.link import show_link
from strikemap.web.visitors.name import ask_who
from strikemap.web.visitors.said import say, show_said
from strikemap.web.wording import escape_markdown, plural
from strikemap.web.workspaces.panel import show_line, show_panel
from strikemap.web.workspaces.session import current_workspace

__all__ = ["show_page"]

WHY, ROUND = "reports_why", "reports_round"
HERE_ONLY = (
    "No workspace is open: what you accept is in this session's data only, and gone with it. Make "
    "one below to keep it on disk."
)
KEYS_IN_WORDS = (
    "Keys, by their place on the keyboard: those of the buttons; 1 to 9 a candidate, / another "
    "place, e the fields, w why, m the map; Esc goes back to deciding."
)
ABOUT = {"outlet": "Outlet", "title": "Title", "published": "Day of publication", "url": "Address"}
KEYS = st.components.v2.component(
    "strikemap_reports_keys", js=(Path(__file__).parent / "keys.js").read_text(encoding="utf-8")
)


def show_page() -> None:
    """Draw the page for the texts that the visitor has handed over."""
    try:
        dataset = current_dataset()
    except StrikemapError as error:
        st.error(f"The strikes cannot be shown. {escape_markdown(str(error))}")
        st.stop()
    st.title("Reports")
    show_line()
    with st.container():
        if current_workspace() is None:
            st.info(HERE_ONLY)
    show_said(HERE)
    _show_intake()
    told = current_text()
    with st.container():
        if told is not None:
            _show_text(dataset, told)
    show_panel(dataset)
    KEYS(key="reports_keys")


def _show_intake() -> None:
    """Draw where texts are pasted and dropped."""
    with st.expander("Add reports", key="reports_intake", expanded=not list_texts()):
        columns = st.columns(2, gap="large")
        columns[0].text_area("Paste a text", key=PASTED, height=160)
        columns[0].button("Read it", key="reports_read", on_click=_take_pasted, type="primary")
        key = f"reports_files_{st.session_state.get(ROUND, 0)}"
        columns[1].file_uploader(
            "Or drop files", type=[end[1:] for end in (*ENDINGS, ARCHIVE)], key=key,
            accept_multiple_files=True, on_change=_take_files, args=(key,),
        )  # fmt: skip
        columns[1].caption(
            "Texts stay in this session. Of an accepted draft outlet, title, day, address and the "
            "words of place, date and toll are kept."
        )


def _take_pasted() -> None:
    take_pasted(places_of(current_dataset()))
    leave_place()


def _take_files(key: str) -> None:
    files = st.session_state.get(key) or []
    if files:
        take_in(files, places_of(current_dataset()))
        st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
        leave_place()


def _show_text(dataset: Dataset, told: Told) -> None:
    verdicts = find_verdicts()
    _show_choice(told)
    left, right = st.columns([5, 6], gap="large")
    number = current_at(told)
    with left:
        _show_about(told)
        show_text(told, number, _go)
    with right:
        if told.drafts:
            _show_draft(dataset, DraftAt(told, number), verdicts)
        else:
            st.info(
                f"No strike that was hit is told here; {plural(told.aside, 'passage')} on attacks "
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
    row.button("Forget this text", key="reports_drop", on_click=_drop, args=(told.key,))


def _leave_text() -> None:
    st.session_state.pop(AT, None)
    leave_place()


def _drop(key: str) -> None:
    drop_text(key)
    leave_place()


def _show_about(told: Told) -> None:
    """Draw what is known of the publication, to be mended."""
    lacking = [label.lower() for name, label in ABOUT.items() if not getattr(told.about, name)]
    without = f" (without {', '.join(lacking)})" if lacking else ""
    with st.expander(f"Source of this text{without}", key="reports_about"):
        columns = st.columns(2)
        for position, (name, label) in enumerate(ABOUT.items()):
            columns[position % 2].text_input(
                label, getattr(told.about, name) or "", key=f"reports_about_{name}_{told.key}",
                on_change=_mend, args=(told.key, name),
            )  # fmt: skip
        st.checkbox("Keep the sentence too, in the source's note", key=KEEP_WORDS)


def _mend(key: str, name: str) -> None:
    """Take what a person says of a publication; another day of it dates the drafts anew."""
    text = str(st.session_state.get(f"reports_about_{name}_{key}") or "").strip()
    texts = list(list_texts())
    at = next((at for at, one in enumerate(texts) if one.key == key), None)
    if at is None:
        return
    about = replace(texts[at].about, **{name: text or None})
    try:
        texts[at] = read_again(texts[at], about, places_of(current_dataset()))
    except ValueError:
        say(HERE, f"Day of publication: {text!r} is no day; write it as 2023-05-10", refused=True)
        return
    hold_texts(texts)


def _show_draft(dataset: Dataset, at: DraftAt, verdicts: Mapping[str, Verdict]) -> None:
    verdict = verdicts.get(at.key)
    found = {} if verdict else find_alike(dataset, at)
    _show_head(at, verdicts)
    _show_buttons(at, verdict, bool(found))
    with st.container():
        show_alike(dataset, at, found, lambda strike_id: _join(at, strike_id))
    with st.container():
        places = show_candidates(dataset, at)
    with st.container():
        show_form(at)
    with st.container():
        show_map(dataset, at, places, _go)
    row = st.columns(2)
    row[0].text_input("Why, in your words ( w )", key=WHY)
    with row[1]:
        ask_who("Who decides, if you wish")


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
                escape_markdown(f"This draft is {verdict.word}{strike}. Undo takes it back.")
            )
            if verdict.strike_id and opened is not None:
                show_link([verdict.strike_id], None)
    st.caption(KEYS_IN_WORDS)


def _go(number: int) -> None:
    go_to_draft(number)
    leave_place()


def _go_on(at: DraftAt) -> None:
    """Look at the next draft that is open, from the first on after the last."""
    verdicts = find_verdicts()
    count = len(at.told.drafts)
    following = [(at.number + step) % count for step in range(1, count + 1)]
    is_open = (n for n in following if key_of_draft(at.told, n) not in verdicts)
    _go(next(is_open, at.number))
    st.session_state[WHY] = ""


def _accept(at: DraftAt) -> None:
    try:
        values, claim = read_form(at)
    except StrikemapError as error:
        say(HERE, str(error), refused=True)
        return
    if accept(current_dataset(), at.key, values, claim, read_placed(at), why=_why()):
        _go_on(at)


def _join(at: DraftAt, strike_id: str) -> None:
    try:
        told = read_form(at)
    except StrikemapError as error:
        say(HERE, str(error), refused=True)
        return
    if join(current_dataset(), at.key, strike_id, told, why=_why()):
        _go_on(at)


def _reject(at: DraftAt) -> None:
    if reject(at.key, at.words, why=_why()):
        _go_on(at)


def _undo(told: Told) -> None:
    """Take the last decision back, and look at its draft where it is one of this text."""
    before = set(find_verdicts())
    undo(current_dataset())
    again = before - set(find_verdicts())
    numbers = [n for n in range(len(told.drafts)) if key_of_draft(told, n) in again]
    if numbers:
        _go(numbers[0])


def _why() -> str:
    return str(st.session_state.get(WHY) or "").strip()
