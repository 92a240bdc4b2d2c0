"""What is known of a text as a publication: shown, and mended by a person."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import streamlit as st

from gazetteer.language import N_, _
from geo.reading.dates import OrderError, read_span
from reports.about import word_days
from reports.document import parse_published
from strikemap.web.datasets import current_dataset
from strikemap.web.reports.deciding.decided import places_of
from strikemap.web.reports.form import KEEP_WORDS
from strikemap.web.reports.held import Told, hold_texts, list_texts, read_again
from strikemap.web.wording import escape_markdown

__all__ = ["ask_day", "names_source", "show_source"]

WRONG = "reports_day_wrong"
ABOUT = {
    "outlet": N_("Outlet"),
    "title": N_("Title"),
    "published": N_("Day of publication"),
    "url": N_("Address"),
}


def show_source(told: Told) -> None:
    """Draw what is known of the publication, to be mended."""
    lacking = [_(label).lower() for name, label in ABOUT.items() if not getattr(told.about, name)]
    named = names_source(told)
    without = _(" (without {lacking})", lacking=_(", ").join(lacking)) if lacking else ""
    label = (
        _("Source of this text{without}", without=without)
        if named
        else _("Source of this text: not named yet ( s )")
    )
    with st.expander(label, key=f"reports_about_{named}", expanded=not named):
        columns = st.columns(2)
        for position, (name, label) in enumerate(ABOUT.items()):
            key = f"reports_about_{name}_{told.key}"
            st.session_state.setdefault(key, getattr(told.about, name) or "")
            with columns[position % 2]:
                st.text_input(_(label), key=key, on_change=_mend, args=(told.key, name, key))
                if name == "published":
                    _show_wrong(key)
        st.checkbox(_("Keep the sentence too, in the source's note"), key=KEEP_WORDS)


def ask_day(told: Told) -> None:
    """Draw the day of publication beside drafts that only it can date."""
    with st.container():
        if told.about.published:
            return
        key = f"reports_undated_{told.key}"
        st.text_input(
            _("Day of publication, from which days such as “Monday” are counted"), key=key,
            placeholder=_("not given in the text"), on_change=_mend,
            args=(told.key, "published", key),
        )  # fmt: skip
        _show_wrong(key)


def _show_wrong(key: str) -> None:
    """Say at a field why what stands in it is no day."""
    with st.container():
        if wrong := st.session_state.get(f"{WRONG}_{key}"):
            st.error(escape_markdown(wrong))


def read_day(text: str) -> str:
    """Return a day, month or year, however a table may write it, as 2023-05-10, 2023-05 or 2023.

    Raises ValueError for what is none, its OrderError for what may be two.
    """
    with suppress(ValueError):
        first, last = parse_published(text)
        return word_days(first, last) or text
    span = read_span(text)
    days = word_days(span.start, span.end)
    if days is None:
        raise ValueError(text)
    parse_published(days)
    return days


def names_source(told: Told) -> bool:
    """Say whether anything names a text as a source, as every strike needs one."""
    return any((told.about.outlet, told.about.title, told.about.url))


def _mend(key: str, name: str, field: str) -> None:
    """Take what a person says of a publication; another day of it dates the drafts anew."""
    text = str(st.session_state.get(field) or "").strip()
    st.session_state.pop(f"{WRONG}_{field}", None)
    texts = list(list_texts())
    at = next((at for at, one in enumerate(texts) if one.key == key), None)
    if at is None:
        return
    try:
        said = read_day(text) if text and name == "published" else text
        about = replace(texts[at].about, **{name: said or None})
        texts[at] = read_again(texts[at], about, places_of(current_dataset(), texts[at].countries))
    except ValueError as error:
        is_two = isinstance(error, OrderError)
        why = _("may have the day or the month first") if is_two else _("is no day")
        words = _(
            "Day of publication: {text} {why}; write it as 2023-05-10", text=repr(text), why=why
        )
        st.session_state[f"{WRONG}_{field}"] = words
        return
    hold_texts(texts)
    st.session_state[f"reports_about_{name}_{key}"] = getattr(texts[at].about, name) or ""
