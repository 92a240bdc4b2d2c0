"""Which of the texts is looked at, and which have edits that no decision has written."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from gazetteer.language import _
from strikemap.web.reports.deciding.decided import Verdict, find_verdicts
from strikemap.web.reports.edits import count_unsaved, forget_edits
from strikemap.web.reports.form import DraftAt
from strikemap.web.reports.held import AT, TEXT_AT, Told, drop_text, key_of_draft, list_texts
from strikemap.web.reports.place import leave_place
from strikemap.web.wording import escape_markdown, plural

__all__ = ["find_open", "show_choice", "show_head", "show_way_on"]

EXPLORE_KEY = "explore_page"  # the page, of the app's own navigation
NAMED = 3  # texts with edits that are named


def show_choice(told: Told) -> None:
    """Draw which text is looked at."""
    texts = {one.key: one for one in list_texts()}
    if st.session_state.get(TEXT_AT) not in texts:
        st.session_state[TEXT_AT] = told.key
    row = st.container(horizontal=True, vertical_alignment="bottom")
    row.selectbox(
        _("Text ({count})", count=len(texts)), list(texts), key=TEXT_AT, on_change=_leave_text,
        format_func=lambda key: f"{texts[key].name} ({plural(len(texts[key].drafts), 'draft')})"
        if key in texts else key,
    )  # fmt: skip
    row.button(_("Forget it"), key="reports_drop", on_click=_drop, args=(told,))
    with st.container():
        if words := _word_unsaved(told):
            st.caption(escape_markdown(words))


def find_open(own: Told, number: int) -> tuple[Told, int] | None:
    """Return the next draft that is open: after one, before it, or in another text."""
    verdicts, numbers = find_verdicts(), range(len(own.drafts))
    places = [(own, at) for at in (*numbers[number:], *numbers[:number])]
    others = (one for one in list_texts() if one.key != own.key)
    places += [(one, at) for one in others for at in range(len(one.drafts))]
    return next((place for place in places if key_of_draft(*place) not in verdicts), None)


def show_way_on(told: Told) -> None:
    """Lead on where every draft of every text is decided: to the map, and to a further text."""
    with st.container():
        if find_open(told, 0) is not None:
            return
        st.success(
            _("Every draft is decided. A further text is pasted or dropped under Add reports.")
        )
        page = st.session_state.get(EXPLORE_KEY)
        if page is not None:
            st.page_link(page, label=_("See the strikes on the map"))


def show_head(at: DraftAt, verdicts: Mapping[str, Verdict]) -> None:
    """Draw which draft is looked at, how many are decided, and how sure this one is."""
    keys = [key_of_draft(at.told, number) for number in range(len(at.told.drafts))]
    words = [verdicts[key].word for key in keys if key in verdicts]
    counts = _(", ").join(f"{words.count(word)} {_(word)}" for word in dict.fromkeys(words))
    edited = count_unsaved(at.told, verdicts)
    rest = _("{count} open", count=len(keys) - len(words)) + (
        _(", {edited} with edits", edited=edited) if edited else ""
    )
    st.header(escape_markdown(f"{at.number + 1}. {at.said}"), anchor=False)
    sure = _(
        "as sure as the least sure of kind, place and date: {confidence}",
        confidence=f"{at.draft.confidence:.2f}",
    )
    st.caption(
        escape_markdown(
            _(
                "Draft {number} of {count}; {value}{rest}. This one is {sure}.",
                number=at.number + 1,
                count=len(keys),
                value=f"{counts}, " if counts else "",
                rest=rest,
                sure=sure,
            )
        )
    )


def _word_unsaved(told: Told) -> str:
    """Say which other texts have drafts with edits; "" for none."""
    verdicts = find_verdicts()
    counts = {one.name: count_unsaved(one, verdicts) for one in list_texts() if one is not told}
    named = [f"{name} ({count})" for name, count in counts.items() if count]
    rest = (
        _(" and {texts} more", texts=plural(len(named) - NAMED, "text"))
        if len(named) > NAMED
        else ""
    )
    return (
        _(
            "Drafts with edits to decide: {named}{rest}",
            named=_("; ").join(named[:NAMED]),
            rest=rest,
        )
        if named
        else ""
    )


def _leave_text() -> None:
    leave_place()
    st.session_state.pop(AT, None)


def _drop(told: Told) -> None:
    leave_place()
    drop_text(told.key)
    forget_edits(told.keys)
